// The words of a part of a proposed card, on one line.
import type { Range } from "../../../shared/model/range.ts";
import { shortened } from "../../../shared/model/shortened.ts";

/** Code units that a line could ever show. */
const longest = 200;

export const partWords = (text: string, ranges: readonly Range[]): string =>
  shortened(
    ranges.map(({ start, end }) => text.slice(start, Math.min(end, start + 2 * longest))).join(" … "),
    longest,
  );
