// Krippendorff's alpha on sets of labels with MASI in its product of distances: Jaccard's times Passonneau's of 2004. The
// other MASI, which multiplies the similarities, is `alpha-masi-similarity`.
import { alphaOf } from "./krippendorff.ts";
import { alphaFormula, type RatingMeasure } from "./measure.ts";
import { jaccardDistance, overlapDistance, setReader } from "./values.ts";

export const alphaMasi: RatingMeasure = {
  id: "alpha-masi",
  formula: `${alphaFormula}, δ = (1 − |A ∩ B| ÷ |A ∪ B|) · {0, ⅓, ⅔, 1}`,
  source:
    "Passonneau 2006 (LREC), as Artstein & Poesio 2008 and DKPro take it: Jaccard's distance × {0, ⅓, ⅔, 1}",
  of: "ratings",
  scales: ["set"],
  measure(ratings) {
    const setOf = setReader(ratings);
    return alphaOf(ratings, () => (a, b) => {
      const [one, other] = [setOf(a), setOf(b)];
      return jaccardDistance(one, other) * overlapDistance(one, other);
    });
  },
};
