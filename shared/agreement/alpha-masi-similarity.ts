// Krippendorff's alpha on sets of labels with MASI in its product of similarities: one minus Jaccard's times {1, ⅔, ⅓, 0}.
import { alphaOf } from "./krippendorff.ts";
import { alphaFormula, type RatingMeasure } from "./measure.ts";
import { jaccardDistance, overlapDistance, setReader } from "./values.ts";

export const alphaMasiSimilarity: RatingMeasure = {
  id: "alpha-masi-similarity",
  formula: `${alphaFormula}, δ = 1 − |A ∩ B| ÷ |A ∪ B| · {1, ⅔, ⅓, 0}`,
  source: "Passonneau 2006 (LREC), as NLTK takes it: 1 − |A ∩ B| ÷ |A ∪ B| × {1, ⅔, ⅓, 0}",
  of: "ratings",
  scales: [],
  measure(ratings) {
    const setOf = setReader(ratings);
    return alphaOf(ratings, () => (a, b) => {
      const [one, other] = [setOf(a), setOf(b)];
      return 1 - (1 - jaccardDistance(one, other)) * (1 - overlapDistance(one, other));
    });
  },
};
