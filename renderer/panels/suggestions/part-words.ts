// The words of what is suggested or possibly missed, on one line.
import type { Range } from "../../../shared/model/range.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import type { Missed } from "../../../shared/suggestions/missed.ts";

/** Code units that a row of a list could ever show. */
const inRow = 200;

/** No more than `longest` code units of them. */
export const partWords = (text: string, ranges: readonly Range[], longest = inRow): string =>
  shortened(
    ranges.map(({ start, end }) => text.slice(start, Math.min(end, start + 2 * longest))).join(" … "),
    longest,
  );

/** What kind of miss it is. */
export const missedTitle = ({ kind, inClaim }: Pick<Missed, "kind" | "inClaim">) =>
  kind === "quotation"
    ? "suggestions.missed-quotation"
    : inClaim
      ? "suggestions.missed-inner"
      : "suggestions.missed-word";
