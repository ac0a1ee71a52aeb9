// The best grouping of a few units, by trying all that can be best: each unit in turn joins a group that is there or begins
// its own, and a branch is left when not even the most that its rest could save makes it the best.
import {
  compareQuality,
  type Group,
  leftByJoining,
  type Quality,
  savedByJoining,
  type Ties,
} from "./grouping.ts";

/**
 * The best grouping, and among equal ones the first in the order of the units; `null` when more than `budget` branches had
 * to be tried.
 */
export function searchGroups(ties: Ties, units: readonly number[], budget: number): readonly Group[] | null {
  const most = mostSavedFrom(ties, units);
  const groups: number[][] = [];
  let best: { quality: Quality; groups: readonly Group[] } | null = null;
  let remainingBudget = budget;

  function place(at: number, quality: Quality): void {
    remainingBudget -= 1;
    if (remainingBudget < 0 || (best && quality.saved + (most[at] ?? 0) < best.quality.saved)) return;
    const unit = units[at];
    if (unit === undefined) {
      if (!best || compareQuality(quality, best.quality) > 0)
        best = { quality, groups: groups.map((group) => [...group]) };
      return;
    }
    for (const group of groups) {
      if (group.some((member) => ties.columns[member] === ties.columns[unit])) continue;
      const saved = savedByJoining(ties, group, [unit]);
      if (saved === null) continue;
      group.push(unit);
      place(at + 1, {
        saved: quality.saved + saved,
        merges: quality.merges + 1,
        left: quality.left + leftByJoining(ties, group.slice(0, 1), [unit]),
      });
      group.pop();
    }
    groups.push([unit]);
    place(at + 1, quality);
    groups.pop();
  }

  place(0, { saved: 0, merges: 0, left: 0 });
  return remainingBudget < 0 ? null : ((best as { groups: readonly Group[] } | null)?.groups ?? null);
}

/** By number of units placed: the most that the others can save, each joining the nearest of every other column. */
function mostSavedFrom({ columns, near, saved }: Ties, units: readonly number[]): number[] {
  const most = new Array<number>(units.length + 1).fill(0);
  const earlier = new Set(units);
  for (let at = units.length - 1; at >= 0; at -= 1) {
    const unit = units[at] ?? -1;
    earlier.delete(unit);
    const nearest = new Map<number, number>();
    for (const [other, cost] of near[unit] ?? []) {
      const column = columns[other] ?? -1;
      if (earlier.has(other) && cost < (nearest.get(column) ?? Number.POSITIVE_INFINITY))
        nearest.set(column, cost);
    }
    let costs = 0;
    let best = 0;
    for (const [size, cost] of [...nearest.values()].sort((a, b) => a - b).entries()) {
      costs += cost;
      best = Math.max(best, (saved[size + 2] ?? 0) - (saved[size + 1] ?? 0) - costs);
    }
    most[at] = (most[at + 1] ?? 0) + best;
  }
  return most;
}
