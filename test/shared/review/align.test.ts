import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finishInTurns } from "../../../shared/model/work.ts";
import { type AlignmentCosts, affinityOf } from "../../../shared/review/affinity.ts";
import { align, costOf, improvedGroups, mergedInTurn, qualityOf } from "../../../shared/review/align.ts";
import { runs } from "../../helpers/tier.ts";
import {
  aligned,
  allGroupings,
  dissimilarity,
  gammaCosts,
  idsOf,
  type Labelled,
  lists,
  sharingCosts,
  unit,
} from "./alignments.ts";

/** The least that any grouping costs, and the fewest groups at that. */
function best(all: readonly (readonly Labelled[])[], costs: AlignmentCosts<Labelled>) {
  let found = { cost: Number.POSITIVE_INFINITY, groups: 0 };
  for (const groups of allGroupings(all)) {
    const cost = costOf(groups, costs);
    if (cost < found.cost - 1e-9) found = { cost, groups: groups.length };
    else if (cost < found.cost + 1e-9) found = { cost, groups: Math.min(found.groups, groups.length) };
  }
  return found;
}

const alex = [
  ["1", 2, 9],
  ["2", 11, 17],
  ["5", 24, 30],
  ["6", 32, 36],
  ["6", 36, 44],
  ["7", 44, 60],
] as const;
const paul = [
  ["1", 2, 9],
  ["3", 11, 17],
  ["5", 19, 25],
  ["6", 32, 44],
] as const;
const suzan = [
  ["1", 2, 9],
  ["4", 11, 17],
  ["5", 21, 27],
  ["6", 32, 36],
  ["6", 36, 40],
  ["6", 40, 44],
] as const;
const continuum = [alex, paul, suzan].map((list, column) =>
  list.map(([label, start, end], at) => unit(`${column}-${at}`, label, start, end)),
);

describe("aligning", () => {
  for (const [name, costs] of [
    ["gamma's costs", gammaCosts],
    ["units that share text", sharingCosts],
  ] as const)
    for (const [annotators, most] of [
      [2, 4],
      [3, 2],
      [4, 2],
    ] as const)
      it(`costs no more than any grouping of ${annotators} annotators' units, by ${name}, and has the fewest groups`, () => {
        fc.assert(
          fc.property(lists(annotators, most), (all) => {
            const alignment = aligned(all, costs);
            const expected = best(all, costs);
            expect(alignment.isExact).toBe(true);
            // Costs are counted in millionths.
            expect(alignment.cost).toBeCloseTo(expected.cost, 4);
            if (Math.abs(alignment.cost - expected.cost) < 1e-9)
              expect(alignment.groups.length).toBe(expected.groups);
          }),
          { numRuns: runs(60) },
        );
      });

  it("puts every unit in one group, each annotator's in their own place", () => {
    fc.assert(
      fc.property(lists(4, 6), (all) => {
        const { groups } = aligned(all, sharingCosts);
        const placed = all.map((_, column) => groups.flatMap((group) => group[column]?.id ?? []).sort());
        expect(placed).toEqual(all.map((list) => list.map(({ id }) => id).sort()));
      }),
    );
  });

  it("does not depend on the order of annotators and of their units", () => {
    fc.assert(
      fc.property(
        lists(4, 5).chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
            fc.tuple(...all.map((list) => fc.shuffledSubarray(list, { minLength: list.length }))),
          ),
        ),
        ([all, order, shuffled]) => {
          const asSets = (groups: ReturnType<typeof idsOf>) =>
            groups.map((group) => group.filter((id) => id !== null).sort());
          const other = order.map((column) => shuffled[column] ?? []);
          expect(asSets(idsOf(aligned(other, sharingCosts).groups))).toEqual(
            asSets(idsOf(aligned(all, sharingCosts).groups)),
          );
        },
      ),
    );
  });

  it("has the published disorder of Alex, Paul and Suzan, in the fewest groups", () => {
    const costs = { ...gammaCosts, pair: (a: Labelled, b: Labelled) => dissimilarity(a, b, 3) };
    const { groups, cost, isExact } = aligned(continuum, costs);
    const pairs = 3;
    const unitsEach = 16 / 3;
    expect(cost / pairs / unitsEach).toBeCloseTo(0.960625, 9);
    expect(isExact).toBe(true);
    expect(groups.length).toBe(6);
  });

  it("makes one group where two would cost the same", () => {
    const all = [[unit("a", "x", 0, 5)], [unit("b", "y", 5, 10)]];
    expect(idsOf(aligned(all, gammaCosts).groups)).toEqual([["a", "b"]]);
  });

  it("takes the group further left where two cost the same", () => {
    const all = [[unit("a", "x", 10, 20)], [unit("early", "x", 8, 18), unit("late", "x", 12, 22)]];
    expect(idsOf(aligned(all, sharingCosts).groups)).toEqual([
      [null, "early"],
      ["a", "late"],
    ]);
  });

  it("tells units of one place apart by id, and does not cross them over", () => {
    const twice = [unit("a", "x", 0, 5), unit("b", "x", 0, 5)];
    expect(idsOf(aligned([twice, twice], sharingCosts).groups)).toEqual([
      ["a", "a"],
      ["b", "b"],
    ]);
    expect(idsOf(aligned([twice, twice, twice], sharingCosts).groups)).toEqual([
      ["a", "a", "a"],
      ["b", "b", "b"],
    ]);
  });

  it("aligns nothing with nothing", () => {
    expect(aligned<Labelled>([[], []], sharingCosts)).toEqual({ groups: [], cost: 0, isExact: true });
  });
});

