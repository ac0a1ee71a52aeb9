// F1 of units in which an overlap counts half of a match with the same edges, whatever the labels.
import type { ContinuumMeasure } from "./measure.ts";
import { largestMatching, overlap, sameEdges, spanF1 } from "./span-matches.ts";

export const spanF1Partial: ContinuumMeasure = {
  id: "span-f1-partial",
  formula: "F₁ = 2 · (matches + ½ overlaps) ÷ (N₁ + N₂)",
  source: "SemEval-2013 task 9 (Segura-Bedmar et al.), partial boundary: correct + ½ partial",
  of: "continuum",
  counts: ["missing", "edges"],
  interval: "mean-of-passages",
  measure: (continuum) =>
    spanF1(continuum, (mine, theirs) => {
      const exact = largestMatching(mine, theirs, sameEdges);
      const [seen, known] = [new Set(exact.map(([a]) => a)), new Set(exact.map(([, b]) => b))];
      const overlapMatches = largestMatching(
        mine.filter((unit) => !seen.has(unit)),
        theirs.filter((unit) => !known.has(unit)),
        overlap,
      );
      return exact.length + overlapMatches.length / 2;
    }),
};
