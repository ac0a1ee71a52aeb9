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
  readonly rule: Rule;
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
  readonly rule: Rule;
  readonly score: number;
}
