// F1 of units: two match when they share some text and have the same label.
import type { ContinuumMeasure } from "./measure.ts";
import { largestMatching, overlap, sameLabel, spanF1 } from "./span-matches.ts";

export const spanF1Type: ContinuumMeasure = {
  id: "span-f1-type",
  formula: "F₁ = 2 · matches ÷ (N₁ + N₂)",
  source: "SemEval-2013 task 9 (Segura-Bedmar et al.), type",
  of: "continuum",
  counts: ["missing", "type"],
  interval: "mean-of-passages",
  measure: (continuum) =>
    spanF1(
      continuum,
      (mine, theirs) => largestMatching(mine, theirs, (a, b) => overlap(a, b) && sameLabel(a, b)).length,
    ),
};
