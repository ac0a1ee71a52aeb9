// Snapping: what a rough selection is taken to mean. Whole words for a mention or a cue; for a claim, the words with
// their quotation marks and without the sentence's full stop.
import { type ArticleText, paragraphAt } from "./article-text.ts";
import {
  graphemeEnd,
  graphemeStart,
  isGraphemeBoundary,
  nextGrapheme,
  previousGrapheme,
} from "./graphemes.ts";
import type { Quotation } from "./quotations.ts";
import { overlaps, type Range, sameRange } from "./range.ts";
import type { SpanType } from "./tagset.ts";
import { wordAround } from "./words.ts";

/** The selection as this type of span wants it; `null` when nothing but white space is selected. */
export function snapForType(article: ArticleText, range: Range, type: Pick<SpanType, "snap">): Range | null {
  return type.snap === "quotation" ? snapToQuotation(article, range) : snapToWords(article, range);
}

/** Grows the range outward to whole words and trims white space; `null` when nothing is left. Never cuts a grapheme. */
export function snapToWords(article: ArticleText, range: Range): Range | null {
  const { text } = article;
  const start = Math.max(0, Math.min(range.start, text.length));
  const end = Math.max(start, Math.min(range.end, text.length));
  // Trimmed first, so that an edge between two words is not taken for the edge of a third.
  const rough = trimmed(text, { start: graphemeStart(text, start), end: graphemeEnd(text, end) });
  if (start === end || !rough) return null;
  return trimmed(text, { start: startOfWord(article, rough.start), end: endOfWord(article, rough.end) });
}

/** As `snapToWords`, then with the marks of a quotation at whose edges it ends, then without a final stop or comma. */
export function snapToQuotation(article: ArticleText, range: Range): Range | null {
  const wholeWords = snapToWords(article, range);
  const snapped = wholeWords && withoutFinalStop(article, withMarks(article, wholeWords));
  return !snapped || sameRange(snapped, range) ? snapped : snapToQuotation(article, snapped);
}

/** The quotations that share a character with the range, or touch it. */
export function quotationsTouching(
  article: Pick<ArticleText, "paragraphs" | "quotations">,
  range: Range,
): Quotation[] {
  const { quotations, paragraphs } = article;
  const from = paragraphs[paragraphAt(article, range.start)]?.start ?? 0;
  let at = firstFrom(quotations, Math.min(from, range.start));
  const touching: Quotation[] = [];
  for (
    let quotation = quotations[at];
    quotation && quotation.start <= range.end;
    quotation = quotations[at]
  ) {
    if (quotation.end >= range.start) touching.push(quotation);
    at += 1;
  }
  return touching;
}

function firstFrom(quotations: readonly Quotation[], start: number): number {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.start ?? start) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function startOfWord(article: ArticleText, offset: number): number {
  const at = graphemeStart(article.text, wordAround(article, offset)?.start ?? offset);
  return at === offset ? at : startOfWord(article, at);
}

function endOfWord(article: ArticleText, offset: number): number {
  const at = graphemeEnd(article.text, wordAround(article, offset)?.end ?? offset);
  return at === offset ? at : endOfWord(article, at);
}

/** Without white space (the byte order mark is some) at either end, by whole graphemes; `null` when nothing is left. */
export function trimmed(text: string, range: Range): Range | null {
  let { start, end } = range;
  const isSpace = (from: number, to: number): boolean => /^\s+$/u.test(text.slice(from, to));
  for (
    let nextStart = nextGrapheme(text, start);
    start < end && isSpace(start, nextStart);
    nextStart = nextGrapheme(text, start)
  )
    start = nextStart;
  for (
    let previousEnd = previousGrapheme(text, end);
    start < end && isSpace(previousEnd, end);
    previousEnd = previousGrapheme(text, end)
  )
    end = previousEnd;
  return start < end ? { start, end } : null;
}

function withMarks(article: ArticleText, range: Range): Range | null {
  const { text } = article;
  let { start, end } = range;
  for (const { start: open, end: close, inner } of quotationsTouching(article, range)) {
    const startsInside = start >= inner.start && /^\s*$/u.test(text.slice(inner.start, start));
    const endsInside =
      end <= inner.end && /^[\s.,;:!?…。，；：！？、،؛؟۔]*$/u.test(text.slice(end, inner.end));
    const coversOpening = start <= open;
    const coversClosing = end >= close;
    if (startsInside && (endsInside || coversClosing)) start = open;
    if (endsInside && (startsInside || coversOpening)) end = close;
  }
  return trimmed(text, { start: graphemeStart(text, start), end: graphemeEnd(text, end) });
}

/** Without a full stop, comma or semicolon at its end, unless that stands in quotation marks or belongs to a word. */
export function withoutFinalStop(article: ArticleText, range: Range | null): Range | null {
  if (!range) return null;
  const lastOffset = range.end - 1;
  if (
    !/[.,;。，；、،؛۔]/u.test(article.text.charAt(lastOffset)) ||
    !isGraphemeBoundary(article.text, lastOffset)
  )
    return range;
  const mark = { start: lastOffset, end: range.end };
  if (quotationsTouching(article, mark).some((quotation) => overlaps(quotation, mark))) return range;
  if (wordAround(article, lastOffset)?.end === range.end) return range;
  return trimmed(article.text, { start: range.start, end: lastOffset });
}
