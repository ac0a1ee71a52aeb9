// Says what part a source played: told to it, published in it, first reported by it.
import type { Id } from "../model/id.ts";
import type { Command } from "./command.ts";
import { refuse } from "./draft.ts";
import { cardEdited } from "./edit-card.ts";

interface SetViaRole {
  readonly card: Id;
  readonly span: Id;
  readonly role: string;
}

export const setViaRole: Command<SetViaRole> = {
  id: "set-via-role",
  run(context, { card: cardId, span, role }) {
    if (!context.tagset.viaRoles.some(({ id }) => id === role)) return refuse("unknown-value");
    return cardEdited(context, cardId, (card) =>
      card.via.some((via) => via.span === span)
        ? { ...card, via: card.via.map((via) => (via.span === span ? { ...via, role } : via)) }
        : "not-in-slot",
    );
  },
};
