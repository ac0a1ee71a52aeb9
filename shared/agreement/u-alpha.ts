// The u-alpha of 2016: how alike the annotators parted all of the continuum, units by label and gaps.
import { unitCount } from "./continuum.ts";
import { corrected } from "./figures.ts";
import { type ContinuumMeasure, correctedForChance } from "./measure.ts";
import { sum } from "./ratings.ts";
import { coincidences, hindrance } from "./unit-coincidences.ts";

export const uAlpha: ContinuumMeasure = {
  id: "u-alpha",
  formula: `ᵤα = ${correctedForChance}`,
  source: "Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50, equation 5",
  of: "continuum",
  counts: ["missing", "edges", "type"],
  interval: "redrawn",
  measure(continuum) {
    const why = hindrance(continuum);
    if (why) return why;
    const { labels, observed, expected } = coincidences(continuum);
    const total = observed.total();
    const agreed = sum(labels.map((label) => observed.get(label, label))) / total;
    const chance = sum(labels.map((label) => expected.get(label, label))) / total;
    return corrected(agreed, chance, unitCount(continuum));
  },
};
