// Why a suggestion is made, in words for people.
import { isKey } from "../words/keys.ts";
import { type Message, message } from "../words/message.ts";
import type { MentionReason } from "./entity-groups.ts";

/** One sentence. `model`: the name of the person's own model that made it. */
export function reasonOf(rule: string, model: string | null = null): Message {
  if (model !== null) return message("suggestions.because-model", { model });
  const key = `suggestions.because-${rule}`;
  return isKey(key) ? { key, values: {} } : message("suggestions.because-other", { rule });
}

/** Why a mention is taken for an entity's, in one sentence. `before`: the words that it goes on from. */
export const reasonOfMention = (reason: MentionReason, before: string): Message =>
  reason === "first"
    ? message("suggestions.mention-first")
    : message(`suggestions.mention-${reason}`, { before });
