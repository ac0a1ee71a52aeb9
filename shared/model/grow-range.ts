// Growing and shrinking a selection by units of the text with single keys: word, quotation, sentence, paragraph.
import { type ArticleText, paragraphAt } from "./article-text.ts";
import { contains, hull, type Range, sameRange } from "./range.ts";
import { sentencesIn } from "./sentences.ts";
import { snapToWords } from "./text-units.ts";
import { wordEndingAfter, wordStartingBefore } from "./words.ts";

export type TextUnit = "word" | "quotation" | "sentence" | "paragraph";

/**
 * The range grown to the units it lies in; if it already is whole units, grown by the next one. A caret (an empty range)
 * grows to the unit that holds it, or to the next one. The same range when there is nothing left to grow to.
 */
export function growRange(article: ArticleText, range: Range, unit: TextUnit): Range {
  if (unit === "word") return grownByWord(article, range);
  if (unit === "quotation") return grownByQuotation(article, range);
  return grownBy(unit === "sentence" ? sentences : paragraphs, article, range);
}

/** The range without the last unit that ends in it. The same range when it holds only one, or none. */
export function shrinkRange(article: ArticleText, range: Range, unit: TextUnit): Range {
  if (unit === "quotation") return shrunkByQuotation(article, range);
  const previous =
    unit === "word"
      ? wordBefore(article, range.end)
      : unitBefore(unit === "sentence" ? sentences : paragraphs, article, range);
  return previous && previous.end > range.start ? { start: range.start, end: previous.end } : range;
}

/** The units of one paragraph, by its index. */
type UnitsOf = (article: ArticleText, paragraph: number) => readonly Range[];

const paragraphs: UnitsOf = ({ paragraphs: all }, at) => all.slice(at, at + 1);
const sentences: UnitsOf = (article, at) =>
  paragraphs(article, at).flatMap((paragraph) => sentencesIn(article, paragraph));

function grownBy(unitsOf: UnitsOf, article: ArticleText, range: Range): Range {
  const isCaret = range.start === range.end;
  const first = unitFrom(unitsOf, article, range.start);
  if (!first) return range;
  if (isCaret) return first;
  const last = unitFrom(unitsOf, article, range.end - 1) ?? first;
  const whole = hull([range, ...[first, last].filter((unit) => unit.start < range.end)]);
  if (!sameRange(whole, range)) return whole;
  const next = unitFrom(unitsOf, article, range.end);
  return next ? hull([range, next]) : range;
}

/** The first unit that ends after the offset. */
function unitFrom(unitsOf: UnitsOf, article: ArticleText, offset: number): Range | undefined {
  for (let at = paragraphAt(article, offset); at < article.paragraphs.length; at += 1) {
    const unit = unitsOf(article, at).find(({ end }) => end > offset);
    if (unit) return unit;
  }
  return undefined;
}

/** The last unit that ends before the range does. */
function unitBefore(unitsOf: UnitsOf, article: ArticleText, range: Range): Range | undefined {
  for (let at = paragraphAt(article, range.end); at >= 0; at -= 1) {
    const unit = unitsOf(article, at).findLast(({ end }) => end < range.end);
    if (unit) return unit;
  }
  return undefined;
}

function grownByWord(article: ArticleText, range: Range): Range {
  if (range.start === range.end) return wordEndingAfter(article, range.start) ?? range;
  const whole = snapToWords(article, range);
  if (whole && !contains(range, whole)) return hull([range, whole]);
  const next = wordEndingAfter(article, range.end);
  return next ? hull([range, next]) : range;
}

/** The last word that ends before the offset. */
function wordBefore(article: ArticleText, offset: number): Range | null {
  let word = wordStartingBefore(article, offset);
  while (word && word.end >= offset) word = wordStartingBefore(article, word.start);
  return word;
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
