// Krippendorff's alpha with the ratio difference: how far two amounts are apart, as a share of both.
import { alphaOf } from "./krippendorff.ts";
import { alphaFormula, type RatingMeasure } from "./measure.ts";
import { ofNumbers } from "./values.ts";

export const alphaRatio: RatingMeasure = {
  id: "alpha-ratio",
  formula: `${alphaFormula}, δ² = ((c − k) ÷ (c + k))²`,
  source: "Krippendorff 2011, Computing Krippendorff's alpha-reliability, section E",
  of: "ratings",
  scales: [],
  measure: (ratings) => ofNumbers(ratings, (numbers) => alphaOf(numbers, () => shareApart)),
};

function shareApart(a: string, b: string): number {
  const total = Number(a) + Number(b);
  return total === 0 ? 0 : ((Number(a) - Number(b)) / total) ** 2;
}
