// Puts a card within another, as in "A said that B agreed", or takes it out.
import { liesWithin } from "../model/card-laws.ts";
import type { Id } from "../model/id.ts";
import { has } from "../model/table.ts";
import type { Command } from "./command.ts";
import { refuse } from "./draft.ts";
import { cardEdited } from "./edit-card.ts";

/** `within`: the enclosing card; `null` takes the card out. */
interface NestAttribution {
  readonly card: Id;
  readonly within: Id | null;
}

export const nestAttribution: Command<NestAttribution> = {
  id: "nest-attribution",
  run(context, { card: cardId, within }) {
    const { set } = context.annotations;
    if (within !== null && !has(set.attributions, within)) return refuse("card-missing");
    return cardEdited(context, cardId, (card) =>
      within !== null && liesWithin(set, within, cardId) ? "would-contain-itself" : { ...card, within },
    );
  },
};
