// The commands on the segments of a span: move their edges, add, remove and join them, take words in and out.
import { isMarked } from "../model/annotation-set.ts";
import type { ArticleText } from "../model/article-text.ts";
import { isGraphemeBoundary, nextGrapheme, previousGrapheme } from "../model/graphemes.ts";
import type { Id } from "../model/id.ts";
import { contains, hull, type Range } from "../model/range.ts";
import { type Selector, selectorOf } from "../model/selector.ts";
import type { Span } from "../model/span.ts";
import { get, has, records } from "../model/table.ts";
import { spanTypeOf } from "../model/tagset.ts";
import { type ParagraphUnit, unitEdge } from "../model/unit-ranges.ts";
import type { Command, CommandContext, Outcome } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";
import { onlySpacesBetween, sameSegments, segmentsOf, selected } from "./segments.ts";

/** The outcome of giving the span other segments, which no other one of its type may have. */
function withSegments(context: CommandContext, span: Span, segments: readonly Selector[]): Outcome {
  if (isMarked(context.annotations.set, span.type, segments)) return refuse("already-tagged");
  const draft = draftOf(context);
  draft.spans.put({ ...span, segments });
  return draft.outcome({ span: span.id });
}

type Edge = "start" | "end";

/** Which edge of which segment (its index) of a span. */
interface EdgePlace {
  readonly segment: number;
  readonly edge: Edge;
}

/** The outcome of moving the edge to the offset; it may neither empty the segment nor reach another one. */
function edgeMoved(
  context: CommandContext,
  span: Span,
  { segment: at, edge }: EdgePlace,
  to: number,
): Outcome {
  const { text } = context;
  const segment = span.segments[at];
  if (!segment) return refuse("segment-missing");
  if (segment[edge] === to) return refuse("nothing-to-change");
  if (!hasRoom(text, span, at, edge, to)) return refuse("edge-out-of-range");
  const moved = selectorOf(text.text, { start: segment.start, end: segment.end, [edge]: to });
  return withSegments(context, span, span.segments.with(at, moved));
}

function hasRoom({ text }: ArticleText, span: Span, at: number, edge: Edge, to: number): boolean {
  const segment = span.segments[at];
  if (!segment || !Number.isInteger(to) || !isGraphemeBoundary(text, to)) return false;
  if (edge === "start") return to > (span.segments[at - 1]?.end ?? -1) && to < segment.end;
  return to < (span.segments[at + 1]?.start ?? text.length + 1) && to > segment.start;
}

/** `to`: the offset of the edge's new place. */
interface MoveEdge extends EdgePlace {
  readonly span: Id;
  readonly to: number;
}

/** Moves an edge of a span to a place in the text, as when it is dragged. */
export const moveEdge: Command<MoveEdge> = {
  id: "move-edge",
  run(context, { span: spanId, to, ...place }) {
    const span = get(context.annotations.set.spans, spanId);
    return span ? edgeMoved(context, span, place, to) : refuse("span-missing");
  },
};

/** `back` and `forward` are the order in which the text is read, whichever way it is written. */
interface MoveEdgeByUnit extends EdgePlace {
  readonly span: Id;
  readonly direction: "back" | "forward";
  readonly by: Exclude<ParagraphUnit, "paragraph"> | "character";
}

/** Moves an edge of a span by a word, a clause or a sentence, or by one character for the fine work. */
export const moveEdgeByUnit: Command<MoveEdgeByUnit> = {
  id: "move-edge-by-unit",
  run(context, { span: spanId, segment, edge, direction, by }) {
    const span = get(context.annotations.set.spans, spanId);
    if (!span) return refuse("span-missing");
    const from = span.segments[segment]?.[edge];
    if (from === undefined) return refuse("segment-missing");
    const to = destination(context.text, from, edge, { direction, by });
    if (to === null || to === from) return refuse("edge-out-of-range");
    return edgeMoved(context, span, { segment, edge }, to);
  },
};

