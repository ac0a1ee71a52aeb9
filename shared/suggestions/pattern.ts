// The pattern that suggestions have in common which an analyst takes for the same: the order of words, the verb, and how voice and claim
// are given.
import type { SuggestionPattern } from "../model/rejection.ts";
import type { Candidate } from "./candidate.ts";

const longestCue = 60;

/** The words of a cue as a pattern has them: on one line, in lower case, not too long. */
export const plainCue = (words: string): string =>
  words.replace(/\s+/gu, " ").trim().toLowerCase().slice(0, longestCue) || "–";

/** The rule of patterns that are about somebody who is not to be in the registry, not about a card. */
export const personRule = "person";

/** Two suggestions of one pattern stand or fall together once one of them was rejected for good. */
export function patternOf(text: string, { cue, lemma, features }: Candidate): SuggestionPattern {
  const { rule, voice, quoted, negated, form } = features;
  const shape = [voice, form, quoted ? "quoted" : "unquoted", ...(negated ? ["negated"] : [])].join(" ");
  return { rule, cue: lemma ?? plainCue(text.slice(cue.start, cue.end)), shape };
}
