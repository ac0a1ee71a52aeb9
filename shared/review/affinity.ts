// The affinity of the units of several annotators: which two may stand in one group, what that costs, and which units can come together at
// all. Units are numbers here, in an order that does not depend on how they came.
import { compareCodeUnits } from "../model/compare-code-units.ts";
import type { Range } from "../model/range.ts";

/** What is aligned: a stretch of the text with something said of it. */
export interface Alignable extends Range {
  readonly id: string;
  /** All else that its costs depend on, as a text: orders units of one place whatever their order was. */
  readonly key: string;
}

/** The costs of an alignment are those of its groups; those of a group are summed over all pairs of annotators. */
export interface AlignmentCosts<Unit> {
  /** Of two units in one group; `null`: never in one group. */
  pair(a: Unit, b: Unit): number | null;
  /** Of a pair of annotators of whom one has a unit in the group. */
  readonly missing: number;
  /** Of a pair of whom neither has. Gamma counts it like a missing unit; where only units count it is 0. */
  readonly bothMissing: number;
  /** How far beyond its ends a unit's partners may lie, in code units; 0 for partners that share text. */
  reach?(unit: Unit): number;
}

/** Costs are counted in millionths, so that sums do not depend on their order. */
const costUnit = 1_000_000;

interface Affinity<Unit> {
  /** In reading order; equal places by `key`, then by id. */
  readonly units: readonly Unit[];
  /** By number of the unit: which of the lists it came from. */
  readonly columns: readonly number[];
  /** By number of the unit: how far right it starts, in steps larger than all distances in the order together. */
  readonly starts: readonly number[];
  /** By number of the unit: those that may stand in a group with it, and what that costs. */
  readonly near: readonly ReadonlyMap<number, number>[];
  /** By number of units: what a group of so many saves against groups of one, before the costs of its pairs. */
  readonly saved: readonly number[];
  /** Units that cannot come together in a best alignment are in different ones; numbers ascend. */
  readonly components: readonly (readonly number[])[];
}

export function affinityOf<Unit extends Alignable>(
  lists: readonly (readonly Unit[])[],
  costs: AlignmentCosts<Unit>,
): Affinity<Unit> {
  const rank = columnRanks(lists);
  const flat = lists
    .flatMap((list, column) => list.map((unit) => ({ unit, column })))
    .sort((a, b) => compareUnits(a.unit, b.unit) || (rank[a.column] ?? 0) - (rank[b.column] ?? 0));
  const units = flat.map(({ unit }) => unit);
  const columns = flat.map(({ column }) => column);
  const saved = savedBySize(lists.length, costs);
  const near = units.map(() => new Map<number, number>());
  const limit = mostBetween(saved);
  const parent = units.map((_, at) => at);
  forNeighbours(units, costs, (a, b) => {
    const [first, second] = [units[a], units[b]];
    if (!first || !second || columns[a] === columns[b]) return;
    const cost = costs.pair(first, second);
    if (cost === null) return;
    const counted = Math.round(cost * costUnit);
    near[a]?.set(b, counted);
    near[b]?.set(a, counted);
    // A group of which two parts have no pair below the limit is better parted.
    if (counted <= limit) join(parent, a, b);
  });
  return { units, columns, starts: startsOf(units), near, saved, components: componentsOf(parent) };
}

function compareUnits(a: Alignable, b: Alignable): number {
  return a.start - b.start || a.end - b.end || compareCodeUnits(a.key, b.key) || compareCodeUnits(a.id, b.id);
}

function startsOf(units: readonly Alignable[]): number[] {
  const step = units.length ** 2 + 1;
  let rank = -1;
  return units.map(({ start }, at) => {
    if (start !== units[at - 1]?.start) rank += 1;
    return rank * step;
  });
}

/** The place of each list in an order by content, so that the lists' own order means nothing. */
function columnRanks<Unit extends Alignable>(lists: readonly (readonly Unit[])[]): number[] {
  const sorted = lists.map((list, column) => ({ column, list: [...list].sort(compareUnits) }));
  sorted.sort((a, b) => {
    for (const [at, unit] of a.list.entries()) {
      const otherUnit = b.list[at];
      const order = otherUnit ? compareUnits(unit, otherUnit) : 1;
      if (order !== 0) return order;
    }
    return a.list.length - b.list.length;
  });
  const ranks: number[] = [];
  for (const [rank, { column }] of sorted.entries()) ranks[column] = rank;
  return ranks;
}

function savedBySize<Unit>(columns: number, { missing, bothMissing }: AlignmentCosts<Unit>): number[] {
  const missingCost = Math.round(missing * costUnit);
  const none = Math.round(bothMissing * costUnit);
  const lacking = (members: number): number => {
    const absentCount = columns - members;
    return members * absentCount * missingCost + ((absentCount * (absentCount - 1)) / 2) * none;
  };
  return Array.from(
    { length: columns + 1 },
    (_, size) => size * lacking(1) - (size === 0 ? 0 : lacking(size)),
  );
}

/** The most that a pair between two parts of a group can cost if the group is not to be better parted. */
function mostBetween(saved: readonly number[]): number {
  let most = 0;
  for (let a = 1; a < saved.length; a += 1)
    for (let b = 1; a + b < saved.length; b += 1)
      most = Math.max(most, ((saved[a + b] ?? 0) - (saved[a] ?? 0) - (saved[b] ?? 0)) / (a * b));
  return most;
}

/** Calls for each two units whose stretches, with their reach, share something. */
function forNeighbours<Unit extends Alignable>(
  units: readonly Unit[],
  { reach }: AlignmentCosts<Unit>,
  call: (a: number, b: number) => void,
): void {
  const stretches = units.map((unit, at) => {
    const beyond = reach?.(unit) ?? 0;
    return { at, start: unit.start - beyond, end: unit.end + beyond };
  });
  stretches.sort((a, b) => a.start - b.start || a.at - b.at);
  let openStretches: { at: number; end: number }[] = [];
  for (const { at, start, end } of stretches) {
    openStretches = openStretches.filter((other) => other.end > start);
    for (const openStretch of openStretches) call(openStretch.at, at);
    openStretches.push({ at, end });
  }
}

function rootOf(parent: number[], of: number): number {
  let at = of;
  for (let nextIndex = parent[at] ?? at; nextIndex !== at; nextIndex = parent[at] ?? at) {
    parent[at] = parent[nextIndex] ?? nextIndex;
    at = parent[at] ?? at;
  }
  return at;
}

function join(parent: number[], a: number, b: number): void {
  const [first, second] = [rootOf(parent, a), rootOf(parent, b)];
  parent[Math.max(first, second)] = Math.min(first, second);
}

function componentsOf(parent: number[]): number[][] {
  const members = new Map<number, number[]>();
  for (const at of parent.keys()) {
    const root = rootOf(parent, at);
    const list = members.get(root);
    if (list) list.push(at);
    else members.set(root, [at]);
  }
  return [...members.values()];
}
