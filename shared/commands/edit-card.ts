// Shared by the commands that change one value of one card.
import type { Attribution } from "../model/attribution.ts";
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import type { CommandContext, Outcome, RefusalCode } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";

/** The outcome of an edit of one card: the card with another value, or why it cannot have it. */
export function cardEdited(
  context: CommandContext,
  id: Id,
  edit: (card: Attribution) => Attribution | RefusalCode,
): Outcome {
  const card = get(context.annotations.set.attributions, id);
  if (!card) return refuse("card-missing");
  const edited = edit(card);
  if (typeof edited === "string") return refuse(edited);
  const draft = draftOf(context);
  draft.attributions.put(edited);
  return draft.outcome({ card: id });
}
