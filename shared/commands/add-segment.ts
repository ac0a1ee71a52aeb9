// Adds another stretch of text to a span, as in a claim that "he said" interrupts.
import { isMarked } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";
import { hull, type Range } from "../model/range.ts";
import { get } from "../model/table.ts";
import { spanTypeOf } from "../model/tagset.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";
import { onlySpacesBetween, sameSegments, segmentsOf, selected } from "./segments.ts";

interface AddSegment {
  readonly span: Id;
  readonly range: Range;
  readonly snap: boolean;
}

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
    if (isMarked(context.annotations.set, span.type, segments)) return refuse("already-tagged");
    const draft = draftOf(context);
    draft.spans.put({ ...span, segments });
    return draft.outcome({ span: spanId });
  },
};
