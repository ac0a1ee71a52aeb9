// The disorder of the best alignment, from which gamma is made: 0 when all agree, and nothing in it is sampled.
import { message } from "../words/message.ts";
import { unitCount } from "./continuum.ts";
import { disorderOf, isBest, leastDisorderOf, ownDisorders } from "./disorders.ts";
import { figure, tooFew, undefinedFigure } from "./figures.ts";
import type { ContinuumMeasure } from "./measure.ts";

export const gammaDisorder: ContinuumMeasure = {
  id: "gamma-disorder",
  formula: "δ̄ = Σ cost of groups ÷ mean units, d = α · ((|Δs| + |Δe|) ÷ (l₁ + l₂))² + β · [labels differ]",
  source: "Mathet, Widlöcher & Métivier 2015, Computational Linguistics 41(3), sections 4 and 5.1",
  of: "continuum",
  counts: ["missing", "edges", "type"],
  interval: "none",
  measure(continuum, options) {
    const n = unitCount(continuum);
    if (continuum.annotators.length < 2 || n === 0) return tooFew(n);
    const disorders = ownDisorders(continuum, options);
    if (!disorders) return undefinedFigure(message("agreement.too-entangled"), n);
    const between = message("agreement.disorder-between", {
      low: leastDisorderOf(disorders),
      high: disorderOf(disorders),
    });
    return figure(disorderOf(disorders), n, isBest(disorders) ? undefined : between);
  },
};
