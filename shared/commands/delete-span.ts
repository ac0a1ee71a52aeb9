// Deletes a span. It leaves the cards that use it; a card that is left with nothing goes too.
import { usersOf } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import { isEmptyCard, withoutSpan } from "./card-slots.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";
import { removeCards } from "./remove-cards.ts";

interface DeleteSpan {
  readonly span: Id;
}

export const deleteSpan: Command<DeleteSpan> = {
  id: "delete-span",
  run(context, { span }) {
    const { set } = context.annotations;
    if (!get(set.spans, span)) return refuse("span-missing");
    const draft = draftOf(context);
    draft.spans.remove(span);
    const bare = new Set<Id>();
    for (const card of usersOf(set, span)) {
      const remainingCard = withoutSpan(card, span);
      draft.attributions.put(remainingCard);
      if (isEmptyCard(remainingCard)) bare.add(card.id);
    }
    removeCards(draft, set, bare);
    return draft.outcome({ span: null });
  },
};
