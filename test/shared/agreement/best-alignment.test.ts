// The best alignment: as good as trying every way finds it, and with too little work still an alignment that says how good.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignedText, cheapestCover, mostSteps } from "../../../shared/agreement/best-alignment.ts";
import {
  candidateGroups,
  type PlacedUnit,
  positionalDistance,
} from "../../../shared/agreement/candidate-groups.ts";
import { type Continuum, type Unit, unitCount } from "../../../shared/agreement/continuum.ts";
import { beyondPrices, type Groups, pricesOf } from "../../../shared/agreement/cover-prices.ts";
import { defaultOptions, type MeasureOptions } from "../../../shared/agreement/measure.ts";
import { runs } from "../../helpers/tier.ts";

// Covers of units by groups, and the groups that an alignment can have, against trying all.

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

const unit: fc.Arbitrary<Unit> = fc
  .record({ start: fc.nat(40), size: fc.integer({ min: 0, max: 15 }), label: fc.constantFrom("a", "b") })
  .map(({ start, size, label }) => ({ start, end: start + size, label }));
const anyContinuum: fc.Arbitrary<Continuum> = fc
  .array(fc.array(unit, { maxLength: 3 }), { minLength: 2, maxLength: 4 })
  .filter((annotators) => annotators.flat().length <= 8)
  .map((annotators) => ({
    length: 60,
    annotators: annotators.map((units, at) => ({ name: `${at}`, units })),
  }));
const weights = fc.record({
  alpha: fc.constantFrom(0, 0.5, 1, 3),
  beta: fc.constantFrom(0, 1, 2),
  empty: fc.constantFrom(0, 0.5, 1),
});

/** Costs over the mean number of units an annotator has. */
function bestAlignment(on: Continuum, weighed: Weights) {
  const aligned = alignedText(on, weighed, { left: mostSteps });
  const mean = unitCount(on) / on.annotators.length;
  const perUnit = (cost: number): number => (mean === 0 ? 0 : cost / mean);
  return aligned && { ...aligned, disorder: perUnit(aligned.cost), least: perUnit(aligned.least) };
}

describe("the best alignment", () => {
  it("costs as little as the best of all that can be tried, with any weights", () => {
    fc.assert(
      fc.property(anyContinuum, weights, (on, weighed) => {
        const found = bestAlignment(on, weighed);
        expect(found?.disorder).toBeCloseTo(leastDisorder(on, weighed), 9);
        expect(found?.least).toBe(found?.disorder);
      }),
      { numRuns: runs(150) },
    );
  });

  it("has each unit once, and costs what its groups cost", () => {
    fc.assert(
      fc.property(anyContinuum, (on) => {
        const groups = bestAlignment(on, defaultOptions)?.groups ?? [];
        for (const [by, { units }] of on.annotators.entries()) {
          const aligned = groups.flatMap((group) => group[by] ?? []);
          expect(inAnyOrder(aligned)).toEqual(inAnyOrder(units));
        }
        const cost = groups.reduce(
          (sum, group) =>
            sum +
            costOf(
              group.flatMap((one) => one ?? []),
              group.length,
              defaultOptions,
            ),
          0,
        );
        const mean = unitCount(on) / on.annotators.length;
        expect(bestAlignment(on, defaultOptions)?.disorder).toBeCloseTo(mean === 0 ? 0 : cost / mean, 9);
      }),
      { numRuns: runs(60) },
    );
  });

  it("with any amount of work is none, or one that truly says how good it is", () => {
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(crowded, (on) => {
        const all = { left: Number.MAX_SAFE_INTEGER };
        const best = alignedText(on, defaultOptions, all);
        expect(best?.least).toBe(best?.cost);
        for (const share of [0.1, 0.5, 0.7, 0.9, 1]) {
          const left = Math.ceil(share * (Number.MAX_SAFE_INTEGER - all.left));
          const bounded = alignedText(on, defaultOptions, { left });
          outcomes.add(bounded ? (bounded.least < bounded.cost ? "between" : "best") : "none");
          if (!best || !bounded) continue;
          expect(bounded.cost).toBeGreaterThanOrEqual(best.cost - 1e-7);
          expect(bounded.least).toBeLessThanOrEqual(best.cost + 1e-7);
          for (const [by, { units }] of on.annotators.entries())
            expect(inAnyOrder(bounded.groups.flatMap((group) => group[by] ?? []))).toEqual(inAnyOrder(units));
        }
      }),
      { numRuns: runs(60) },
    );
    expect([...outcomes].sort()).toEqual(["best", "between", "none"]);
  });

  it("is found for five annotators who placed a hundred units each, and for four whose units lie all over each other", () => {
    const five = Array.from({ length: 5 }, (_, by) => ({
      name: String(by),
      units: Array.from({ length: 100 }, (_, at) => {
        const start = at * 30 + ((by * 7 + at * 3) % 5);
        return { start, end: start + 20, label: at % (by + 2) === 0 ? "a" : "b" };
      }),
    }));
    const four = Array.from({ length: 4 }, (_, by) => ({
      name: String(by),
      units: Array.from({ length: 90 }, (_, at) => {
        const start = (at * 61 + by * 1_237) % 5_000;
        return { start, end: start + 4 + ((at * 37 + by * 11) % 140), label: "abcd".charAt(at % 4) };
      }),
    }));
    for (const on of [
      { length: 3_100, annotators: five },
      { length: 5_200, annotators: four },
    ]) {
      const found = bestAlignment(on, defaultOptions);
      expect(found?.disorder).toBeGreaterThan(0);
      expect(found?.least).toBe(found?.disorder);
    }
  });
});

