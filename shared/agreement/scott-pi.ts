// Scott's pi: chance by the use of the categories that both annotators make together.
import { message } from "../words/message.ts";
import { corrected, overPairs, tooFew } from "./figures.ts";
import type { RatingMeasure } from "./measure.ts";
import { countsOf, jointly, sum } from "./ratings.ts";

export const scottPi: RatingMeasure = {
  id: "scott-pi",
  name: message("agreement.scott-pi"),
  source: "Scott 1955, Public Opinion Quarterly 19(3)",
  of: "ratings",
  measure: (ratings) =>
    overPairs(ratings, (a, b) => {
      const joint = jointly(ratings, a, b);
      const n = joint.length;
      if (n === 0) return tooFew();
      const counts = countsOf(joint.flat());
      const agreeing = joint.filter(([one, other]) => one === other).length;
      const expected = sum(Array.from(counts.values(), (count) => (count / (2 * n)) ** 2));
      return corrected(agreeing / n, expected, n);
    }),
};
