// Pairs the words of a changed passage that are the same words spelt otherwise: a typo put right, a name in another case. They are paired
// in order, as many letters of them as possible.
import { distance } from "fastest-levenshtein";
import type { ComparedToken } from "./tokens.ts";

/** Words this alike are the same word, spelt otherwise. */
const alike = 0.6;
/** Larger passages were not changed but written anew. */
const largest = 4_000;

/** From 0 to 1; 0 for words that have nothing to do with each other. Figures are alike only when they are the same. */
export function likenessOfWords(one: ComparedToken, other: ComparedToken): number {
  if (one.key === other.key) return 1;
  if (!one.isWord || !other.isWord || /\p{N}/u.test(one.key + other.key)) return 0;
  const [a, b] = [one.key.toLowerCase(), other.key.toLowerCase()];
  if (a === b) return 0.95;
  const longest = Math.max(a.length, b.length);
  const share = 1 - distance(a, b) / longest;
  return longest > 3 && share >= alike ? share : 0;
}

/** Pairs of places in the two lists, in order. */
export function pairChanged(
  a: readonly ComparedToken[],
  b: readonly ComparedToken[],
): readonly (readonly [number, number])[] {
  if (a.length === 0 || b.length === 0 || a.length * b.length > largest) return [];
  const width = b.length + 1;
  const best = new Float64Array((a.length + 1) * width);
  const at = (row: number, column: number): number => best[row * width + column] ?? 0;
  const gain = a.map((one) => b.map((other) => likenessOfWords(one, other) * one.key.length));
  for (let row = a.length - 1; row >= 0; row -= 1)
    for (let column = b.length - 1; column >= 0; column -= 1) {
      const paired = gain[row]?.[column] ?? 0;
      best[row * width + column] = Math.max(
        at(row + 1, column),
        at(row, column + 1),
        paired > 0 ? paired + at(row + 1, column + 1) : 0,
      );
    }
  const pairs: [number, number][] = [];
  for (let row = 0, column = 0; row < a.length && column < b.length; ) {
    const paired = gain[row]?.[column] ?? 0;
    if (paired > 0 && at(row, column) === paired + at(row + 1, column + 1)) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if (at(row, column) === at(row + 1, column)) row += 1;
    else column += 1;
  }
  return pairs;
}
