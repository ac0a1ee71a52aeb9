// Why a suggestion is made, in words for people.
import { type Message, message } from "../words/message.ts";
import type { SuggestionRule } from "./candidate.ts";
import type { SuggestedMention } from "./entities.ts";

/** One sentence. */
export const reasonOf = (rule: SuggestionRule): Message => message(`suggestions.because-${rule}`);

/** Why a mention is taken for an entity's, in words for people: one sentence, with the words before it that it goes on from. */
export function reasonOfMention(text: string, { reason, antecedent }: SuggestedMention): Message {
  if (reason === "first") return message("suggestions.mention-first");
  const before = antecedent ? text.slice(antecedent.start, antecedent.end) : "";
  return message(`suggestions.mention-${reason}`, { before });
}
