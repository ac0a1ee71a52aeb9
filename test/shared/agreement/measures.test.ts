// Every measure against what papers and textbooks publish, and against what must hold of any data.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bothWays } from "../../../shared/agreement/agr.ts";
import { difference, disagreementsOf } from "../../../shared/agreement/alpha-unitizing.ts";
import { bestAlignment, positionalDistance } from "../../../shared/agreement/best-alignment.ts";
import type { Continuum, Unit } from "../../../shared/agreement/continuum.ts";
import { continuumMeasures, ratingMeasures } from "../../../shared/agreement/index.ts";
import { kUAlpha } from "../../../shared/agreement/k-u-alpha.ts";
import { defaultOptions, type Figure } from "../../../shared/agreement/measure.ts";
import type { Ratings } from "../../../shared/agreement/ratings.ts";
import { randomFrom } from "../../../shared/agreement/sample-continuum.ts";
import {
  continuum,
  dkpro,
  half,
  krippendorff2004,
  krippendorff2011,
  mini,
  sets,
  shifted,
  unitsOf,
} from "./examples.ts";
import { placedExamples, published } from "./published.ts";

const rated = (id: string, ratings: Ratings): Figure => {
  const measure = ratingMeasures.find((one) => one.id === id);
  if (!measure) throw new RangeError(id);
  return measure.measure(ratings);
};
const placed = (id: string, on: Continuum, samples = 30): Figure => {
  const measure = continuumMeasures.find((one) => one.id === id);
  if (!measure) throw new RangeError(id);
  return measure.measure(on, { ...defaultOptions, samples });
};

/** Within half of the last digit that is given. */
function toItsDigits(value: number | null, expected: number): void {
  const digits = String(expected).split(".")[1]?.length ?? 0;
  expect(value).not.toBeNull();
  expect(Math.abs((value ?? 0) - expected)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-9);
}

describe("the page of worked examples", () => {
  it("says what was published and what we compute", async () => {
    const rows = published.map(([where, id, ratings, expected]) => {
      const { value, n } = rated(id, ratings);
      return `| ${where} | \`${id}\` | ${expected} | ${value?.toFixed(6)} | ${n} |`;
    });
    const placedRows = placedExamples.map(([where, id, on, expected]) => {
      const { value, n } = placed(id, on);
      return `| ${where} | \`${id}\` | ${expected} | ${value?.toFixed(6)} | ${n} |`;
    });
    const head = "| example | measure | published | ours | n |\n| --- | --- | --- | --- | --- |";
    const page = [
      "# Worked examples of the agreement measures",
      "Made by the tests, which hold each figure to the digits that were published. The data stand in\n`test/shared/agreement/examples.ts`; what the measures are, in [agreement.md](agreement.md).",
      "## Ratings",
      [head, ...rows].join("\n"),
      "## Units on a continuum",
      [head, ...placedRows].join("\n"),
    ].join("\n\n");
    await expect(`${page}\n`).toMatchFileSnapshot("../../../docs/agreement-examples.md");
  });
});

describe("on ratings", () => {
  it.each(published)("%s: %s", (_where, id, ratings, expected) => {
    toItsDigits(rated(id, ratings).value, expected);
  });

  it("DKPro, sets: alpha-masi, whose own test rounds down", () => {
    expect(Math.abs((rated("alpha-masi", sets).value ?? 0) - 0.252)).toBeLessThan(0.001);
  });

  it("tells the two MASIs apart", () => {
    const one: Ratings = {
      annotators: ["A", "B"],
      units: [
        ["A|B", "A"],
        ["C", "C"],
      ],
    };
    expect(rated("alpha-masi", one).value).not.toBeCloseTo(rated("alpha-masi-similarity", one).value ?? 0, 2);
  });

  it("says what it leaves out, and what is undefined", () => {
    expect(rated("fleiss-kappa", krippendorff2011)).toMatchObject({
      n: 8,
      note: { key: "agreement.left-out", values: { count: 3 } },
    });
    expect(rated("cohen-kappa", unitsOf("aa aa"))).toMatchObject({
      value: null,
      note: { key: "agreement.one-category" },
    });
    expect(rated("alpha-nominal", unitsOf("a- -b"))).toMatchObject({ value: null, n: 0 });
    expect(rated("alpha-interval", unitsOf("ab ba"))).toMatchObject({
      value: null,
      note: { key: "agreement.not-a-number", values: { value: "a" } },
    });
  });

  it("reads one number in two letterings as one value", () => {
    const ratings: Ratings = {
      annotators: ["A", "B"],
      units: [
        ["1", "1.0"],
        ["2", "02"],
        ["3", "3"],
      ],
    };
    expect(rated("alpha-ordinal", ratings).value).toBe(1);
  });
});

