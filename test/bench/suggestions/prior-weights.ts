// The weights that the fit begins from and is held to: as they were set by hand, from what verbs and orders of words mean. The bias
// stays the one set by hand, whatever is fitted: our own articles hold fewer doubtful cases than newspapers do, and a wrong suggestion
// costs more than a missing one.
import type { Weights } from "../../../shared/suggestions/suggest.ts";

export const priorWeights: Weights = {
  bias: -0.2,
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
