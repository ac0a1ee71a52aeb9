// The text of an article as it is corrected: every line a paragraph that knows by which line end it was followed, so that a text
// that nobody changed comes out as it went in, character by character.
import { Fragment, type Node, Schema } from "prosemirror-model";
import type { Range } from "../../shared/model/range.ts";

/**
 * `end`: the line end behind the line; empty where the text's usual one is meant, and behind the last line. Sections mean nothing: they
 * keep the work of a key from growing with the text.
 */
export const correctionSchema = new Schema({
  nodes: {
    doc: { content: "section+" },
    section: {
      content: "line+",
      parseDOM: [{ tag: "div.correct-section" }],
      toDOM: () => ["div", { class: "correct-section" }, 0],
    },
    line: {
      content: "text*",
      whitespace: "pre",
      attrs: { end: { validate: "string", default: "" } },
      parseDOM: [{ tag: "p" }],
      toDOM: () => ["p", { class: "correct-line", dir: "auto" }, 0],
    },
    text: {},
  },
});

export interface Line extends Range {
  readonly lineEnd: string;
}

/** The lines of a text, the blank ones too. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/gu)) {
    lines.push({ start, end: index, lineEnd });
    start = index + lineEnd.length;
  }
  return [...lines, { start, end: text.length, lineEnd: "" }];
}

/** Lines of a section as it is made. */
export const sectionLines = 50;

/** The nodes of lines of a text. */
export function lineNodes(text: string, lines: readonly Line[] = linesOf(text)): readonly Node[] {
  const { line } = correctionSchema.nodes;
  if (!line) throw new RangeError("The schema lacks a node type.");
  return lines.map(({ start, end, lineEnd }) =>
    line.create({ end: lineEnd }, start < end ? correctionSchema.text(text.slice(start, end)) : null),
  );
}

/** The document of a text. */
export function correctionOf(text: string): Node {
  const { section, doc } = correctionSchema.nodes;
  if (!section || !doc) throw new RangeError("The schema lacks a node type.");
  const lines = lineNodes(text);
  const sections: Node[] = [];
  for (let at = 0; at < lines.length; at += sectionLines)
    sections.push(section.create(null, Fragment.from(lines.slice(at, at + sectionLines))));
  return doc.create(null, sections);
}

/** The text of a document. A line that came anew ends as the lines of the text do. */
export function textOfCorrection(doc: Node): string {
  const lines = doc.children.flatMap(({ children }) => children);
  const usual = lines.map(({ attrs }) => String(attrs.end)).find((end) => end !== "") ?? "\n";
  return lines
    .map((line, at) => line.textContent + (at < lines.length - 1 ? String(line.attrs.end) || usual : ""))
    .join("");
}

/** Gives the positions of ranges of the text that the document was made from. */
export function placesInCorrection(
  text: string,
): (range: Range) => { readonly from: number; readonly to: number } {
  const lines = linesOf(text);
  const starts: number[] = [];
  let pos = 0;
  for (const [at, { start, end }] of lines.entries()) {
    // Out of a section and into the next, and into the line.
    if (at % sectionLines === 0) pos += at === 0 ? 1 : 2;
    starts.push(pos + 1);
    pos += end - start + 2;
  }
  const posOf = (offset: number): number => {
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lines[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const line = lines[low];
    return (starts[low] ?? 1) + (line ? Math.min(offset, line.end) - line.start : 0);
  };
  return ({ start, end }) => ({ from: posOf(start), to: posOf(end) });
}

/** What of two texts differs, in whole lines, at least one of each. */
export function differingLines(
  before: string,
  after: string,
): { readonly before: readonly Line[]; readonly after: readonly Line[] } {
  const [old, now] = [linesOf(before), linesOf(after)];
  const isSame = (a: Line | undefined, b: Line | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    a.lineEnd === b.lineEnd &&
    before.slice(a.start, a.end) === after.slice(b.start, b.end);
  const most = Math.min(old.length, now.length) - 1;
  let start = 0;
  while (start < most && isSame(old[start], now[start])) start += 1;
  let end = 0;
  while (end < most - start && isSame(old[old.length - 1 - end], now[now.length - 1 - end])) end += 1;
  return { before: old.slice(start, old.length - end), after: now.slice(start, now.length - end) };
}
