// Gamma-cat: agreement on the labels alone, between units that the best alignment puts together.
import { message } from "../words/message.ts";
import { unitCount } from "./continuum.ts";
import { chanceDisorders, isBest, labelDisorderOf, ownDisorders } from "./disorders.ts";
import { figure, tooFew, undefinedFigure } from "./figures.ts";
import type { ContinuumMeasure } from "./measure.ts";
import { mean } from "./ratings.ts";

export const gammaCat: ContinuumMeasure = {
  id: "gamma-cat",
  formula: "γ(cat) = 1 − δ(cat) ÷ δₑ(cat)",
  source: "Mathet 2017, Computational Linguistics 43(3)",
  of: "continuum",
  counts: ["type"],
  interval: "none",
  isSlow: true,
  measure(continuum, options) {
    const n = unitCount(continuum);
    if (continuum.annotators.length < 2 || n === 0) return tooFew(n);
    const disorders = ownDisorders(continuum, options);
    if (!disorders) return undefinedFigure(message("agreement.too-entangled"), n);
    const observed = labelDisorderOf(disorders);
    if (observed === null) return undefinedFigure(message("agreement.nothing-aligned"), n);
    const sampled = chanceDisorders(continuum, options);
    if (!sampled) return undefinedFigure(message("agreement.chance-too-entangled"), n);
    const byChance = sampled.flatMap((sample) => labelDisorderOf(sample) ?? []);
    if (byChance.length === 0) return undefinedFigure(message("agreement.chance-aligns-nothing"), n);
    const expected = mean(byChance);
    if (expected === 0) return undefinedFigure(message("agreement.no-chance-labels"), n);
    const chance = { seed: options.seed, samples: byChance.length, asked: options.samples, expected };
    const note = [disorders, ...sampled].every(isBest) ? "sampled" : "sampled-unproven";
    return figure(1 - observed / expected, n, message(`agreement.${note}`, chance));
  },
};
