// The words of a text as rows of column formats: letters and figures together, every other character that is no white space
// alone. Never within a grapheme.
import { graphemeEnd } from "../model/graphemes.ts";
import { joinRanges, type Range } from "../model/range.ts";

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
