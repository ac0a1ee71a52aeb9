// Tags of words, one a row, as runs of words: IOB1, IOB2 (BIO), BIOES, BILOU and BMES
// (https://en.wikipedia.org/wiki/Inside–outside–beginning_(tagging); IOB1 as in https://aclanthology.org/W03-0419/). The tags tell which
// it is.
import { type FileFinding, incomplete, wrong } from "../files/finding.ts";
import { type ArticleText, textOfArticle } from "../model/article-text.ts";
import type { Range } from "../model/range.ts";
import { sentencesIn } from "../model/sentences.ts";
import { type Message, message, type Text } from "../words/message.ts";
import { escaped, unescaped } from "./escapes.ts";
import type { Standoff } from "./standoff.ts";
import type { ReadSpan } from "./standoff-reader.ts";
import type { PassedOver } from "./tally.ts";
import { wordRows } from "./word-rows.ts";

export interface TagRun {
  /** What the tags say behind their letter; empty where they are a letter alone. */
  readonly label: string;
  /** Numbers of the first and the last word. */
  readonly first: number;
  readonly last: number;
}

const tag = /^([BIESLUM])(?:-(.+))?$/u;
/** What stands where there is no tag. */
const isOut = (cell: string): boolean => /^(?:O|o|Out|_|-|\*)?$/u.test(cell);

export const isTag = (cell: string): boolean => tag.test(cell) || isOut(cell);
export const isTagOfSpan = (cell: string): boolean => tag.test(cell);

/** The tags of a column with the numbers of their words, in order; words in between have none. */
type Tags = readonly (readonly [word: number, cell: string])[];

export const tagsOf = (cells: readonly string[]): Tags =>
  cells.flatMap((cell, word) => (isOut(cell) ? [] : [[word, cell] as const]));

/** `begins`: whether a sentence begins with the word of this number. */
export function runsOfTags(tags: Tags, begins: (word: number) => boolean): readonly TagRun[] {
  const endsAtSentences = isFirstKind(tags);
  const runs: { label: string; first: number; last: number }[] = [];
  let isOpen = false;
  for (const [at, cell] of tags) {
    const [, letter = "B", label = ""] = tag.exec(cell) ?? [];
    if (runs.at(-1)?.last !== at - 1) isOpen = false;
    const openRun = isOpen && !(endsAtSentences && begins(at)) ? runs.at(-1) : undefined;
    if (openRun && openRun.label === label && /[IMEL]/u.test(letter)) openRun.last = at;
    else runs.push({ label, first: at, last: at });
    isOpen = !/[ESLU]/u.test(letter);
  }
  return runs;
}

/** IOB1: a span begins with I, unless one of the same label ends just before it. So none can go on in the next sentence. */
function isFirstKind(tags: Tags): boolean {
  let previousTag: { readonly word: number; readonly label: string } | undefined;
  for (const [word, cell] of tags) {
    const [, letter, label = ""] = tag.exec(cell) ?? [];
    if (letter === "I" && (previousTag?.word !== word - 1 || previousTag.label !== label)) return true;
    previousTag = { word, label };
  }
  return false;
}

/** The words of a text in order. */
export interface Rows {
  readonly places: readonly Range[];
  readonly wheres: readonly Text[];
  readonly begins: ReadonlySet<number>;
}

/** The numbers of the words that sentences begin with. */
export function firstWords(
  sentences: readonly { readonly words: readonly unknown[] }[],
): ReadonlySet<number> {
  const begins = new Set<number>();
  let at = 0;
  for (const { words } of sentences) {
    begins.add(at);
    at += words.length;
  }
  return begins;
}

/** The spans of a column of tags; those of tags without a label are called after the column. */
export const spansOfTags = (column: string, tags: Tags, { places, wheres, begins }: Rows): ReadSpan[] =>
  runsOfTags(tags, (word) => begins.has(word)).map(({ label, first, last }) => ({
    id: `${column} ${first}`,
    label: unescaped(label === "" ? column : label),
    segments: [{ start: places[first]?.start, end: places[last]?.end }],
    where: wheres[first] ?? "",
  }));

/** Runs of numbers that follow each other, which come in their order. */
export function runsOfWords(words: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const word of words) {
    const lastRun = runs.at(-1);
    if (lastRun && lastRun[1] >= word - 1) lastRun[1] = word;
    else runs.push([word, word]);
  }
  return runs;
}

/** How often a column that holds no marks says something, by its name. */
export type Passed = Map<string, number>;

export function addPassed(passed: Passed, column: string, cells: readonly string[]): void {
  const count = cells.reduce((sum, cell) => (isOut(cell) ? sum : sum + 1), 0);
  if (count > 0) passed.set(column, (passed.get(column) ?? 0) + count);
}

/** As many columns as one reads. */
const shownColumns = 12;

/** All columns of a file that hold no marks, and one finding that says so. */
export function passedOver(
  passed: Passed,
  file: string,
): { readonly passed: readonly PassedOver[]; readonly told: readonly FileFinding[] } {
  if (passed.size === 0) return { passed: [], told: [] };
  const columnNames = Array.from(passed, ([name, count]) => `${name.slice(0, 40)} (${count})`).slice(
    0,
    shownColumns,
  );
  const what = message("interchange.columns-passed", {
    count: passed.size,
    columns: columnNames.join(", ") + (passed.size > columnNames.length ? ", …" : ""),
  });
  return {
    passed: Array.from(passed, ([name, count]) => ({ name: name.slice(0, 60), why: "no-marks", count })),
    told: [incomplete(file, what, message("interchange.no-marks"))],
  };
}

/** A row that is none: of its cells, those that are tags of marks are lost with it. A mark may have several. */
export const misreadRow = (where: Message, format: string, cells: readonly string[]): FileFinding => ({
  ...wrong(where, message("interchange.line-misread", { format }), message("interchange.left-out")),
  units: cells.filter(isTagOfSpan).length,
});

/** What an article is called that is the so-many-th of its file. */
export const numberedName = (file: string, number: number): string =>
  number === 1 ? file : `${file} ${number}`;

// Spans as labels of words, for formats of a row a word: B- at a span's first word, I- at its others, O elsewhere, a column a label.

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
