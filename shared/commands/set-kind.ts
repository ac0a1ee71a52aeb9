// Overrides how the claim's words are given, or leaves it to the quotation marks again.
import type { Kind } from "../model/attribution.ts";
import type { Id } from "../model/id.ts";
import type { Command } from "./command.ts";
import { cardEdited } from "./edit-card.ts";

/** `kind`: `null` leaves it to the quotation marks. */
interface SetKind {
  readonly card: Id;
  readonly kind: Kind | null;
}

export const setKind: Command<SetKind> = {
  id: "set-kind",
  run: (context, { card: cardId, kind }) => cardEdited(context, cardId, (card) => ({ ...card, kind })),
};
