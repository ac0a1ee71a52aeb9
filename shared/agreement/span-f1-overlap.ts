// F1 of units: two match when they share some text, whatever their labels.
import type { ContinuumMeasure } from "./measure.ts";
import { largestMatching, overlap, spanF1 } from "./span-matches.ts";

export const spanF1Overlap: ContinuumMeasure = {
  id: "span-f1-overlap",
  formula: "F₁ = 2 · overlaps ÷ (N₁ + N₂)",
  source: "any overlap counts, as in the corpora of attribution (Pareti 2012)",
  of: "continuum",
  counts: ["missing"],
  interval: "mean-of-passages",
  measure: (continuum) => spanF1(continuum, (mine, theirs) => largestMatching(mine, theirs, overlap).length),
};
