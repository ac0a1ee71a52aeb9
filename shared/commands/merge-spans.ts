// Makes one span of two of the same type, as when a claim was marked in two pieces.
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";
import { uniteSpans } from "./unite-spans.ts";

/**
 * `span` stays and gets the other's text as well; the other goes. The cards of both have the one that stays. Refused when
 * they point to different entities, or when both are the claim of a card: those are merged as cards.
 */
interface MergeSpans {
  readonly span: Id;
  readonly other: Id;
}

export const mergeSpans: Command<MergeSpans> = {
  id: "merge-spans",
  run(context, { span, other: otherId }) {
    const into = get(context.annotations.set.spans, span);
    const otherSpan = get(context.annotations.set.spans, otherId);
    if (!into || !otherSpan) return refuse("span-missing");
    if (into === otherSpan) return refuse("merge-with-itself");
    const draft = draftOf(context);
    const refusal = uniteSpans(context, draft, { into, other: otherSpan, merging: null });
    return refusal === null ? draft.outcome({ span }) : refuse(refusal);
  },
};