describe("aligning large clusters", () => {
  it("is never worse than matching one annotator after the other, and most often the best there is", () => {
    let atBest = 0;
    let all = 0;
    fc.assert(
      fc.property(lists(4, 5), (several) => {
        const affinity = affinityOf(several, sharingCosts);
        for (const component of affinity.components) {
          const found = run(improvedGroups(affinity, component));
          const inTurn = run(mergedInTurn(affinity, component, [0, 1, 2, 3]));
          expect(qualityOf(affinity, found).saved).toBeGreaterThanOrEqual(qualityOf(affinity, inTurn).saved);
        }
        const exact = aligned(several, sharingCosts);
        if (!exact.isExact) return;
        const heuristic = affinity.components.flatMap((component) =>
          run(improvedGroups(affinity, component)),
        );
        const saved = (groups: readonly (readonly number[])[]) => qualityOf(affinity, groups).saved;
        const numbers = new Map(affinity.units.map(({ id }, at) => [id, at]));
        const exactGroups = exact.groups.map((group) =>
          group.flatMap((one) => (one ? [numbers.get(one.id) ?? -1] : [])).sort((a, b) => a - b),
        );
        all += 1;
        if (saved(heuristic) === saved(exactGroups)) atBest += 1;
        expect(saved(heuristic)).toBeLessThanOrEqual(saved(exactGroups));
      }),
      { seed: 7, numRuns: runs(200) },
    );
    expect(all - atBest).toBeLessThanOrEqual(Math.max(1, 0.03 * all));
  });

  it("can be left between two steps, and says how far it is", async () => {
    const many = Array.from({ length: 3 }, (_, column) =>
      Array.from({ length: 600 }, (_, at) => unit(`${column}-${at}`, "x", at * 10, at * 10 + 8 + column)),
    );
    const told: number[] = [];
    const all = await finishInTurns(align(many, sharingCosts), {
      pause: async ({ done }) => {
        told.push(done);
      },
      isCancelled: () => false,
    });
    expect(all?.groups.length).toBe(600);
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    const cancelled = await finishInTurns(align(many, sharingCosts), {
      pause: async () => undefined,
      isCancelled: () => true,
    });
    expect(cancelled).toBeNull();
  });
});

function run<T>(work: Generator<void, T, void>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
