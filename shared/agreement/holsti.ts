// Holsti's coefficient: twice the agreements over all decisions of both. For those who must report it; says nothing of chance.
import { figure, overPairs, tooFew } from "./figures.ts";
import type { RatingMeasure } from "./measure.ts";
import { jointCounts } from "./ratings.ts";

export const holsti: RatingMeasure = {
  id: "holsti",
  formula: "2A ÷ (N₁ + N₂)",
  source: "Holsti 1969, Content Analysis for the Social Sciences and Humanities: 2A ÷ (N₁ + N₂)",
  of: "ratings",
  scales: ["category", "open"],
  measure: (ratings) =>
    overPairs(ratings, (a, b) => {
      const decisions = (at: number): number => ratings.units.filter((unit) => unit[at] !== null).length;
      const { n, agreeing } = jointCounts(ratings, a, b);
      const decisionCount = decisions(a) + decisions(b);
      if (n === 0) return tooFew();
      return figure((2 * agreeing) / decisionCount, n);
    }),
};
