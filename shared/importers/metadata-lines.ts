// The lines of a text as the recognisers of metadata see them: trimmed, never blank, and only as many as an article has.
import type { Range } from "../model/range.ts";

/** A line's words without the white space around them; `text === article.slice(start, end)`. */
export interface Line extends Range {
  readonly text: string;
}

/** No article has more lines; what is longer is data, in which nothing is recognised further down. */
const mostLines = 5_000;

const isLineEnd = (unit: number): boolean =>
  unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029;

/** The first lines that hold more than white space. Linear in the text's length. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let at = 0; at <= text.length && lines.length < mostLines; at += 1) {
    if (at < text.length && !isLineEnd(text.charCodeAt(at))) continue;
    const raw = at > start ? text.slice(start, at) : "";
    const trimmed = raw.trim();
    if (trimmed !== "") {
      const from = start + raw.length - raw.trimStart().length;
      lines.push({ start: from, end: from + trimmed.length, text: trimmed });
    }
    start = at + 1;
  }
  return lines;
}

/** A part of a line, by offsets into the line's own text, without the white space at its ends; `null` when blank. */
export function partOf(line: Line, from: number, to: number = line.text.length): Line | null {
  const raw = line.text.slice(from, to);
  const text = raw.trim();
  if (text === "") return null;
  const start = line.start + from + raw.length - raw.trimStart().length;
  return { start, end: start + text.length, text };
}
