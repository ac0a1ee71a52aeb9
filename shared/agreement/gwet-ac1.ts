// Gwet's AC1: chance only where annotators are taken to guess, so that rare categories do not ruin it.
import { corrected, oneCategory, tooFew } from "./figures.ts";
import { correctedForChance, type RatingMeasure } from "./measure.ts";
import { agreementWithin, categoriesOf, countsIn, givenRatings, mean, pairable, sum } from "./ratings.ts";

export const gwetAc1: RatingMeasure = {
  id: "gwet-ac1",
  formula: `AC₁ = ${correctedForChance}, Pₑ = Σₖ p(k) · (1 − p(k)) ÷ (q − 1)`,
  source: "Gwet 2008, British Journal of Mathematical and Statistical Psychology 61(1)",
  of: "ratings",
  scales: ["category", "characters"],
  measure(ratings) {
    const units = pairable(ratings);
    if (units.length === 0) return tooFew();
    const categories = categoriesOf(ratings.units);
    if (categories.length < 2) return oneCategory(units.length);
    const rated = ratings.units.filter((unit) => givenRatings(unit).length > 0);
    const shares = new Map(categories.map((category) => [category, 0]));
    for (const unit of rated)
      for (const [value, count] of countsIn(unit))
        shares.set(value, (shares.get(value) ?? 0) + count / givenRatings(unit).length / rated.length);
    const expected =
      sum(Array.from(shares.values(), (share) => share * (1 - share))) / (categories.length - 1);
    return corrected(mean(units.map(agreementWithin)), expected, units.length);
  },
};
