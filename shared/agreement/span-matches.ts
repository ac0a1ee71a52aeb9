// Matches units of two annotators, each at most once: the ground of the F1 figures.

import { message } from "../words/message.ts";
import { type Continuum, shared, type Unit, unitCount, unitsByPlace } from "./continuum.ts";
import { figure, tooFew } from "./figures.ts";
import type { Figure } from "./measure.ts";
import { mean, pairsOf } from "./ratings.ts";

/**
 * As many pairs as can be, each unit in one at most: a largest matching, found by augmenting paths (Kuhn 1955). Only units
 * that share some text or an edge can fit.
 */
export function largestMatching(
  mine: readonly Unit[],
  theirs: readonly Unit[],
  fits: (a: Unit, b: Unit) => boolean,
): readonly (readonly [Unit, Unit])[] {
  const [first, second] = [unitsByPlace(mine), unitsByPlace(theirs)];
  const choices = first.map((unit) => {
    const fitting: number[] = [];
    for (const [at, other] of second.entries()) {
      if (other.start > unit.end) break;
      if (other.end >= unit.start && fits(unit, other)) fitting.push(at);
    }
    return fitting;
  });
  const takenBy = new Array<number>(second.length).fill(-1);
  const place = (unit: number, seen: Set<number>): boolean => {
    for (const at of choices[unit] ?? []) {
      if (seen.has(at)) continue;
      seen.add(at);
      const holder = takenBy[at] ?? -1;
      if (holder !== -1 && !place(holder, seen)) continue;
      takenBy[at] = unit;
      return true;
    }
    return false;
  };
  for (const at of first.keys()) place(at, new Set());
  return takenBy.flatMap((unit, at) => {
    const [a, b] = [first[unit], second[at]];
    return a && b ? [[a, b] as const] : [];
  });
}

/** How many units have the same edges and label as one of the other side. */
export const strictMatches = (mine: readonly Unit[], theirs: readonly Unit[]): number =>
  largestMatching(mine, theirs, (a, b) => sameEdges(a, b) && sameLabel(a, b)).length;

export const sameEdges = (a: Unit, b: Unit): boolean => a.start === b.start && a.end === b.end;
export const sameLabel = (a: Unit, b: Unit): boolean => a.label === b.label;
export const overlap = (a: Unit, b: Unit): boolean => shared(a, b) > 0;

// F1 of units between two annotators, whichever of them is taken for right; the mean over pairs where there are more. Not
// corrected for chance.

/** `score`: how much of the units match, counted in units. F1 is twice that over all units of both. */
export function spanF1(
  continuum: Continuum,
  score: (mine: readonly Unit[], theirs: readonly Unit[]) => number,
): Figure {
  const { annotators } = continuum;
  const n = unitCount(continuum);
  const values = pairsOf(annotators.length).flatMap(([a, b]) => {
    const [mine, theirs] = [annotators[a]?.units ?? [], annotators[b]?.units ?? []];
    const totalUnits = mine.length + theirs.length;
    return totalUnits === 0 ? [] : [(2 * score(mine, theirs)) / totalUnits];
  });
  if (values.length === 0) return tooFew(n);
  const note = message("agreement.mean-of-pairs", { pairs: values.length, all: values.length });
  return figure(mean(values), n, values.length > 1 ? note : undefined);
}
