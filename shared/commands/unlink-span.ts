// Takes a span out of a slot of a card. The card stays, even when nothing is left in it, so that another can be linked.
import { spansIn } from "../model/card-laws.ts";
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import type { SlotId } from "../model/tagset.ts";
import { withoutSpanIn } from "./card-slots.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";

interface UnlinkSpan {
  readonly card: Id;
  readonly span: Id;
  readonly slot: SlotId;
}

export const unlinkSpan: Command<UnlinkSpan> = {
  id: "unlink-span",
  run(context, { card: cardId, span, slot }) {
    const card = get(context.annotations.set.attributions, cardId);
    if (!card) return refuse("card-missing");
    if (!spansIn(card, slot).includes(span)) return refuse("not-in-slot");
    const draft = draftOf(context);
    draft.attributions.put(withoutSpanIn(card, slot, span));
    return draft.outcome({ card: cardId });
  },
};
