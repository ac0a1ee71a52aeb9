// The units that selections and edges move by: words, clauses, sentences and paragraphs, found around an offset.
import { type ArticleText, paragraphAt } from "./article-text.ts";
import { memoize } from "./memoize.ts";
import { type ProseWords, proseWordsOf } from "./prose-words.ts";
import { contains, hull, type Range, sameRange } from "./range.ts";
import { sentencesIn } from "./sentences.ts";
import { quotationsTouching, snapToWords } from "./text-units.ts";
import { wordEndingAfter, wordStartingBefore, wordsOf } from "./words.ts";

/** What a text divides into without overlap. */
export type ParagraphUnit = "word" | "clause" | "sentence" | "paragraph";

/** The first unit that ends after the offset, or `null` after the last one. */
export function unitEndingAfter(article: ArticleText, offset: number, unit: ParagraphUnit): Range | null {
  if (unit === "word") return wordEndingAfter(article, offset);
  for (let at = paragraphAt(article, offset); at < article.paragraphs.length; at += 1) {
    const range = unitsIn(article, at, unit).find(({ end }) => end > offset);
    if (range) return range;
  }
  return null;
}

/** The units that start at the offset or after it, in order. */
export function* unitsFrom(article: ArticleText, offset: number, unit: ParagraphUnit): Generator<Range> {
  for (let at = paragraphAt(article, offset); at < article.paragraphs.length; at += 1)
    for (const range of unitsIn(article, at, unit)) if (range.start >= offset) yield range;
}

/** The last unit that starts before the offset, or `null` before the first one. */
function unitStartingBefore(article: ArticleText, offset: number, unit: ParagraphUnit): Range | null {
  if (unit === "word") return wordStartingBefore(article, offset);
  for (let at = paragraphAt(article, offset); at >= 0; at -= 1) {
    const range = unitsIn(article, at, unit).findLast(({ start }) => start < offset);
    if (range) return range;
  }
  return null;
}

/** The last unit that ends before the offset, or `null`. */
function unitEndingBefore(article: ArticleText, offset: number, unit: ParagraphUnit): Range | null {
  let range = unitStartingBefore(article, offset, unit);
  while (range && range.end >= offset) range = unitStartingBefore(article, range.start, unit);
  return range;
}

/** The next place in a direction where a unit has this edge; `null` when there is none. */
export function unitEdge(
  article: ArticleText,
  from: number,
  edge: "start" | "end",
  { direction, unit }: { readonly direction: "back" | "forward"; readonly unit: ParagraphUnit },
): number | null {
  if (direction === "forward") {
    let range = unitEndingAfter(article, from, unit);
    while (range && range[edge] <= from) range = unitEndingAfter(article, range.end, unit);
    return range?.[edge] ?? null;
  }
  let range = unitStartingBefore(article, from, unit);
  while (range && range[edge] >= from) range = unitStartingBefore(article, range.start, unit);
  return range?.[edge] ?? null;
}

function unitsIn(article: ArticleText, at: number, unit: ParagraphUnit): readonly Range[] {
  const paragraph = article.paragraphs[at];
  if (!paragraph) return [];
  if (unit === "paragraph") return [paragraph];
  if (unit === "word") return wordsOf(article.text, paragraph, article.language);
  return unit === "sentence" ? sentencesIn(article, paragraph) : clausesIn(article, paragraph);
}

// Clauses of news prose, as far as they can be told without grammar: a sentence cut where a comma, a dash, a colon, a
// bracket or a word such as "that" begins another one. Quotation marks are whole: nothing inside one is cut.

/** What parts clauses and belongs to neither. A comma inside a number does not. */
const mark = String.raw`(?<mark>[,;:](?=[”“"»«]?\s)|\s[–—-]\s|[—()[\]]|[，、；：])`;

const cuts = memoize(
  ({ clauseOpeners }: ProseWords) =>
    new RegExp(clauseOpeners === null ? mark : String.raw`${mark}|(?<=\s)(?=(?:${clauseOpeners})\s)`, "giu"),
);

/** The clauses of a paragraph, in order, without the marks and the white space between them. */
export function clausesIn(article: ArticleText, paragraph: Range): Range[] {
  return sentencesIn(article, paragraph).flatMap((sentence) => clausesOf(article, sentence));
}

function clausesOf(article: ArticleText, sentence: Range): Range[] {
  const { text } = article;
  const quotations = quotationsTouching(article, sentence);
  const isQuoted = (at: number): boolean =>
    quotations.some(({ inner }) => inner.start <= at && at < inner.end);
  const clauses: Range[] = [];
  let from = sentence.start;
  const push = (to: number): void => {
    const stretch = text.slice(from, to);
    const start = from + stretch.length - stretch.trimStart().length;
    const end = from + stretch.trimEnd().length;
    if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) clauses.push({ start, end });
  };
  const places = new Set(
    quotations
      // What is quoted with its own comma or question mark stands for itself; two quoted words do not.
      .filter(({ inner }) => /[,.?!…—–-]\s*$/u.test(text.slice(inner.start, inner.end)))
      .map(({ end }) => end),
  );
  const breaks = [...text.slice(sentence.start, sentence.end).matchAll(cuts(proseWordsOf(article.language)))]
    .map(({ index, groups }) => ({ at: sentence.start + index, length: groups?.mark?.length ?? 0 }))
    .filter(({ at }) => !isQuoted(at));
  for (const at of places) if (at > sentence.start && at < sentence.end) breaks.push({ at, length: 0 });
  for (const { at, length } of breaks.sort((a, b) => a.at - b.at)) {
    push(at);
    from = at + length;
  }
  push(sentence.end);
  return clauses;
}

// Snaps an edge that is dragged roughly to a place: to the nearest edge of a word or a quotation.

/** The nearest offset at which a word or a quotation has this edge; the offset itself where the text has neither. */
export function nearestEdge(article: ArticleText, offset: number, edge: "start" | "end"): number {
  // Where both are as near, the quotation is meant: its marks belong to a claim.
  const candidates = [
    ...quotationsTouching(article, { start: Math.max(0, offset - 2), end: offset + 2 }).map(
      (quotation) => quotation[edge],
    ),
    unitEdge(article, offset + 1, edge, { direction: "back", unit: "word" }),
    unitEdge(article, offset - 1, edge, { direction: "forward", unit: "word" }),
  ];
  let nearest = offset;
  let least = Infinity;
  for (const candidate of candidates) {
    if (candidate === null || Math.abs(candidate - offset) >= least) continue;
    nearest = candidate;
    least = Math.abs(candidate - offset);
  }
  return nearest;
}

// Grows and shrinks a selection by units of the text with single keys: word, clause, quotation, sentence, paragraph.

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
