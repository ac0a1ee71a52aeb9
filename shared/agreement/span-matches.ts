// Matches units of two annotators, each at most once: the ground of the F1 figures.
import type { Unit } from "./continuum.ts";
import { shared, unitsByPlace } from "./continuum.ts";

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
