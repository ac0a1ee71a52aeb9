// Finds a stretch by its words and by what stands around them alone, where the text that it was made on is not known. Nothing is
// guessed: words that stand in several places equally well, or with nothing around them as it was, are not taken for the same.
import { findSelector, type Selector, selectorOf } from "../model/selector.ts";

interface FoundSegment {
  readonly selector: Selector;
  /** How much of what stood around it still does, from 0 to 1. */
  readonly share: number;
}

/** Words of so many code units are taken for the same wherever they stand once. */
const tellingWords = 20;
/** Shorter ones need this share of what stood around them. */
const leastContext = 0.25;

/** Where the words of a stretch stand in a text. */
export function findStretch(text: string, segment: Selector): FoundSegment | "missing" | "ambiguous" {
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
