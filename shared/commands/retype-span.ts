// Gives a span another type. In the cards that use it, it moves to a slot that takes the new type, where one is free.
import { isMarked, usersOf } from "../model/annotation-set.ts";
import type { Attribution } from "../model/attribution.ts";
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import { slotsFor, spanTypeOf, type Tagset } from "../model/tagset.ts";
import { firstRole, freeSlot, isEmptyCard, slotsWith, withoutSpanIn, withSpanIn } from "./card-slots.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";
import { removeCards } from "./remove-cards.ts";

interface RetypeSpan {
  readonly span: Id;
  readonly type: string;
}

export const retypeSpan: Command<RetypeSpan> = {
  id: "retype-span",
  run(context, { span: spanId, type: typeId }) {
    const { annotations, tagset } = context;
    const { set } = annotations;
    const span = get(set.spans, spanId);
    if (!span) return refuse("span-missing");
    const type = spanTypeOf(tagset, typeId);
    if (!type) return refuse("unknown-type");
    if (span.type === typeId) return refuse("nothing-to-change");
    if (isMarked(set, typeId, span.segments)) return refuse("already-tagged");
    const draft = draftOf(context);
    const { entity, ...rest } = span;
    draft.spans.put({ ...rest, ...(entity && type.refersToEntity ? { entity } : {}), type: typeId });
    const bare = new Set<Id>();
    for (const card of usersOf(set, spanId)) {
      const changed = refitted(card, spanId, typeId, tagset);
      draft.attributions.put(changed);
      if (isEmptyCard(changed)) bare.add(card.id);
    }
    removeCards(draft, set, bare);
    return draft.outcome({ span: spanId });
  },
};

/** The card with the span out of the slots that refuse its type, and in a free one if it has no other left. */
function refitted(card: Attribution, span: Id, type: string, tagset: Tagset): Attribution {
  const accepting = slotsFor(tagset, type).map(({ id }) => id);
  const remainingCard = slotsWith(card, span)
    .filter((slot) => !accepting.includes(slot))
    .reduce((rest, slot) => withoutSpanIn(rest, slot, span), card);
  if (slotsWith(remainingCard, span).length > 0) return remainingCard;
  const slot = freeSlot(remainingCard, type, tagset);
  return slot ? withSpanIn(remainingCard, slot, span, firstRole(tagset)) : remainingCard;
}
