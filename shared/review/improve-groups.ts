// A good grouping of many units of many annotators, where trying all would take for ever: annotators are taken in one after
// the other, each matched at best with the groups that are there; then, for every way to part the annotators in two, the
// groups' halves are matched anew at best, until no way makes it better (Gutin and Karapetyan 2009, for multidimensional
// assignment). For two annotators the first matching is the best grouping already.
import { assign, type Match } from "./assign.ts";
import {
  compareQuality,
  type Group,
  joinGroups,
  leftByJoining,
  type Quality,
  qualityOf,
  savedByJoining,
  type Ties,
} from "./grouping.ts";

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
