// Says of a card that its claim is not about somebody, also about one who is no longer in the registry.
import { withoutAbout } from "../model/card-about.ts";
import type { Id } from "../model/id.ts";
import type { Command } from "./command.ts";
import { cardEdited } from "./edit-card.ts";

interface RemoveAbout {
  readonly card: Id;
  /** With all those who count as the same one. */
  readonly entity: Id;
}

export const removeAbout: Command<RemoveAbout> = {
  id: "remove-about",
  run(context, { card: cardId, entity }) {
    const { entities } = context.annotations;
    return cardEdited(context, cardId, (card) => withoutAbout(card, entity, entities));
  },
};
