// The least price of each unit in a cover of units by groups: the dual of covering each unit exactly once, solved by the primal simplex
// method (Dantzig 1951) on its relaxation, in which a cover may take parts of groups. Units of texts lie in a line, so the inverse of a
// basis is nearly empty, and only what is in it is kept.

/**
 * Groups of units that a cover may take, those with the lower first unit first. The places of the units of group `g` are
 * `members[begins[g]]` up to `members[begins[g + 1]]`, the lowest first. Each unit has a group of its own alone.
 */
export interface Groups {
  readonly members: readonly number[];
  /** One more than there are groups. */
  readonly begins: readonly number[];
  readonly costs: readonly number[];
}

/** How much work may still be done: counted, not timed, so that the same input always gets as far. A step takes some nanoseconds. */
export interface StepBudget {
  left: number;
}

/** How much a group costs beyond the prices of its members. */
export function beyondPrices(
  { members, begins, costs }: Groups,
  prices: Float64Array,
  group: number,
): number {
  let remainingCost = costs[group] ?? 0;
  for (let at = begins[group] ?? 0; at < (begins[group + 1] ?? 0); at += 1)
    remainingCost -= prices[members[at] ?? 0] ?? 0;
  return remainingCost;
}

/** For each unit the groups that it is in. */
function groupsByUnit(units: number, { members, begins, costs }: Groups): readonly (readonly number[])[] {
  const of: number[][] = Array.from({ length: units }, () => []);
  for (let group = 0; group < costs.length; group += 1)
    for (let at = begins[group] ?? 0; at < (begins[group + 1] ?? 0); at += 1)
      of[members[at] ?? 0]?.push(group);
  return of;
}

/** What it takes to change an entry of the basis. */
const stepsOfEntry = 10;

/** How far below 0 counts as below 0. */
const slack = 1e-9;

/**
 * Prices of the units, of which no group's members cost more together than the group: no cover costs less than their sum, and
 * with enough steps no others have a larger one.
 */
export function pricesOf(units: number, groups: Groups, steps: StepBudget): Float64Array {
  const of = groupsByUnit(units, groups);
  const prices = new Float64Array(units);
  for (const [unit, those] of of.entries())
    for (const group of those)
      if ((groups.begins[group + 1] ?? 0) - (groups.begins[group] ?? 0) === 1)
        prices[unit] = groups.costs[group] ?? 0;
  const rests = Float64Array.from(groups.costs, (_, group) => beyondPrices(groups, prices, group));
  const basis = createBasis(units);
  const enters = entering(rests);
  for (let group = enters(steps); group >= 0 && steps.left > 0; group = enters(steps)) {
    const { begins, members } = groups;
    const direction = basis.directionOf(members.slice(begins[group], begins[group + 1]));
    const row = basis.enter(direction);
    const remainingCost = rests[group] ?? 0;
    steps.left -= stepsOfEntry * direction.size;
    for (const unit of basis.unitsOf(row)) {
      const change = remainingCost * basis.entry(unit, row);
      prices[unit] = (prices[unit] ?? 0) + change;
      for (const otherGroup of of[unit] ?? []) rests[otherGroup] = (rests[otherGroup] ?? 0) - change;
      steps.left -= stepsOfEntry * direction.size + (of[unit]?.length ?? 0);
    }
  }
  return lowered(prices, groups, of);
}

/** Looks through some groups at a time, going round, for the one that costs least beyond its members' prices; -1: none costs less. */
function entering(rests: Float64Array): (steps: StepBudget) => number {
  const most = Math.max(64, rests.length >> 5);
  let cursor = 0;
  return (steps) => {
    let [best, least] = [-1, -slack];
    for (let seen = 0; seen < rests.length; ) {
      for (const end = Math.min(rests.length, seen + most); seen < end; seen += 1) {
        const remainingCost = rests[cursor] ?? 0;
        if (remainingCost < least) [best, least] = [cursor, remainingCost];
        cursor = cursor + 1 < rests.length ? cursor + 1 : 0;
      }
      steps.left -= most / 4;
      if (best >= 0) return best;
    }
    return -1;
  };
}

/**
 * The inverse of the basis, begun with each unit alone, by unit and row. The amounts that are covered are drawn a little apart,
 * so that no two rows leave at once and the method never goes round in circles.
 */
function createBasis(units: number) {
  const columns = Array.from({ length: units }, (_, unit) => new Map([[unit, 1]]));
  const rows = Array.from({ length: units }, (_, unit) => new Set([unit]));
  const amounts = Float64Array.from(
    { length: units },
    (_, unit) => 1 + 1e-3 * (1 + ((unit * 0.618_034) % 1)),
  );
  const tiny = 1e-11;
  return {
    unitsOf: (row: number): Iterable<number> => rows[row] ?? [],
    entry: (unit: number, row: number): number => columns[unit]?.get(row) ?? 0,
    /** By row, how much of what is in the basis a group takes the place of. */
    directionOf(members: readonly number[]): ReadonlyMap<number, number> {
      const direction = new Map<number, number>();
      for (const unit of members)
        for (const [row, value] of columns[unit] ?? []) direction.set(row, (direction.get(row) ?? 0) + value);
      return direction;
    },
    /** Answers the row that the group takes. */
    enter(direction: ReadonlyMap<number, number>): number {
      let [leaving, ratio] = [-1, Number.POSITIVE_INFINITY];
      for (const [row, by] of direction) {
        if (by <= slack) continue;
        const until = (amounts[row] ?? 0) / by;
        if (until < ratio) [leaving, ratio] = [row, until];
      }
      const pivot = direction.get(leaving) ?? 1;
      for (const unit of rows[leaving] ?? []) {
        const column = columns[unit];
        const value = (column?.get(leaving) ?? 0) / pivot;
        for (const [row, by] of direction) {
          if (row === leaving || Math.abs(by) < tiny) continue;
          const nextEntry = (column?.get(row) ?? 0) - by * value;
          if (Math.abs(nextEntry) < tiny) {
            column?.delete(row);
            rows[row]?.delete(unit);
          } else {
            column?.set(row, nextEntry);
            rows[row]?.add(unit);
          }
        }
        column?.set(leaving, value);
      }
      for (const [row, by] of direction) amounts[row] = (amounts[row] ?? 0) - ratio * by;
      amounts[leaving] = ratio;
      return leaving;
    },
  };
}

/** Lower, where a group's members would cost more than the group: by rounding, or since there were too few steps. */
function lowered(prices: Float64Array, groups: Groups, of: readonly (readonly number[])[]): Float64Array {
  const rests = Float64Array.from(groups.costs, (_, group) => beyondPrices(groups, prices, group));
  return prices.map((price, unit) => {
    let least = 0;
    for (const group of of[unit] ?? []) {
      const size = (groups.begins[group + 1] ?? 0) - (groups.begins[group] ?? 0);
      least = Math.min(least, (rests[group] ?? 0) / size);
    }
    return price + least;
  });
}
