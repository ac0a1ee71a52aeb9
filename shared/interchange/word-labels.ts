// Spans as labels of words, for formats of a row a word: B- at a span's first word, I- at its others, O elsewhere, a column a label.
import { type ArticleText, textOfArticle } from "../model/article-text.ts";
import type { Range } from "../model/range.ts";
import { sentencesIn } from "../model/sentences.ts";
import { escaped } from "./escapes.ts";
import type { Standoff } from "./standoff.ts";
import { wordRows } from "./word-rows.ts";

interface LabelledWord extends Range {
  /** In the order of the columns. */
  readonly tags: readonly string[];
}

interface LabelledSentence extends Range {
  readonly words: readonly LabelledWord[];
}

/** A label without white space and signs that part columns or values. */
export const columnName = (label: string): string => escaped(label, /[\s|=,:\p{Cc}]/gu);

/** In MISC of CoNLL-U: this row is no word of the text. */
export const placeholder = "Placeholder=Yes";

/** The comment of a sentence that says its text with all white space up to the next one. */
export const textAndSpace = "text_and_space";

/** Spans lie on whole words, and those of one label apart, as `fit.ts` leaves them. */
export function labelledSentences(
  { text, spans, ...document }: Standoff,
  columns: readonly string[],
): readonly LabelledSentence[] {
  const tags = new Map<number, string>();
  const rows = wordRows(text);
  const rowAt = new Map(rows.map(({ start }, at) => [start, at]));
  const key = (row: number, column: number): number => row * columns.length + column;
  for (const { label, segments } of spans) {
    const column = columns.indexOf(label);
    for (const { start, end } of segments) {
      const firstRow = rowAt.get(start);
      if (firstRow === undefined) continue;
      for (let row = firstRow; (rows[row]?.start ?? end) < end; row += 1)
        tags.set(key(row, column), `${row === firstRow ? "B" : "I"}-${columnName(label)}`);
    }
  }
  const words = rows.map(
    (row, at): LabelledWord => ({
      ...row,
      tags: columns.map((_, column) => tags.get(key(at, column)) ?? "O"),
    }),
  );
  return inSentences(textOfArticle(document, text, {}), words);
}

function inSentences(article: ArticleText, words: readonly LabelledWord[]): readonly LabelledSentence[] {
  const sentences = article.paragraphs.flatMap((paragraph) => sentencesIn(article, paragraph));
  const sentencesWithWords: LabelledSentence[] = [];
  let at = 0;
  for (const [index, sentence] of sentences.entries()) {
    const nextStart = sentences[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    const sentenceWords: LabelledWord[] = [];
    for (let word = words[at]; word && word.start < nextStart; word = words[at]) {
      sentenceWords.push(word);
      at += 1;
    }
    const [first] = sentenceWords;
    const lastWord = sentenceWords.at(-1);
    if (first && lastWord)
      sentencesWithWords.push({
        start: Math.min(first.start, sentence.start),
        end: Math.max(lastWord.end, sentence.end),
        words: sentenceWords,
      });
  }
  return sentencesWithWords;
}
