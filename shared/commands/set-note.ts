// Writes the note of a card.
import { longestNote } from "../model/card-laws.ts";
import type { Id } from "../model/id.ts";
import type { Command } from "./command.ts";
import { refuse } from "./draft.ts";
import { cardEdited } from "./edit-card.ts";

interface SetNote {
  readonly card: Id;
  readonly note: string;
}

export const setNote: Command<SetNote> = {
  id: "set-note",
  run(context, { card: cardId, note }) {
    if (note.length > longestNote) return refuse("note-too-long");
    return cardEdited(context, cardId, (card) => ({ ...card, note }));
  },
};
