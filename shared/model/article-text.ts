// The structure of an article's text before anyone annotates it: its paragraphs and its quotations. Computed once when the article is
// opened and shared by the editor, the commands and the checks.

import type { Article } from "./article.ts";
import { type ArticleLanguage, languageOf, languageOfArticle } from "./language.ts";
import { type Quotation, quotationsIn } from "./quotations.ts";
import type { Range } from "./range.ts";
import type { Tagset } from "./tagset.ts";

/**
 * `paragraphs` are the lines of the text that hold more than white space, without their line ends (LF, CR, CRLF, U+2028,
 * U+2029); they are in order and never overlap. `quotations` never cross a paragraph's end, are in reading order, and
 * may nest. `language`: `null` for one of which no words are known.
 */
export interface ArticleText {
  readonly text: string;
  readonly paragraphs: readonly Range[];
  readonly quotations: readonly Quotation[];
  readonly language: ArticleLanguage | null;
}

/** What ends a line of an article. Global: for `matchAll`, which keeps no place in it. */
export const lineEnd = /\r\n|[\n\r\u2028\u2029]/gu;

/** Reads the text's structure. Linear in its length. `language`: where more is known of it than its text tells. */
export function articleTextOf(
  text: string,
  language: ArticleLanguage | null = languageOf(text),
): ArticleText {
  const paragraphs = paragraphsIn(text);
  return { text, paragraphs, quotations: quotationsIn(text, paragraphs), language };
}

/** The structure of the text of an article in its project, whose language is what is said of it before what its words tell. */
export const textOfArticle = (
  article: Pick<Article, "about">,
  text: string,
  { articleLanguage }: Pick<Tagset, "articleLanguage">,
): ArticleText => articleTextOf(text, languageOfArticle(article, text, articleLanguage));

function paragraphsIn(text: string): Range[] {
  const paragraphs: Range[] = [];
  let start = 0;
  const push = (end: number): void => {
    if (/\S/u.test(text.slice(start, end))) paragraphs.push({ start, end });
  };
  for (const match of text.matchAll(lineEnd)) {
    push(match.index);
    start = match.index + match[0].length;
  }
  push(text.length);
  return paragraphs;
}

/** The index of the paragraph that holds this offset, or of the next one after it; the last one past the end. */
export function paragraphAt({ paragraphs }: Pick<ArticleText, "paragraphs">, offset: number): number {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const paragraph = paragraphs[middle];
    if (paragraph && paragraph.end < offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low);
}
