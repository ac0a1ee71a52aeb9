// Takes one stretch of text out of a span of several.
import { isMarked } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";

/** `segment`: its index in the span. */
interface RemoveSegment {
  readonly span: Id;
  readonly segment: number;
}

export const removeSegment: Command<RemoveSegment> = {
  id: "remove-segment",
  run(context, { span: spanId, segment }) {
    const { spans } = context.annotations.set;
    const span = get(spans, spanId);
    if (!span) return refuse("span-missing");
    if (!span.segments[segment]) return refuse("segment-missing");
    const segments = span.segments.toSpliced(segment, 1);
    if (segments.length === 0) return refuse("last-segment");
    if (isMarked(context.annotations.set, span.type, segments)) return refuse("already-tagged");
    const draft = draftOf(context);
    draft.spans.put({ ...span, segments });
    return draft.outcome({ span: spanId });
  },
};