describe("on a continuum", () => {
  it("alpha for unitizing: Krippendorff 2004, p. 254", () => {
    const c = disagreementsOf(krippendorff2004, "c");
    toItsDigits(c.observed, 0.01444);
    toItsDigits(c.expected, 0.05322);
    toItsDigits(1 - c.observed / c.expected, 0.7286);
    expect(disagreementsOf(krippendorff2004, "k").observed).toBe(0);
    expect(Math.abs((placed("alpha-unitizing", krippendorff2004).value ?? 0) - 0.8591)).toBeLessThan(0.0005);
  });

  it("alpha for unitizing: the squared differences of the book", () => {
    const unit = (start: number, length: number) => ({ start, end: start + length, label: "c" });
    expect(difference(unit(225, 70), unit(220, 80))).toBe(50);
    expect(difference(unit(370, 30), unit(355, 20))).toBe(850);
    expect(difference({ start: 400, end: 450, label: null }, unit(400, 20))).toBe(400);
  });

  it("alpha for unitizing: DKPro", () => {
    const { observed, expected } = disagreementsOf(dkpro, "unit");
    toItsDigits(observed, 0.91);
    toItsDigits(expected, 0.5352);
    toItsDigits(placed("alpha-unitizing", dkpro).value, -0.7003);
  });

  it.each(placedExamples)("%s: %s", (_where, id, on, expected) => {
    toItsDigits(placed(id, on).value, expected);
  });

  it("gamma: disorders and distances of pygamma", () => {
    expect(placed("gamma-disorder", shifted).value).toBeCloseTo(0.0625, 10);
    toItsDigits(placed("gamma-disorder", half).value, 0.708333);
    const same = continuum(
      20,
      [
        [1, 5],
        [6, 10],
      ],
      [
        [1, 5],
        [6, 10],
      ],
    );
    expect(placed("gamma-disorder", same).value).toBe(0);
    expect(placed("gamma", same).value).toBe(1);
    const unit = (start: number, end: number): Unit => ({ start, end, label: "" });
    const distances = [
      [unit(4, 14), unit(40, 44), 22.224],
      [unit(4, 14), unit(20, 25), 3.24],
      [unit(4, 14), unit(14, 24), 1],
      [unit(20, 30), unit(20, 25), 0.111],
      [unit(20, 25), unit(14, 24), 0.218],
    ] as const;
    for (const [a, b, expected] of distances) toItsDigits(positionalDistance(a, b), expected);
  });

  it("gamma: near to what another sampling of chance gives", () => {
    expect(Math.abs((placed("gamma", shifted, 300).value ?? 0) - 0.8836)).toBeLessThan(0.05);
  });

  it("gamma aligns nothing over the end of a text", () => {
    const apart = continuum(40, [[10, 19]], [[20, 29]]);
    expect(placed("gamma-disorder", apart).value).toBeLessThan(2);
    expect(placed("gamma-disorder", { ...apart, breaks: [20] }).value).toBe(2);
  });

  it("finds the best alignment of five annotators who placed much, and says when there is too much of it", () => {
    const annotators = Array.from({ length: 5 }, (_, by) => ({
      name: String(by),
      units: Array.from({ length: 100 }, (_, at) => {
        const start = at * 30 + ((by * 7 + at * 3) % 5);
        return { start, end: start + 20, label: at % (by + 2) === 0 ? "a" : "b" };
      }),
    }));
    expect(placed("gamma-disorder", { length: 3_100, annotators }).value).toBeGreaterThan(0);
    const all = { length: 3_100, annotators };
    expect(bestAlignment(all, defaultOptions, { groups: 1_000, steps: 10_000_000 })).toBeNull();
    expect(bestAlignment(all, defaultOptions, { groups: 2_000_000, steps: 1_000 })).toBeNull();
  });

  it("agr has a direction", () => {
    const two = continuum(
      50,
      [
        [0, 5],
        [10, 15],
      ],
      [[0, 5]],
    );
    expect(bothWays(two).map(({ value }) => value)).toEqual([0.5, 1]);
  });

  it("is undefined, and says why, where it says nothing", () => {
    const empty = continuum(10, [], []);
    for (const { id } of continuumMeasures) expect(placed(id, empty).value, id).toBeNull();
    const overlapping = continuum(
      10,
      [
        [0, 5],
        [2, 6],
      ],
      [[0, 5]],
    );
    expect(placed("u-alpha", overlapping)).toMatchObject({
      value: null,
      note: { key: "agreement.units-overlap" },
    });
    expect(placed("alpha-unitizing", continuum(10, [[3, 3]], [[4, 4]])).value).toBeNull();
    expect(kUAlpha(mini, "other").value).toBeNull();
  });
});

