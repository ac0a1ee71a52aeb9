// Sets a flag on a card, or takes it off.
import type { Id } from "../model/id.ts";
import type { Command } from "./command.ts";
import { refuse } from "./draft.ts";
import { cardEdited } from "./edit-card.ts";

interface ToggleFlag {
  readonly card: Id;
  readonly flag: string;
}

export const toggleFlag: Command<ToggleFlag> = {
  id: "toggle-flag",
  run(context, { card: cardId, flag }) {
    if (!context.tagset.flags.some(({ id }) => id === flag)) return refuse("unknown-flag");
    return cardEdited(context, cardId, (card) => ({
      ...card,
      flags: card.flags.includes(flag) ? card.flags.filter((set) => set !== flag) : [...card.flags, flag],
    }));
  },
};
