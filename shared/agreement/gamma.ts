// Gamma: agreement on where units are and what they are, by the best alignment, corrected for chance by sampled continua.
import { message } from "../words/message.ts";
import { bestAlignment } from "./best-alignment.ts";
import { unitCount } from "./continuum.ts";
import { expectedDisorder } from "./expected-disorder.ts";
import { figure, tooFew, undefinedFigure } from "./figures.ts";
import type { ContinuumMeasure } from "./measure.ts";

export const gamma: ContinuumMeasure = {
  id: "gamma",
  name: message("agreement.gamma"),
  source: "Mathet, Widlöcher & Métivier 2015, Computational Linguistics 41(3)",
  of: "continuum",
  measure(continuum, options) {
    const n = unitCount(continuum);
    if (continuum.annotators.length < 2 || n === 0) return tooFew(n);
    const alignment = bestAlignment(continuum, options);
    if (!alignment) return undefinedFigure(message("agreement.too-entangled"), n);
    const expected = expectedDisorder(continuum, options, ({ disorder }) => disorder);
    if (expected === null || expected === 0) return undefinedFigure(message("agreement.no-chance"), n);
    const { seed, samples } = options;
    return figure(
      1 - alignment.disorder / expected,
      n,
      message("agreement.sampled", { seed, samples, expected }),
    );
  },
};
