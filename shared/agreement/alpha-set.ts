// Krippendorff's alpha on sets of labels, with Passonneau's distance of 2004.
import { alphaOf } from "./krippendorff.ts";
import { alphaFormula, type RatingMeasure } from "./measure.ts";
import { overlapDistance, setReader } from "./values.ts";

export const alphaSet: RatingMeasure = {
  id: "alpha-set",
  formula: `${alphaFormula}, δ = {0, ⅓, ⅔, 1}`,
  source: "Passonneau 2004 (LREC): 0 the same, ⅓ one within the other, ⅔ some in common, 1 nothing",
  of: "ratings",
  scales: [],
  measure(ratings) {
    const setOf = setReader(ratings);
    return alphaOf(ratings, () => (a, b) => overlapDistance(setOf(a), setOf(b)));
  },
};
