// Krippendorff's alpha on sets of labels, with Jaccard's distance.
import { message } from "../words/message.ts";
import { alphaOf } from "./krippendorff.ts";
import type { RatingMeasure } from "./measure.ts";
import { jaccardDistance, setReader } from "./set-values.ts";

export const alphaJaccard: RatingMeasure = {
  id: "alpha-jaccard",
  name: message("agreement.alpha-jaccard"),
  source: "Krippendorff 2004 with Jaccard's distance, 1 − |A ∩ B| ÷ |A ∪ B|",
  of: "ratings",
  measure(ratings) {
    const setOf = setReader(ratings);
    return alphaOf(ratings, () => (a, b) => jaccardDistance(setOf(a), setOf(b)));
  },
};
