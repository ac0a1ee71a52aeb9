// Why a suggestion is made, in words for people.
import { isKey } from "../words/keys.ts";
import { type Message, message } from "../words/message.ts";
import type { SuggestedMention } from "./entities.ts";

/** One sentence. `model`: the name of the person's own model that made it. */
export function reasonOf(rule: string, model: string | null = null): Message {
  if (model !== null) return message("suggestions.because-model", { model });
  const key = `suggestions.because-${rule}`;
  return isKey(key) ? { key, values: {} } : message("suggestions.because-other", { rule });
}

/** Why a mention is taken for an entity's, in words for people: one sentence, with the words before it that it goes on from. */
export function reasonOfMention(text: string, { reason, antecedent }: SuggestedMention): Message {
  if (reason === "first") return message("suggestions.mention-first");
  const before = antecedent ? text.slice(antecedent.start, antecedent.end) : "";
  return message(`suggestions.mention-${reason}`, { before });
}
