// The marks of several annotators in each paragraph, as pieces to be drawn: one annotator's at a time for columns, with what others have
// and they do not, or everybody's at once for lanes. Groups are told by their numbers, never by anybody's ids.
import { joinRanges, overlaps, type Range } from "../../../shared/model/range.ts";
import type { Span } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { isAgreed } from "../../../shared/review/comparison.ts";
import type { Review } from "../../../shared/review/decide/review.ts";
import type { DisplayParagraph } from "../../editor/layout.ts";
import { paragraphsOf } from "../../editor/positions.ts";
import type { SpanPiece } from "../../editor/stretches.ts";

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
