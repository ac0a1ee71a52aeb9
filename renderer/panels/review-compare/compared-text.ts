// The marks of several annotators in each paragraph, as pieces to be drawn: one annotator's at a time for columns, with what others have
// and they do not, or everybody's at once for lanes. Groups are told by their numbers, never by anybody's ids.

import type { Id } from "../../../shared/model/id.ts";
import { joinRanges, overlaps, type Range } from "../../../shared/model/range.ts";
import type { Span } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import type { MarkForm, Tagset } from "../../../shared/model/tagset.ts";
import { isAgreed } from "../../../shared/review/comparison.ts";
import type { Review } from "../../../shared/review/decide/review.ts";
import type { DisplayParagraph } from "../../editor/layout.ts";
import { beginClass, endClass, spanClass } from "../../editor/mark-styles.ts";
import { paragraphsOf } from "../../editor/positions.ts";
import { innermostFirst, type SpanPiece } from "../../editor/stretches.ts";

export interface ComparedText {
  /** The groups of spans that reach into a paragraph, in reading order. */
  groupsIn(paragraph: number): readonly number[];
  /** Spans and cards that begin in a paragraph and differ beyond what the policies pass over. */
  differencesIn(paragraph: number): readonly number[];
  /** True where nobody differs beyond that. */
  isQuiet(group: number): boolean;
  /** What one annotator has, and as ghosts what others have there and they do not. Ids are those of `pieceId`. */
  piecesOf(paragraph: number, column: number): readonly SpanPiece[];
}

export const pieceId = (group: number): string => `g${group}`;
/** `NaN` where a piece is of no group that is known. */
export const groupOf = (pieceId: string): number => Number.parseInt(pieceId.slice(1), 10);

export function comparedText(
  review: Review,
  paragraphs: readonly DisplayParagraph[],
  tagset: Tagset,
): ComparedText {
  const { groups } = review.comparison;
  const inParagraph = new Map<number, number[]>();
  const beginning = new Map<number, number[]>();
  const quiet = groups.map((group) => isAgreed(group, "lenient"));
  const addNumber = (lists: Map<number, number[]>, at: number, number: number): void => {
    const list = lists.get(at);
    if (!list) lists.set(at, [number]);
    else if (list.at(-1) !== number) list.push(number);
  };
  const spanAt = (number: number, column: number): Span | undefined => {
    const id = groups[number]?.members[column];
    const annotationSet = review.sets[column]?.set;
    return id != null && annotationSet ? get(annotationSet.spans, id) : undefined;
  };
  const rangesAt = (number: number, column: number): readonly Range[] =>
    spanAt(number, column)?.segments ?? [];
  const typeAt = (number: number, column: number): number => {
    const type = spanAt(number, column)?.type;
    return tagset.spanTypes.findIndex((one) => one.id === type);
  };
  for (const [number, { kind, place, members }] of groups.entries()) {
    const firstParagraph = place && paragraphsOf(paragraphs, place)?.first;
    if (firstParagraph != null && !quiet[number]) addNumber(beginning, firstParagraph, number);
    if (kind !== "span") continue;
    for (const range of joinRanges(members.flatMap((_, column) => plain(rangesAt(number, column))))) {
      const reached = paragraphsOf(paragraphs, range);
      if (reached)
        for (let at = reached.first; at <= reached.last; at += 1) addNumber(inParagraph, at, number);
    }
  }
  return {
    groupsIn: (paragraph) => inParagraph.get(paragraph) ?? [],
    differencesIn: (paragraph) => beginning.get(paragraph) ?? [],
    isQuiet: (group) => quiet[group] ?? true,
    piecesOf(paragraph, column) {
      const displayParagraph = paragraphs[paragraph];
      if (!displayParagraph) return [];
      return (inParagraph.get(paragraph) ?? []).flatMap((number) => {
        const columnRanges = plain(rangesAt(number, column));
        const allRanges = joinRanges(review.sets.flatMap((_, at) => plain(rangesAt(number, at))));
        const otherColumn = review.sets.findIndex((_, at) => at !== column && typeAt(number, at) >= 0);
        const ghostType = columnRanges.length > 0 ? typeAt(number, column) : typeAt(number, otherColumn);
        return [
          ...columnRanges.flatMap((range) =>
            piecesIn(pieceId(number), range, typeAt(number, column), displayParagraph),
          ),
          ...without(allRanges, columnRanges).flatMap((range) =>
            piecesIn(pieceId(number), range, ghostType, displayParagraph).map((one) => ({
              ...one,
              ghost: true,
            })),
          ),
        ];
      });
    },
  };
}

const plain = (ranges: readonly Range[]): Range[] => ranges.map(({ start, end }) => ({ start, end }));

/** What of some ranges lies in none of others; both are in order and do not overlap among themselves. */
export function without(ranges: readonly Range[], taken: readonly Range[]): Range[] {
  return ranges.flatMap((range) => {
    const remainingRanges: Range[] = [];
    let { start } = range;
    for (const takenRange of taken) {
      if (!overlaps(takenRange, range)) continue;
      if (takenRange.start > start) remainingRanges.push({ start, end: takenRange.start });
      start = Math.max(start, takenRange.end);
    }
    return start < range.end ? [...remainingRanges, { start, end: range.end }] : remainingRanges;
  });
}

