// Scott's pi: chance by the use of the categories that both annotators make together.
import { corrected, overPairs, tooFew } from "./figures.ts";
import { correctedForChance, type RatingMeasure } from "./measure.ts";
import { jointCounts, sum } from "./ratings.ts";

export const scottPi: RatingMeasure = {
  id: "scott-pi",
  formula: `π = ${correctedForChance}, Pₑ = Σₖ p(k)²`,
  source: "Scott 1955, Public Opinion Quarterly 19(3)",
  of: "ratings",
  scales: ["category", "characters"],
  measure: (ratings) =>
    overPairs(ratings, (a, b) => {
      const { n, agreeing, first, second } = jointCounts(ratings, a, b);
      if (n === 0) return tooFew();
      const values = new Set([...first.keys(), ...second.keys()]);
      const share = (value: string): number => ((first.get(value) ?? 0) + (second.get(value) ?? 0)) / (2 * n);
      const expected = sum(Array.from(values, (value) => share(value) ** 2));
      return corrected(agreeing / n, expected, n);
    }),
};
