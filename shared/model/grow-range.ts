// Growing and shrinking a selection by units of the text with single keys: word, clause, quotation, sentence, paragraph.
import type { ArticleText } from "./article-text.ts";
import { contains, hull, type Range, sameRange } from "./range.ts";
import { snapToWords } from "./text-units.ts";
import { type Unit, unitEndingAfter, unitEndingBefore } from "./unit-ranges.ts";

export type TextUnit = Unit | "quotation";

/**
 * The range grown to the units it lies in; if it already is whole units, grown by the next one. A caret (an empty range)
 * grows to the unit that holds it, or to the next one. The same range when there is nothing left to grow to.
 */
export function growRange(article: ArticleText, range: Range, unit: TextUnit): Range {
  if (unit === "quotation") return grownByQuotation(article, range);
  return unit === "word" ? grownByWord(article, range) : grownBy(article, range, unit);
}

/** The range without the last unit that ends in it. The same range when it holds only one, or none. */
export function shrinkRange(article: ArticleText, range: Range, unit: TextUnit): Range {
  if (unit === "quotation") return shrunkByQuotation(article, range);
  const previous = unitEndingBefore(article, range.end, unit);
  return previous && previous.end > range.start ? { start: range.start, end: previous.end } : range;
}

function grownBy(article: ArticleText, range: Range, unit: Exclude<Unit, "word">): Range {
  const isCaret = range.start === range.end;
  const first = unitEndingAfter(article, range.start, unit);
  if (!first) return range;
  if (isCaret) return first;
  const last = unitEndingAfter(article, range.end - 1, unit) ?? first;
  const whole = hull([range, ...[first, last].filter(({ start }) => start < range.end)]);
  if (!sameRange(whole, range)) return whole;
  const next = unitEndingAfter(article, range.end, unit);
  return next ? hull([range, next]) : range;
}

function grownByWord(article: ArticleText, range: Range): Range {
  if (range.start === range.end) return unitEndingAfter(article, range.start, "word") ?? range;
  const whole = snapToWords(article, range);
  if (whole && !contains(range, whole)) return hull([range, whole]);
  const next = unitEndingAfter(article, range.end, "word");
  return next ? hull([range, next]) : range;
}

function grownByQuotation({ quotations }: ArticleText, range: Range): Range {
  const enclosing = quotations.findLast((outer) => contains(outer, range) && !sameRange(outer, range));
  const found = enclosing ?? quotations.find((next) => next.start >= range.end);
  if (!found) return range;
  const isCaret = range.start === range.end;
  return enclosing || isCaret ? { start: found.start, end: found.end } : hull([range, found]);
}

function shrunkByQuotation({ quotations }: ArticleText, range: Range): Range {
  const inside = quotations.filter((inner) => contains(range, inner) && !sameRange(inner, range));
  const outermost = inside.filter(({ start, end }, at) =>
    inside.slice(0, at).every((earlier) => earlier.end <= start || earlier.end < end),
  );
  const whole = quotations.some((quotation) => sameRange(quotation, range));
  const kept = whole ? outermost.slice(0, 1) : outermost.slice(0, -1);
  return kept.length > 0 ? hull(kept) : range;
}