/** What of a range lies in a paragraph; nothing of a type that the tagset does not have. */
export function piecesIn(id: string, range: Range, type: number, paragraph: Range): SpanPiece[] {
  const start = Math.max(range.start, paragraph.start);
  const end = Math.min(range.end, paragraph.end);
  if (start >= end || type < 0) return [];
  return [
    {
      id,
      type,
      start,
      end,
      begins: start === range.start,
      ends: end === range.end,
      length: range.end - range.start,
    },
  ];
}

// The styles of one text that shows several annotators: each has a lane of their own below the words, in their colour; in it claims are a
// thin bar at the foot, other spans lie above in the form of their type. One element is one stretch, as in the article.

/** Pixels from one lane to the next, and those above the first. */
const lanePitch = 8;
const laneTop = 1;

/** A stretch of a paragraph over which the same spans of the same annotators lie. */
interface LaneStretch extends Range {
  readonly layers: readonly (SpanPiece & { readonly lane: number })[];
}

/** `lanes`: the pieces of each lane, ghosts left out. */
export function laneStretches(lanes: readonly (readonly SpanPiece[])[]): LaneStretch[] {
  const lanePieces = lanes.flatMap((pieces, lane) =>
    pieces.filter(({ ghost }) => !ghost).map((one) => ({ ...one, lane })),
  );
  const cuts = [...new Set(lanePieces.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const inner = lanePieces.sort((a, b) => innermostFirst(a, b) || a.lane - b.lane);
  return cuts.flatMap((start, at) => {
    const end = cuts[at + 1];
    if (end === undefined) return [];
    const layers = inner.filter((one) => overlaps(one, { start, end }));
    return layers.length > 0 ? [{ start, end, layers }] : [];
  });
}

export function laneClasses(
  { start, end, layers }: LaneStretch,
  tagset: Tagset,
  isQuiet: (piece: Id) => boolean,
): string {
  const names = new Set(["mark"]);
  for (const layer of layers) {
    const form = tagset.spanTypes[layer.type]?.form ?? "underline";
    names.add(spanClass(layer.id)).add(`lane${layer.lane}-${form}${isQuiet(layer.id) ? "-quiet" : ""}`);
    if (layer.begins && layer.start === start) names.add(beginClass(layer.id));
    if (layer.ends && layer.end === end) names.add(endClass(layer.id));
  }
  return [...names].join(" ");
}

/** The colour of an annotator, or that of what is decided. */
type LaneColour = number | "decided";

/** The sheet of as many lanes, each in its colour. */
export function laneStyles(colours: readonly LaneColour[]): string {
  const lanes = colours.map((_, lane) => lane);
  const images = lanes.flatMap((lane) => [`var(--line-${lane},none)`, `var(--bar-${lane},none)`]);
  const sizes = lanes.flatMap((lane) => [`var(--tile-${lane},4px 3px)`, "4px 2px"]);
  // Places of backgrounds are those of their feet: a line is 3 px high, a bar 2.
  const foot = (lane: number, height: number): string =>
    `0 calc(100% - var(--lanes-below) + ${laneTop + lane * lanePitch + height}px)`;
  const places = lanes.flatMap((lane) => [foot(lane, 3), foot(lane, 6)]);
  return [
    `.compared-lanes .mark{--lanes-below:${below(lanes.length)}px;background-image:${images};background-size:${sizes};background-position:${places};background-repeat:repeat-x}`,
    ...colours.flatMap((colour, lane) =>
      forms.flatMap((form) => [rule(lane, form, colour, false), rule(lane, form, colour, true)]),
    ),
  ].join("\n");
}

/** Pixels that so many lanes take. */
export const below = (lanes: number): number => laneTop + lanes * lanePitch;

const forms: readonly MarkForm[] = ["ground", "underline", "double", "dashed", "wavy", "dotted"];

function rule(lane: number, form: MarkForm, colour: LaneColour, isQuiet: boolean): string {
  const drawn = `color-mix(in srgb,var(--person-${colour}) ${isQuiet ? 34 : 100}%,transparent)`;
  const selector = `.compared-lanes .lane${lane}-${form}${isQuiet ? "-quiet" : ""}`;
  if (form === "ground") return `${selector}{--bar-${lane}:linear-gradient(${drawn},${drawn})}`;
  const { image, tile } = lines[form](drawn);
  return `${selector}{--line-${lane}:${image};--tile-${lane}:${tile}}`;
}

const lines: Readonly<
  Record<Exclude<MarkForm, "ground">, (colour: string) => { image: string; tile: string }>
> = {
  underline: (colour) => ({ image: `linear-gradient(${colour},${colour})`, tile: "4px 3px" }),
  double: (colour) => ({
    image: `linear-gradient(${colour} 1px,transparent 1px 2px,${colour} 2px)`,
    tile: "4px 3px",
  }),
  dashed: (colour) => ({ image: `linear-gradient(90deg,${colour} 6px,transparent 6px)`, tile: "9px 3px" }),
  wavy: (colour) => ({
    image: `radial-gradient(circle at 50% 3px,transparent 1.7px,${colour} 1.8px 2.9px,transparent 3px)`,
    tile: "6px 3px",
  }),
  dotted: (colour) => ({
    image: `radial-gradient(circle at 1.5px 1.5px,${colour} 1.3px,transparent 1.6px)`,
    tile: "4px 3px",
  }),
};
