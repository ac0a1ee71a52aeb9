// The best alignment of what several annotators marked, and its disorder (Mathet, Widlöcher & Métivier 2015, Computational
// Linguistics 41(3)). Exact: every way of grouping units that could be best is weighed, or it says that there are too many.
import { cheapestCover } from "./cheapest-cover.ts";
import { type Continuum, partsOf, type Unit } from "./continuum.ts";
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

/** How many groups and partial groupings are weighed before the continuum counts as too entangled. */
const mostWeighed = { groups: 2_000_000, steps: 10_000_000 };

/** `null` when so many units lie over each other that the best grouping cannot be found exactly. */
export function bestAlignment(continuum: Continuum, weights: Weights, most = mostWeighed): Alignment | null {
  const { annotators } = continuum;
  const units = unitsOf(continuum);
  if (units.length === 0) return { groups: [], disorder: 0 };
  const search = searchOver(annotators.length, weights, most);
  const groups: UnitaryAlignment[] = [];
  let cost = 0;
  const components = partsOf(continuum).flatMap(({ start, end }, at, parts) =>
    componentsOf(
      units.filter(
        ({ unit }) => (at === 0 || unit.start >= start) && (at === parts.length - 1 || unit.start < end),
      ),
      search.mayBelong,
    ),
  );
  for (const together of components) {
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

/** Units that may stand together, by their places in a component, and what that costs. */
interface Candidate {
  readonly members: readonly number[];
  readonly cost: number;
}

function searchOver(annotators: number, weights: Weights, most: typeof mostWeighed) {
  const { empty } = weights;
  const pairs = (annotators * (annotators - 1)) / 2;
  /** Beyond this, two units cost more together than apart, whatever else is in their group. */
  const farthest = empty * (pairs + annotators - 1);
  const apart = (a: Placed, b: Placed): number => distance(a.unit, b.unit, weights);

  /** By the first member, every group in which no unit costs more than alone; `null` when there are too many. */
  function candidatesOf(units: readonly Placed[]): readonly (readonly Candidate[])[] | null {
    let count = 0;
    const all: Candidate[][] = [];
    for (const [first, head] of units.entries()) {
      const near: number[] = [];
      for (let at = first + 1; at < units.length; at += 1) {
        const unit = units[at];
        if (unit && unit.by !== head.by && apart(head, unit) <= farthest) near.push(at);
      }
      const own: Candidate[] = [];
      // `sums`: what each member costs with all the others.
      const extend = (members: readonly number[], sums: readonly number[], from: number): void => {
        count += 1;
        const bound = empty * (pairs + members.length - 1);
        if (sums.every((sum) => sum <= bound)) own.push({ members, cost: costOf(sums) });
        for (let next = from; next < near.length && count <= most.groups; next += 1) {
          const at = near[next] ?? -1;
          const unit = units[at];
          if (!unit) continue;
          const added = members.map((member) => {
            const other = units[member];
            return other && other.by !== unit.by ? apart(other, unit) : Number.POSITIVE_INFINITY;
          });
          if (added.some((one) => one > farthest)) continue;
          const sum = added.reduce((total, one) => total + one, 0);
          extend([...members, at], [...sums.map((one, of) => one + (added[of] ?? 0)), sum], next + 1);
        }
      };
      extend([first], [0], 0);
      if (count > most.groups) return null;
      all.push(own);
    }
    return all;
  }

  function costOf(sums: readonly number[]): number {
    const together = sums.reduce((total, one) => total + one, 0) / 2;
    const filled = (sums.length * (sums.length - 1)) / 2;
    return (together + (pairs - filled) * empty) / pairs;
  }

  return {
    mayBelong: (a: Placed, b: Placed): boolean => a.by !== b.by && apart(a, b) <= farthest,
    /** `null` when there is too much to try. */
    best(units: readonly Placed[]): Best | null {
      const candidates = candidatesOf(units);
      const found = candidates && cheapestCover(units.length, candidates, most.steps);
      return (
        found && {
          cost: found.cost,
          groups: found.chosen.map(({ members }) => members.flatMap((at) => units[at] ?? [])),
        }
      );
    },
  };
}
