// Gamma: agreement on where units are and what they are, by the best alignment, corrected for chance by sampled continua.
import { message } from "../words/message.ts";
import { unitCount } from "./continuum.ts";
import { chanceDisorders, disorderOf, isBest, leastDisorderOf, ownDisorders } from "./disorders.ts";
import { figure, tooFew, undefinedFigure } from "./figures.ts";
import type { ContinuumMeasure } from "./measure.ts";
import { mean } from "./ratings.ts";

export const gamma: ContinuumMeasure = {
  id: "gamma",
  formula: "γ = 1 − δ ÷ δₑ",
  source: "Mathet, Widlöcher & Métivier 2015, Computational Linguistics 41(3)",
  of: "continuum",
  counts: ["missing", "edges", "type"],
  interval: "none",
  isSlow: true,
  measure(continuum, options) {
    const n = unitCount(continuum);
    if (continuum.annotators.length < 2 || n === 0) return tooFew(n);
    const disorders = ownDisorders(continuum, options);
    if (!disorders) return undefinedFigure(message("agreement.too-entangled"), n);
    const sampled = chanceDisorders(continuum, options);
    if (!sampled) return undefinedFigure(message("agreement.chance-too-entangled"), n);
    const expected = mean(sampled.map(disorderOf));
    if (expected === 0) return undefinedFigure(message("agreement.no-chance"), n);
    const chance = { seed: options.seed, samples: sampled.length, asked: options.samples, expected };
    const value = 1 - disorderOf(disorders) / expected;
    if ([disorders, ...sampled].every(isBest)) return figure(value, n, message("agreement.sampled", chance));
    const leastExpected = mean(sampled.map(leastDisorderOf));
    const low = 1 - disorderOf(disorders) / leastExpected;
    const high = 1 - leastDisorderOf(disorders) / expected;
    return figure(value, n, message("agreement.sampled-between", { ...chance, low, high }));
  },
};
