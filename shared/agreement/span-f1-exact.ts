// F1 of units: two match when they begin and end at the same places, whatever their labels.
import type { ContinuumMeasure } from "./measure.ts";
import { largestMatching, sameEdges, spanF1 } from "./span-matches.ts";

export const spanF1Exact: ContinuumMeasure = {
  id: "span-f1-exact",
  formula: "F₁ = 2 · matches ÷ (N₁ + N₂)",
  source: "SemEval-2013 task 9 (Segura-Bedmar et al.), exact boundary",
  of: "continuum",
  counts: ["missing", "edges"],
  interval: "mean-of-passages",
  measure: (continuum) =>
    spanF1(continuum, (mine, theirs) => largestMatching(mine, theirs, sameEdges).length),
};
