// The reason of a proposal, in words for people: as it is shown, and as it is kept with the marks that come of it.
import type { Origin } from "../model/provenance.ts";
import { isKey } from "../words/keys.ts";
import { type Message, message, type Text } from "../words/message.ts";
import { createWords } from "../words/say.ts";
import type { MentionReason } from "./entity-groups.ts";

/** Why a suggestion is made, in one sentence. `model`: the name of the person's own model that made it. */
export function reasonOf(rule: string, model: string | null = null): Message {
  if (model !== null) return message("suggestions.because-model", { model });
  const key = `suggestions.because-${rule}`;
  return isKey(key) ? { key, values: {} } : message("suggestions.because-other", { rule });
}

/** Why each rule of the proposals beside a claim proposes what it does, as it is kept. */
export const proposalReasons = {
  "between-segments": "The words between two parts of the claim say who says it.",
  "behind-claim": "The words right after the claim say who says it.",
  "before-claim": "The words before the claim say who says it.",
  "according-to": "The claim is given according to somebody.",
  participle: "A participle before the claim says that the sentence’s subject says it.",
  "marked-nearby": "The nearest voice and cue that are in no card yet.",
} as const;
export type ProposalRule = keyof typeof proposalReasons;

/** What is kept with the marks is in one language, whoever made them. */
const { tell: tellInEnglish } = createWords({ language: "en", tag: "en" });

/** The reason of a suggestion, as it is kept. */
export const reasonToKeep = (rule: string, model: string | null): string =>
  tellInEnglish(reasonOf(rule, model));

/** A kept reason as it is shown: in the language chosen for the rules of this version; as it was kept for others. */
export function reasonKept({ rule, reason, model }: Extract<Origin, { by: "suggested" }>): Text {
  if (model !== undefined) return message("suggestions.because-model", { model });
  const [key] = [`proposals.rule-${rule}`, `suggestions.because-${rule}`].filter(isKey);
  return key === undefined ? reason : { key, values: {} };
}

/** Why a mention is taken for an entity's, in one sentence. `before`: the words that it goes on from. */
export const reasonOfMention = (reason: MentionReason, before: string): Message =>
  reason === "first"
    ? message("suggestions.mention-first")
    : message(`suggestions.mention-${reason}`, { before });
