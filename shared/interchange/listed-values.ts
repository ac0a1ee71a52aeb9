// Several values in one cell of a table. Columns beside each other that say several things of the same items have as many values, in the same order, so
// that they can be taken apart together.

const escaped = (value: string): string => value.replace(/[\\;]/gu, "\\$&");

/** Values parted by “; ”, an empty one where there is nothing to say; a semicolon or backslash within a value has a backslash before it. */
export const listed = (values: readonly string[]): string => values.map(escaped).join("; ");

/** The values of such a cell, as they were before. */
export const valuesListed = (cell: string): readonly string[] =>
  cell.split(/(?<=(?<!\\)(?:\\\\)*); /u).map((value) => value.replace(/\\([\\;])/gu, "$1"));

/** The same as somebody types them: with or without a space after a semicolon, each once, without those that say nothing. */
export const enteredValues = (cell: string): readonly string[] => [
  ...new Set(
    cell
      .split(/(?<=(?<!\\)(?:\\\\)*);/u)
      .map((value) => value.replace(/\\([\\;])/gu, "$1").trim())
      .filter((value) => value !== ""),
  ),
];
