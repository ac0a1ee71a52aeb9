// Krippendorff's alpha for unitizing of 1995 and 2004: squared differences of where units begin and end, over all labels.
// Depends on the grain of the continuum. Units of one label and annotator that overlap count as what they cover together.
import { message } from "../words/message.ts";
import {
  type Continuum,
  covered,
  labelsOf,
  lengthOf,
  type Stretch,
  stretchesOf,
  unitCount,
} from "./continuum.ts";
import { figure, oneCategory, tooFew, undefinedFigure } from "./figures.ts";
import { alphaFormula, type ContinuumMeasure } from "./measure.ts";
import { sum } from "./ratings.ts";

export const alphaUnitizing: ContinuumMeasure = {
  id: "alpha-unitizing",
  formula: `${alphaFormula}, δ² = (Δstart)² + (Δend)²`,
  source: "Krippendorff 1995, Sociological Methodology 25; 2004, Content Analysis, 2nd ed., pp. 251–256",
  of: "continuum",
  counts: ["missing", "edges", "type"],
  interval: "redrawn",
  measure(continuum) {
    const n = unitCount(continuum);
    if (continuum.annotators.length < 2 || n === 0) return tooFew(n);
    const labels = labelsOf(continuum);
    const parts = labels.map((label) => disagreementsOf(continuum, label));
    const expected = sum(parts.map((part) => part.expected));
    if (expected === 0) {
      const hasLength = continuum.annotators.some(({ units }) => units.some((unit) => lengthOf(unit) > 0));
      return hasLength ? oneCategory(n) : undefinedFigure(message("agreement.no-length"), n);
    }
    return figure(1 - sum(parts.map((part) => part.observed)) / expected, n);
  },
};

interface Disagreements {
  readonly observed: number;
  readonly expected: number;
}

/** Observed and expected disagreement about one label (Krippendorff 2004, D_oc and D_ec). */
export function disagreementsOf({ length, annotators }: Continuum, label: string): Disagreements {
  const count = annotators.length;
  const parted = annotators.map(({ units }) =>
    stretchesOf(covered(units.filter((unit) => unit.label === label)), length),
  );
  let observed = 0;
  parted.forEach((mine, at) => {
    for (const otherStretches of parted.slice(at + 1)) observed += 2 * apart(mine, otherStretches);
  });
  const stretches = parted.flat();
  const units = stretches.filter((stretch) => stretch.label !== null).map(lengthOf);
  const gaps = stretches.filter((stretch) => stretch.label === null).map(lengthOf);
  const chance = sum(
    units.map((size) => {
      const overUnits = ((units.length - 1) / 3) * (2 * size ** 3 - 3 * size ** 2 + size);
      const overGaps = sum(gaps.map((gap) => (gap >= size ? gap - size + 1 : 0)));
      return overUnits + size ** 2 * overGaps;
    }),
  );
  const totalLength = count * length;
  const places = totalLength * (totalLength - 1) - sum(units.map((size) => size * (size - 1)));
  return {
    observed: observed / (count * (count - 1) * length ** 2),
    expected: places > 0 ? ((2 / length) * chance) / places : 0,
  };
}

/** The sum of squared differences of two ways of parting the continuum; both in order, so one pass is enough. */
function apart(mine: readonly Stretch[], theirs: readonly Stretch[]): number {
  let total = 0;
  let from = 0;
  for (const stretch of mine) {
    while ((theirs[from]?.end ?? Number.POSITIVE_INFINITY) <= stretch.start) from += 1;
    for (let at = from; at < theirs.length; at += 1) {
      const otherStretch = theirs[at];
      if (!otherStretch || otherStretch.start >= stretch.end) break;
      total += difference(stretch, otherStretch);
    }
  }
  return total;
}

/** δ² of two stretches that share some text. */
export function difference(a: Stretch, b: Stretch): number {
  if (a.label !== null && b.label !== null) return (a.start - b.start) ** 2 + (a.end - b.end) ** 2;
  if (a.label === null && b.label === null) return 0;
  const [unit, gap] = a.label === null ? [b, a] : [a, b];
  return gap.start <= unit.start && unit.end <= gap.end ? lengthOf(unit) ** 2 : 0;
}
