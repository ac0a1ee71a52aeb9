// Several values in one cell of a table. Columns beside each other that say several things of the same items have as many values, in the same order, so
// that they can be taken apart together.

const escaped = (value: string): string => value.replace(/[\\;]/gu, "\\$&");

/** Values parted by “; ”, an empty one where there is nothing to say; a semicolon or backslash within a value has a backslash before it. */
export const listed = (values: readonly string[]): string => values.map(escaped).join("; ");

/** The values of such a cell, as they were before. */
export const valuesListed = (cell: string): readonly string[] =>
  partsBetween(cell, /\\.|; /gsu).map((value) => value.replace(/\\([\\;])/gu, "$1"));

/** The parts between the marks that `tokens` finds; a backslash with what stands behind it, which it finds too, is none. */
function partsBetween(cell: string, tokens: RegExp): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (const { 0: token, index } of cell.matchAll(tokens)) {
    if (token.startsWith("\\")) continue;
    parts.push(cell.slice(start, index));
    start = index + token.length;
  }
  return [...parts, cell.slice(start)];
}

/** The parts of a cell that somebody typed, as they stand there: with or without a space after a semicolon, without those that say nothing. */
export const enteredParts = (cell: string): readonly string[] =>
  partsBetween(cell, /\\.|;/gsu)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** What a part says. */
export const valueOfPart = (part: string): string => part.replace(/\\([\\;])/gu, "$1").trim();

/** What such a cell says, each value once. */
export const enteredValues = (cell: string): readonly string[] => [
  ...new Set(
    enteredParts(cell)
      .map(valueOfPart)
      .filter((value) => value !== ""),
  ),
];
