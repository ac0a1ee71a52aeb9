// Krippendorff's alpha on sets of labels, with Jaccard's distance.
import { alphaOf } from "./krippendorff.ts";
import { alphaFormula, type RatingMeasure } from "./measure.ts";
import { jaccardDistance, setReader } from "./values.ts";

export const alphaJaccard: RatingMeasure = {
  id: "alpha-jaccard",
  formula: `${alphaFormula}, δ = 1 − |A ∩ B| ÷ |A ∪ B|`,
  source: "Krippendorff 2004 with Jaccard's distance, 1 − |A ∩ B| ÷ |A ∪ B|",
  of: "ratings",
  scales: ["set"],
  measure(ratings) {
    const setOf = setReader(ratings);
    return alphaOf(ratings, () => (a, b) => jaccardDistance(setOf(a), setOf(b)));
  },
};
