// Krippendorff's alpha with the nominal difference: two values are the same or they are not.
import { message } from "../words/message.ts";
import { alphaOf, isOther } from "./krippendorff.ts";
import type { RatingMeasure } from "./measure.ts";

export const alphaNominal: RatingMeasure = {
  id: "alpha-nominal",
  name: message("agreement.alpha-nominal"),
  source:
    "Krippendorff 2004, Content Analysis, 2nd ed., ch. 11; 2011, Computing Krippendorff's alpha-reliability",
  of: "ratings",
  measure: (ratings) => alphaOf(ratings, () => isOther),
};
