// Fleiss' kappa: Scott's pi for any number of annotators, on the units that all of them rated.
import { message } from "../words/message.ts";
import { corrected, tooFew, undefinedFigure } from "./figures.ts";
import { correctedForChance, type RatingMeasure } from "./measure.ts";
import { agreementWithin, complete, mean, pairable, sum, totalsOf } from "./ratings.ts";

export const fleissKappa: RatingMeasure = {
  id: "fleiss-kappa",
  formula: `κ = ${correctedForChance}, Pₑ = Σₖ p(k)²`,
  source: "Fleiss 1971, Psychological Bulletin 76(5)",
  of: "ratings",
  scales: ["category", "characters"],
  measure(ratings) {
    const units = complete(ratings);
    if (units.length === 0)
      return pairable(ratings).length === 0 ? tooFew() : undefinedFigure(message("agreement.none-complete"));
    const totals = totalsOf(units);
    const totalCount = sum(totals.values());
    const expected = sum(Array.from(totals.values(), (count) => (count / totalCount) ** 2));
    const incompleteCount = pairable(ratings).length - units.length;
    const note = incompleteCount > 0 ? message("agreement.left-out", { count: incompleteCount }) : undefined;
    return corrected(mean(units.map(agreementWithin)), expected, units.length, note);
  },
};
