// The candidates of the stages, before anything is decided: somebody, words of saying, and what may be said.
import type { Range } from "../model/range.ts";

/** By which order of words it was found. The first part of the reason that people read. */
export const suggestionRules = [
  "quotation-before",
  "quotation-after",
  "clause-before",
  "clause-around",
  "that-clause",
  "bare-clause",
  "question-clause",
  "infinitive",
  "gerund",
  "object",
  "preposition",
  "passive",
  "seeming",
  "adjective",
  "light-verb",
  "according-to",
  "colon",
  "noun",
  "credit-line",
] as const;
export type SuggestionRule = (typeof suggestionRules)[number];

/** How the voice is given. */
export type VoiceKind = "name" | "person" | "pronoun" | "relative" | "document" | "other" | "none";

/** The features that the confidence is made from; all are 0 or 1 but `share`. */
export interface Features {
  readonly rule: SuggestionRule;
  /** How often the word reports, 0 to 1. */
  readonly share: number;
  readonly voice: VoiceKind;
  /** The subject is not beside the verb. */
  readonly farVoice: boolean;
  readonly modal: boolean;
  readonly negated: boolean;
  readonly present: boolean;
  /** `main`, or what the verb is below: "…, saying", "to say". */
  readonly form: "finite" | "ing" | "infinitive" | "participle" | "none";
  /** In a clause that begins with "if", "when", "because" and the like. */
  readonly subordinate: boolean;
  readonly question: boolean;
  /** The claim holds words in quotation marks. */
  readonly quoted: boolean;
  readonly shortClaim: boolean;
  /** In a line that ends without a full stop, such as a headline. */
  readonly headline: boolean;
}

/** All ranges are of the article's text; `claim` is in order and has at least one. */
export interface Candidate {
  readonly voice: Range | null;
  readonly cue: Range;
  /** What of the cue stands apart, in order; absent where nothing does. */
  readonly apart?: readonly Range[];
  readonly claim: readonly Range[];
  readonly features: Features;
  /** Of the cue's verb; absent where the cue has none. */
  readonly lemma?: string;
  /** Index of the sentence. */
  readonly sentence: number;
  /** Another quotation of a speech whose voice and cue stand with the one before; absent elsewhere. */
  readonly resumes?: true;
}

/** Token indexes, in order, ends included. `cueLast`: the cue reaches so far. */
export interface FoundClaim {
  readonly segments: readonly (readonly [first: number, last: number])[];
  readonly rule: SuggestionRule;
  readonly cueLast: number;
}
