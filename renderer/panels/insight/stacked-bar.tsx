// Shares of a whole as one bar, in the colours of the theme and in patterns, so that they can be told apart in grey and in print too; and the
// key to them.
import { OutsideText } from "../../ui/outside-text.tsx";

/** So many colours; more series begin again, with the next pattern. */
const colours = 7;
const patterns = ["none", "lines", "dots", "cross"] as const;

const colourOf = (series: number): string => `var(--series-${(series % colours) + 1})`;

/** Neighbours have different patterns. */
const patternOf = (series: number): (typeof patterns)[number] => patterns[series % patterns.length] ?? "none";

/** The patterns, once in a view that draws bars. */
export function SeriesPatterns() {
  return (
    <svg className="insight-patterns" aria-hidden>
      <defs>
        <pattern
          id="series-lines"
          width={6}
          height={6}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line className="insight-hatch" x1={0} x2={0} y1={0} y2={6} />
        </pattern>
        <pattern id="series-dots" width={5} height={5} patternUnits="userSpaceOnUse">
          <circle className="insight-dot" cx={2.5} cy={2.5} r={1} />
        </pattern>
        <pattern
          id="series-cross"
          width={6}
          height={6}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <line className="insight-hatch" x1={0} x2={0} y1={0} y2={6} />
        </pattern>
      </defs>
    </svg>
  );
}

interface SegmentProps {
  readonly series: number;
  /** In pixels, or percent of the picture. */
  readonly x: number | string;
  readonly width: number | string;
  readonly y?: number | string;
  readonly height?: number | string;
}

/** A part of a bar in the colour and the pattern of its series. */
export function Segment({ series, x, width, y = 0, height = barHeight }: SegmentProps) {
  const box = { x, width, y, height };
  const pattern = patternOf(series);
  return (
    <>
      <rect {...box} style={{ fill: colourOf(series) }} />
      {pattern !== "none" && <rect {...box} fill={`url(#series-${pattern})`} />}
    </>
  );
}

const barWidth = 240;
const barHeight = 16;

interface Props {
  /** In the order of the series. */
  readonly shares: readonly { readonly name: string; readonly share: number }[];
  /** The share that is not known, at the end. */
  readonly unknown: number;
}

/** The numbers stand beside it: it is a picture of them. */
export function StackedBar({ shares, unknown }: Props) {
  let end = 0;
  const segments = shares.map(({ name, share }) => {
    const start = end;
    end += share;
    return { name, x: barWidth * start, width: Math.max(0, barWidth * share - 1) };
  });
  return (
    <svg className="insight-stack" viewBox={`0 0 ${barWidth} ${barHeight}`} aria-hidden>
      {segments.map(({ name, x, width }, series) => (
        <Segment key={name} {...{ series, x, width }} />
      ))}
      {unknown > 0 && (
        <rect className="insight-unknown" x={barWidth * end} width={barWidth * unknown} height={barHeight} />
      )}
    </svg>
  );
}

interface KeyProps {
  readonly names: readonly string[];
  /** What the share that is not known is called; `null`: there is none. */
  readonly unknown: string | null;
}

export function SeriesKey({ names, unknown }: KeyProps) {
  return (
    <ul className="insight-key" aria-hidden>
      {names.map((name, series) => (
        <li key={name}>
          <svg viewBox={`0 0 ${barHeight} ${barHeight}`} aria-hidden>
            <Segment series={series} x={0} width={barHeight} />
          </svg>
          <OutsideText>{name}</OutsideText>
        </li>
      ))}
      {unknown !== null && (
        <li>
          <svg viewBox={`0 0 ${barHeight} ${barHeight}`} aria-hidden>
            <rect className="insight-unknown" width={barHeight} height={barHeight} />
          </svg>
          {unknown}
        </li>
      )}
    </ul>
  );
}
