// The measures against what papers and textbooks publish, or what was computed by two hands.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bothWays } from "../../../shared/agreement/agr.ts";
import { difference, disagreementsOf } from "../../../shared/agreement/alpha-unitizing.ts";
import { positionalDistance } from "../../../shared/agreement/candidate-groups.ts";
import type { Unit } from "../../../shared/agreement/continuum.ts";
import { continuumMeasures, ratingMeasures } from "../../../shared/agreement/index.ts";
import { aboutMeasure, type Figure, type Measure, measureName } from "../../../shared/agreement/measure.ts";
import type { Ratings } from "../../../shared/agreement/ratings.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { runs, tier } from "../../helpers/tier.ts";
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
import { placed, rated } from "./figures.ts";
import { placedExamples, published } from "./published.ts";

const measures: readonly Measure[] = [...ratingMeasures, ...continuumMeasures];
const { tell } = createWords(localeFor("en", []));

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
    const measureRows = measures.map(
      ({ id, formula, source }) =>
        `| ${[`\`${id}\``, tell(measureName({ id })), tell(aboutMeasure({ id })), formula, source].map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`,
    );
    const head = "| example | measure | published | ours | n |\n| --- | --- | --- | --- | --- |";
    const page = [
      "# Worked examples of the agreement measures",
      "Made by the tests, which hold each figure to the digits that were published, or that were computed by two hands. The data stand in\n`test/shared/agreement/examples.ts` and `published.ts`; what the measures are, in [agreement.md](agreement.md).",
      "## The measures",
      [
        "| id | name | what it tells | formula | source |\n| --- | --- | --- | --- | --- |",
        ...measureRows,
      ].join("\n"),
      "Pₒ: observed agreement, Pₑ: by chance, Dₒ and Dₑ: disagreement, k: a category.",
      "## Ratings",
      [head, ...rows].join("\n"),
      "## Units on a continuum",
      [head, ...placedRows].join("\n"),
    ].join("\n\n");
    await expect(`${page}\n`).toMatchFileSnapshot("../../../docs/agreement-examples.md");
  });
});

/** Chance is sampled for two of these, which tests below hold between bounds; of the third no example with overlapping labels is published. */
const withoutExample = ["gamma", "gamma-cat", "cu-alpha"];

it.each(measures.filter(({ id }) => !withoutExample.includes(id)))(
  "$id of $of has a worked example",
  ({ of, id }) => {
    const examples = of === "ratings" ? published : placedExamples;
    expect(examples.map(([, measure]) => measure)).toContain(id);
  },
);

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

  it("agr counts every unit that the other overlaps, though one of theirs meets several", () => {
    const two = continuum(
      50,
      [
        [0, 5],
        [6, 10],
        [20, 25],
      ],
      [
        [3, 8],
        [25, 30],
      ],
    );
    expect(bothWays(two).map(({ value }) => value)).toEqual([2 / 3, 1 / 2]);
  });

  it("agr counts as a look at every pair would", () => {
    const units = fc.array(
      fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 })).map(([start, length]) => [start, start + length]),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(units, units, (mine, theirs) => {
        const share = (of: number[][], others: number[][]) =>
          of.filter(([start = 0, end = 0]) => others.some(([from = 0, to = 0]) => from < end && start < to))
            .length / of.length;
        const [one, other] = [mine, theirs] as [[number, number][], [number, number][]];
        expect(bothWays(continuum(50, one, other)).map(({ value }) => value)).toEqual([
          share(mine, theirs),
          share(theirs, mine),
        ]);
      }),
      { numRuns: runs(100) },
    );
  });

  it("gives the true reason where gamma, fleiss-kappa and cu-alpha are undefined", () => {
    const reasonOf = ({ value, note }: Figure) => [value, note?.key];
    const far = continuum(1_000, [[10, 20]], [[45, 55]]);
    expect(placed("gamma", far).value).not.toBeNull();
    expect(reasonOf(placed("gamma-cat", far))).toEqual([null, "agreement.nothing-aligned"]);
    expect(reasonOf(placed("cu-alpha", far))).toEqual([null, "agreement.nothing-shared"]);
    expect(reasonOf(placed("gamma-cat", mini))).toEqual([null, "agreement.no-chance-labels"]);
    expect(reasonOf(placed("alpha-unitizing", continuum(1, [[0, 1]], [[0, 1]])))).toEqual([
      null,
      "agreement.one-category",
    ]);
    expect(reasonOf(rated("fleiss-kappa", unitsOf("ab- -ab")))).toEqual([null, "agreement.none-complete"]);
    expect(reasonOf(rated("fleiss-kappa", unitsOf("a-- -b-")))).toEqual([null, "agreement.too-few"]);
  });

  it("calls gamma undefined only where even looking at all groups is too much", () => {
    const sevenTimes = (units: number) => ({
      length: 1_000,
      annotators: Array.from({ length: 7 }, (_, by) => ({
        name: String(by),
        units: Array.from({ length: units }, (_unit, at) => ({ start: at, end: at + 900, label: "a" })),
      })),
    });
    expect(placed("gamma-disorder", sevenTimes(3)).value).toBe(0);
    for (const id of ["gamma-disorder", ...(tier === "check" ? [] : ["gamma", "gamma-cat"])])
      expect(placed(id, sevenTimes(12)), id).toMatchObject({
        value: null,
        note: { key: "agreement.too-entangled" },
      });
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
  });
});