const unit: fc.Arbitrary<Unit> = fc
  .record({ start: fc.nat(80), size: fc.integer({ min: 1, max: 15 }), label: fc.constantFrom("a", "b", "c") })
  .map(({ start, size, label }) => ({ start, end: start + size, label }));
/** Units of one annotator that exclude each other. */
const apart: fc.Arbitrary<readonly Unit[]> = fc
  .array(unit, { maxLength: 5 })
  .map((units) =>
    units
      .sort((a, b) => a.start - b.start)
      .filter((one, at, all) => all.slice(0, at).every((other) => other.end <= one.start)),
  );
const anyContinuum = (count: { minLength: number; maxLength: number }): fc.Arbitrary<Continuum> =>
  fc.array(apart, count).map((annotators) => ({
    length: 100,
    annotators: annotators.map((units, at) => ({ name: `${at}`, units })),
  }));
const anyRatings: fc.Arbitrary<Ratings> = fc.integer({ min: 2, max: 4 }).chain((count) =>
  fc.record({
    annotators: fc.constant(Array.from({ length: count }, (_, at) => `${at}`)),
    units: fc.array(fc.array(fc.constantFrom("1", "2", "3", null), { minLength: count, maxLength: count }), {
      maxLength: 12,
    }),
  }),
);
const renamed = { "1": "7", "2": "8", "3": "9" } as const;
const rename = (value: string | null): string | null =>
  value === null ? null : renamed[value as keyof typeof renamed];

