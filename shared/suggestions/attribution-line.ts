// Suggestions as a line of JSON: UTF-16 offsets of the article's text, end exclusive.
import { articleTextOf } from "../model/article-text.ts";
import type { Range } from "../model/range.ts";
import type { LineRange } from "../schema/attribution-lines.ts";
import { entitiesIn } from "./entities.ts";
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
  /** Only where there is one: what the words came through, and as what. */
  readonly via?: readonly { readonly range: LineRange; readonly role: string }[];
  /** Only where they are not the usual ones: asserts, say, unspecified, false. */
  readonly polarity?: string;
  readonly act?: string;
  readonly channel?: string;
  readonly hedged?: true;
}

/** Who voices are: `mentions` in reading order, pronouns too. */
export interface SuggestedEntityLine {
  readonly name: string;
  readonly type: string;
  readonly naming: string;
  readonly mentions: readonly LineRange[];
  readonly role?: string;
  /** Of those who go unnamed: how many they are, and the reason that the article gives. */
  readonly number?: number;
  readonly reason?: string;
}

export interface SuggestedLine {
  readonly id: string;
  readonly attributions: readonly SuggestedAttribution[];
  readonly entities: readonly SuggestedEntityLine[];
}

export function lineOfSuggestions(
  id: string,
  text: string,
  suggestions: readonly Suggestion[],
): SuggestedLine {
  return {
    id,
    attributions: suggestions.map(({ voice, cue, claim, kind, confidence, rule, within, via, fields }) => ({
      source: voice ? [pair(voice)] : [],
      cue: [pair(cue)],
      content: claim.map(pair),
      type: kind,
      confidence: Math.round(confidence * 1_000) / 1_000,
      rule,
      ...(within !== null && { within }),
      ...(via.length > 0 && { via: via.map(({ range, role }) => ({ range: pair(range), role })) }),
      ...(fields.polarity !== "asserts" && { polarity: fields.polarity }),
      ...(fields.act !== "say" && { act: fields.act }),
      ...(fields.channel !== "unspecified" && { channel: fields.channel }),
      ...(fields.hedged && { hedged: true as const }),
    })),
    entities: entitiesIn(articleTextOf(text), suggestions).map(
      ({ name, type, naming, mentions, role, number, anonymity }) => ({
        name,
        type,
        naming,
        mentions: mentions.map(({ range }) => pair(range)),
        ...(role !== null && { role }),
        ...(number !== null && { number }),
        ...(anonymity && { reason: anonymity.reason }),
      }),
    ),
  };
}

const pair = ({ start, end }: Range): LineRange => [start, end];
