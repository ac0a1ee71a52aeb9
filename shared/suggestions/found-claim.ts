// A claim that a stage found for a cue.
import type { SuggestionRule } from "./candidate.ts";

/** Token indexes, in order, ends included. `cueLast`: the cue reaches so far. */
export interface FoundClaim {
  readonly segments: readonly (readonly [first: number, last: number])[];
  readonly rule: SuggestionRule;
  readonly cueLast: number;
}
