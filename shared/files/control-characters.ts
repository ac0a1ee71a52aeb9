// Characters by their numbers, for patterns of what a format cannot hold: written out, a control character in a pattern is as
// good as invisible.

/** A pattern of these stretches of code points, both ends included. */
export function charactersIn(...stretches: readonly (readonly [first: number, last: number])[]): RegExp {
  const escaped = (code: number): string => `\\u{${code.toString(16)}}`;
  return new RegExp(
    `[${stretches.map(([first, last]) => `${escaped(first)}-${escaped(last)}`).join("")}]`,
    "gu",
  );
}
