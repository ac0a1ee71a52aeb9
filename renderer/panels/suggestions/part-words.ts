// The words of a part of a proposed card, on one line.
import type { Range } from "../../../shared/model/range.ts";

/** Code units that a line could ever show. */
const longest = 200;

export const partWords = (text: string, ranges: readonly Range[]): string =>
  ranges
    .map(({ start, end }) => text.slice(start, Math.min(end, start + longest)))
    .join(" … ")
    .replaceAll(/\s+/gu, " ")
    .slice(0, longest);
