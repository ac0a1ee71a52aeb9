// The text of an article as it is corrected: every line a paragraph that knows by which line end it was followed, so that a text
// that nobody changed comes out as it went in, character by character.
import { Fragment, type Node, Schema } from "prosemirror-model";
import { lineEnd } from "../../shared/model/article-text.ts";
import type { Range } from "../../shared/model/range.ts";

/**
 * `end`: the line end behind the line; empty where the text's usual one is meant, and behind the last line. Sections mean nothing: they
 * keep the work of a key from growing with the text.
 */
const correctionSchema = new Schema({
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
  for (const { index, 0: end } of text.matchAll(lineEnd)) {
    lines.push({ start, end: index, lineEnd: end });
    start = index + end.length;
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

/** A line of a document: `start` and `end` are offsets of the document's text, `pos` is where its first character stands. */
interface PlacedLine extends Line {
  readonly words: string;
  readonly pos: number;
}

/** The lines of a document, in whatever sections they stand. One that came anew ends as the lines of the text do. */
function linesOfCorrection(doc: Node): readonly PlacedLine[] {
  const lineEntries: { readonly line: Node; readonly pos: number }[] = [];
  doc.forEach((section, before) => {
    // Into the section, and into the line.
    section.forEach((line, within) => {
      lineEntries.push({ line, pos: before + within + 2 });
    });
  });
  const usual = lineEntries.map(({ line }) => String(line.attrs.end)).find((end) => end !== "") ?? "\n";
  let start = 0;
  return lineEntries.map(({ line, pos }, at) => {
    const words = line.textContent;
    const lineEnd = at < lineEntries.length - 1 ? String(line.attrs.end) || usual : "";
    const placed = { start, end: start + words.length, lineEnd, words, pos };
    start = placed.end + lineEnd.length;
    return placed;
  });
}

/** The text of a document. */
export const textOfCorrection = (doc: Node): string =>
  linesOfCorrection(doc)
    .map(({ words, lineEnd }) => words + lineEnd)
    .join("");

/** The offset in a document's text at which a position stands. */
export function offsetInCorrection(doc: Node, pos: number): number {
  const line = linesOfCorrection(doc).findLast((one) => one.pos <= pos);
  return line ? Math.min(line.start + pos - line.pos, line.end) : 0;
}

/** Gives the positions of ranges of a document's text. */
export function placesInCorrection(
  doc: Node,
): (range: Range) => { readonly from: number; readonly to: number } {
  const lines = linesOfCorrection(doc);
  const posOf = (offset: number): number => {
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lines[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const line = lines[low];
    if (!line) throw new RangeError("A document has a line.");
    return line.pos + Math.min(offset, line.end) - line.start;
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
