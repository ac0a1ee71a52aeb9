// A text as the words and marks that two versions of it are compared by. White space is none of them, so that a line broken
// elsewhere is no change; and all quotation marks, and all dashes, count as the same mark.
import type { Range } from "../model/range.ts";

/** `key`: what the token is compared by. */
export interface ComparedToken extends Range {
  readonly key: string;
  readonly isWord: boolean;
}

/** One of the two texts that are aligned. */
export interface Side {
  readonly text: string;
  readonly tokens: readonly ComparedToken[];
  /** Of each token: its place in the other text, or -1. */
  readonly partner: Int32Array;
}

/** Scripts that write no blanks: each character counts as a word there. */
const unspaced =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const token = new RegExp(`[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+|\\S`, "gu");
const word = /[\p{L}\p{N}]/u;

/** Every mark that opens or closes a quotation, and the apostrophe. */
const quotationMark = /^["'`´‘’‚‛“”„‟«»‹›「」『』〝〞＂]$/u;
const dash = /^[-‐‑‒–—―−]$/u;

/** The tokens of a text, in order. Linear in its length. */
export function tokensOf(text: string): readonly ComparedToken[] {
  return Array.from(text.matchAll(token), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    key: keyOf(found),
    isWord: word.test(found),
  }));
}

function keyOf(found: string): string {
  if (found.length > 1) return found.normalize("NFC");
  if (quotationMark.test(found)) return "'";
  return dash.test(found) ? "-" : found;
}

/** Index of the first token that ends after the offset; the number of tokens where none does. */
export function tokenEndingAfter(tokens: readonly ComparedToken[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? Infinity) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
