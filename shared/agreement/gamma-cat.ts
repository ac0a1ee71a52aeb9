// Gamma-cat: agreement on the labels alone, between units that the best alignment puts together.
import { message } from "../words/message.ts";
import { bestAlignment } from "./best-alignment.ts";
import { unitCount } from "./continuum.ts";
import { categoricalDisorder, expectedDisorder } from "./expected-disorder.ts";
import { figure, tooFew, undefinedFigure } from "./figures.ts";
import type { ContinuumMeasure } from "./measure.ts";

export const gammaCat: ContinuumMeasure = {
  id: "gamma-cat",
  name: message("agreement.gamma-cat"),
  source: "Mathet 2017, Computational Linguistics 43(3)",
  of: "continuum",
  measure(continuum, options) {
    const n = unitCount(continuum);
    if (continuum.annotators.length < 2 || n === 0) return tooFew(n);
    const alignment = bestAlignment(continuum, options);
    if (!alignment) return undefinedFigure(message("agreement.too-entangled"), n);
    const found = categoricalDisorder(alignment, options);
    if (found === null) return undefinedFigure(message("agreement.nothing-aligned"), n);
    const expected = expectedDisorder(continuum, options, (sample) => categoricalDisorder(sample, options));
    if (expected === null || expected === 0) return undefinedFigure(message("agreement.no-chance"), n);
    const { seed, samples } = options;
    return figure(1 - found / expected, n, message("agreement.sampled", { seed, samples, expected }));
  },
};
