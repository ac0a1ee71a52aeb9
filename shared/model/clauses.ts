// Clauses of news prose, as far as they can be told without grammar: a sentence cut where a comma, a dash, a colon, a
// bracket or a word such as "that" begins another one. Quotation marks are whole: nothing inside one is cut.
import type { ArticleText } from "./article-text.ts";
import { memoize } from "./memoize.ts";
import { type ProseWords, proseWordsOf } from "./prose-words.ts";
import type { Range } from "./range.ts";
import { sentencesIn } from "./sentences.ts";
import { quotationsTouching } from "./text-units.ts";

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
