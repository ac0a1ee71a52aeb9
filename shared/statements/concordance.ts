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

const onOneLine = (words: string): string => words.replaceAll(/\s+/gu, " ");

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

/** What the words before the part are sorted by, the nearest first. */
export const leftKey = ({ before }: NodeInContext): string => wordsIn(before).reverse().join(" ");

/** The same of those after it. */
export const rightKey = ({ after }: NodeInContext): string => wordsIn(after).join(" ");

const wordsIn = (side: string): string[] => folded(side).match(/[\p{L}\p{N}]+/gu) ?? [];