/** So many units over each other that choosing among their groups takes work. */
const crowded: fc.Arbitrary<Continuum> = fc
  .array(fc.array(unit, { minLength: 5, maxLength: 12 }), { minLength: 3, maxLength: 3 })
  .map((annotators) => ({
    length: 60,
    annotators: annotators.map((units, at) => ({ name: `${at}`, units })),
  }));

const inAnyOrder = (units: readonly Unit[]): readonly string[] =>
  units.map(({ start, end, label }) => `${start} ${end} ${label}`).sort();

type Weights = Pick<MeasureOptions, "alpha" | "beta" | "empty">;

function costOf(units: readonly Unit[], annotators: number, { alpha, beta, empty }: Weights): number {
  const pairs = (annotators * (annotators - 1)) / 2;
  let [total, filled] = [0, 0];
  units.forEach((one, at) => {
    for (const other of units.slice(at + 1)) {
      total +=
        (alpha === 0 ? 0 : alpha * positionalDistance(one, other)) + (one.label === other.label ? 0 : beta);
      filled += 1;
    }
  });
  return (total + (pairs - filled) * empty) / pairs;
}

/** The least disorder over every grouping of the units, tried one by one. */
function leastDisorder({ annotators }: Continuum, weighed: Weights): number {
  const all = annotators.flatMap(({ units }, by) => units.map((one) => ({ one, by })));
  if (all.length === 0) return 0;
  const cost = (group: typeof all): number =>
    costOf(
      group.map(({ one }) => one),
      annotators.length,
      weighed,
    );
  const best = (rest: typeof all, groups: (typeof all)[]): number => {
    const [head, ...others] = rest;
    if (!head) return groups.reduce((total, group) => total + cost(group), 0);
    const alone = best(others, [...groups, [head]]);
    return groups.reduce((least, group, at) => {
      if (group.some(({ by }) => by === head.by)) return least;
      return Math.min(
        least,
        best(
          others,
          groups.map((one, index) => (index === at ? [...one, head] : one)),
        ),
      );
    }, alone);
  };
  return best(all, []) / (all.length / annotators.length);
}
