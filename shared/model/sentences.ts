// Sentences of news prose. Quotation marks are paired first: nothing inside a quotation ends the sentence that holds it.

import type { ArticleText } from "./article-text.ts";
import { abbreviationAt, opensSentence, proseWordsOf } from "./prose-words.ts";
import type { Range } from "./range.ts";
import { quotationsTouching } from "./text-units.ts";

/** Terminators with the brackets and marks that close after them, and what follows up to the next word. */
const sentenceEnd = /([.?!؟۔]+|…)([”“"’'»«)\]]*)(?=\s|$)|[。！？]+[」』）”]*/gu;

/** The sentences of a paragraph, in order, without the white space around them. */
export function sentencesIn(article: ArticleText, paragraph: Range): Range[] {
  const { text } = article;
  const sentences: Range[] = [];
  const body = text.slice(paragraph.start, paragraph.end);
  const quotations = quotationsTouching(article, paragraph);
  let from = paragraph.start;
  let quotation = 0;
  for (const match of body.matchAll(sentenceEnd)) {
    const at = paragraph.start + match.index + match[0].length;
    while ((quotations[quotation]?.end ?? Infinity) < at) quotation += 1;
    const openQuotation = quotations[quotation];
    if (openQuotation && openQuotation.start < at && at < openQuotation.end) continue;
    if (!endsSentence(article, { start: paragraph.start + match.index, end: at }, paragraph.end)) continue;
    push(from, at);
    from = at;
  }
  push(from, paragraph.end);
  return sentences;

  function push(start: number, end: number): void {
    const stretch = text.slice(start, end);
    const lead = stretch.length - stretch.trimStart().length;
    const length = stretch.trim().length;
    if (length > 0) sentences.push({ start: start + lead, end: start + lead + length });
  }
}

/** How far around a terminator is read: no abbreviation and no reporting clause is longer. */
const view = 80;

function endsSentence({ text, language }: ArticleText, stop: Range, paragraphEnd: number): boolean {
  const textAfter = text.slice(stop.end, Math.min(stop.end + view, paragraphEnd));
  if (textAfter.trim() === "") return true;
  if (/^\s+[\p{Ll},;–—-]/u.test(textAfter)) return false;
  const mark = text.slice(stop.start, stop.end);
  const previous = text.slice(Math.max(0, stop.start - view), stop.start);
  if (/^(?:…|\.{2,})$/u.test(mark) && /(?:^|\s)$/u.test(previous)) return false;
  if (/[”“"»«]$/u.test(mark))
    return proseWordsOf(language).reporting?.test(firstSentence(textAfter)) !== true;
  if (mark !== ".") return true;
  const word = /[\p{L}\p{N}.’'-]*$/u.exec(previous)?.[0] ?? "";
  const abbreviation = abbreviationAt(word, textAfter, language);
  return abbreviation === null || (abbreviation === "trailing" && opensSentence(textAfter, language));
}

const firstSentence = (text: string): string => /^[^.?!“"]*/u.exec(text)?.[0] ?? "";
