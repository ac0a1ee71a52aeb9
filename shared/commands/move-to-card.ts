// Moves a span from one card to another, into the slot it had and with the role it had.
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import { isEmptyCard, slotsWith, withoutSpan, withSpanIn } from "./card-slots.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";
import { removeCards } from "./remove-cards.ts";

/**
 * A cue or claim takes the place of the one that the other card had. A card that is left with nothing goes.
 */
interface MoveToCard {
  readonly span: Id;
  readonly from: Id;
  readonly to: Id;
}

export const moveToCard: Command<MoveToCard> = {
  id: "move-to-card",
  run(context, { span, from: fromId, to: toId }) {
    const { set } = context.annotations;
    if (!get(set.spans, span)) return refuse("span-missing");
    const from = get(set.attributions, fromId);
    const to = get(set.attributions, toId);
    if (!from || !to) return refuse("card-missing");
    const slots = slotsWith(from, span);
    if (slots.length === 0) return refuse("not-in-slot");
    if (slotsWith(to, span).length > 0) return refuse("already-in-slot");
    const role = from.via.find((via) => via.span === span)?.role ?? "";
    const remainingCard = withoutSpan(from, span);
    const draft = draftOf(context);
    draft.attributions.put(remainingCard);
    draft.attributions.put(slots.reduce((card, slot) => withSpanIn(card, slot, span, role), to));
    if (isEmptyCard(remainingCard)) removeCards(draft, set, new Set([fromId]));
    return draft.outcome({ span, card: toId });
  },
};
