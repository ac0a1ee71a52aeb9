// Quotation marks paired, paragraph by paragraph: straight and curly double quotes, low-high and angle quotes, and the corner
// brackets of Chinese and Japanese. Single quotes are left alone: in English they are apostrophes far more often than quotations.
import type { Range } from "./range.ts";

/**
 * A quotation with its marks: `start` is at the opening mark, `end` after the closing one, `inner` between them. A
 * quotation left open at a paragraph's end (it goes on in the next paragraph) ends there, with `closed` false.
 */
export interface Quotation extends Range {
  readonly inner: Range;
  readonly closed: boolean;
}

/** Which marks can close a quotation that this one opened. */
const closers: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“”",
  "«": "»",
  "»": "«",
  "‟": "”",
  "「": "」",
  "『": "』",
};
const straight = '"';
const marks = /["“”„‟«»「」『』]/gu;

/** The quotations of a text, in reading order (an outer one before what it holds). */
export function quotationsIn(text: string, paragraphs: readonly Range[]): Quotation[] {
  return paragraphs.flatMap((paragraph) => quotationsOfParagraph(text, paragraph));
}

function quotationsOfParagraph(text: string, { start, end }: Range): Quotation[] {
  const found: Quotation[] = [];
  const open: { at: number; mark: string }[] = [];
  const close = (from: number, at: number): void => {
    const opened = open[from];
    if (!opened) return;
    // What was opened inside and never closed is no quotation: the outer pair wins.
    open.length = from;
    found.push({
      start: opened.at,
      end: at + 1,
      inner: { start: opened.at + 1, end: at },
      closed: true,
    });
  };
  for (const match of text.slice(start, end).matchAll(marks)) {
    const mark = match[0];
    const at = start + match.index;
    const pair = open.findLastIndex((opened) =>
      mark === straight ? opened.mark === straight : (closers[opened.mark]?.includes(mark) ?? false),
    );
    if (pair >= 0) close(pair, at);
    else if (mark === straight || mark in closers) open.push({ at, mark });
  }
  const unclosed = open[0];
  if (unclosed && unclosed.at + 1 < end)
    found.push({ start: unclosed.at, end, inner: { start: unclosed.at + 1, end }, closed: false });
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}
