// Finds the stretch that a segment of somebody else's file means: by its offsets where its words stand there, counted in code units
// or in code points, else by its words and what stands around them, if that is one place alone.
import { type OffsetMap, offsetMapOf } from "../model/offsets.ts";
import { findSelector, type Selector, selectorOf, splitsSurrogatePair } from "../model/selector.ts";

export interface StretchFinder {
  readonly text: string;
  /** Whether the file says that it counts in code points. */
  readonly inCodePoints: boolean;
  readonly offsets: OffsetMap;
}

export const stretchFinder = (text: string, inCodePoints: boolean): StretchFinder => ({
  text,
  inCodePoints,
  offsets: offsetMapOf(text),
});

type MendedStretch =
  | { readonly how: "same" | "recounted" | "moved"; readonly selector: Selector }
  | { readonly how: "no-words" | "missing" | "ambiguous" };

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** `segment`: as it stands in the file, whatever that is. */
export function mendStretch(finder: StretchFinder, segment: unknown): MendedStretch {
  if (typeof segment !== "object" || segment === null) return { how: "no-words" };
  const { start, end, quote, prefix, suffix }: Readonly<Record<string, unknown>> = { ...segment };
  const words = textOf(quote);
  if (words === "") return { how: "no-words" };
  const { text, inCodePoints, offsets } = finder;
  const units = selectorAt(finder, words, start, end);
  const points = selectorAt(finder, words, recounted(offsets, text, start), recounted(offsets, text, end));
  if (units && !inCodePoints) return { how: "same", selector: units };
  if (points) return { how: "recounted", selector: points };
  const stretch = findStretch(text, {
    start: 0,
    end: words.length,
    quote: words,
    prefix: textOf(prefix),
    suffix: textOf(suffix),
  });
  return typeof stretch === "string" ? { how: stretch } : { how: "moved", selector: stretch.selector };
}

/** The stretch, if it is one and these words stand there. */
function selectorAt({ text }: StretchFinder, words: string, start: unknown, end: unknown): Selector | null {
  if (typeof start !== "number" || typeof end !== "number") return null;
  const isStretch = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end;
  if (!isStretch || end > text.length || text.slice(start, end) !== words) return null;
  if (splitsSurrogatePair(text, start) || splitsSurrogatePair(text, end)) return null;
  return selectorOf(text, { start, end });
}

function recounted(offsets: OffsetMap, text: string, offset: unknown): number | null {
  const isCount = typeof offset === "number" && Number.isInteger(offset) && offset >= 0;
  return isCount && offset <= offsets.toCodePoints(text.length) ? offsets.fromCodePoints(offset) : null;
}

interface FoundSegment {
  readonly selector: Selector;
  /** How much of what stood around it still does, from 0 to 1. */
  readonly share: number;
}

/** Words of so many code units are taken for the same wherever they stand once. */
const tellingWords = 20;
/** Shorter ones need this share of what stood around them. */
const leastContext = 0.25;

/**
 * Where the words of a stretch stand in a text, of which nothing else is known. Words that stand in several places equally well, or with nothing
 * around them as it was, are not taken for the same.
 */
function findStretch(text: string, segment: Selector): FoundSegment | "missing" | "ambiguous" {
  // Where it stood says nothing in another text, so its own place has no say.
  const match = findSelector(text, { ...segment, start: text.length + 1, end: text.length + 1 });
  if (!("range" in match)) return match.how;
  const selector = selectorOf(text, match.range);
  const share = contextShare(segment, selector);
  const isUnique = text.indexOf(segment.quote) === text.lastIndexOf(segment.quote);
  const tells = share >= leastContext || (isUnique && segment.quote.length >= tellingWords);
  return tells ? { selector, share } : "ambiguous";
}

/** How much of what stood around a stretch stands around it now. What stood at the edge of the text lacks nothing. */
function contextShare(before: Selector, after: Selector): number {
  const most = before.prefix.length + before.suffix.length;
  if (most === 0) return 1;
  let sharedLength = 0;
  const { prefix, suffix } = before;
  for (let at = 1; at <= prefix.length && prefix.at(-at) === after.prefix.at(-at); at += 1) sharedLength += 1;
  for (let at = 0; at < suffix.length && suffix[at] === after.suffix[at]; at += 1) sharedLength += 1;
  return sharedLength / most;
}
