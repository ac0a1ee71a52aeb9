// The text of HTML for whoever marks words in it: what a reader sees, in lines, and where the offsets of a program lie in that which counts
// the characters of its text nodes.
import { type HtmlElement, htmlTree } from "../importers/html-tree.ts";
import type { Range } from "../model/range.ts";

export interface TextOfHtml {
  readonly text: string;
  /** From offsets in UTF-16 over all text nodes in their order, each `<br>` counting as one, to a stretch of `text`; `null` outside of it. */
  range(start: number, end: number): Range | null;
}

const blocks =
  /^(?:address|article|aside|blockquote|body|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)$/u;
const unseen = /^(?:script|style|template|title)$/u;

/** Throws `PageTooLarge`. */
export function textOfHtml(html: string): TextOfHtml {
  const pieces: Piece[] = [];
  const nodes: string[] = [];
  let length = 0;
  let counted = 0;
  const append = (node: string): void => {
    if (node !== "") nodes.push(node);
    length += node.length;
  };
  const add = (node: string): void => {
    pieces.push({ counted, at: length, length: node.length });
    append(node);
    counted += node.length;
  };
  const breakLine = (): void => {
    if (nodes.at(-1)?.endsWith("\n") === false) append("\n");
  };
  const walk = ({ name, children }: HtmlElement): void => {
    const isBlock = blocks.test(name);
    if (isBlock) breakLine();
    if (name === "br") add("\n");
    for (const child of children)
      if (typeof child !== "string") walk(child);
      else if (unseen.test(name)) counted += child.length;
      else add(child);
    if (isBlock) breakLine();
  };
  walk(htmlTree(html));
  return {
    text: nodes.join(""),
    range(start, end) {
      if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start > end || end > counted)
        return null;
      const firstPiece = pieces[lastBefore(pieces, start + 1)];
      const lastPiece = pieces[lastBefore(pieces, end)];
      const from = firstPiece ? firstPiece.at + Math.min(start - firstPiece.counted, firstPiece.length) : 0;
      const to = lastPiece ? lastPiece.at + Math.min(end - lastPiece.counted, lastPiece.length) : 0;
      return { start: from, end: Math.max(from, to) };
    },
  };
}

interface Piece {
  /** Where it begins as the other program counts, and in the text. */
  readonly counted: number;
  readonly at: number;
  readonly length: number;
}

/** The number of the last piece that begins before an offset as the other program counts; -1 where none does. */
function lastBefore(pieces: readonly Piece[], offset: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.counted ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
