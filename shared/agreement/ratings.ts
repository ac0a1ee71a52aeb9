// Ratings: for each unit the category that each annotator gave it, or nothing. The ground of the coefficients of agreement.
import { memoize } from "../model/memoize.ts";

/** A unit's ratings in the order of the annotators; `null` where there is none. */
export type UnitRatings = readonly (string | null)[];

export interface Ratings {
  readonly annotators: readonly string[];
  readonly units: readonly UnitRatings[];
}

/** The ratings that a unit has, without those missing. Worked out once of each unit: a bootstrap draws the same ones over and over. */
export const givenRatings = memoize((unit: UnitRatings): readonly string[] =>
  unit.filter((value): value is string => value !== null),
);

/** How often a unit's values occur. */
export const countsIn = memoize((unit: UnitRatings): readonly (readonly [value: string, count: number])[] => [
  ...countsOf(givenRatings(unit)),
]);

/** Units that at least two annotators rated: the others say nothing of agreement. */
export const pairable = ({ units }: Ratings): readonly UnitRatings[] => pairableOf(units);
const pairableOf = memoize((units: Ratings["units"]): readonly UnitRatings[] =>
  units.filter((unit) => givenRatings(unit).length > 1),
);

/** Units that everybody rated. */
export const complete = ({ units }: Ratings): readonly UnitRatings[] =>
  units.filter((unit) => unit.length > 1 && givenRatings(unit).length === unit.length);

/** All categories in use, sorted, so that nothing depends on the order of the units. */
export const categoriesOf = (units: readonly UnitRatings[]): readonly string[] =>
  [...totalsOf(units).keys()].sort();

/** How often each value occurs in all of the units. */
export const totalsOf = memoize((units: readonly UnitRatings[]): ReadonlyMap<string, number> => {
  const totals = new Map<string, number>();
  for (const unit of units)
    for (const [value, count] of countsIn(unit)) totals.set(value, (totals.get(value) ?? 0) + count);
  return totals;
});

/** What two annotators say of the units that both rated, counted. */
interface JointCounts {
  readonly n: number;
  readonly agreeing: number;
  readonly first: ReadonlyMap<string, number>;
  readonly second: ReadonlyMap<string, number>;
}

export function jointCounts({ units }: Ratings, a: number, b: number): JointCounts {
  const pairs = jointPairs(units);
  const cachedCounts = pairs.get(`${a} ${b}`);
  if (cachedCounts) return cachedCounts;
  const counts = countedTogether(units, a, b);
  pairs.set(`${a} ${b}`, counts);
  return counts;
}

const jointPairs = memoize((_units: Ratings["units"]) => new Map<string, JointCounts>());

function countedTogether(units: Ratings["units"], a: number, b: number): JointCounts {
  const [first, second] = [new Map<string, number>(), new Map<string, number>()];
  let [n, agreeing] = [0, 0];
  for (const unit of units) {
    const [one, other] = [unit[a] ?? null, unit[b] ?? null];
    if (one === null || other === null) continue;
    n += 1;
    if (one === other) agreeing += 1;
    first.set(one, (first.get(one) ?? 0) + 1);
    second.set(other, (second.get(other) ?? 0) + 1);
  }
  return { n, agreeing, first, second };
}

/** How often each value occurs. */
export function countsOf(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Every two annotators, by their places. */
export function pairsOf(count: number): readonly (readonly [number, number])[] {
  return Array.from({ length: count }, (_, a) => a).flatMap((a) =>
    Array.from({ length: count - a - 1 }, (_, b) => [a, a + 1 + b] as const),
  );
}

/** The share of a unit's pairs of ratings that agree (Fleiss 1971, P_i). The unit has at least two. */
export const agreementWithin = memoize((unit: UnitRatings) => {
  const values = givenRatings(unit);
  let agreeing = 0;
  for (const [, count] of countsIn(unit)) agreeing += count * (count - 1);
  return agreeing / (values.length * (values.length - 1));
});

export const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

export const mean = (values: readonly number[]): number => sum(values) / values.length;
