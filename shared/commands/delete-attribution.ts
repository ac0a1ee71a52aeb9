// Deletes a card. Its spans stay; the cards within it move out to where it lay.
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";
import { removeCards } from "./remove-cards.ts";

interface DeleteAttribution {
  readonly card: Id;
}

export const deleteAttribution: Command<DeleteAttribution> = {
  id: "delete-attribution",
  run(context, { card }) {
    const { set } = context.annotations;
    if (!get(set.attributions, card)) return refuse("card-missing");
    const draft = draftOf(context);
    removeCards(draft, set, new Set([card]));
    return draft.outcome({ card: null });
  },
};
