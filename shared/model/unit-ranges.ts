// The units that selections and edges move by: words, clauses, sentences and paragraphs, found around an offset.
import { type ArticleText, paragraphAt } from "./article-text.ts";
import { clausesIn } from "./clauses.ts";
import type { Range } from "./range.ts";
import { sentencesIn } from "./sentences.ts";
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
export function unitEndingBefore(article: ArticleText, offset: number, unit: ParagraphUnit): Range | null {
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
