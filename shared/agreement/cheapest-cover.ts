// The cheapest way of covering units, each exactly once, by groups that are given with their costs: exact, by covering from
// the left and leaving aside what cannot become cheaper than a cover already known.

export interface Group {
  /** Places of units, the smallest first. */
  readonly members: readonly number[];
  readonly cost: number;
}

export interface Cover<G extends Group> {
  readonly cost: number;
  readonly chosen: readonly G[];
}

/** A partial cover: everything before its next unit, and these behind it. */
interface Partial<G extends Group> {
  readonly cost: number;
  /** Places behind the next unit that are covered already, in order. */
  readonly ahead: readonly number[];
  readonly last: { readonly group: G; readonly before: Partial<G> } | null;
}

const slack = 1e-9;

/** `byFirst`: the groups by their first member; each unit has one of its own alone. `null` after too many steps. */
export function cheapestCover<G extends Group>(
  units: number,
  byFirst: readonly (readonly G[])[],
  mostSteps: number,
): Cover<G> | null {
  const prices = pricesOf(units, byFirst);
  /** What the units from here on cost at least. */
  const least = new Float64Array(units + 1);
  for (let at = units - 1; at >= 0; at -= 1) least[at] = (least[at + 1] ?? 0) + (prices[at] ?? 0);
  const most = greedyCost(units, byFirst, prices);
  const states: (Map<string, Partial<G>> | undefined)[] = [];
  states[0] = new Map([["", { cost: 0, ahead: [], last: null }]]);
  let steps = 0;
  for (let next = 0; next < units; next += 1) {
    const here = states[next];
    states[next] = undefined;
    for (const partial of here?.values() ?? []) {
      for (const group of byFirst[next] ?? []) {
        steps += 1;
        if (steps > mostSteps) return null;
        if (group.members.some((at) => partial.ahead.includes(at))) continue;
        const cost = partial.cost + group.cost;
        const covered = [...partial.ahead, ...group.members.slice(1)].sort((a, b) => a - b);
        const paid = covered.reduce((sum, at) => sum + (prices[at] ?? 0), 0);
        if (cost + (least[next + 1] ?? 0) - paid > most + slack) continue;
        let to = next + 1;
        let taken = 0;
        while (covered[taken] === to) {
          to += 1;
          taken += 1;
        }
        const ahead = covered.slice(taken);
        const key = ahead.join();
        let there = states[to];
        if (!there) {
          there = new Map();
          states[to] = there;
        }
        const known = there.get(key);
        if (known && known.cost <= cost + 1e-12) continue;
        there.set(key, { cost, ahead, last: { group, before: partial } });
      }
    }
  }
  const end = states[units]?.get("");
  return end ? { cost: end.cost, chosen: chosenIn(end) } : null;
}

function chosenIn<G extends Group>(end: Partial<G>): readonly G[] {
  const chosen: G[] = [];
  for (let last = end.last; last; last = last.before.last) chosen.push(last.group);
  return chosen.reverse();
}

/**
 * Prices of units of which no group's members cost more together than the group: no cover costs less than their sum. Begun
 * with the least share that each has in the cost of any group, then raised one by one as far as its groups let it.
 */
function pricesOf(units: number, byFirst: readonly (readonly Group[])[]): Float64Array {
  const groups = byFirst.flat();
  const prices = new Float64Array(units).fill(Number.POSITIVE_INFINITY);
  const ofUnit: number[][] = Array.from({ length: units }, () => []);
  for (const [number, { members, cost }] of groups.entries())
    for (const at of members) {
      prices[at] = Math.min(prices[at] ?? cost, cost / members.length);
      ofUnit[at]?.push(number);
    }
  const slacks = Float64Array.from(
    groups,
    ({ members, cost }) => cost - members.reduce((sum, at) => sum + (prices[at] ?? 0), 0),
  );
  for (const [at, numbers] of ofUnit.entries()) {
    const raise = numbers.reduce((least, number) => Math.min(least, slacks[number] ?? 0), Infinity);
    if (!(raise > 0 && raise < Infinity)) continue;
    prices[at] = (prices[at] ?? 0) + raise;
    for (const number of numbers) slacks[number] = (slacks[number] ?? 0) - raise;
  }
  return prices;
}

/** The cost of a cover that takes, from the left, what costs least beyond the prices of its members. */
function greedyCost(units: number, byFirst: readonly (readonly Group[])[], prices: Float64Array): number {
  const covered = new Uint8Array(units);
  let total = 0;
  for (let next = 0; next < units; next += 1) {
    if (covered[next]) continue;
    let best: Group | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const group of byFirst[next] ?? []) {
      if (group.members.some((at) => covered[at])) continue;
      const beyond = group.cost - group.members.reduce((sum, at) => sum + (prices[at] ?? 0), 0);
      if (beyond < least) [best, least] = [group, beyond];
    }
    if (!best) return Number.POSITIVE_INFINITY;
    for (const at of best.members) covered[at] = 1;
    total += best.cost;
  }
  return total;
}
