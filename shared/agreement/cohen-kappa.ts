// Cohen's kappa: chance by each annotator's own use of the categories.
import { corrected, overPairs, tooFew } from "./figures.ts";
import { correctedForChance, type RatingMeasure } from "./measure.ts";
import { jointCounts, sum } from "./ratings.ts";

export const cohenKappa: RatingMeasure = {
  id: "cohen-kappa",
  formula: `κ = ${correctedForChance}, Pₑ = Σₖ p₁(k) · p₂(k)`,
  source: "Cohen 1960, Educational and Psychological Measurement 20(1)",
  of: "ratings",
  scales: ["category", "characters"],
  measure: (ratings) =>
    overPairs(ratings, (a, b) => {
      const { n, agreeing, first, second } = jointCounts(ratings, a, b);
      if (n === 0) return tooFew();
      const expected = sum(Array.from(first, ([value, count]) => count * (second.get(value) ?? 0)));
      return corrected(agreeing / n, expected / (n * n), n);
    }),
};
