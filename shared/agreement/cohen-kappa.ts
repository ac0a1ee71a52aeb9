// Cohen's kappa: chance by each annotator's own use of the categories.
import { message } from "../words/message.ts";
import { corrected, overPairs, tooFew } from "./figures.ts";
import type { RatingMeasure } from "./measure.ts";
import { countsOf, jointly, sum } from "./ratings.ts";

export const cohenKappa: RatingMeasure = {
  id: "cohen-kappa",
  name: message("agreement.cohen-kappa"),
  source: "Cohen 1960, Educational and Psychological Measurement 20(1)",
  of: "ratings",
  measure: (ratings) =>
    overPairs(ratings, (a, b) => {
      const joint = jointly(ratings, a, b);
      const n = joint.length;
      if (n === 0) return tooFew();
      const first = countsOf(joint.map(([value]) => value));
      const second = countsOf(joint.map(([, value]) => value));
      const agreeing = joint.filter(([one, other]) => one === other).length;
      const expected = sum(Array.from(first, ([value, count]) => count * (second.get(value) ?? 0)));
      return corrected(agreeing / n, expected / (n * n), n);
    }),
};
