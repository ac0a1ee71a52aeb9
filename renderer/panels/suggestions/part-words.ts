// The words of a part of a proposed card, on one line.
import type { Range } from "../../../shared/model/range.ts";
import { shortened } from "../../../shared/model/shortened.ts";

/** Code units that a row of a list could ever show. */
const inRow = 200;

/** No more than `longest` code units of them. */
export const partWords = (text: string, ranges: readonly Range[], longest = inRow): string =>
  shortened(
    ranges.map(({ start, end }) => text.slice(start, Math.min(end, start + 2 * longest))).join(" … "),
    longest,
  );
