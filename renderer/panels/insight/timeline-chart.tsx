// The timeline as a chart: bars of counts, or points of shares with their intervals, for each bin of each lane. Bins without articles are
// hatched. Loads Observable Plot.
import { axisX, axisY, barY, dot, gridY, lineY, plot, ruleX, ruleY, text } from "@observablehq/plot";
import { useCallback, useMemo } from "react";
import type { InsightGroup } from "../../../shared/insight/report.ts";
import type { TimeGrouping, Timeline, TimelineLane } from "../../../shared/insight/timeline.ts";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { Chart, type ChartDoor, type ChartDrawing, gapFill } from "./chart.tsx";
import { timeTick } from "./time-names.ts";

/** A lane that is drawn, and what it is called; without a name where it is the only one. */
export interface NamedLane {
  readonly lane: TimelineLane;
  readonly name: string | null;
}

interface Props {
  readonly title: string;
  readonly about: string;
  readonly notes: readonly string[];
  readonly time: TimeGrouping;
  readonly bins: Timeline["bins"];
  readonly lanes: readonly NamedLane[];
  /** Whether bars of numerators are drawn, and not points of values. */
  readonly isCount: boolean;
  /** A number on the axis and beside its bar. */
  amountText(amount: number): string;
  /** `null` for what opens nothing. */
  doorOf(lane: NamedLane, bin: string, group: InsightGroup): Pick<ChartDoor, "figure" | "title" | "label">;
}

/** A bin of a lane with something to draw. */
interface Point {
  readonly bin: string;
  /** The index of its lane. */
  readonly row: number;
  readonly amount: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly group: InsightGroup;
}

export function TimelineChart(props: Props) {
  const { title, about, notes, time, bins, lanes, isCount, amountText, doorOf } = props;
  const words = useWords();
  const points = useMemo(() => pointsOf(lanes, isCount), [lanes, isCount]);
  const doors = useMemo(
    () =>
      points.flatMap(({ bin, row, group }): ChartDoor[] => {
        const lane = lanes[row];
        return lane ? [{ ...doorOf(lane, bin, group), row, column: bins.indexOf(bin) }] : [];
      }),
    [points, lanes, bins, doorOf],
  );
  const draw = useCallback(
    (width: number) =>
      drawTimeline({
        ...{ points, bins, lanes, isCount, width, amountText },
        tickOf: (bin, before) => timeTick(time, bin, before, words),
      }),
    [points, bins, lanes, isCount, time, amountText, words],
  );
  return <Chart {...{ title, about, notes, doors, draw }} />;
}

/** What is drawn: of counts what is not zero, of shares what has a value. */
function pointsOf(lanes: readonly NamedLane[], isCount: boolean): readonly Point[] {
  return lanes.flatMap(({ lane }, row) =>
    lane.cells.flatMap(({ bin, group }): Point[] => {
      const amount = (isCount ? group?.numerator : group?.value) ?? null;
      if (!group || amount === null || (isCount && amount === 0)) return [];
      const { low, high } = isCount ? { low: null, high: null } : group;
      return [{ bin, row, amount, low, high, group }];
    }),
  );
}

interface Drawn extends Pick<Props, "bins" | "lanes" | "isCount" | "amountText"> {
  readonly points: readonly Point[];
  readonly width: number;
  tickOf(bin: string, before: string | null): string;
}

/** Pixels. */
const laneHeight = { one: 200, several: 56 };
const nameHeight = 22;
const margins = { left: 48, right: 8, top: 22, bottom: 40 };
/** A bin is at least so wide, and numbers stand above bars that have room for them. */
const leastBin = 5;
const roomForNumber = 22;
const tickRoom = 64;

