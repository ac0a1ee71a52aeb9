// The text of an article as it is corrected: every line a paragraph that knows by which line end it was followed, so that a text
// that nobody changed comes out as it went in, character by character.
import { type Node, Schema } from "prosemirror-model";
import type { Range } from "../../shared/model/range.ts";

/** `end`: the line end behind the line; empty where the text's usual one is meant, and behind the last line. */
export const correctionSchema = new Schema({
  nodes: {
    doc: { content: "line+" },
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

interface Line extends Range {
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

/** The document of a text. */
export function correctionOf(text: string): Node {
  const { line, doc } = correctionSchema.nodes;
  if (!line || !doc) throw new RangeError("The schema lacks a node type.");
  return doc.create(
    null,
    linesOf(text).map(({ start, end, lineEnd }) =>
      line.create({ end: lineEnd }, start < end ? correctionSchema.text(text.slice(start, end)) : null),
    ),
  );
}

/** The text of a document. A line that came anew ends as the lines of the text do. */
export function textOfCorrection(doc: Node): string {
  let usual = "";
  doc.forEach((line) => {
    usual ||= String(line.attrs.end);
  });
  const parts: string[] = [];
  doc.forEach((line, _offset, index) => {
    parts.push(line.textContent);
    if (index < doc.childCount - 1) parts.push(String(line.attrs.end) || usual || "\n");
  });
  return parts.join("");
}

/** Gives the positions of ranges of the text that the document was made from. */
export function placesInCorrection(
  text: string,
): (range: Range) => { readonly from: number; readonly to: number } {
  const lines = linesOf(text);
  const starts: number[] = [];
  let pos = 1;
  for (const { start, end } of lines) {
    starts.push(pos);
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
