// Covers of units by groups, and the groups that an alignment can have, against trying all.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  candidateGroups,
  type PlacedUnit,
  positionalDistance,
} from "../../../shared/agreement/candidate-groups.ts";
import { cheapestCover } from "../../../shared/agreement/cheapest-cover.ts";
import { beyondPrices, type Groups, pricesOf } from "../../../shared/agreement/cover-prices.ts";
import { runs } from "../../helpers/tier.ts";

const size = 10;
const enough = () => ({ left: Number.MAX_SAFE_INTEGER });
const membersOf = ({ members, begins }: Groups, group: number): readonly number[] =>
  members.slice(begins[group], begins[group + 1]);

/** Each unit alone, and up to four together at costs with many near ones, so that parts of groups would often be cheaper. */
const anyGroups: fc.Arbitrary<Groups> = fc
  .array(
    fc.record({
      units: fc.uniqueArray(fc.nat(size - 1), { minLength: 1, maxLength: 4 }),
      cost: fc.nat(3_000).map((cost) => cost / 1_000),
    }),
    { minLength: 40, maxLength: 120, size: "max" },
  )
  .map((drawn) => {
    const alone = Array.from({ length: size }, (_, unit) => ({ units: [unit], cost: 1 }));
    const groups = { members: [] as number[], begins: [0], costs: [] as number[] };
    const all = [...alone, ...drawn]
      .map(({ units, cost }) => ({ units: [...units].sort((a, b) => a - b), cost }))
      .sort((a, b) => (a.units[0] ?? 0) - (b.units[0] ?? 0));
    for (const { units, cost } of all) {
      groups.members.push(...units);
      groups.begins.push(groups.members.length);
      groups.costs.push(cost);
    }
    return groups;
  });

/** By every set of units that is covered already. */
function leastCost(groups: Groups): number {
  const least = new Array<number>(2 ** size).fill(Number.POSITIVE_INFINITY);
  least[0] = 0;
  const all = groups.costs.map((cost, group) => ({
    cost,
    bits: membersOf(groups, group).reduce((sum, unit) => sum + 2 ** unit, 0),
  }));
  for (let covered = 0; covered < least.length; covered += 1)
    for (const { bits, cost } of all)
      if ((covered & bits) === 0)
        least[covered | bits] = Math.min(least[covered | bits] ?? 0, (least[covered] ?? 0) + cost);
  return least.at(-1) ?? Number.NaN;
}

describe("a cover of units by groups", () => {
  it("is the cheapest one of all, has each unit once, and is known to be the cheapest", () => {
    fc.assert(
      fc.property(anyGroups, (groups) => {
        const { cost, least, chosen } = cheapestCover(size, groups, enough());
        expect(cost).toBeCloseTo(leastCost(groups), 9);
        expect(least).toBe(cost);
        expect(chosen.flatMap((group) => membersOf(groups, group)).sort()).toEqual([...Array(size).keys()]);
      }),
      { numRuns: runs(300) },
    );
  });

  it("has prices, of which no group's members cost more than the group, whatever the work", () => {
    fc.assert(
      fc.property(anyGroups, fc.constantFrom(1, 300, 1_000, Number.MAX_SAFE_INTEGER), (groups, left) => {
        const prices = pricesOf(size, groups, { left });
        for (const group of groups.costs.keys())
          expect(beyondPrices(groups, prices, group)).toBeGreaterThanOrEqual(-1e-9);
      }),
      { numRuns: runs(100) },
    );
  });
});

describe("the groups that an alignment can have", () => {
  it("are all in which no unit would cost less alone", () => {
    const unit = fc
      .record({
        start: fc.nat(300),
        length: fc.integer({ min: 0, max: 60 }),
        label: fc.constantFrom("a", "b"),
        by: fc.nat(2),
      })
      .map(
        ({ start, length, label, by }): PlacedUnit => ({ unit: { start, end: start + length, label }, by }),
      );
    const weights = fc.record({
      alpha: fc.constantFrom(0, 0.5, 1),
      beta: fc.constantFrom(0, 1),
      empty: fc.constantFrom(0, 0.5, 1),
    });
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 1, maxLength: 9 }),
        weights,
        (drawn, { alpha, beta, empty }) => {
          const units = [...drawn].sort((a, b) => a.unit.start - b.unit.start);
          const groups = candidateGroups(units, 3, { alpha, beta, empty }, enough());
          if (!groups) throw new Error("There was too much to look at.");
          const apart = (a: number, b: number): number => {
            const [one, other] = [units[a], units[b]];
            if (!one || !other || one.by === other.by) return Number.POSITIVE_INFINITY;
            const place = alpha === 0 ? 0 : alpha * positionalDistance(one.unit, other.unit);
            return place + (one.unit.label === other.unit.label ? 0 : beta);
          };
          const places = [...units.keys()];
          const sets = places.flatMap((a) => [
            [a],
            ...places
              .filter((b) => b > a)
              .flatMap((b) => [[a, b], ...places.filter((c) => c > b).map((c) => [a, b, c])]),
          ]);
          const fit = sets.filter((set) =>
            set.every(
              (one) =>
                set.reduce((sum, other) => sum + (one === other ? 0 : apart(one, other)), 0) <=
                empty * (3 + set.length - 1),
            ),
          );
          const inOrder = (all: readonly (readonly number[])[]) => all.map((set) => set.join(" ")).sort();
          expect(inOrder(groups.costs.map((_, group) => membersOf(groups, group)))).toEqual(inOrder(fit));
        },
      ),
      { numRuns: runs(150) },
    );
  });
});
