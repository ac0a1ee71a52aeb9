// Closes the gap between a segment of a span and the next one.
import { isMarked } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";
import { hull } from "../model/range.ts";
import { get } from "../model/table.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";
import { segmentsOf } from "./segments.ts";

/** `segment`: the index of the earlier one; `null` joins all segments into one. */
interface JoinSegments {
  readonly span: Id;
  readonly segment: number | null;
}

export const joinSegments: Command<JoinSegments> = {
  id: "join-segments",
  run(context, { span: spanId, segment: at }) {
    const span = get(context.annotations.set.spans, spanId);
    if (!span) return refuse("span-missing");
    if (span.segments.length < 2) return refuse("nothing-to-join");
    const segmentsToJoin = at === null ? span.segments : span.segments.slice(at, at + 2);
    if (segmentsToJoin.length < 2 || (at ?? 0) < 0) return refuse("segment-missing");
    const segments = segmentsOf(context.text, [...span.segments, hull(segmentsToJoin)]);
    if (isMarked(context.annotations.set, span.type, segments)) return refuse("already-tagged");
    const draft = draftOf(context);
    draft.spans.put({ ...span, segments });
    return draft.outcome({ span: spanId });
  },
};
