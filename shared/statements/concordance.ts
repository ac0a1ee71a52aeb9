// A part of a card with the words around it in its article, as a concordance shows it: what it is, and what it is sorted by.
import { segmentsOfSlot, wordsOfSegments } from "../insight/card-marks.ts";
import { folded } from "../model/folded-name.ts";

export const concordanceNodes = ["voice", "cue", "claim"] as const;
export type ConcordanceNode = (typeof concordanceNodes)[number];

/** The part, and the words on its line before and after it. */
export interface NodeInContext {
  readonly before: string;
  readonly node: string;
  readonly after: string;
}

/** Code units of the text on either side. */
const longestSide = 80;

/** `null` for a card without that part. */
export function nodeInContext(text: string, marks: string, node: ConcordanceNode): NodeInContext | null {
  const segments = segmentsOfSlot(marks, node);
  const [first] = segments;
  const last = segments.at(-1);
  if (!first || !last) return null;
  return {
    before: onOneLine(sideBefore(text, first.start)),
    node: wordsOfSegments(text, segments),
    after: onOneLine(sideAfter(text, last.end)),
  };
}

const onOneLine = (words: string): string =>
  hasWideSpace.test(words) ? words.replaceAll(/\s+/gu, " ") : words;

/** Whether there is white space that is not one blank. */
const hasWideSpace = /\s\s|[^\S ]/u;

/** Begins with a whole word. */
function sideBefore(text: string, end: number): string {
  const from = end - longestSide;
  const side = text.slice(Math.max(0, from), end);
  return from <= 0 ? side : side.replace(/^\S*\s*/u, "");
}

/** Ends with a whole word. */
function sideAfter(text: string, start: number): string {
  const side = text.slice(start, start + longestSide);
  return start + longestSide >= text.length ? side : withoutLastWord(side);
}

/** A pattern for the end of a text is tried at each of its characters. */
function withoutLastWord(side: string): string {
  let end = side.length;
  while (end > 0 && !isSpace(side, end - 1)) end -= 1;
  while (end > 0 && isSpace(side, end - 1)) end -= 1;
  return side.slice(0, end);
}

const isSpace = (text: string, at: number): boolean => /\s/u.test(text.charAt(at));

/** What a part is sorted by: the words before it, the nearest first. `null` for a card without that part. */
export function keyBefore(text: string, marks: string, node: ConcordanceNode): string | null {
  const [first] = segmentsOfSlot(marks, node);
  return first ? wordsIn(sideBefore(text, first.start)).reverse().join(" ") : null;
}

/** The same of the words after it. */
export function keyAfter(text: string, marks: string, node: ConcordanceNode): string | null {
  const last = segmentsOfSlot(marks, node).at(-1);
  return last ? wordsIn(sideAfter(text, last.end)).join(" ") : null;
}

const plainWord = /[a-z0-9]+/gu;
const word = /[\p{L}\p{N}]+/gu;
const isPlain = /^[ -~]*$/u;

function wordsIn(side: string): string[] {
  const words = folded(onOneLine(side));
  return words.match(isPlain.test(words) ? plainWord : word) ?? [];
}
