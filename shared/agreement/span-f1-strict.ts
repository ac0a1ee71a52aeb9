// F1 of units: two match when they begin and end at the same places with the same label.
import type { ContinuumMeasure } from "./measure.ts";
import { spanF1, strictMatches } from "./span-matches.ts";

export const spanF1Strict: ContinuumMeasure = {
  id: "span-f1-strict",
  formula: "F₁ = 2 · matches ÷ (N₁ + N₂)",
  source: "SemEval-2013 task 9 (Segura-Bedmar et al.), strict",
  of: "continuum",
  counts: ["missing", "edges", "type"],
  interval: "mean-of-passages",
  measure: (continuum) => spanF1(continuum, strictMatches),
};
