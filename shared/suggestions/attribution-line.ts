// Suggestions as a line of JSON: UTF-16 offsets of the article's text, end exclusive.
import type { ArticleText } from "../model/article-text.ts";
import type { Range } from "../model/range.ts";
import type { LineRange } from "../schema/attribution-lines.ts";
import { entitiesAmong, entitiesIn, type SuggestedEntity } from "./entities.ts";
import type { RuleSuggestion } from "./suggest.ts";
import type { SuggestedCard } from "./suggested-card.ts";

interface SuggestedAttribution {
  readonly source: readonly LineRange[];
  readonly cue: readonly LineRange[];
  readonly content: readonly LineRange[];
  readonly type: RuleSuggestion["kind"];
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
  /** Only where a model of the person's own proposes it. */
  readonly model?: string;
}

/** Who voices are: `mentions` in reading order, pronouns too. */
interface SuggestedEntityLine {
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
  article: ArticleText,
  suggestions: readonly RuleSuggestion[],
): SuggestedLine {
  return {
    id,
    attributions: suggestions.map(
      ({ voice, cue, apart, claim, kind, confidence, rule, within, via, fields }) => ({
        source: voice ? [pair(voice)] : [],
        cue: [cue, ...apart].map(pair),
        content: claim.map(pair),
        type: kind,
        confidence: rounded(confidence),
        rule,
        ...(within !== null && { within }),
        ...(via.length > 0 && { via: via.map(({ range, role }) => ({ range: pair(range), role })) }),
        ...unusual({ ...fields }),
      }),
    ),
    entities: entitiesIn(article, suggestions).map(entityLine),
  };
}

/** What a model of the person's own proposes, in the same form; `within` counts in the same list. */
export function lineOfCards(
  id: string,
  article: ArticleText,
  cards: readonly SuggestedCard[],
): SuggestedLine {
  const voices = cards
    .flatMap(({ voice }) => voice.slice(0, 1))
    .sort((a, b) => a.start - b.start)
    .filter(({ start }, at, all) => all[at - 1]?.start !== start);
  return {
    id,
    attributions: cards.map((card) => ({
      source: card.voice.map(pair),
      cue: card.cue.map(pair),
      content: card.claim.map(pair),
      type: card.kind,
      confidence: rounded(card.confidence),
      rule: card.rule,
      ...(card.within !== null && { within: card.within }),
      ...(card.via.length > 0 && { via: card.via.map((one) => ({ range: pair(one), role: one.role })) }),
      ...unusual(card.fields),
      ...(card.model !== null && { model: card.model }),
    })),
    entities: entitiesAmong(article, voices).map(entityLine),
  };
}

const rounded = (confidence: number): number => Math.round(confidence * 1_000) / 1_000;

function unusual({ polarity, act, channel, hedged }: Readonly<Record<string, string | boolean>>) {
  return {
    ...(typeof polarity === "string" && polarity !== "asserts" && { polarity }),
    ...(typeof act === "string" && act !== "say" && { act }),
    ...(typeof channel === "string" && channel !== "unspecified" && { channel }),
    ...(hedged === true && { hedged: true as const }),
  };
}

const entityLine = ({
  name,
  type,
  naming,
  mentions,
  role,
  number,
  anonymity,
}: SuggestedEntity): SuggestedEntityLine => ({
  name,
  type,
  naming,
  mentions: mentions.map(({ range }) => pair(range)),
  ...(role !== null && { role }),
  ...(number !== null && { number }),
  ...(anonymity && { reason: anonymity.reason }),
});

const pair = ({ start, end }: Range): LineRange => [start, end];
