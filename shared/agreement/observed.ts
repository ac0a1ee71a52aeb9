// Observed agreement: the share of pairs of ratings that agree. Says nothing of chance.
import { figure, tooFew } from "./figures.ts";
import type { RatingMeasure } from "./measure.ts";
import { agreementWithin, givenRatings, pairable } from "./ratings.ts";

export const observed: RatingMeasure = {
  id: "observed",
  formula: "Pₒ = agreeing pairs ÷ pairs",
  source: "Fleiss 1971, Psychological Bulletin 76(5), P̄; with gaps pooled over the pairs there are",
  of: "ratings",
  scales: ["category", "open", "set", "characters"],
  measure(ratings) {
    const units = pairable(ratings);
    if (units.length === 0) return tooFew();
    let [agreeing, pairs] = [0, 0];
    for (const unit of units) {
      const pairCount = givenRatings(unit).length * (givenRatings(unit).length - 1);
      pairs += pairCount;
      agreeing += agreementWithin(unit) * pairCount;
    }
    return figure(agreeing / pairs, units.length);
  },
};
