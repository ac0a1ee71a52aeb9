// Grows and shrinks a selection by units of the text with single keys: word, clause, quotation, sentence, paragraph.
import type { ArticleText } from "./article-text.ts";
import { contains, hull, type Range, sameRange } from "./range.ts";
import { snapToWords } from "./text-units.ts";
import { type ParagraphUnit, unitEndingAfter, unitEndingBefore } from "./unit-ranges.ts";

export type TextUnit = ParagraphUnit | "quotation";

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

function grownBy(article: ArticleText, range: Range, unit: Exclude<ParagraphUnit, "word">): Range {
  const isCaret = range.start === range.end;
  const firstUnit = unitEndingAfter(article, range.start, unit);
  if (!firstUnit) return range;
  if (isCaret) return firstUnit;
  const lastUnit = unitEndingAfter(article, range.end - 1, unit) ?? firstUnit;
  const wholeUnits = hull([range, ...[firstUnit, lastUnit].filter(({ start }) => start < range.end)]);
  if (!sameRange(wholeUnits, range)) return wholeUnits;
  const nextUnit = unitEndingAfter(article, range.end, unit);
  return nextUnit ? hull([range, nextUnit]) : range;
}

function grownByWord(article: ArticleText, range: Range): Range {
  if (range.start === range.end) return unitEndingAfter(article, range.start, "word") ?? range;
  const wholeWords = snapToWords(article, range);
  if (wholeWords && !contains(range, wholeWords)) return hull([range, wholeWords]);
  const nextWord = unitEndingAfter(article, range.end, "word");
  return nextWord ? hull([range, nextWord]) : range;
}

function grownByQuotation({ quotations }: ArticleText, range: Range): Range {
  const enclosing = quotations.findLast((outer) => contains(outer, range) && !sameRange(outer, range));
  const quotation = enclosing ?? quotations.find((next) => next.start >= range.end);
  if (!quotation) return range;
  const isCaret = range.start === range.end;
  return enclosing || isCaret ? { start: quotation.start, end: quotation.end } : hull([range, quotation]);
}

function shrunkByQuotation({ quotations }: ArticleText, range: Range): Range {
  const inside = quotations.filter((inner) => contains(range, inner) && !sameRange(inner, range));
  const outermost = inside.filter(({ start, end }, at) =>
    inside.slice(0, at).every((earlier) => earlier.end <= start || earlier.end < end),
  );
  const isQuotation = quotations.some((quotation) => sameRange(quotation, range));
  const remainingQuotations = isQuotation ? outermost.slice(0, 1) : outermost.slice(0, -1);
  return remainingQuotations.length > 0 ? hull(remainingQuotations) : range;
}
