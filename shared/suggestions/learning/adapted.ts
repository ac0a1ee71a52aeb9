// The suggestions for an article by the rules and by what was learned from the person's own cards.
import type { ArticleText } from "../../model/article-text.ts";
import { contains, overlaps } from "../../model/range.ts";
import { plainCue } from "../pattern.ts";
import { quotationsOf, type RuleSuggestion, suggestFor } from "../suggest.ts";
import { leastSure, type SuggestedCard } from "../suggested-card.ts";
import type { Learned, OwnVerb } from "./learned.ts";
import { namesByLength, voiceByName } from "./own-names.ts";
import { cardsByPatterns } from "./own-patterns.ts";
import { refitted } from "./refit.ts";

/** Less sure ones are not even judged: what was learned may make a suggestion surer that the rules alone would not show. */
const leastJudged = 0.12;

/** What the rules and own verbs find, to be judged by what was learned. */
export const judgedBy = (article: ArticleText, verbs: readonly OwnVerb[]): readonly RuleSuggestion[] =>
  suggestFor(article, { atLeast: leastJudged, nested: true, verbs });

interface AdaptedSuggestions {
  readonly rules: readonly RuleSuggestion[];
  /** What the project's own patterns find; `within` counts in `rules`. */
  readonly patterns: readonly SuggestedCard[];
}

/**
 * Nested ones, too. `suggested`: what is judged, where that is known (see `judgedBy`). In the length of the text times the number of patterns,
 * the number of suggestions times that of names, and that times the number of cards that the patterns find.
 */
export function adaptedSuggestions(
  article: ArticleText,
  learned: Learned,
  suggested: readonly RuleSuggestion[] = judgedBy(article, learned.verbs),
): AdaptedSuggestions {
  const { patterns, names, weights } = learned;
  const byPatterns = cardsByPatterns(article, quotationsOf(article), patterns);
  const ordered = namesByLength(names);
  const rated = suggested.map((one) => ({
    ...one,
    voice: one.voice && voiceByName(article.text, one.voice, ordered),
    confidence: refitted(
      { confidence: one.confidence, rule: one.rule, cue: plainCue(one.pattern.cue) },
      weights,
    ),
  }));
  const rules = keeping(
    rated,
    (one) => one.confidence >= leastSure && !byPatterns.some((card) => readsOtherwise(one, card)),
  );
  return { rules, patterns: byPatterns.map((card) => ({ ...card, within: holderOf(card, rules) })) };
}

/** The same words are the cue or the voice of a card by an own pattern, or have the same claim. */
function readsOtherwise({ cue, claim }: RuleSuggestion, card: SuggestedCard): boolean {
  const own = [...card.voice, ...card.cue];
  if (own.some((range) => overlaps(range, cue))) return true;
  const isInside = card.claim.some((range) => contains(range, cue));
  return !isInside && claim.some((range) => card.claim.some((other) => overlaps(range, other)));
}

/** The innermost suggestion whose claim holds the card's cue. */
function holderOf({ cue }: SuggestedCard, rules: readonly RuleSuggestion[]): number | null {
  let holder: number | null = null;
  let smallest = Infinity;
  for (const [at, { claim }] of rules.entries()) {
    const length = claim.reduce((sum, { start, end }) => sum + end - start, 0);
    if (length < smallest && cue.every((one) => claim.some((range) => contains(range, one))))
      [holder, smallest] = [at, length];
  }
  return holder;
}

/** Those that stay; one within another that goes lies within the next one around that. */
function keeping(
  suggestions: readonly RuleSuggestion[],
  stays: (one: RuleSuggestion) => boolean,
): readonly RuleSuggestion[] {
  const indexes = new Map<number, number>();
  const kept = suggestions.filter((one, at) => {
    const isKept = stays(one);
    if (isKept) indexes.set(at, indexes.size);
    return isKept;
  });
  return kept.map((one) => {
    let { within } = one;
    while (within !== null && !indexes.has(within)) within = suggestions[within]?.within ?? null;
    return { ...one, within: within === null ? null : (indexes.get(within) ?? null) };
  });
}
