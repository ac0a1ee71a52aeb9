// Holsti's coefficient on units: twice those that both have, with the same edges and label, over all units of both.
import type { ContinuumMeasure } from "./measure.ts";
import { spanF1, strictMatches } from "./span-matches.ts";

export const holstiUnits: ContinuumMeasure = {
  id: "holsti",
  formula: "2A ÷ (N₁ + N₂)",
  source: "Holsti 1969, Content Analysis for the Social Sciences and Humanities: 2A ÷ (N₁ + N₂)",
  of: "continuum",
  counts: ["missing", "edges", "type"],
  interval: "mean-of-passages",
  measure: (continuum) => spanF1(continuum, strictMatches),
};
