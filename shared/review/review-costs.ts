// How far two annotators' spans or cards are from being the same one, against the cost of a unit that another does not have.
// docs/decisions/0014 says why these numbers.
import type { SlotId } from "../model/tagset.ts";
import type { AlignmentCosts } from "./affinity.ts";
import { placeDissimilarity, sharedLength } from "./ranges.ts";
import { type CardUnit, type SpanUnit, slotsByWeight } from "./review-unit.ts";

/**
 * What two units cost that are not the same. With `missing` as much, two of them are better apart from 2 on, and two that are the same
 * come together whatever else that parts: breaking one such pair lets two others come together at most, which save 2 each.
 */
const unlike = 2;
const missing = 1 + unlike / 2;
/** Spans of different types are one only where they mark nearly the same. */
const otherType = 1.8;
/** What a slot adds that is quite another one; half of it where only one card has it. */
const slotWeights: Readonly<Record<SlotId, number>> = { claim: 1, cue: 0.9, voice: 0.9, via: 0.1 };

/** Spans may be one when they share text. */
export const spanCosts: AlignmentCosts<SpanUnit> = {
  missing,
  bothMissing: 0,
  pair(a, b) {
    if (sharedLength(a.ranges, b.ranges) === 0) return null;
    if (a.key === b.key) return 0;
    return unlike + placeDissimilarity(a.ranges, b.ranges) + (a.span.type === b.span.type ? 0 : otherType);
  },
};

/** Cards may be one when they share text in the first slot that both have, or when neither has anything. */
export const cardCosts: AlignmentCosts<CardUnit> = {
  missing,
  bothMissing: 0,
  // Cards without a place are found beside each other.
  reach: ({ start, end }) => (start === end ? 1 : 0),
  pair(a, b) {
    if (a.key === b.key) return 0;
    const anchor = slotsByWeight.find((slot) => a.slots[slot].length > 0 && b.slots[slot].length > 0);
    if (!anchor || sharedLength(a.slots[anchor], b.slots[anchor]) === 0) return null;
    return slotsByWeight.reduce(
      (sum, slot) => sum + slotWeights[slot] * slotDissimilarity(a, b, slot),
      unlike,
    );
  },
};

function slotDissimilarity(a: CardUnit, b: CardUnit, slot: SlotId): number {
  const [one, other] = [a.slots[slot], b.slots[slot]];
  if (one.length === 0 && other.length === 0) return 0;
  if (one.length === 0 || other.length === 0) return 0.5;
  return placeDissimilarity(one, other);
}
