// One alignment of what several annotators marked: every unit stands in exactly one group with at most one of each
// annotator's units, so that the whole costs least. Among alignments of the same cost the one with the fewest groups counts,
// among those the one whose groups begin furthest left, then the one whose units stand nearest in the order of all units (by
// place, what is said of them, and id), then the one found first in that order. So the order of annotators and records, and their names, mean nothing.
// docs/decisions/0014 says how, and when it is exact.
import type { Work } from "../model/work.ts";
import { type Alignable, type AlignmentCosts, affinityOf } from "./affinity.ts";
import { assign, type Match } from "./assign.ts";

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

/**
 * The best grouping, and among equal ones the first in the order of the units; `null` when more than `budget` branches had
 * to be tried.
 */
function searchGroups(ties: Ties, units: readonly number[], budget: number): readonly Group[] | null {
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

/** Yields after each matching, so that the work can be left or shown. */
export function* improvedGroups(
  ties: Ties,
  units: readonly number[],
): Generator<void, readonly Group[], void> {
  const present = [...new Set(units.map((unit) => ties.columns[unit] ?? -1))];
  let best: { groups: readonly Group[]; quality: Quality } | null = null;
  for (let turn = 0; turn < (present.length > 2 ? present.length : 1); turn += 1) {
    const order = [...present.slice(turn), ...present.slice(0, turn)];
    const groups = yield* mergedInTurn(ties, units, order);
    const quality = qualityOf(ties, groups);
    if (!best || compareQuality(quality, best.quality) > 0) best = { groups, quality };
  }
  let { groups, quality } = best ?? { groups: [], quality: qualityOf(ties, []) };
  if (present.length < 3) return groups;
  const partings = partingsOf(present);
  for (let sinceBetter = 0, at = 0; sinceBetter < partings.length; at += 1, sinceBetter += 1) {
    const parting = partings[at % partings.length] ?? new Set();
    const newGroups = matchedAnew(ties, groups, parting);
    yield;
    const nextQuality = qualityOf(ties, newGroups);
    if (compareQuality(nextQuality, quality) <= 0) continue;
    groups = newGroups;
    quality = nextQuality;
    sinceBetter = 0;
  }
  return groups;
}

/** The annotators in this order, each matched at best with the groups of those before. */
export function* mergedInTurn(
  ties: Ties,
  units: readonly number[],
  order: readonly number[],
): Generator<void, readonly Group[], void> {
  let groups: readonly Group[] = [];
  for (const column of order) {
    const columnGroups = units.filter((unit) => ties.columns[unit] === column).map((unit): Group => [unit]);
    groups = matched(ties, groups, columnGroups);
    yield;
  }
  return groups;
}

function matchedAnew(ties: Ties, groups: readonly Group[], parting: ReadonlySet<number>): readonly Group[] {
  const isFirst = (unit: number): boolean => parting.has(ties.columns[unit] ?? -1);
  const halves = (which: (unit: number) => boolean): Group[] =>
    groups.map((group) => group.filter(which)).filter((half) => half.length > 0);
  return matched(
    ties,
    halves(isFirst),
    halves((unit) => !isFirst(unit)),
  );
}

/** Groups that share no annotator, matched so that they save most together. */
function matched(ties: Ties, first: readonly Group[], second: readonly Group[]): readonly Group[] {
  const [rows, others] = [inOrder(first), inOrder(second)];
  const columnOf = new Map(others.flatMap((group, column) => group.map((unit) => [unit, column] as const)));
  // One merge more weighs less than any saving, and more than nothing.
  const scale = Math.min(rows.length, others.length) + 1;
  const matches = rows.map((group): Match[] => {
    const columns = new Set<number>();
    for (const unit of group)
      for (const neighbour of ties.near[unit]?.keys() ?? []) {
        const column = columnOf.get(neighbour);
        if (column !== undefined) columns.add(column);
      }
    return [...columns]
      .sort((a, b) => a - b)
      .flatMap((column) => {
        const otherGroup = others[column] ?? [];
        const saved = savedByJoining(ties, group, otherGroup);
        if (saved === null || saved < 0) return [];
        return [{ column, worth: saved * scale + 1, rank: leftByJoining(ties, group, otherGroup) }];
      });
  });
  const columnOfRow = assign(matches, others.length);
  const takenColumns = new Set(columnOfRow);
  const joinedGroups = rows.map((group, row) => {
    const otherGroup = others[columnOfRow[row] ?? -1];
    return otherGroup ? joinGroups(group, otherGroup) : group;
  });
  return inOrder([...joinedGroups, ...others.filter((_, column) => !takenColumns.has(column))]);
}

const inOrder = (groups: readonly Group[]): readonly Group[] =>
  [...groups].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));

/** Every way to part these annotators in two, told by one of the parts. */
function partingsOf(columns: readonly number[]): ReadonlySet<number>[] {
  const partings: ReadonlySet<number>[] = [];
  for (let bits = 1; bits < 2 ** (columns.length - 1); bits += 1)
    partings.push(new Set(columns.filter((_, at) => Math.floor(bits / 2 ** at) % 2 === 1)));
  return partings;
}

/** What the search needs of an `Affinity`. */
interface Ties {
  readonly columns: readonly number[];
  readonly starts: readonly number[];
  readonly near: readonly ReadonlyMap<number, number>[];
  readonly saved: readonly number[];
}

/** Numbers of units, ascending; at most one of each column. */
type Group = readonly number[];

/**
 * How good a grouping of some units is: what it saves against groups of one; then how many groups fewer it has; then how
 * far left its groups begin (the further right the units stand that begin none, the better) and how near in the order of all
 * units those of a group are.
 */
interface Quality {
  readonly saved: number;
  readonly merges: number;
  readonly left: number;
}

/** Above 0 when `a` is the better one. */
const compareQuality = (a: Quality, b: Quality): number =>
  a.saved - b.saved || a.merges - b.merges || a.left - b.left;

/** What two groups save by becoming one; `null` when they must not, since a pair of theirs must not. */
function savedByJoining({ near, saved }: Ties, a: Group, b: Group): number | null {
  const [first, second] = [a.length, b.length];
  let sum = (saved[first + second] ?? 0) - (saved[first] ?? 0) - (saved[second] ?? 0);
  for (const unit of a)
    for (const otherUnit of b) {
      const cost = near[unit]?.get(otherUnit);
      if (cost === undefined) return null;
      sum -= cost;
    }
  return sum;
}

export function qualityOf(ties: Ties, groups: readonly Group[]): Quality {
  let quality: Quality = { saved: 0, merges: 0, left: 0 };
  for (const group of groups) {
    for (let at = 1; at < group.length; at += 1) {
      const unit = group.slice(at, at + 1);
      quality = {
        saved: quality.saved + (savedByJoining(ties, group.slice(0, at), unit) ?? Number.NEGATIVE_INFINITY),
        merges: quality.merges + 1,
        left: quality.left + leftByJoining(ties, group.slice(0, 1), unit),
      };
    }
  }
  return quality;
}

/** What two groups add to `left` by becoming one. */
function leftByJoining({ starts }: Pick<Ties, "starts">, a: Group, b: Group): number {
  const [first, second] = [a[0] ?? 0, b[0] ?? 0];
  const later = first < second ? b : a;
  return (starts[Math.max(first, second)] ?? 0) - later.length * Math.abs(first - second);
}

const joinGroups = (a: Group, b: Group): Group => [...a, ...b].sort((one, other) => one - other);
