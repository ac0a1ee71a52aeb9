// How much two places in the text, each of one or more ranges, have in common.
import { hull, joinRanges, type Range } from "../model/range.ts";

const lengthOf = (ranges: readonly Range[]): number =>
  ranges.reduce((sum, { start, end }) => sum + end - start, 0);

/** How many code units both places cover. */
export function sharedLength(a: readonly Range[], b: readonly Range[]): number {
  let sum = 0;
  for (const range of joinRanges(a))
    for (const otherRange of joinRanges(b))
      sum += Math.max(0, Math.min(range.end, otherRange.end) - Math.max(range.start, otherRange.start));
  return sum;
}

/**
 * The square of the share of text that two places do not have in common, from 0 to 1. For two ranges that overlap it is the
 * positional dissimilarity of Mathet et al. 2015, ((|Δstart| + |Δend|) / (length + length))².
 */
export function placeDissimilarity(a: readonly Range[], b: readonly Range[]): number {
  const totalLength = lengthOf(joinRanges(a)) + lengthOf(joinRanges(b));
  return totalLength === 0 ? 0 : ((totalLength - 2 * sharedLength(a, b)) / totalLength) ** 2;
}

/** From the first start to the last end; `null` for no range at all. */
export const hullIfAny = (ranges: readonly Range[]): Range | null =>
  ranges.length > 0 ? hull(ranges) : null;

/** The same ranges, whatever they are. */
export const samePlace = (a: readonly Range[], b: readonly Range[]): boolean =>
  a.length === b.length && a.every(({ start, end }, at) => start === b[at]?.start && end === b[at]?.end);
