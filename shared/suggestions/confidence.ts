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
  bias: -0.2,
  share: 0.7,
  rule: {
    "quotation-before": 2.7,
    "quotation-after": 2.2,
    "clause-before": 1.4,
    "clause-around": 1.6,
    "that-clause": 1.7,
    "bare-clause": 0.8,
    "question-clause": 0.3,
    infinitive: 0.5,
    gerund: 0,
    object: 0.3,
    preposition: 0.2,
    passive: 0.3,
    seeming: 1.2,
    adjective: 0,
    "light-verb": 0,
    "according-to": 1.3,
    colon: 1.3,
    noun: 0.1,
    "credit-line": 2,
  },
  voice: { name: 0.8, person: 0.5, pronoun: 0.1, relative: -0.6, document: 0.6, other: -0.3, none: -1.4 },
  unsaid: -2.6,
  farVoice: -0.7,
  modal: -0.4,
  negated: -0.1,
  present: 0.3,
  form: { finite: 0.5, ing: -0.4, infinitive: -0.8, participle: -1, none: 0.1 },
  subordinate: -1,
  question: -0.6,
  quoted: 0.6,
  shortClaim: -1,
  headline: -0.7,
};

/** Between 0 and 1. */
export const confidenceOf = (features: Features, using: Weights = weights): number =>
  1 / (1 + Math.exp(-logOddsOf(features, using)));

/** The sum of the weights that the features have: linear in each weight, so that they can be fitted. */
export function logOddsOf(features: Features, using: Weights): number {
  const share = Math.min(0.97, Math.max(0.03, features.share));
  return (
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
    (features.headline ? using.headline : 0)
  );
}
