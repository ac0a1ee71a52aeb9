// Krippendorff's alpha with the interval difference: how far two numbers are apart.
import { alphaOf } from "./krippendorff.ts";
import { alphaFormula, type RatingMeasure } from "./measure.ts";
import { ofNumbers } from "./values.ts";

export const alphaInterval: RatingMeasure = {
  id: "alpha-interval",
  formula: `${alphaFormula}, δ² = (c − k)²`,
  source: "Krippendorff 2011, Computing Krippendorff's alpha-reliability, section E",
  of: "ratings",
  scales: [],
  measure: (ratings) =>
    ofNumbers(ratings, (numbers) => alphaOf(numbers, () => (a, b) => (Number(a) - Number(b)) ** 2)),
};
