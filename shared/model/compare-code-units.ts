/** The order of two texts by UTF-16 code units, which is the same on every machine and in every language. */
export const compareCodeUnits = (one: string, other: string): number =>
  one < other ? -1 : one > other ? 1 : 0;
