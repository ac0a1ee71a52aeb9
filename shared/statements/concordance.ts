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

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 0x80 ? code === blank || (code >= 9 && code <= 13) : /\s/u.test(text.charAt(at));
}

/** What a part is sorted by: the words before it, the nearest first. `null` for a card without that part. */
export function keyBefore(text: string, marks: string, node: ConcordanceNode): string | null {
  const [first] = segmentsOfSlot(marks, node);
  return first ? sortedWords(sideBefore(text, first.start)).split(" ").reverse().join(" ") : null;
}

/** The same of the words after it. */
export function keyAfter(text: string, marks: string, node: ConcordanceNode): string | null {
  const last = segmentsOfSlot(marks, node).at(-1);
  return last ? sortedWords(sideAfter(text, last.end)) : null;
}

const blank = 0x20;
const dropped = 0;
const notPlain = -1;

/** By its code, what a plain character is in the words that are sorted by: its small letter, `blank` between words, or `dropped` within them. */
const plainCodes = new Int16Array(0x2040).fill(notPlain);
for (let code = 0; code < 0x80; code += 1) {
  const small = String.fromCharCode(code).toLowerCase();
  plainCodes[code] = /[a-z0-9]/u.test(small) ? small.charCodeAt(0) : blank;
}
for (const sign of "\u00a0«»“”„–—…") plainCodes[sign.charCodeAt(0)] = blank;
for (const sign of "'’‘`") plainCodes[sign.charCodeAt(0)] = dropped;

/** The words of a side, with a blank between them. Of most sides each character is a plain one, which takes a fraction of the time. */
function sortedWords(side: string): string {
  const codes: number[] = [];
  let isBetween = false;
  for (let at = 0; at < side.length; at += 1) {
    const code = plainCodes[side.charCodeAt(at)] ?? notPlain;
    if (code === notPlain) return wordsIn(side).join(" ");
    if (code === blank) isBetween = codes.length > 0;
    else if (code !== dropped) {
      if (isBetween) codes.push(blank);
      isBetween = false;
      codes.push(code);
    }
  }
  return String.fromCharCode(...codes);
}

const wordsIn = (side: string): string[] => folded(onOneLine(side)).match(/[\p{L}\p{N}]+/gu) ?? [];
