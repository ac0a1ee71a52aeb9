// The features of a cue that is no verb.
import type { ArticleText } from "../model/article-text.ts";
import type { Features, SuggestionRule } from "./candidate.ts";
import type { Sentence } from "./sentence.ts";

/** What a cue without a verb has no part in. */
export const plain = {
  farVoice: false,
  modal: false,
  negated: false,
  present: false,
  form: "none",
  subordinate: false,
  question: false,
  quoted: false,
  shortClaim: false,
  headline: false,
} as const;

export const plainFeatures = (
  article: ArticleText,
  read: Sentence,
  rule: SuggestionRule,
  voice: Features["voice"],
  share: number,
): Features => ({
  ...plain,
  rule,
  share,
  voice,
  question: article.text.charAt(read.end - 1) === "?",
  headline: read.start === 0,
});
