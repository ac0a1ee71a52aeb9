// Claims and quotation marks: the marks belong to the claim whose words they hold.
import type { Range } from "../model/range.ts";
import { quotationsAround, type ReadQuotation } from "./speech.ts";

/**
 * With the quotation marks at whose inner edges the claim begins and ends: both of a pair or neither, so that what is said within a
 * quotation does not end with the mark that closes it. `claim`: in order.
 */
export function withMarks(
  text: string,
  quotations: readonly ReadQuotation[],
  claim: readonly Range[],
): readonly Range[] {
  const [first, last] = [claim[0], claim.at(-1)];
  if (!first || !last) return claim;
  let ranges = claim;
  for (const quotation of quotationsAround(quotations, { start: first.start, end: last.end }))
    ranges = withPair(text, quotation, ranges);
  return ranges;
}

function withPair(text: string, quotation: ReadQuotation, claim: readonly Range[]): readonly Range[] {
  const { start, end, inner, closed } = quotation;
  const isAtStart = (range: Range): boolean => range.start === inner.start || range.start === start;
  const isAtEnd = (range: Range): boolean =>
    range.end === end ||
    (range.end > inner.start &&
      range.end <= inner.end &&
      inner.end - range.end < 4 &&
      /^[.,?!…'’]*$/u.test(text.slice(range.end, inner.end)));
  const opens = claim.some((range) => isAtStart(range) || (range.start < start && start < range.end));
  const closes = claim.some((range) => isAtEnd(range) || (range.start < end && end < range.end));
  // What is still open at the paragraph's end has no mark there, and its sentence ends as it is written.
  if (!closed)
    return claim.map((range) => ({
      start: isAtStart(range) ? start : range.start,
      end: isAtEnd(range) ? end : range.end,
    }));
  const isWhole = opens && closes;
  return claim.map((range) => ({
    start: isAtStart(range) ? (isWhole ? start : inner.start) : range.start,
    end: !isAtEnd(range) ? range.end : isWhole ? end : Math.min(range.end, wordsEnd(text, inner)),
  }));
}

/** Without the punctuation that a sentence or its quotation ends with. */
const wordsEnd = (text: string, { start, end }: Range): number =>
  start + text.slice(start, end).replace(/[\s.,?!…]+$/u, "").length;
