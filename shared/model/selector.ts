// A selector: a saved way to find a stretch of text again, by position first and by its words and their neighbours
// after that (the position and quote selectors of the W3C Web Annotation model, in one record).
import type { Range } from "./range.ts";

/** How many code units of context are kept on either side. */
export const contextLength = 32;

/** `text.slice(start, end) === quote` in the text it was made from; `prefix` and `suffix` are what stood around it. */
export interface Selector extends Range {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** True when a cut at this offset would part the two halves of a surrogate pair. */
export function splitsSurrogatePair(text: string, offset: number): boolean {
  return (
    offset > 0 &&
    offset < text.length &&
    isHigh(text.charCodeAt(offset - 1)) &&
    isLow(text.charCodeAt(offset))
  );
}

/** The selector of a range. Throws a `RangeError` for a range that is empty, outside the text, or parts a surrogate pair. */
export function selectorOf(text: string, range: Range): Selector {
  const { start, end } = range;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end)
    throw new RangeError(`${start}–${end} is no stretch of a text of ${text.length} code units.`);
  if (splitsSurrogatePair(text, start) || splitsSurrogatePair(text, end))
    throw new RangeError(`${start}–${end} cuts a character in two.`);
  let before = Math.max(0, start - contextLength);
  let after = Math.min(text.length, end + contextLength);
  if (splitsSurrogatePair(text, before)) before += 1;
  if (splitsSurrogatePair(text, after)) after -= 1;
  return {
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(before, start),
    suffix: text.slice(end, after),
  };
}

/** How a selector was found again. */
export type Found =
  | { readonly how: "exact" | "moved"; readonly range: Range }
  | { readonly how: "ambiguous" | "missing" };

/**
 * Finds a selector's segment in a text: at its own place if its words still stand there; otherwise where its words
 * stand with the most of their context, if one place has more than all others. Never guesses between equals.
 */
export function findSelector(text: string, selector: Selector): Found {
  const { start, end, quote } = selector;
  if (quote !== "" && text.slice(start, end) === quote) return { how: "exact", range: { start, end } };
  if (quote === "") return { how: "missing" };
  let best: { score: number; at: number; ties: number } | undefined;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (splitsSurrogatePair(text, at) || splitsSurrogatePair(text, at + quote.length)) continue;
    const score = contextScore(text, selector, at);
    if (!best || score > best.score) best = { score, at, ties: 0 };
    else if (score === best.score) best.ties += 1;
  }
  if (!best) return { how: "missing" };
  if (best.ties > 0) return { how: "ambiguous" };
  return { how: "moved", range: { start: best.at, end: best.at + quote.length } };
}

/** How many code units of prefix and suffix, counted outward from the quote, still stand around this place. */
function contextScore(text: string, { prefix, suffix, quote }: Selector, at: number): number {
  let score = 0;
  for (let i = 1; i <= prefix.length && prefix.at(-i) === text[at - i]; i += 1) score += 1;
  for (let i = 0; i < suffix.length && suffix[i] === text[at + quote.length + i]; i += 1) score += 1;
  return score;
}
