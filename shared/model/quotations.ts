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
/** What each mark can close. */
const openersOf: ReadonlyMap<string, readonly string[]> = new Map(
  [straight, ...new Set(Object.values(closers).join(""))].map((mark) => [
    mark,
    mark === straight ? [straight] : Object.keys(closers).filter((opener) => closers[opener]?.includes(mark)),
  ]),
);
const marks = /["“”„‟«»「」『』]/gu;

/** The quotations of a text, in reading order (an outer one before what it holds). */
export function quotationsIn(text: string, paragraphs: readonly Range[]): Quotation[] {
  return paragraphs.flatMap((paragraph) => quotationsOfParagraph(text, paragraph));
}

function quotationsOfParagraph(text: string, { start, end }: Range): Quotation[] {
  const quotations: Quotation[] = [];
  const openMarks: { at: number; mark: string }[] = [];
  /** How many of each mark are open, so that none is looked for that is not there. */
  const counts = new Map<string, number>();
  const close = (from: number, at: number): void => {
    const openingMark = openMarks[from];
    if (!openingMark) return;
    // What was opened inside and never closed is no quotation: the outer pair wins.
    for (const { mark } of openMarks.splice(from)) counts.set(mark, (counts.get(mark) ?? 0) - 1);
    quotations.push({
      start: openingMark.at,
      end: at + 1,
      inner: { start: openingMark.at + 1, end: at },
      closed: true,
    });
  };
  for (const match of text.slice(start, end).matchAll(marks)) {
    const mark = match[0];
    const at = start + match.index;
    const openers = openersOf.get(mark) ?? [];
    const isOpen = openers.some((opener) => (counts.get(opener) ?? 0) > 0);
    const pair = isOpen ? openMarks.findLastIndex((opened) => openers.includes(opened.mark)) : -1;
    if (pair >= 0) close(pair, at);
    else if (mark === straight || mark in closers) {
      openMarks.push({ at, mark });
      counts.set(mark, (counts.get(mark) ?? 0) + 1);
    }
  }
  const unclosed = openMarks[0];
  if (unclosed && unclosed.at + 1 < end)
    quotations.push({ start: unclosed.at, end, inner: { start: unclosed.at + 1, end }, closed: false });
  return quotations.sort((a, b) => a.start - b.start || b.end - a.end);
}