/** Draws it; its doors are as high as their lanes, so that small bars can be pressed. */
function drawTimeline({
  points,
  bins,
  lanes,
  isCount,
  width: room,
  amountText,
  tickOf,
}: Drawn): ChartDrawing {
  const width = Math.max(room, bins.length * leastBin + margins.left + margins.right);
  const step = (width - margins.left - margins.right) / bins.length;
  const isDivided = lanes.length > 1 || lanes[0]?.name !== null;
  const each = lanes.length > 1 ? laneHeight.several + nameHeight : laneHeight.one;
  const { ticks: yTicks, top } = scaleOf(points, isCount, lanes.length > 1);
  const gaps = lanes.flatMap(({ lane }, row) =>
    lane.cells.flatMap(({ bin, articles }) => (articles === 0 ? [{ bin, row }] : [])),
  );
  const ticks = bins.filter((_, at) => at % Math.ceil(tickRoom / step) === 0);
  const doors: SVGElement[] = [];
  const at = { x: "bin", fy: "row" } as const;
  const quiet = { ariaHidden: "true" } as const;
  const svg = plot({
    ...{ width, height: each * lanes.length + margins.top + margins.bottom },
    ...{ marginLeft: margins.left, marginRight: margins.right },
    ...{ marginTop: margins.top, marginBottom: margins.bottom },
    x: { type: "band", domain: bins, padding: step > 12 ? 0.2 : 0.1, label: null },
    y: { domain: [0, top], label: null },
    fy: {
      ...{ axis: null, domain: lanes.map((_, row) => row) },
      paddingInner: lanes.length > 1 ? nameHeight / each : 0,
      paddingOuter: 0,
    },
    marks: [
      barY(gaps, { ...quiet, ...at, y1: 0, y2: top, fill: gapFill }),
      gridY({ ...quiet, ticks: yTicks, stroke: "var(--line)", strokeOpacity: 1 }),
      axisY({ ...quiet, ticks: yTicks, tickSize: 0, tickFormat: amountText }),
      axisX({
        ...{ ...quiet, ticks, tickSize: 4, label: null },
        tickFormat: (bin: string, index: number) => tickOf(bin, ticks[index - 1] ?? null),
      }),
      ruleY([0], { ...quiet, stroke: "var(--line-control)" }),
      ...(isCount ? bars(points, at) : pointsWithIntervals(points, lanes)),
      ...(isCount && step >= roomForNumber
        ? [
            text(points, {
              ...{ ...quiet, ...at, y: "amount", dy: -7 },
              text: ({ amount }: Point) => amountText(amount),
            }),
          ]
        : []),
      ...(isDivided ? [laneNames(lanes)] : []),
      barY(points, {
        ...{ ...at, y1: 0, y2: top, fill: "none", pointerEvents: "all" },
        render(index, scales, values, dimensions, context, next) {
          const drawn = next?.(index, scales, values, dimensions, context) ?? null;
          for (const [place, point] of index.entries()) {
            const element = drawn?.children[place];
            if (element instanceof SVGElement) doors[point] = element;
          }
          return drawn;
        },
      }),
    ],
  });
  return { svg, doors };
}

/** Numbers beside the axis, whole ones of counts, and where the scale ends: above the highest of them, with room for a number above a bar. */
function scaleOf(
  points: readonly Point[],
  isCount: boolean,
  isDivided: boolean,
): { readonly ticks: readonly number[]; readonly top: number } {
  const most = Math.max(0, ...points.map(({ amount, high }) => Math.max(amount, high ?? 0)));
  const end = isCount
    ? Math.max(1, most)
    : ([0.1, 0.25, 0.5, 1].find((one) => most <= one) ?? Math.ceil(most));
  const middle = isCount ? Math.round(end / 2) : end / 2;
  const hasMiddle = !isDivided && (!isCount || end >= 4);
  const room = isCount ? (isDivided ? 1.5 : 1.15) : 1.1;
  return { ticks: hasMiddle ? [0, middle, end] : [0, end], top: end * room };
}

const bars = (points: readonly Point[], at: { readonly x: "bin"; readonly fy: "row" }) => [
  barY(points, { ...at, ariaHidden: "true", y: "amount", fill: "var(--series-1)" }),
];

/** A line that ends where there is no value, since nothing is known of what lies between. */
function pointsWithIntervals(points: readonly Point[], lanes: readonly NamedLane[]) {
  const known = new Map(points.map((point) => [`${point.row} ${point.bin}`, point]));
  const line = lanes.flatMap(({ lane }, row) =>
    lane.cells.map(({ bin }) => ({ bin, row, amount: known.get(`${row} ${bin}`)?.amount ?? Number.NaN })),
  );
  const at = { x: "bin", fy: "row", ariaHidden: "true" } as const;
  const inInterval = points.filter(({ low, high }) => low !== null && high !== null);
  return [
    lineY(line, { ...at, y: "amount", stroke: "var(--series-1)", strokeWidth: 1.5 }),
    ruleX(inInterval, { ...at, y1: "low", y2: "high", stroke: "var(--text-quiet)", strokeWidth: 1.5 }),
    dot(points, { ...at, y: "amount", r: 4, fill: "var(--series-1)", stroke: "var(--ground)" }),
  ];
}

const laneNames = (lanes: readonly NamedLane[]) =>
  text(
    lanes.map(({ name }, row) => ({ row, name: plainText(name ?? "") })),
    {
      ...{ fy: "row", text: "name", frameAnchor: "top-left", lineAnchor: "bottom", dy: -4 },
      ...{ ariaHidden: "true", fontWeight: 600, className: "insight-chart-name" },
    },
  );
