// Suggestions as a line of JSON: UTF-16 offsets of the article's text, end exclusive.
import type { Range } from "../model/range.ts";
import type { LineRange } from "../schema/attribution-lines.ts";
import type { Suggestion } from "./suggest.ts";

export interface SuggestedAttribution {
  readonly source: readonly LineRange[];
  readonly cue: readonly LineRange[];
  readonly content: readonly LineRange[];
  readonly type: Suggestion["kind"];
  /** From 0 to 1, three decimals. */
  readonly confidence: number;
  readonly rule: string;
  /** Only where it lies in the content of another: that one's index in the list. */
  readonly within?: number;
}

export interface SuggestedLine {
  readonly id: string;
  readonly attributions: readonly SuggestedAttribution[];
}

export function lineOfSuggestions(id: string, suggestions: readonly Suggestion[]): SuggestedLine {
  return {
    id,
    attributions: suggestions.map(({ voice, cue, claim, kind, confidence, rule, within }) => ({
      source: voice ? [pair(voice)] : [],
      cue: [pair(cue)],
      content: claim.map(pair),
      type: kind,
      confidence: Math.round(confidence * 1_000) / 1_000,
      rule,
      ...(within !== null && { within }),
    })),
  };
}

const pair = ({ start, end }: Range): LineRange => [start, end];
