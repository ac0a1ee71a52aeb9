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
import {
  annotatorsOf,
  continuum,
  crossed,
  dkpro,
  fleiss1971,
  half,
  krippendorff2004,
  krippendorff2011,
  mini,
  nervaluate,
  sets,
  shifted,
  unitsOf,
  wikipedia,
} from "./examples.ts";

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

const cohen45 = crossed([
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
]);
const cohen37 = crossed([
  [25, 12, 3],
  [13, 2, 15],
  [12, 16, 2],
]);
const binary = annotatorsOf("00 11111111 0000 111111 0000", "0000 1111 0000000 11 0000000");
const artstein = crossed([
  [46, 0, 0],
  [6, 32, 6],
  [0, 0, 10],
]);
const tenPairs = unitsOf("10 11 01 00 00 01 00 01 00 00");
const twelvePairs = unitsOf("aa ab bb bb bb bb bc cc cc cc cc cc");
const quica = annotatorsOf("010101", "010100");
const randolph = unitsOf("yyy yyn nny nnn");
const randolphSkewed = unitsOf("yyy yyn yyn yyy");

/** As published: to the digits that are given. */
const published: readonly (readonly [string, string, Ratings, number])[] = [
  ["Cohen 1960, p. 45", "observed", cohen45, 0.7],
  ["Cohen 1960, p. 45", "cohen-kappa", cohen45, 0.492],
  ["Cohen 1960, p. 45", "scott-pi", cohen45, 0.4872],
  ["Cohen 1960, p. 45", "alpha-nominal", cohen45, 0.4885],
  ["Cohen 1960, p. 45", "gwet-ac1", cohen45, 0.576],
  ["Cohen 1960, p. 45", "brennan-prediger", cohen45, 0.55],
  ["Cohen 1960, p. 37", "observed", cohen37, 0.29],
  ["Cohen 1960, p. 37", "cohen-kappa", cohen37, -0.0923],
  ["Cohen 1960, p. 37", "gwet-ac1", cohen37, -0.048],
  ["Krippendorff 1995, binary", "cohen-kappa", binary, 0.385],
  ["Krippendorff 1995, binary", "scott-pi", binary, 0.3143],
  ["Krippendorff 1995, binary", "alpha-nominal", binary, 0.3286],
  ["Artstein & Poesio 2008, p. 568", "observed", artstein, 0.88],
  ["Artstein & Poesio 2008, p. 568", "brennan-prediger", artstein, 0.82],
  ["Artstein & Poesio 2008, p. 568", "scott-pi", artstein, 0.7995],
  ["Artstein & Poesio 2008, p. 568", "cohen-kappa", artstein, 0.8013],
  ["Artstein & Poesio 2008, p. 568", "alpha-nominal", artstein, 0.8005],
  ["Fleiss 1971", "observed", fleiss1971, 0.5556],
  ["Fleiss 1971", "fleiss-kappa", fleiss1971, 0.4302],
  ["Fleiss 1971", "alpha-nominal", fleiss1971, 0.4334],
  ["Krippendorff 2004, ten pairs", "observed", tenPairs, 0.6],
  ["Krippendorff 2004, ten pairs", "alpha-nominal", tenPairs, 0.0952],
  ["Krippendorff 2004, twelve pairs", "alpha-nominal", twelvePairs, 0.7341],
  ["Krippendorff 2011", "alpha-nominal", krippendorff2011, 0.743421],
  ["Krippendorff 2011", "alpha-ordinal", krippendorff2011, 0.815388],
  ["Krippendorff 2011", "alpha-interval", krippendorff2011, 0.849107],
  ["Krippendorff 2011", "alpha-ratio", krippendorff2011, 0.797403],
  ["Wikipedia", "alpha-nominal", wikipedia, 0.691358],
  ["Wikipedia", "alpha-interval", wikipedia, 0.810845],
  ["quica", "cohen-kappa", quica, 0.6667],
  ["quica", "alpha-nominal", quica, 0.685714],
  ["quica", "scott-pi", quica, 0.657143],
  ["DKPro, sets", "observed", sets, 0.333],
  ["DKPro, sets", "alpha-set", sets, 0.186],
  ["Randolph 2005", "fleiss-kappa", randolph, 0.33],
  ["Randolph 2005", "brennan-prediger", randolph, 0.33],
  ["Randolph 2005, skewed", "fleiss-kappa", randolphSkewed, -0.2],
  ["Randolph 2005, skewed", "brennan-prediger", randolphSkewed, 0.33],
];

/** Within half of the last digit that is given. */
function toItsDigits(value: number | null, expected: number): void {
  const digits = String(expected).split(".")[1]?.length ?? 0;
  expect(value).not.toBeNull();
  expect(Math.abs((value ?? 0) - expected)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-9);
}

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

  it.each([
    ["alpha-unitizing", 0.6655],
    ["u-alpha", 0.5799],
    ["binary-u-alpha", 0.5799],
    ["gamma-disorder", 0.66759],
    ["span-f1-exact", 0.3333],
    ["span-f1-overlap", 0.6667],
    ["agr", 0.6667],
  ])("our own small one: %s", (id, expected) => {
    toItsDigits(placed(id, mini).value, expected);
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

  it.each([
    ["span-f1-type", 0.5],
    ["span-f1-partial", 0.667],
    ["span-f1-exact", 0.5],
    ["span-f1-strict", 0.333],
  ])("the table of nervaluate: %s", (id, expected) => {
    toItsDigits(placed(id, nervaluate).value, expected);
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
