// Gwet's AC1: chance only where annotators are taken to guess, so that rare categories do not ruin it.
import { message } from "../words/message.ts";
import { corrected, oneCategory, tooFew } from "./figures.ts";
import type { RatingMeasure } from "./measure.ts";
import { agreementWithin, categoriesOf, given, mean, pairable, sum } from "./ratings.ts";

export const gwetAc1: RatingMeasure = {
  id: "gwet-ac1",
  name: message("agreement.gwet-ac1"),
  source: "Gwet 2008, British Journal of Mathematical and Statistical Psychology 61(1)",
  of: "ratings",
  measure(ratings) {
    const units = pairable(ratings);
    if (units.length === 0) return tooFew();
    const categories = categoriesOf(ratings.units);
    if (categories.length < 2) return oneCategory(units.length);
    const rated = ratings.units.map(given).filter((values) => values.length > 0);
    const shares = categories.map((category) =>
      mean(rated.map((values) => values.filter((value) => value === category).length / values.length)),
    );
    const expected = sum(shares.map((share) => share * (1 - share))) / (categories.length - 1);
    return corrected(mean(units.map(agreementWithin)), expected, units.length);
  },
};
