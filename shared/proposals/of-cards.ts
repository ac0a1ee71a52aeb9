// Who says a claim that was marked by hand, where the suggestions for the article have a card for these words: they know parts of
// speech and the whole article, so they go before the orders of words.
import { overlaps, type Range } from "../model/range.ts";
import type { ProposedCard } from "../suggestions/proposed-card.ts";
import type { Candidate } from "./proposal.ts";

/** How much of both claims together they share at least: people and rules draw edges otherwise. */
const leastShared = 0.3;

/** The cards whose claims are most nearly the marked one, the nearest first; none whose voice or cue lies in it. */
export function candidatesOf(cards: readonly ProposedCard[], segments: readonly Range[]): Candidate[] {
  const isOutside = (range: Range): boolean => !segments.some((segment) => overlaps(segment, range));
  return cards
    .filter(({ voice, cue }) => cue.length > 0 && [...voice, ...cue].every(isOutside))
    .map((card) => ({ card, shared: shareOf(card.claim, segments) }))
    .filter(({ shared }) => shared >= leastShared)
    .sort((a, b) => b.shared - a.shared)
    .map(({ card: { voice, cue, rule, model, confidence } }) => ({
      voice: voice[0] ?? null,
      cue: cue[0] ?? null,
      rule,
      score: confidence,
      suggested: { confidence, model },
    }));
}

/** Of the words that either has, how many both have. Segments of one claim do not overlap each other. */
function shareOf(a: readonly Range[], b: readonly Range[]): number {
  let sharedLength = 0;
  for (const range of a)
    for (const otherRange of b)
      sharedLength += Math.max(
        0,
        Math.min(range.end, otherRange.end) - Math.max(range.start, otherRange.start),
      );
  return sharedLength === 0 ? 0 : sharedLength / (lengthOf(a) + lengthOf(b) - sharedLength);
}

const lengthOf = (ranges: readonly Range[]): number =>
  ranges.reduce((length, { start, end }) => length + end - start, 0);
