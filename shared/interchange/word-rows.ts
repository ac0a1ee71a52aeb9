// The words of a text as rows of column formats: letters and figures together, every other character that is no white space
// alone. Never within a grapheme.
import { graphemeEnd } from "../model/graphemes.ts";
import { joinRanges, type Range } from "../model/range.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** The words and marks of a text, in order and apart. White space is in none. */
export function wordRows(text: string, { start, end }: Range = { start: 0, end: text.length }): Range[] {
  const rows: Range[] = [];
  for (const line of text.slice(start, end).matchAll(/[^\s\u200b]+/gu)) {
    const from = start + line.index;
    for (const { index, segment } of segmenter.segment(line[0])) {
      const at = from + index;
      const last = rows.at(-1);
      // What a grapheme holds together is one word, whatever the segmenter says.
      if (last && last.end === at && graphemeEnd(text, at) !== at)
        rows[rows.length - 1] = { start: last.start, end: at + segment.length };
      else rows.push({ start: at, end: at + segment.length });
    }
  }
  return rows;
}

/** The segments grown to the words that they share characters with; what shares none with any is left out. */
export function snappedToWords(text: string, segments: readonly Range[]): readonly Range[] {
  const rows = wordRowsOf(text);
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

let last: { readonly text: string; readonly rows: readonly Range[] } | undefined;

/** Asked span by span of the same text. */
function wordRowsOf(text: string): readonly Range[] {
  if (last?.text !== text) last = { text, rows: wordRows(text) };
  return last.rows;
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
