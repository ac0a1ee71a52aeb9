// The binary u-alpha of 2016: how alike the annotators told what is marked at all from the gaps.
import { unitCount } from "./continuum.ts";
import { figure, oneCategory } from "./figures.ts";
import type { ContinuumMeasure } from "./measure.ts";
import { coincidences, hindrance } from "./unit-coincidences.ts";

export const binaryUAlpha: ContinuumMeasure = {
  id: "binary-u-alpha",
  formula: `|ᵤα = 1 − (l(φ) − l(φφ)) ÷ (e(φ) − e(φφ))`,
  source: "Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50, equation 6",
  of: "continuum",
  counts: ["missing", "edges"],
  interval: "redrawn",
  measure(continuum) {
    const why = hindrance(continuum);
    if (why) return why;
    const n = unitCount(continuum);
    const { observed, expected } = coincidences(continuum);
    const chance = expected.margin(null) - expected.get(null, null);
    if (Math.abs(chance) < 1e-12) return oneCategory(n);
    return figure(1 - (observed.margin(null) - observed.get(null, null)) / chance, n);
  },
};
