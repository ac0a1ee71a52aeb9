// Puts together suggestions that agree: the rules and a model, or two models, often propose the same card. It is offered once, by whoever
// is surest.
import { overlaps, type Range } from "../model/range.ts";
import type { SuggestedCard } from "./suggested-card.ts";

/** A card that is offered, and the names of others who propose it too; `null`: the rules. */
interface AgreedCard {
  readonly card: SuggestedCard;
  readonly also: readonly (string | null)[];
}

/**
 * In the order given. Two are the same when they are of different origin and their cues and claims touch, a missing cue being like any;
 * of equally sure ones the first stays. Linear in their number but where many lie over each other.
 */
export function agreed(cards: readonly SuggestedCard[]): readonly AgreedCard[] {
  if (cards.every(({ model }) => model === cards[0]?.model)) return cards.map((card) => ({ card, also: [] }));
  const order = new Map(cards.map((card, at) => [card, at]));
  const placed = [...cards].sort((a, b) => firstOf(a) - firstOf(b));
  const mergedCards = new Set<SuggestedCard>();
  const also = new Map<SuggestedCard, Set<string | null>>();
  const bySureness = [...cards].sort(
    (a, b) => b.confidence - a.confidence || (order.get(a) ?? 0) - (order.get(b) ?? 0),
  );
  const place = new Map(placed.map((card, at) => [card, at]));
  for (const card of bySureness) {
    if (mergedCards.has(card)) continue;
    for (const otherCard of near(placed, place.get(card) ?? 0, card)) {
      if (otherCard.model === card.model || mergedCards.has(otherCard) || !isSameCard(card, otherCard))
        continue;
      mergedCards.add(otherCard);
      also.set(card, (also.get(card) ?? new Set()).add(otherCard.model));
    }
  }
  return cards.flatMap((card) =>
    mergedCards.has(card) ? [] : [{ card, also: [...(also.get(card) ?? [])] }],
  );
}

/** How far back one may begin that still touches: claims are sentences, seldom paragraphs. */
const reach = 4_000;

function* near(placed: readonly SuggestedCard[], at: number, card: SuggestedCard): Generator<SuggestedCard> {
  const start = firstOf(card);
  const end = Math.max(...[...card.cue, ...card.claim].map((range) => range.end));
  for (let index = at - 1; index >= 0; index -= 1) {
    const otherCard = placed[index];
    if (!otherCard || firstOf(otherCard) < start - reach) break;
    yield otherCard;
  }
  for (let index = at + 1; index < placed.length; index += 1) {
    const otherCard = placed[index];
    if (!otherCard || firstOf(otherCard) >= end) break;
    yield otherCard;
  }
}

const firstOf = ({ cue, claim }: SuggestedCard): number =>
  Math.min(...[...cue, ...claim].map(({ start }) => start));

/** Their cues and claims touch, a missing cue being like any. */
export const isSameCard = (a: SuggestedCard, b: SuggestedCard): boolean =>
  touch(a.claim, b.claim) && (a.cue.length === 0 || b.cue.length === 0 || touch(a.cue, b.cue));

const touch = (some: readonly Range[], others: readonly Range[]): boolean =>
  some.some((one) => others.some((other) => overlaps(one, other)));
