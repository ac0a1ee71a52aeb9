// What is decided so far, as a lane below those of the annotators: the spans of the curated set, each with the group that it was
// made of, where that is known.
import type { Range } from "../../../shared/model/range.ts";
import type { Span } from "../../../shared/model/span.ts";
import { records, type Table } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { groupIndexOf, type Review } from "../../../shared/review/decide/review.ts";
import type { DisplayParagraph } from "../../editor/layout.ts";
import { paragraphsOf } from "../../editor/positions.ts";
import type { Piece } from "../../editor/stretches.ts";
import { piecesIn } from "./compared-text.ts";

/** The pieces of a paragraph. */
export type DecidedLane = (paragraph: number) => readonly Piece[];

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
  const inParagraph = new Map<number, Piece[]>();
  for (const span of records(spans)) {
    const type = tagset.spanTypes.findIndex(({ id }) => id === span.type);
    const id = `${mark}${groupOf(span) ?? ""}`;
    for (const range of span.segments) putIn(inParagraph, paragraphs, { id, type, range });
  }
  return (paragraph) => inParagraph.get(paragraph) ?? [];
}

function putIn(
  inParagraph: Map<number, Piece[]>,
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
