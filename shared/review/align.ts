// One alignment of what several annotators marked: every unit stands in exactly one group with at most one of each
// annotator's units, so that the whole costs least. Among alignments of the same cost the one with the fewest groups counts,
// among those the one whose groups begin furthest left, then the one whose units stand nearest in the order of all units (by
// place, what is said of them, and id), then the one found first in that order. So the order of annotators and records, and their names, mean nothing.
// docs/decisions/0014 says how, and when it is exact.

import type { Work } from "../model/work.ts";
import type { Alignable, AlignmentCosts } from "./affinity.ts";
import { affinityOf } from "./affinity.ts";
import type { Group } from "./grouping.ts";
import { improvedGroups } from "./improve-groups.ts";
import { searchGroups } from "./search-groups.ts";

/** In the order of the annotators; `null` for one who has no unit here. */
export type AlignedUnits<Unit> = readonly (Unit | null)[];

export interface Alignment<Unit> {
  /** In reading order. */
  readonly groups: readonly AlignedUnits<Unit>[];
  /** Over all groups and pairs of annotators. */
  readonly cost: number;
  /** False where units of three or more annotators hang together in so large a cluster that not all could be tried. */
  readonly isExact: boolean;
}

/** Units beyond which not even the start of a search is worth it, and the branches tried in one. */
const mostSearched = 32;
const searchBudget = 20_000;

/**
 * Aligns two to nine lists of units, one an annotator. Ids are unique within a list. Progress is counted in units.
 */
export function* align<Unit extends Alignable>(
  lists: readonly (readonly Unit[])[],
  costs: AlignmentCosts<Unit>,
): Work<Alignment<Unit>> {
  const affinity = affinityOf(lists, costs);
  const { units, columns, components } = affinity;
  const groups: Group[] = [];
  let isExact = true;
  let done = 0;
  let reportedDone = 0;
  for (const component of components) {
    const columnsHere = new Set(component.map((unit) => columns[unit])).size;
    const searched =
      columnsHere > 2 && component.length <= mostSearched
        ? searchGroups(affinity, component, searchBudget)
        : null;
    if (columnsHere === 1) for (const unit of component) groups.push([unit]);
    else if (searched) groups.push(...searched);
    else {
      if (columnsHere > 2) isExact = false;
      const work = improvedGroups(affinity, component);
      let step = work.next();
      for (; !step.done; step = work.next()) yield { done, of: units.length };
      for (const group of step.value) groups.push(group);
    }
    done += component.length;
    if (done - reportedDone < 256) continue;
    reportedDone = done;
    yield { done, of: units.length };
  }
  groups.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  const aligned = groups.map((group) => {
    const row = new Array<Unit | null>(lists.length).fill(null);
    for (const unit of group) row[columns[unit] ?? -1] = units[unit] ?? null;
    return row;
  });
  return { groups: aligned, cost: costOf(aligned, costs), isExact };
}

/** What groups cost, summed over all pairs of annotators. */
export function costOf<Unit>(
  groups: readonly AlignedUnits<Unit>[],
  { pair, missing, bothMissing }: AlignmentCosts<Unit>,
): number {
  let cost = 0;
  for (const group of groups)
    for (const [at, a] of group.entries())
      for (const b of group.slice(at + 1)) {
        if (a === null && b === null) cost += bothMissing;
        else if (a === null || b === null) cost += missing;
        else cost += pair(a, b) ?? Number.POSITIVE_INFINITY;
      }
  return cost;
}
