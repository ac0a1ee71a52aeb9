// Claims and quotation marks: the marks belong to the claim whose words they hold, and tell its kind.
import type { Kind } from "../model/attribution.ts";
import type { Range } from "../model/range.ts";
import { quotationsAround, type ReadQuotation } from "./speech.ts";

/** With the quotation marks at whose inner edges the range ends. */
export function withMarks(text: string, quotations: readonly ReadQuotation[], range: Range): Range {
  let { start, end } = range;
  for (const { start: from, end: to, inner } of quotationsAround(quotations, range)) {
    if (inner.start === start) start = from;
    const isAtEnd = end > inner.start && end <= inner.end && inner.end - end < 3;
    if (isAtEnd && /^[.,?!…]*$/u.test(text.slice(end, inner.end))) end = to;
  }
  return { start, end };
}

/** `direct` when all letters of the claim stand in quotation marks, `indirect` when none do, else `mixed`. */
export function kindOfRanges(
  text: string,
  quotations: readonly ReadQuotation[],
  claim: readonly Range[],
): Kind {
  let inside = 0;
  let all = 0;
  for (const range of claim) {
    all += letters(text, range);
    for (const { inner } of quotationsAround(quotations, range))
      inside += letters(text, {
        start: Math.max(inner.start, range.start),
        end: Math.min(inner.end, range.end),
      });
  }
  if (inside === 0) return "indirect";
  return inside >= all ? "direct" : "mixed";
}

const letters = (text: string, { start, end }: Range): number =>
  start < end ? text.slice(start, end).replace(/[^\p{L}\p{N}]/gu, "").length : 0;
