// What is proposed beside a claim: who says it and by which words.
import type { Id } from "../model/id.ts";
import type { Range } from "../model/range.ts";

/** Words that would be marked, or the span that marks them already. */
export interface ProposedMark extends Range {
  readonly span: Id | null;
}

/** At least one of voice and cue is there. `rule` names why, and is a key of the words that explain it. */
export interface Proposal {
  readonly voice: ProposedMark | null;
  readonly cue: ProposedMark | null;
  readonly rule: string;
  /** How sure the suggestion is whose voice and cue these are, and whose model made it; `null` for an order of words. */
  readonly suggested: Suggested | null;
}

/** Of a suggested card, what is remembered with the marks that come of it. */
interface Suggested {
  readonly confidence: number;
  readonly model: string | null;
}

export type Rule =
  | "between-segments"
  | "behind-claim"
  | "before-claim"
  | "according-to"
  | "participle"
  | "marked-nearby";

/** What a rule finds: the better, the higher the score. */
export interface Candidate {
  readonly voice: Range | null;
  readonly cue: Range | null;
  readonly rule: string;
  readonly score: number;
  readonly suggested?: Suggested;
}

/** Why each rule proposes what it does, as it is kept with the marks that are made. */
export const ruleReasons: Readonly<Record<string, string>> = {
  "between-segments": "The words between two parts of the claim say who says it.",
  "behind-claim": "The words right after the claim say who says it.",
  "before-claim": "The words before the claim say who says it.",
  "according-to": "The claim is given according to somebody.",
  participle: "A participle before the claim says that the sentence’s subject says it.",
  "marked-nearby": "The nearest voice and cue that are in no card yet.",
} satisfies Readonly<Record<Rule, string>>;
