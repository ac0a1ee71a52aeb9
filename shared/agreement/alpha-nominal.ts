// Krippendorff's alpha with the nominal difference: two values are the same or they are not.
import { alphaOf, isOther } from "./krippendorff.ts";
import { alphaFormula, type RatingMeasure } from "./measure.ts";

export const alphaNominal: RatingMeasure = {
  id: "alpha-nominal",
  formula: `${alphaFormula}, δ² = 0, 1`,
  source:
    "Krippendorff 2004, Content Analysis, 2nd ed., ch. 11; 2011, Computing Krippendorff's alpha-reliability",
  of: "ratings",
  scales: ["category", "open", "set", "characters"],
  measure: (ratings) => alphaOf(ratings, () => isOther),
};
