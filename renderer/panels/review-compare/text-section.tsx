// Some paragraphs of the compared text: a box that the browser skips while it is far away, and whose marks are drawn only near
// the window.
import { type CSSProperties, memo, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import type { Range } from "../../../shared/model/range.ts";
import type { Span } from "../../../shared/model/span.ts";
import { records, type Table } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { groupIndexOf, type Review } from "../../../shared/review/decide/review.ts";
import type { Message } from "../../../shared/words/message.ts";
import { type DisplayParagraph, estimatedLines, type TextLayout } from "../../editor/layout.ts";
import { placeName, stretchClasses } from "../../editor/mark-styles.ts";
import { paragraphsOf } from "../../editor/positions.ts";
import { type DrawnStretch, type SpanPiece, stretchesOf } from "../../editor/stretches.ts";
import { useWords } from "../../ui/words.tsx";
import { type ComparedText, groupOf, laneClasses, laneStretches, piecesIn } from "./compared-text.ts";

interface Props {
  readonly shape: RowShape;
  readonly layout: TextLayout;
  readonly section: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** By paragraph: what it is set as. */
  roleOf(paragraph: number): string;
  /** What the first difference of a group is called, for the edge of the text. */
  labelOf(group: number): Message | null;
}

/** Labels of one paragraph; more are counted. */
const mostLabels = 3;
/** How much narrower a column is than the article, about. */
const narrower = 1.5;

export const TextSection = memo(function TextSection({
  shape,
  layout,
  section,
  scroller,
  roleOf,
  labelOf,
}: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(section < 2);
  useEffect(() => {
    if (!box.current) return;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), {
      root: scroller.current,
      rootMargin: "100% 0px",
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [scroller]);
  const firstIndex = layout.sectionStarts[section] ?? 0;
  const paragraphs = layout.paragraphs.slice(firstIndex, layout.sectionStarts[section + 1]);
  const lines = paragraphs.reduce((sum, paragraph) => sum + estimatedLines(paragraph), 0);
  return (
    <div
      ref={box}
      className="article-section compared-section"
      style={sized(Math.ceil(lines * (shape.lanes ? 1 : narrower)), paragraphs.length)}
    >
      {paragraphs.map(({ start, end }, at) => (
        <div key={start} className="compared-row">
          <Labels groups={shape.compared.differencesIn(firstIndex + at)} labelOf={labelOf} />
          <TextRow
            shape={shape}
            paragraph={firstIndex + at}
            start={start}
            end={end}
            role={roleOf(firstIndex + at)}
            near={near}
          />
        </div>
      ))}
    </div>
  );
});

/** From which the browser guesses the height of what it has not laid out. */
const sized = (lines: number, paragraphs: number) =>
  ({ "--lines": lines, "--paragraphs": paragraphs }) as CSSProperties;

/** What differs in a paragraph, at its edge. The list says the same to those who do not see it. */
function Labels({ groups, labelOf }: { readonly groups: readonly number[] } & Pick<Props, "labelOf">) {
  const { say, tell } = useWords();
  const labels = groups.reduce((all, group) => {
    const label = labelOf(group);
    const said = label ? tell(label) : null;
    return said === null ? all : all.set(said, [...(all.get(said) ?? []), group]);
  }, new Map<string, readonly number[]>());
  const shownLabels = [...labels].slice(0, labels.size > mostLabels + 1 ? mostLabels : labels.size);
  const hidden = [...labels].slice(shownLabels.length);
  return (
    <div className="compared-labels" aria-hidden>
      {shownLabels.map(([said, alike]) => (
        <span key={said} className="compared-label cut" data-groups={alike.join(" ")}>
          {said}
        </span>
      ))}
      {hidden[0] && (
        <span className="compared-label" data-groups={hidden[0][1].join(" ")}>
          {say("compare.more", { count: hidden.length })}
        </span>
      )}
    </div>
  );
}

/** A paragraph as several annotators marked it: beside each other, or once with a lane for each. Elements carry the numbers of groups, nothing that tells whose they are. */
interface RowShape {
  readonly text: string;
  readonly compared: ComparedText;
  readonly tagset: Tagset;
  /** By place on the screen: which of the members are shown. */
  readonly columns: readonly number[];
  readonly lanes: boolean;
  /** A lane below all others; `null` for none. */
  readonly decided: DecidedLane | null;
}

interface TextRowProps {
  readonly shape: RowShape;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly role: string;
  /** Whether marks are drawn; far from the window the words alone are enough. */
  readonly near: boolean;
}

const TextRow = memo(function TextRow({ shape, paragraph, start, end, role, near }: TextRowProps) {
  const { text, lanes, columns } = shape;
  const className = role === "" ? undefined : `metadata-line metadata-line-${role}`;
  const rowColumns = lanes ? [-1] : columns;
  return rowColumns.map((column, at) => (
    <p key={column} className={className} dir="auto" data-p={paragraph} data-column={at}>
      {near ? markedText(shape, paragraph, start, end, column) : text.slice(start, end)}
    </p>
  ));
});

function markedText(
  shape: RowShape,
  paragraph: number,
  start: number,
  end: number,
  column: number,
): ReactNode[] {
  const { text, compared, tagset, columns, lanes, decided } = shape;
  const inLanes = () => [
    ...columns.map((one) => compared.piecesOf(paragraph, one)),
    ...(decided ? [decided(paragraph)] : []),
  ];
  const drawn = lanes
    ? laneStretches(inLanes()).map((stretch) => ({
        ...stretch,
        className: laneClasses(stretch, tagset, (id) => !isDecided(id) && compared.isQuiet(groupOf(id))),
        groups: stretch.layers.map(({ id }) => groupOf(id)),
      }))
    : stretchesOf(
        { pieces: compared.piecesOf(paragraph, column), excluded: [] },
        (type) => tagset.spanTypes[type]?.form === "ground",
      ).map((stretch) => ({
        ...stretch,
        className: columnClasses(stretch, compared),
        groups: stretch.layers.map(({ id }) => groupOf(id)),
      }));
  const nodes: ReactNode[] = [];
  let at = start;
  for (const stretch of drawn) {
    if (stretch.start > at) nodes.push(text.slice(at, stretch.start));
    nodes.push(
      <mark
        key={stretch.start}
        className={stretch.className}
        data-groups={[...new Set(stretch.groups.filter((group) => !Number.isNaN(group)))].join(" ")}
      >
        {text.slice(stretch.start, stretch.end)}
      </mark>,
    );
    at = stretch.end;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

/** As in the article; what is alike steps back, what is absent shows its place alone. */
function columnClasses(stretch: DrawnStretch, compared: ComparedText): string {
  const names = [stretchClasses(stretch)];
  for (const { id, lane, ghost } of stretch.layers) {
    if (ghost) names.push(`absent-${placeName(lane)}`);
    else if (compared.isQuiet(groupOf(id))) names.push(`quiet-${placeName(lane)}`);
  }
  return names.join(" ");
}

// The decisions so far, as a lane below those of the annotators: the spans of the curated set, each with the group that it was made of,
// where that is known.

/** The pieces of a paragraph. */
type DecidedLane = (paragraph: number) => readonly SpanPiece[];

const mark = "d";

/** Whether a piece is of this lane: such a one is never alike to others, since it is what counts. */
export const isDecided = (pieceId: string): boolean => pieceId.startsWith(mark);

export function decidedLane(
  review: Review,
  spans: Table<Span>,
  paragraphs: readonly DisplayParagraph[],
  tagset: Tagset,
): DecidedLane {
  const index = groupIndexOf(review).spans;
  const groupOf = ({ provenance: { origin } }: Span): number | undefined =>
    origin.by !== "curated"
      ? undefined
      : origin.parents.flatMap((parent) => index.flatMap((groups) => groups.get(parent) ?? [])).at(0);
  const inParagraph = new Map<number, SpanPiece[]>();
  for (const span of records(spans)) {
    const type = tagset.spanTypes.findIndex(({ id }) => id === span.type);
    const id = `${mark}${groupOf(span) ?? ""}`;
    for (const range of span.segments) putIn(inParagraph, paragraphs, { id, type, range });
  }
  return (paragraph) => inParagraph.get(paragraph) ?? [];
}

function putIn(
  inParagraph: Map<number, SpanPiece[]>,
  paragraphs: readonly DisplayParagraph[],
  { id, type, range }: { readonly id: string; readonly type: number; readonly range: Range },
): void {
  const reached = paragraphsOf(paragraphs, range);
  if (!reached) return;
  for (let at = reached.first; at <= reached.last; at += 1) {
    const paragraph = paragraphs[at];
    if (paragraph)
      inParagraph.set(at, [...(inParagraph.get(at) ?? []), ...piecesIn(id, range, type, paragraph)]);
  }
}
