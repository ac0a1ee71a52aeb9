// Krippendorff's alpha, 1 − observed ÷ expected disagreement, for any difference between values and with any gaps.

import { figure, oneCategory, tooFew } from "./figures.ts";
import type { Figure } from "./measure.ts";
import { countsIn, givenRatings, pairable, type Ratings, sum, totalsOf } from "./ratings.ts";

/** How far two values are apart, squared where the formula squares: 0 for the same one. */
export type DifferenceFunction = (a: string, b: string) => number;

/** The nominal one: values are the same or they are not. */
export const isOther: DifferenceFunction = (a, b) => (a === b ? 0 : 1);

/** How often values are paired within units, by value: the coincidences of Krippendorff 2011, their margins and sum. */
export interface Coincidences {
  readonly values: readonly string[];
  /** How often each value could be paired. */
  readonly margins: ReadonlyMap<string, number>;
  readonly total: number;
}

/** `differenceFor` may look at how often values occur, as the ordinal one does. */
export function alphaOf(
  ratings: Ratings,
  differenceFor: (found: Coincidences) => DifferenceFunction,
): Figure {
  const units = pairable(ratings);
  if (units.length === 0) return tooFew();
  const margins = totalsOf(units);
  const values = [...margins.keys()].sort();
  const total = sum(margins.values());
  const difference = differenceFor({ values, margins, total });
  let observed = 0;
  for (const unit of units) {
    const counts = countsIn(unit);
    if (counts.length === 1) continue;
    let apart = 0;
    for (const [a, times] of counts)
      for (const [b, others] of counts) if (a !== b) apart += times * others * difference(a, b);
    observed += apart / (givenRatings(unit).length - 1);
  }
  const expected = expectedBy(difference, { values, margins, total });
  if (expected === 0) return oneCategory(units.length);
  return figure(1 - ((total - 1) * observed) / expected, units.length);
}

/** Over all pairs of values. Of the nominal difference they need not be gone through, though there be hundreds of values. */
function expectedBy(difference: DifferenceFunction, { values, margins, total }: Coincidences): number {
  if (difference === isOther) return total ** 2 - sum(Array.from(margins.values(), (count) => count ** 2));
  let expected = 0;
  for (const a of values)
    for (const b of values)
      if (a !== b) expected += (margins.get(a) ?? 0) * (margins.get(b) ?? 0) * difference(a, b);
  return expected;
}
