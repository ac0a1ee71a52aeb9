// The cu-alpha of 2016: where two annotators both placed a unit, how alike they labelled it.
import { message } from "../words/message.ts";
import { unitCount } from "./continuum.ts";
import { corrected, oneCategory, undefinedFigure } from "./figures.ts";
import { type ContinuumMeasure, correctedForChance } from "./measure.ts";
import { sum } from "./ratings.ts";
import { hindrance, unitIntersections } from "./unit-coincidences.ts";

export const cuAlpha: ContinuumMeasure = {
  id: "cu-alpha",
  formula: `cᵤα = ${correctedForChance}`,
  source: "Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50, equations 10 and 11",
  of: "continuum",
  counts: ["type"],
  interval: "redrawn",
  measure(continuum) {
    const why = hindrance(continuum);
    if (why) return why;
    const n = unitCount(continuum);
    const { labels, observed, expected } = unitIntersections(continuum);
    if (labels.length === 0) return undefinedFigure(message("agreement.nothing-shared"), n);
    if (labels.length === 1) return oneCategory(n);
    const total = observed.total();
    const agreed = sum(labels.map((label) => observed.get(label, label))) / total;
    const chance = sum(labels.map((label) => expected.get(label, label))) / total;
    return corrected(agreed, chance, n);
  },
};
