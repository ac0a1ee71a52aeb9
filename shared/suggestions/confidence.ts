// How sure a candidate is: few features, each with a weight that can be read. The sum of the weights is the log odds.
import type { Features, SuggestionRule, VoiceKind } from "./candidate.ts";

export interface Weights {
  readonly bias: number;
  /** Times the log odds of the word's share. */
  readonly share: number;
  readonly rule: Readonly<Record<SuggestionRule, number>>;
  readonly voice: Readonly<Record<VoiceKind, number>>;
  /** Nobody does what a verb of a main clause says: an order, or a phrase that was not understood. */
  readonly unsaid: number;
  readonly farVoice: number;
  readonly modal: number;
  readonly negated: number;
  readonly present: number;
  readonly form: Readonly<Record<Features["form"], number>>;
  readonly subordinate: number;
  readonly question: number;
  readonly quoted: number;
  readonly shortClaim: number;
  readonly headline: number;
}

export const weights: Weights = {
  bias: 0,
  share: 0.8,
  rule: {
    "quotation-before": 2.6,
    "quotation-after": 2.2,
    "clause-before": 1.8,
    "clause-around": 1.6,
    "that-clause": 1.4,
    "bare-clause": 1.2,
    "question-clause": 0.2,
    infinitive: 0.6,
    gerund: 0,
    object: 0,
    preposition: 0.4,
    passive: 0.2,
    seeming: 1.2,
    adjective: 0,
    "light-verb": 0,
    "according-to": 1.2,
    colon: 1.2,
    noun: 0.1,
    "credit-line": 2,
  },
  voice: { name: 0.5, person: 0.4, pronoun: 0.3, relative: -0.2, document: 0.5, other: -0.6, none: -1.2 },
  unsaid: -2.5,
  farVoice: -0.3,
  modal: -0.5,
  negated: -0.3,
  present: 0,
  form: { finite: 0.2, ing: 0, infinitive: -0.8, participle: -1, none: 0 },
  subordinate: -0.4,
  question: -0.6,
  quoted: 0.5,
  shortClaim: -0.8,
  headline: 0,
};

/** Between 0 and 1. */
export function confidenceOf(features: Features, using: Weights = weights): number {
  const share = Math.min(0.97, Math.max(0.03, features.share));
  const sum =
    using.bias +
    using.share * Math.log(share / (1 - share)) +
    using.rule[features.rule] +
    using.voice[features.voice] +
    using.form[features.form] +
    (features.voice === "none" &&
    features.form === "finite" &&
    features.rule !== "passive" &&
    features.rule !== "seeming"
      ? using.unsaid
      : 0) +
    (features.farVoice ? using.farVoice : 0) +
    (features.modal ? using.modal : 0) +
    (features.negated ? using.negated : 0) +
    (features.present ? using.present : 0) +
    (features.subordinate ? using.subordinate : 0) +
    (features.question ? using.question : 0) +
    (features.quoted ? using.quoted : 0) +
    (features.shortClaim ? using.shortClaim : 0) +
    (features.headline ? using.headline : 0);
  return 1 / (1 + Math.exp(-sum));
}
