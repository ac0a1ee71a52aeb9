// Tags of words, one a row, as runs of words: IOB1, IOB2 (BIO), BIOES, BILOU and BMES
// (https://en.wikipedia.org/wiki/Inside–outside–beginning_(tagging); IOB1 as in https://aclanthology.org/W03-0419/). The tags tell which
// it is.
import { type FileFinding, incomplete, wrong } from "../files/finding.ts";
import { type ArticleText, textOfArticle } from "../model/article-text.ts";
import { graphemeEnd } from "../model/graphemes.ts";
import { joinRanges, type Range } from "../model/range.ts";
import { sentencesIn } from "../model/sentences.ts";
import { type Message, message, type Text } from "../words/message.ts";
import { escaped, unescaped } from "./escapes.ts";
import type { Standoff } from "./standoff.ts";
import type { ReadSpan } from "./standoff-reader.ts";
import type { PassedOver } from "./tally.ts";

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

// The words of a text as rows of column formats: letters and figures together, every other character that is no white space
// alone. Never within a grapheme.

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/**
 * What needs no segmenter, which is a hundred times slower: one word of plain letters and figures, with signs around it that join with
 * nothing. What joins letters, as an apostrophe, a full stop or `_` does, stands in none between two of them.
 */
const plain = /^(["'([]*)([A-Za-z0-9]+)([.,;:!?"')\]]*)$/u;

/** The words and marks of a text, in order and apart. White space is in none. */
export function wordRows(text: string): readonly Range[] {
  if (rowCache?.text !== text) rowCache = { text, rows: rowsOf(text) };
  return rowCache.rows;
}

/** Asked span by span, and step by step, of the same text. */
let rowCache: { readonly text: string; readonly rows: readonly Range[] } | undefined;

function rowsOf(text: string): readonly Range[] {
  const rows: Range[] = [];
  for (const { 0: stretch, index: from } of text.matchAll(/[^\s\u200b]+/gu)) {
    const parts = plain.exec(stretch);
    if (parts) addPlain(rows, from, parts);
    else addSegmented(rows, text, from, stretch);
  }
  return rows;
}

function addPlain(
  rows: Range[],
  from: number,
  [, before = "", word = "", after = ""]: readonly string[],
): void {
  let at = from;
  const add = (length: number): void => {
    rows.push({ start: at, end: at + length });
    at += length;
  };
  for (let count = 0; count < before.length; count += 1) add(1);
  add(word.length);
  for (let count = 0; count < after.length; count += 1) add(1);
}

function addSegmented(rows: Range[], text: string, from: number, stretch: string): void {
  for (const { index, segment } of segmenter.segment(stretch)) {
    const at = from + index;
    const previousRow = rows.at(-1);
    // What a grapheme holds together is one word, whatever the segmenter says.
    if (previousRow && previousRow.end === at && graphemeEnd(text, at) !== at)
      rows[rows.length - 1] = { start: previousRow.start, end: at + segment.length };
    else rows.push({ start: at, end: at + segment.length });
  }
}

/** The segments grown to the words that they share characters with; what shares none with any is left out. */
export function snappedToWords(text: string, segments: readonly Range[]): readonly Range[] {
  const rows = wordRows(text);
  const snapped = segments.flatMap(({ start, end }) => {
    const from = firstWith(rows, (row) => row.end > start);
    const to = firstWith(rows, (row) => row.start >= end) - 1;
    const [first, last] = [rows[from], rows[to]];
    return first && last && from <= to ? [{ start: first.start, end: last.end }] : [];
  });
  return joinRanges(snapped);
}

/** The segments without white space at their edges; what is nothing else is left out. */
export function trimmedToWords(text: string, segments: readonly Range[]): readonly Range[] {
  return snappedToWords(text, segments).length === 0
    ? []
    : segments.flatMap((segment) =>
        snappedToWords(text, [segment]).map(({ start, end }) => ({
          start: Math.max(start, segment.start),
          end: Math.min(end, segment.end),
        })),
      );
}

function firstWith(rows: readonly Range[], holds: (row: Range) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row && holds(row)) high = middle;
    else low = middle + 1;
  }
  return low;
}
