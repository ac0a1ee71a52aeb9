// Data that textbooks and papers work through, in the form of our measures.
import type { Continuum } from "../../../shared/agreement/continuum.ts";
import type { Ratings } from "../../../shared/agreement/ratings.ts";

/** A table of two annotators: rows are the first one's categories, columns the second one's. */
export function crossed(table: readonly (readonly number[])[]): Ratings {
  const units = table.flatMap((row, first) =>
    row.flatMap((count, second) =>
      Array.from({ length: count }, () => [String(first), String(second)] as const),
    ),
  );
  return { annotators: ["A", "B"], units };
}

/** A unit a word, a character an annotator; `-` is missing. */
export function unitsOf(words: string): Ratings {
  const units = words.split(" ").map((word) => [...word].map((value) => (value === "-" ? null : value)));
  return { annotators: (units[0] ?? []).map((_, at) => `annotator ${at}`), units };
}

/** A word an annotator, a character a unit. */
export function annotatorsOf(...words: readonly string[]): Ratings {
  const rows = words.map((word) => [...word.replaceAll(" ", "")]);
  return {
    annotators: rows.map((_, at) => `annotator ${at}`),
    units: (rows[0] ?? []).map((_, unit) =>
      rows.map((row) => {
        const value = row[unit] ?? "-";
        return value === "-" ? null : value;
      }),
    ),
  };
}

/** Each annotator's ratings by the number of the unit, from 1. */
function byUnit(...ratings: readonly Readonly<Record<number, number>>[]): Ratings {
  const last = Math.max(...ratings.flatMap((one) => Object.keys(one).map(Number)));
  return {
    annotators: ratings.map((_, at) => `annotator ${at}`),
    units: Array.from({ length: last }, (_, at) =>
      ratings.map((one) => {
        const value = one[at + 1];
        return value === undefined ? null : String(value);
      }),
    ),
  };
}

type UnitTuple = readonly [start: number, end: number, label?: string];

/** Units as `[start, end, label]`, ends exclusive; the label is the same where none is given. */
export function continuum(length: number, ...annotators: readonly (readonly UnitTuple[])[]): Continuum {
  return {
    length,
    annotators: annotators.map((units, at) => ({
      name: `annotator ${at}`,
      units: units.map(([start, end, label = "unit"]) => ({ start, end, label })),
    })),
  };
}

export const fleiss1971 = unitsOf(
  "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 " +
    "224445 333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 " +
    "133333 555555",
);

export const krippendorff2011 = unitsOf("11-1 2232 3333 3333 2222 1234 4444 1121 2222 -555 --11 --3-");

export const wikipedia = byUnit(
  { 6: 3, 7: 4, 8: 1, 9: 2, 10: 1, 11: 1, 12: 3, 13: 3, 15: 3 },
  { 1: 1, 3: 2, 4: 1, 5: 3, 6: 3, 7: 4, 8: 3 },
  { 3: 2, 4: 1, 5: 3, 6: 4, 7: 4, 9: 2, 10: 1, 11: 1, 12: 3, 13: 3, 15: 4 },
);

/** DKPro's SetAnnotationsTest. */
export const sets: Ratings = {
  annotators: ["A", "B"],
  units: [
    ["{}", "{}"],
    ["A", "{}"],
    ["A", "A"],
    ["A", "B"],
    ["A|B", "A"],
    ["A|B", "A|C"],
    ["A|B|C", "A|B|C"],
    ["C", "A|C"],
    ["C", "A|C"],
  ],
};

/** Krippendorff 2004, p. 254; places counted from the continuum's own beginning. */
export const krippendorff2004 = continuum(
  300,
  [
    [75, 145, "c"],
    [220, 250, "c"],
    [30, 90, "k"],
    [150, 200, "k"],
  ],
  [
    [70, 150, "c"],
    [205, 225, "c"],
    [250, 270, "c"],
    [30, 90, "k"],
    [150, 200, "k"],
  ],
);

export const dkpro = continuum(
  10,
  [[1, 9]],
  [
    [2, 3],
    [4, 5],
    [6, 7],
  ],
);

export const mini = continuum(
  100,
  [
    [10, 30],
    [40, 60],
    [70, 80],
  ],
  [
    [10, 30],
    [42, 60],
    [85, 95],
  ],
);

/** Three units of one annotator, the same ones by one later of the other. */
export const shifted = continuum(
  20,
  [
    [1, 5],
    [6, 10],
    [11, 15],
  ],
  [
    [2, 6],
    [7, 11],
    [12, 16],
  ],
);

export const half = continuum(
  40,
  [
    [1, 5],
    [6, 10],
    [20, 24],
    [30, 34],
  ],
  [
    [2, 6],
    [31, 35],
  ],
);

/** nervaluate's table of kinds of errors, a line a row. */
export const nervaluate = continuum(
  200,
  [
    [0, 8, "BRAND"],
    [33, 41, "DRUG"],
    [60, 71, "DRUG"],
    [80, 89, "DRUG"],
    [100, 112, "DRUG"],
    [125, 139, "GROUP"],
  ],
  [
    [15, 22, "BRAND"],
    [30, 41, "DRUG"],
    [60, 71, "BRAND"],
    [80, 89, "DRUG"],
    [100, 112, "DRUG"],
    [120, 139, "DRUG"],
  ],
);
