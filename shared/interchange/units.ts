// Converts offsets of other tools' formats to ours (UTF-16 code units) and back: whatever reads or writes one counts by this.
import { offsetMapOf } from "../model/offsets.ts";
import { splitsSurrogatePair } from "../model/selector.ts";

/**
 * How a format counts characters. `code-points-crlf-as-one`: as Python does in a file opened as text, where CR LF has become
 * one character.
 */
export const offsetUnits = ["utf-16", "code-points", "code-points-crlf-as-one"] as const;
export type OffsetUnit = (typeof offsetUnits)[number];

export interface Counting {
  /** From an offset of ours. One within a character that the unit counts as one is rounded to its end. */
  to(offset: number): number;
  /** To an offset of ours; `null` for what is no whole number, lies outside the text or parts a character. */
  from(count: unknown): number | null;
}

/** How a text's characters are counted in this unit. */
export function countingOf(text: string, unit: OffsetUnit): Counting {
  if (unit === "utf-16")
    return {
      to: (offset) => offset,
      from: (count) => (isOffset(count, text.length) && !splitsSurrogatePair(text, count) ? count : null),
    };
  const map = offsetMapOf(text);
  const most = map.toCodePoints(text.length);
  const inCodePoints = (count: unknown): number | null =>
    isOffset(count, most) ? map.fromCodePoints(count) : null;
  if (unit === "code-points") return { to: map.toCodePoints, from: inCodePoints };
  const pairs = Array.from(text.matchAll(/\r\n/gu), ({ index }) => map.toCodePoints(index));
  return {
    to(offset) {
      const count = map.toCodePoints(offset);
      return count - below(pairs.length, (at) => (pairs[at] ?? 0) + 1 < count);
    },
    from(count) {
      if (!isOffset(count, most - pairs.length)) return null;
      return inCodePoints(count + below(pairs.length, (at) => (pairs[at] ?? 0) - at < count));
    },
  };
}

function isOffset(value: unknown, most: number): value is number {
  return (
    typeof value === "number" &&
    Number.isInteger(value) &&
    !Object.is(value, -0) &&
    value >= 0 &&
    value <= most
  );
}

/** How many of the first indexes hold, where those that hold come first. */
export function below(length: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
