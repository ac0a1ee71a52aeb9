// Moves one edge of one segment, within the room that its neighbours leave.
import { isMarked } from "../model/annotation-set.ts";
import type { ArticleText } from "../model/article-text.ts";
import { isGraphemeBoundary } from "../model/graphemes.ts";
import { selectorOf } from "../model/selector.ts";
import type { Span } from "../model/span.ts";
import type { CommandContext, Outcome } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";

export type Edge = "start" | "end";

/** Which edge of which segment (its index) of a span. */
export interface EdgePlace {
  readonly segment: number;
  readonly edge: Edge;
}

/** The outcome of moving the edge to the offset; it may neither empty the segment nor reach another one. */
export function edgeMoved(
  context: CommandContext,
  span: Span,
  { segment: at, edge }: EdgePlace,
  to: number,
): Outcome {
  const { text, annotations } = context;
  const segment = span.segments[at];
  if (!segment) return refuse("segment-missing");
  if (segment[edge] === to) return refuse("nothing-to-change");
  if (!hasRoom(text, span, at, edge, to)) return refuse("edge-out-of-range");
  const moved = selectorOf(text.text, { start: segment.start, end: segment.end, [edge]: to });
  const segments = span.segments.with(at, moved);
  if (isMarked(annotations.set, span.type, segments)) return refuse("already-tagged");
  const draft = draftOf(context);
  draft.spans.put({ ...span, segments });
  return draft.outcome({ span: span.id });
}

function hasRoom({ text }: ArticleText, span: Span, at: number, edge: Edge, to: number): boolean {
  const segment = span.segments[at];
  if (!segment || !Number.isInteger(to) || !isGraphemeBoundary(text, to)) return false;
  if (edge === "start") return to > (span.segments[at - 1]?.end ?? -1) && to < segment.end;
  return to < (span.segments[at + 1]?.start ?? text.length + 1) && to > segment.start;
}
