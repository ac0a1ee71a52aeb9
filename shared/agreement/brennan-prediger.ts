// Brennan and Prediger's S: chance as if every category were equally likely (also Bennett's S, Randolph's free-marginal kappa).
import { corrected, oneCategory, tooFew } from "./figures.ts";
import { correctedForChance, type RatingMeasure } from "./measure.ts";
import { agreementWithin, categoriesOf, mean, pairable } from "./ratings.ts";

export const brennanPrediger: RatingMeasure = {
  id: "brennan-prediger",
  formula: `S = ${correctedForChance}, Pₑ = 1 ÷ q`,
  source:
    "Brennan & Prediger 1981, Educational and Psychological Measurement 41(3); categories are those in use",
  of: "ratings",
  scales: ["category", "characters"],
  measure(ratings) {
    const units = pairable(ratings);
    if (units.length === 0) return tooFew();
    const categories = categoriesOf(ratings.units).length;
    if (categories < 2) return oneCategory(units.length);
    return corrected(mean(units.map(agreementWithin)), 1 / categories, units.length);
  },
};
