// Puts a span into a slot of a card: the one that is asked for, or the one that takes it.
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import { type SlotId, slotsFor } from "../model/tagset.ts";
import { firstRole, freeSlot, slotsWith, withoutSpan, withSpanIn } from "./card-slots.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";

/**
 * Without `slot`, the span goes where it fits. A span that stands in another slot of the card moves; a cue or claim takes
 * the place of the one before. `role` is for via, and is the tagset's first one when absent.
 */
interface LinkSpan {
  readonly card: Id;
  readonly span: Id;
  readonly slot?: SlotId;
  readonly role?: string;
}

export const linkSpan: Command<LinkSpan> = {
  id: "link-span",
  run(context, { card: cardId, span: spanId, slot: asked, role = firstRole(context.tagset) }) {
    const { annotations, tagset } = context;
    const card = get(annotations.set.attributions, cardId);
    if (!card) return refuse("card-missing");
    const span = get(annotations.set.spans, spanId);
    if (!span) return refuse("span-missing");
    const currentSlots = slotsWith(card, spanId);
    if (asked ? currentSlots.includes(asked) : currentSlots.length > 0) return refuse("already-in-slot");
    const accepting = slotsFor(tagset, span.type).map(({ id }) => id);
    const slot = asked ?? freeSlot(card, span.type, tagset) ?? accepting[0];
    if (!slot || !accepting.includes(slot)) return refuse("slot-refuses-type");
    if (slot === "via" && !tagset.viaRoles.some(({ id }) => id === role)) return refuse("unknown-value");
    const draft = draftOf(context);
    draft.attributions.put(withSpanIn(withoutSpan(card, spanId), slot, spanId, role));
    return draft.outcome({ span: spanId, card: cardId });
  },
};
