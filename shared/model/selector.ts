// A selector: a saved way to find a stretch of text again, by position first and by its words and their neighbours
// after that (the position and quote selectors of the W3C Web Annotation model, in one record).

import { type Id, idFromText } from "./id.ts";
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
  let prefixStart = Math.max(0, start - contextLength);
  let suffixEnd = Math.min(text.length, end + contextLength);
  if (splitsSurrogatePair(text, prefixStart)) prefixStart += 1;
  if (splitsSurrogatePair(text, suffixEnd)) suffixEnd -= 1;
  return {
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(prefixStart, start),
    suffix: text.slice(end, suffixEnd),
  };
}

/** How a selector was found again. */
type FoundRange =
  | { readonly how: "exact" | "moved"; readonly range: Range }
  | { readonly how: "ambiguous" | "missing" };

/** How much text the search for a moved segment may compare, so that a hostile text cannot stop the machine. */
const searchBudget = 200_000_000;

/**
 * Finds a selector's segment in a text: where its words stand with the most of their context. Among places that have
 * equally much, its own one wins; without it, none does ("ambiguous"): never guesses between equals. Also ambiguous
 * when the words stand in so many places that comparing them all would take seconds.
 */
export function findSelector(text: string, selector: Selector): FoundRange {
  const { quote, start } = selector;
  if (quote === "") return { how: "missing" };
  const most = selector.prefix.length + selector.suffix.length;
  const scoreAtStart = standsAt(text, selector, start) ? contextScore(text, selector, start) : -1;
  if (scoreAtStart === most) return { how: "exact", range: rangeAt(selector, start) };
  let best = { score: scoreAtStart, at: start, ties: 0 };
  let budget = searchBudget;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    budget -= quote.length + most;
    if (budget < 0) return { how: "ambiguous" };
    if (at === start || !standsAt(text, selector, at)) continue;
    const score = contextScore(text, selector, at);
    if (score > best.score) best = { score, at, ties: 0 };
    else if (score === best.score && best.at !== start) best.ties += 1;
  }
  if (best.score < 0) return { how: "missing" };
  if (best.ties > 0) return { how: "ambiguous" };
  return { how: best.at === start ? "exact" : "moved", range: rangeAt(selector, best.at) };
}

const rangeAt = ({ quote }: Selector, start: number): Range => ({ start, end: start + quote.length });

/** True when the quote stands at this place and is no half of a character there. */
function standsAt(text: string, { quote }: Selector, at: number): boolean {
  return (
    at >= 0 &&
    text.startsWith(quote, at) &&
    !splitsSurrogatePair(text, at) &&
    !splitsSurrogatePair(text, at + quote.length)
  );
}

/** How many code units of prefix and suffix, counted outward from the quote, still stand around this place. */
function contextScore(text: string, { prefix, suffix, quote }: Selector, at: number): number {
  let score = 0;
  while (score < prefix.length && prefix.at(-1 - score) === text[at - 1 - score]) score += 1;
  const quoteEnd = at + quote.length;
  for (let i = 0; i < suffix.length && suffix[i] === text[quoteEnd + i]; i += 1) score += 1;
  return score;
}

// An id for a stretch of text that is no record, made from its words and what stands around them: the same stretch has the
// same id in every window, and keeps it when text elsewhere changes.

export function stretchId(text: string, { start, end }: Range): Id {
  const prefix = text.slice(Math.max(0, start - contextLength), start);
  return idFromText([prefix, text.slice(start, end), text.slice(end, end + contextLength)].join("\n"));
}