function destination(
  article: ArticleText,
  from: number,
  edge: Edge,
  { direction, by }: Pick<MoveEdgeByUnit, "direction" | "by">,
): number | null {
  if (by !== "character") return unitEdge(article, from, edge, { direction, unit: by });
  return direction === "back" ? previousGrapheme(article.text, from) : nextGrapheme(article.text, from);
}

interface AddSegment {
  readonly span: Id;
  readonly range: Range;
  readonly snap: boolean;
}

/** Adds another stretch of text to a span, as in a claim that "he said" interrupts. */
export const addSegment: Command<AddSegment> = {
  id: "add-segment",
  run(context, { span: spanId, range, snap }) {
    const { text } = context;
    const { spans } = context.annotations.set;
    const span = get(spans, spanId);
    if (!span) return refuse("span-missing");
    const type = spanTypeOf(context.tagset, span.type);
    const selectedRange = selected(text, range, snap ? (type ?? { snap: "words" }) : null);
    if (!selectedRange) return refuse("empty-selection");
    const bridges = span.segments
      .filter((segment) => onlySpacesBetween(text, segment, selectedRange))
      .map((segment) => hull([segment, selectedRange]));
    const segments = segmentsOf(text, [...span.segments, selectedRange, ...(snap ? bridges : [])]);
    if (sameSegments(span.segments, segments)) return refuse("nothing-to-change");
    return withSegments(context, span, segments);
  },
};

/** `segment`: its index in the span. */
interface RemoveSegment {
  readonly span: Id;
  readonly segment: number;
}

/** Takes one stretch of text out of a span of several. */
export const removeSegment: Command<RemoveSegment> = {
  id: "remove-segment",
  run(context, { span: spanId, segment }) {
    const { spans } = context.annotations.set;
    const span = get(spans, spanId);
    if (!span) return refuse("span-missing");
    if (!span.segments[segment]) return refuse("segment-missing");
    const segments = span.segments.toSpliced(segment, 1);
    if (segments.length === 0) return refuse("last-segment");
    return withSegments(context, span, segments);
  },
};

/** `segment`: the index of the earlier one; `null` joins all segments into one. */
interface JoinSegments {
  readonly span: Id;
  readonly segment: number | null;
}

/** Closes the gap between a segment of a span and the next one. */
export const joinSegments: Command<JoinSegments> = {
  id: "join-segments",
  run(context, { span: spanId, segment: at }) {
    const span = get(context.annotations.set.spans, spanId);
    if (!span) return refuse("span-missing");
    if (span.segments.length < 2) return refuse("nothing-to-join");
    const segmentsToJoin = at === null ? span.segments : span.segments.slice(at, at + 2);
    if (segmentsToJoin.length < 2 || (at ?? 0) < 0) return refuse("segment-missing");
    const segments = segmentsOf(context.text, [...span.segments, hull(segmentsToJoin)]);
    return withSegments(context, span, segments);
  },
};

interface IncludeRange {
  readonly exclusion: Id;
}

/** Takes a stretch of the article back into the analysis. */
export const includeRange: Command<IncludeRange> = {
  id: "include-range",
  run(context, { exclusion }) {
    if (!has(context.annotations.set.exclusions, exclusion)) return refuse("exclusion-missing");
    const draft = draftOf(context);
    draft.exclusions.remove(exclusion);
    return draft.outcome();
  },
};

interface ExcludeRange {
  readonly range: Range;
  readonly reason: string;
}

/** Leaves a stretch of the article out of the analysis, e.g. boilerplate. */
export const excludeRange: Command<ExcludeRange> = {
  id: "exclude-range",
  run(context, { range, reason }) {
    const selectedRange = selected(context.text, range, { snap: "words" });
    if (!selectedRange) return refuse("empty-selection");
    for (const { segment } of records(context.annotations.set.exclusions))
      if (contains(segment, selectedRange)) return refuse("nothing-to-change");
    const draft = draftOf(context);
    draft.exclusions.put({
      id: context.newId(),
      segment: selectorOf(context.text.text, selectedRange),
      reason: reason.trim(),
    });
    return draft.outcome();
  },
};
