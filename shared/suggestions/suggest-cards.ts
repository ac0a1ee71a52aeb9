// All that is suggested for an article, ready to be shown and accepted: whole cards with their fields, who is meant by their voices and
// sources, and in which language the article is.
import { emptySet } from "../model/annotation-set.ts";
import { articleTextOf } from "../model/article-text.ts";
import { type ArticleLanguage, languageOf } from "../model/language.ts";
import { overlaps } from "../model/range.ts";
import { gatherEntities, isSomebody, type SuggestedEntity, voiceMentionsIn } from "./entities.ts";
import { adaptedSuggestions } from "./learning/adapted.ts";
import { type Missed, missedIn } from "./missed.ts";
import { type OwnWords, ownCues } from "./own-words.ts";
import { plainCue } from "./pattern.ts";
import { type RuleSuggestion, suggestFor } from "./suggest.ts";
import { leastSure, type SuggestedCard } from "./suggested-card.ts";

/** What the rules, a person's own words and models suggest for one article. */
export interface ArticleSuggestions {
  readonly cards: readonly SuggestedCard[];
  readonly people: readonly SuggestedEntity[];
  /** `null`: one of which no words are known. */
  readonly language: ArticleLanguage | null;
  /** Quotations and words of saying, whatever is marked already (see `uncovered`). */
  readonly missed: readonly Missed[];
}

/** Nothing is marked in it. */
const nobodysSet = emptySet({ articleId: "", annotatorId: "", textHash: "" });

/**
 * Linear in the length of the text; never throws. `language`: as `languageOfArticle` has it. `others`: what models of the person's own suggest for it, whose `within` counts in
 * their own list.
 */
export function suggestCards(
  text: string,
  own: OwnWords,
  others: readonly (readonly SuggestedCard[])[] = [],
  language: ArticleLanguage | null = languageOf(text),
): ArticleSuggestions {
  const article = articleTextOf(text, language);
  const { rules: suggestions, patterns } = own.learned
    ? adaptedSuggestions(article, own.learned)
    : { rules: suggestFor(article, { atLeast: leastSure, nested: true }), patterns: [] };
  const ruled = suggestions.map(cardOf);
  const found = [...ruled, ...patterns];
  const allCards = others.reduce(joinCards, [...found, ...newCues(found, ownCues(article, own))]);
  const voices = mentions(allCards.slice(ruled.length)).map((range) => ({
    range,
    via: null,
    enclosing: null,
  }));
  const ofRules = voiceMentionsIn(suggestions);
  const starts = new Set(ofRules.map(({ range }) => range.start));
  const named = [...ofRules, ...voices.filter(({ range }) => !starts.has(range.start))].sort(
    (a, b) => a.range.start - b.range.start,
  );
  const people = gatherEntities(article, named);
  return {
    people,
    cards: withPeople(allCards, people),
    language: article.language,
    missed: missedIn(article, nobodysSet),
  };
}

const joinCards = (before: readonly SuggestedCard[], more: readonly SuggestedCard[]): SuggestedCard[] => [
  ...before,
  ...more.map((card) => (card.within === null ? card : { ...card, within: card.within + before.length })),
];

/** What the rules have found goes before what an own word alone points to. */
const newCues = (found: readonly SuggestedCard[], own: readonly SuggestedCard[]): readonly SuggestedCard[] =>
  own.filter(({ cue }) => !found.some((other) => other.cue.some((a) => cue.some((b) => overlaps(a, b)))));

/** The voices, each once, in reading order. */
const mentions = (cards: readonly SuggestedCard[]) =>
  [...new Map(cards.flatMap(({ voice }) => voice.slice(0, 1)).map((one) => [one.start, one])).values()].sort(
    (a, b) => a.start - b.start,
  );

function withPeople(
  cards: readonly SuggestedCard[],
  people: readonly SuggestedEntity[],
): readonly SuggestedCard[] {
  const byStart = new Map(
    people.flatMap((one, at) =>
      isSomebody(one) ? one.mentions.map(({ range }) => [range.start, at] as const) : [],
    ),
  );
  const personAt = (start: number | undefined): number | null => byStart.get(start ?? -1) ?? null;
  return cards.map((card) => ({
    ...card,
    person: personAt(card.voice[0]?.start),
    via: card.via.map((one) => ({ ...one, person: personAt(one.start) })),
  }));
}

function cardOf(suggestion: RuleSuggestion): SuggestedCard {
  const { voice, cue, apart, claim, via, kind, fields, confidence, rule, within, pattern, resumes } =
    suggestion;
  return {
    voice: voice ? [voice] : [],
    cue: [cue, ...apart],
    claim,
    via: via.map(({ range, role }) => ({ start: range.start, end: range.end, role, person: null })),
    kind,
    fields: { ...fields },
    confidence: Math.round(confidence * 1_000) / 1_000,
    rule,
    model: null,
    within,
    pattern: { ...pattern, cue: plainCue(pattern.cue) },
    person: null,
    ...(resumes && { resumes }),
  };
}