describe("any data", () => {
  it("gives no figure above 1, and 1 to perfect agreement", () => {
    fc.assert(
      fc.property(anyRatings, (ratings) => {
        for (const { id } of ratingMeasures) {
          const { value } = rated(id, ratings);
          if (value !== null) expect(value, id).toBeLessThanOrEqual(1 + 1e-9);
        }
        const agreed = { ...ratings, units: ratings.units.map((of) => of.map(() => of[0] ?? "1")) };
        for (const { id } of ratingMeasures) {
          const { value } = rated(id, agreed);
          if (value !== null) expect(value, id).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  it("gives the same whatever the order of units and annotators, and whatever categories are called", () => {
    fc.assert(
      fc.property(anyRatings, (ratings) => {
        const turned = {
          annotators: [...ratings.annotators].reverse(),
          units: [...ratings.units].reverse().map((of) => [...of].reverse()),
        };
        const called = { ...ratings, units: ratings.units.map((of) => of.map(rename)) };
        for (const { id } of ratingMeasures) {
          const { value } = rated(id, ratings);
          const same = (other: number | null): void => {
            if (value === null) expect(other, id).toBeNull();
            else expect(other, id).toBeCloseTo(value, 9);
          };
          same(rated(id, turned).value);
          if (id !== "alpha-ratio") same(rated(id, called).value);
        }
      }),
    );
  });

  it("gives the same on a continuum whatever the order of units and annotators", () => {
    fc.assert(
      fc.property(anyContinuum({ minLength: 2, maxLength: 3 }), (on) => {
        const turned = {
          ...on,
          annotators: [...on.annotators]
            .reverse()
            .map(({ name, units }) => ({ name, units: [...units].reverse() })),
        };
        for (const { id } of continuumMeasures.filter((one) => !["gamma", "gamma-cat"].includes(one.id))) {
          const { value } = placed(id, on);
          const other = placed(id, turned).value;
          if (value === null) expect(other, id).toBeNull();
          else expect(other, id).toBeCloseTo(value, 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("gives about 0 where people say anything at random", () => {
    const random = randomFrom(11);
    const any = (of: number): number => Math.floor(random() * of);
    const ratings: Ratings = {
      annotators: ["A", "B", "C"],
      units: Array.from({ length: 3_000 }, () => [any(4), any(4), any(4)].map(String)),
    };
    const byChance = [
      "cohen-kappa",
      "scott-pi",
      "fleiss-kappa",
      "brennan-prediger",
      "gwet-ac1",
      "alpha-nominal",
    ];
    for (const id of [...byChance, "alpha-ordinal", "alpha-interval"])
      expect(Math.abs(rated(id, ratings).value ?? 1), id).toBeLessThan(0.04);
    const places = (): readonly Unit[] =>
      Array.from({ length: 200 }, (_, at) => {
        const start = at * 100 + any(60);
        return { start, end: start + 10 + any(30), label: any(2) === 0 ? "a" : "b" };
      });
    const on: Continuum = {
      length: 20_000,
      annotators: ["A", "B", "C"].map((name) => ({ name, units: places() })),
    };
    for (const id of ["alpha-unitizing", "u-alpha", "binary-u-alpha", "cu-alpha", "gamma-cat"])
      expect(Math.abs(placed(id, on, 10).value ?? 1), id).toBeLessThan(0.15);
  });

  it("aligns as well as trying every way does", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(unit, { maxLength: 2 }), { minLength: 2, maxLength: 3 }).map(
          (annotators): Continuum => ({
            length: 100,
            annotators: annotators.map((units, at) => ({ name: `${at}`, units })),
          }),
        ),
        (on) => {
          const found = bestAlignment(on, defaultOptions);
          expect(found?.disorder).toBeCloseTo(leastDisorder(on), 9);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("says the same of chance for the same seed, and something else for another", () => {
    const first = continuumMeasures.find(({ id }) => id === "gamma");
    const at = (seed: number) => first?.measure(mini, { ...defaultOptions, seed, samples: 20 }).value;
    expect(at(3)).toBe(at(3));
    expect(at(3)).not.toBe(at(4));
  });
});

/** The least disorder over every grouping of the units, tried one by one. */
function leastDisorder({ annotators }: Continuum): number {
  const all = annotators.flatMap(({ units }, by) => units.map((one) => ({ one, by })));
  if (all.length === 0) return 0;
  const pairs = (annotators.length * (annotators.length - 1)) / 2;
  const cost = (group: typeof all): number => {
    let total = 0;
    let filled = 0;
    group.forEach(({ one }, at) => {
      for (const { one: other } of group.slice(at + 1)) {
        total += positionalDistance(one, other) + (one.label === other.label ? 0 : 1);
        filled += 1;
      }
    });
    return (total + pairs - filled) / pairs;
  };
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
