// The best alignment of what several annotators marked, and its disorder (Mathet, Widlöcher & Métivier 2015, Computational
// Linguistics 41(3)). Exact: every way of grouping units that could be best is weighed.
import type { Continuum, Unit } from "./continuum.ts";
import type { MeasureOptions } from "./measure.ts";

/** At most one unit of each annotator, in the annotators' order; `null` where one has none. Never all `null`. */
export type UnitaryAlignment = readonly (Unit | null)[];

export interface Alignment {
  readonly groups: readonly UnitaryAlignment[];
  /** The groups' costs over the mean number of units an annotator has. */
  readonly disorder: number;
}

type Weights = Pick<MeasureOptions, "alpha" | "beta" | "empty">;

/** How far two units are apart in place: 0 for the same edges, 1 for two neighbours of one length. */
export function positionalDistance(a: Unit, b: Unit): number {
  const lengths = a.end - a.start + (b.end - b.start);
  const edges = Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
  if (edges === 0) return 0;
  return lengths === 0 ? Number.POSITIVE_INFINITY : (edges / lengths) ** 2;
}

export const distance = (a: Unit, b: Unit, { alpha, beta }: Weights): number =>
  alpha * positionalDistance(a, b) + (a.label === b.label ? 0 : beta);

/** How many partial groupings are kept in mind before the continuum counts as too entangled. */
const mostStates = 500_000;

/** `null` when so many units lie over each other that the best grouping cannot be found exactly. */
export function bestAlignment(continuum: Continuum, weights: Weights): Alignment | null {
  const { annotators } = continuum;
  const units = unitsOf(continuum);
  if (units.length === 0) return { groups: [], disorder: 0 };
  const search = searchOver(annotators.length, weights);
  const groups: UnitaryAlignment[] = [];
  let cost = 0;
  for (const together of componentsOf(units, search.mayBelong)) {
    const best = search.best(together);
    if (!best) return null;
    cost += best.cost;
    for (const group of best.groups) {
      const unitary: (Unit | null)[] = annotators.map(() => null);
      for (const { by, unit } of group) unitary[by] = unit;
      groups.push(unitary);
    }
  }
  return { groups, disorder: cost / (units.length / annotators.length) };
}

interface Placed {
  readonly unit: Unit;
  /** The annotator's place. */
  readonly by: number;
}

function unitsOf({ annotators }: Continuum): readonly Placed[] {
  return annotators
    .flatMap(({ units }, by) => units.map((unit) => ({ unit, by })))
    .sort(
      (a, b) =>
        a.unit.start - b.unit.start ||
        a.unit.end - b.unit.end ||
        a.by - b.by ||
        (a.unit.label < b.unit.label ? -1 : 1),
    );
}

/** Units that can be grouped with one another, directly or by way of others. The order of the units is kept. */
function componentsOf(
  units: readonly Placed[],
  mayBelong: (a: Placed, b: Placed) => boolean,
): readonly (readonly Placed[])[] {
  const root = units.map((_, at) => at);
  const rootOf = (at: number): number => {
    let found = at;
    while (root[found] !== found) found = root[found] ?? found;
    root[at] = found;
    return found;
  };
  units.forEach((a, at) => {
    for (let other = at + 1; other < units.length; other += 1) {
      const b = units[other];
      if (!b) break;
      if (mayBelong(a, b)) root[rootOf(other)] = rootOf(at);
    }
  });
  const components = new Map<number, Placed[]>();
  units.forEach((unit, at) => {
    const key = rootOf(at);
    const found = components.get(key);
    if (found) found.push(unit);
    else components.set(key, [unit]);
  });
  return [...components.values()];
}

interface Best {
  readonly cost: number;
  readonly groups: readonly (readonly Placed[])[];
}

function searchOver(annotators: number, weights: Weights) {
  const { empty } = weights;
  const pairs = (annotators * (annotators - 1)) / 2;
  /** Beyond this, two units cost more together than apart, whatever else is in their group. */
  const farthest = empty * (pairs + annotators - 1);
  const apart = (a: Placed, b: Placed): number => distance(a.unit, b.unit, weights);

  /** Whether each unit costs no more in the group than alone. */
  function isWorth(group: readonly Placed[]): boolean {
    const bound = empty * (pairs + group.length - 1);
    return group.every(
      (one) => group.reduce((total, other) => total + (other === one ? 0 : apart(one, other)), 0) <= bound,
    );
  }

  function costOf(group: readonly Placed[]): number {
    let total = 0;
    let filled = 0;
    group.forEach((one, at) => {
      for (const other of group.slice(at + 1)) {
        total += apart(one, other);
        filled += 1;
      }
    });
    return (total + (pairs - filled) * empty) / pairs;
  }

  /** The groups of units not yet covered that begin with this one. */
  function groupsFrom(
    units: readonly Placed[],
    first: number,
    isCovered: (at: number) => boolean,
  ): readonly (readonly number[])[] {
    const head = units[first];
    if (!head) return [];
    const near = units.flatMap((unit, at) =>
      at > first && !isCovered(at) && unit.by !== head.by && apart(head, unit) <= farthest ? [at] : [],
    );
    const groups: number[][] = [];
    const extend = (group: readonly number[], from: number): void => {
      if (isWorth(group.flatMap((at) => units[at] ?? []))) groups.push([...group]);
      for (let next = from; next < near.length; next += 1) {
        const at = near[next];
        const unit = at === undefined ? undefined : units[at];
        if (at === undefined || !unit) continue;
        const fits = group.every((member) => {
          const other = units[member];
          return other !== undefined && other.by !== unit.by && apart(other, unit) <= farthest;
        });
        if (fits) extend([...group, at], next + 1);
      }
    };
    extend([first], 0);
    return groups;
  }

  return {
    mayBelong: (a: Placed, b: Placed): boolean => a.by !== b.by && apart(a, b) <= farthest,
    /** Covers the units from the left; what is covered beyond the first that is not tells partial groupings apart. */
    best(units: readonly Placed[]): Best | null {
      const known = new Map<string, Best>();
      let isTooMuch = false;
      const from = (first: number, covered: ReadonlySet<number>): Best => {
        let next = first;
        while (covered.has(next)) next += 1;
        if (next >= units.length) return { cost: 0, groups: [] };
        const ahead = [...covered].filter((at) => at > next).sort((a, b) => a - b);
        const key = `${next} ${ahead.join()}`;
        const found = known.get(key);
        if (found) return found;
        if (known.size > mostStates) isTooMuch = true;
        let best: Best = { cost: Number.POSITIVE_INFINITY, groups: [] };
        if (!isTooMuch)
          for (const group of groupsFrom(units, next, (at) => covered.has(at))) {
            const members = group.flatMap((at) => units[at] ?? []);
            const rest = from(next + 1, new Set([...ahead, ...group]));
            const cost = costOf(members) + rest.cost;
            if (cost < best.cost - 1e-12) best = { cost, groups: [members, ...rest.groups] };
          }
        known.set(key, best);
        return best;
      };
      const best = from(0, new Set());
      return isTooMuch ? null : best;
    },
  };
}
