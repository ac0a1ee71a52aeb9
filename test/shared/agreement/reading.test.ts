import { describe, expect, it } from "vitest";
import { intervalOf } from "../../../shared/agreement/bootstrap.ts";
import { ratingMeasures } from "../../../shared/agreement/index.ts";
import { readContinuum, readRatings } from "../../../shared/agreement/read-files.ts";
import { krippendorff2011 } from "./examples.ts";

const ratingsOf = (text: string) => {
  const read = readRatings(text);
  return read.ok
    ? read.ratings
    : read.problems.map(({ what }) => (typeof what === "string" ? what : what.key));
};

describe("ratings in a CSV file", () => {
  it("are a row a unit, with a gap where a cell is empty", () => {
    const expected = {
      annotators: ["Ana", "Ben"],
      units: [
        ["a", "b"],
        ["c", null],
        [null, "d"],
      ],
    };
    expect(ratingsOf("Ana,Ben\na,b\nc,\n,d\n")).toEqual(expected);
    expect(ratingsOf("\ufeffAna;Ben\r\na;b\r\n\r\nc\r\n;d")).toEqual(expected);
    expect(ratingsOf("Ana\tBen\na\tb\nc\t \n\t d \n")).toEqual(expected);
  });

  it("may have commas, quotation marks and line ends within a cell", () => {
    expect(ratingsOf('"Ana, the first",Ben\n"a, ""b""\nc",d\n')).toEqual({
      annotators: ["Ana, the first", "Ben"],
      units: [['a, "b"\nc', "d"]],
    });
  });

  it("names the row that is wrong as a spreadsheet counts it", () => {
    const read = readRatings("Ana,Ben\n\na,b\n\n,\na,b,c\n");
    expect(read.ok ? null : read.problems[0]?.where).toMatchObject({ values: { row: 6 } });
  });

  it.each([
    ["", "agreement.csv-two-annotators"],
    ["Ana\na\n", "agreement.csv-two-annotators"],
    ["Ana,,Cem\na,b,c", "agreement.csv-unnamed"],
    ["Ana,Ben,Ana\na,b,c", "agreement.csv-repeated"],
    ["Ana,Ben\na,b\na,b,c\n", "agreement.csv-too-long"],
    ['Ana,Ben\n"a,b\n', "agreement.csv-quotes"],
  ])("%j is refused", (text, key) => {
    expect(ratingsOf(text)).toEqual([key]);
  });
});

describe("a continuum in a JSON file", () => {
  const of = (value: unknown) => readContinuum(typeof value === "string" ? value : JSON.stringify(value));
  const unit = { start: 1, end: 3, label: "a" };

  it("is read, and what it has beside is passed over", () => {
    expect(
      of({ length: 9, annotators: { Ana: [{ ...unit, note: "x" }], Ben: [] }, made: "by hand" }),
    ).toEqual({
      ok: true,
      continuum: {
        length: 9,
        annotators: [
          { name: "Ana", units: [unit] },
          { name: "Ben", units: [] },
        ],
      },
    });
  });

  it.each([
    ["{", "line 1"],
    [{ length: 9 }, "/annotators"],
    [{ length: -1, annotators: {} }, "/length"],
    [{ length: 9, annotators: { "a/b": [{ ...unit, end: "3" }] } }, "/annotators/a~1b/0/end"],
    [{ length: 9, annotators: { Ana: [{ ...unit, end: 10 }] } }, "/annotators/Ana/0"],
    [{ length: 9, annotators: { Ana: [{ ...unit, start: 4 }] } }, "/annotators/Ana/0"],
  ])("%j is refused with its place", (value, place) => {
    const read = of(value);
    if (read.ok) throw new Error("It was taken.");
    const [first] = read.problems;
    const where = first?.where;
    expect(typeof where === "string" ? where : `line ${where?.values.line}`).toBe(place);
  });
});

describe("an interval", () => {
  const alpha = ratingMeasures.find(({ id }) => id === "alpha-nominal");

  it("lies around the figure, is the same for the same seed, and wider for a larger share", () => {
    if (!alpha) throw new RangeError("alpha-nominal");
    const options = { seed: 7, draws: 500, share: 0.95 };
    const interval = intervalOf(alpha, krippendorff2011, options);
    const { value } = alpha.measure(krippendorff2011);
    expect(interval?.[0]).toBeLessThan(value ?? 0);
    expect(interval?.[1]).toBeGreaterThan(value ?? 1);
    expect(intervalOf(alpha, krippendorff2011, options)).toEqual(interval);
    const wider = intervalOf(alpha, krippendorff2011, { ...options, share: 0.99 });
    expect(wider?.[0]).toBeLessThanOrEqual(interval?.[0] ?? -1);
  });

  it("is the same whatever was drawn and measured before", () => {
    const options = { seed: 3, draws: 60, share: 0.9 };
    const copy = () => ({ ...krippendorff2011, units: krippendorff2011.units.map((unit) => [...unit]) });
    const alone = ratingMeasures.map((measure) => intervalOf(measure, copy(), options));
    const one = copy();
    const afterOthers = ratingMeasures.map((measure) => {
      intervalOf(measure, one, { ...options, seed: 4 });
      return intervalOf(measure, one, options);
    });
    expect(afterOthers).toEqual(alone);
    expect(ratingMeasures.map((measure) => intervalOf(measure, one, options))).toEqual(alone);
  });

  it("is not given where there is too little to draw from", () => {
    if (!alpha) throw new RangeError("alpha-nominal");
    expect(intervalOf(alpha, { annotators: ["A", "B"], units: [["a", "b"]] })).toBeNull();
    const one = {
      annotators: ["A", "B"],
      units: [
        ["a", "a"],
        ["a", "a"],
        ["a", "a"],
      ],
    };
    expect(intervalOf(alpha, one)).toBeNull();
  });
});
