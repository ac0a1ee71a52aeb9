// What must hold of every measure, whatever the data.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Continuum, Unit } from "../../../shared/agreement/continuum.ts";
import { continuumMeasures, ratingMeasures } from "../../../shared/agreement/index.ts";
import { alphaOf } from "../../../shared/agreement/krippendorff.ts";
import { defaultOptions } from "../../../shared/agreement/measure.ts";
import type { Ratings } from "../../../shared/agreement/ratings.ts";
import { randomFrom } from "../../../shared/agreement/sample-continuum.ts";
import { joinPassages } from "../../../shared/review/agreement/set-continuum.ts";
import { runs } from "../../helpers/tier.ts";
import { mini } from "./examples.ts";
import { placed, rated } from "./figures.ts";

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

  it("gives the same on a continuum whatever the order of units, annotators and texts", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 2, max: 3 })
          .chain((count) =>
            fc.array(anyContinuum({ minLength: count, maxLength: count }), { minLength: 1, maxLength: 3 }),
          ),
        (texts) => {
          const turned = texts.map((on) => ({
            ...on,
            annotators: [...on.annotators]
              .reverse()
              .map(({ name, units }) => ({ name, units: [...units].reverse() })),
          }));
          for (const { id } of continuumMeasures) {
            const { value } = placed(id, joinPassages(texts), 5);
            // That one's gaps go on from one text to the next.
            const others = id === "alpha-unitizing" ? turned : [...turned].reverse();
            const other = placed(id, joinPassages(others), 5).value;
            if (value === null) expect(other, id).toBeNull();
            else expect(other, id).toBeCloseTo(value, 9);
          }
        },
      ),
      { numRuns: runs(60) },
    );
  });

  it("expects of the nominal difference what going through all pairs of values gives", () => {
    fc.assert(
      fc.property(anyRatings, (ratings) => {
        const { value } = alphaOf(ratings, () => (a, b) => (a === b ? 0 : 1));
        if (value === null) expect(rated("alpha-nominal", ratings).value).toBeNull();
        else expect(rated("alpha-nominal", ratings).value).toBeCloseTo(value, 12);
      }),
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

  it("says the same of chance for the same seed, and something else for another", () => {
    const first = continuumMeasures.find(({ id }) => id === "gamma");
    const at = (seed: number) => first?.measure(mini, { ...defaultOptions, seed, samples: 20 }).value;
    expect(at(3)).toBe(at(3));
    expect(at(3)).not.toBe(at(4));
  });
});
