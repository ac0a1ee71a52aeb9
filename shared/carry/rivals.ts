// Finds out whether the words of a stretch, with what stands before or after them, stand in more places of the new text than of the old
// one, so that nothing but their order tells which is meant.
import type { Range } from "../model/range.ts";
import type { TextAlignment } from "./alignment.ts";
import { tokenEndingAfter } from "./tokens.ts";

export type HasRival = (before: Range) => boolean;

/** How far around a stretch words that stand once in both texts leave no doubt of it. */
const near = 12;
/** Characters beside a stretch that a rival has to have too. */
const beside = 24;

/** Asks only where nothing that stands once is near, so that a whole set costs little; what was asked once is remembered. */
export function rivalCheck({ from, to, certain, moved }: TextAlignment): HasRival {
  const answers = new Map<string, boolean>();
  const isMore = (words: string): boolean => {
    const answer = answers.get(words) ?? hasMore(from.text, to.text, words);
    answers.set(words, answer);
    return answer;
  };
  return ({ start, end }) => {
    if (from.text === to.text) return false;
    const firstIndex = tokenEndingAfter(from.tokens, start);
    let endIndex = firstIndex;
    while ((from.tokens[endIndex]?.start ?? Infinity) < end) endIndex += 1;
    for (let at = Math.max(0, firstIndex - near); at < Math.min(endIndex + near, certain.length); at += 1)
      if (certain[at] === 1 && moved[at] === moved[firstIndex]) return false;
    return [from.text.slice(Math.max(0, start - beside), end), from.text.slice(start, end + beside)].some(
      (words) => words.length >= beside && isMore(words),
    );
  };
}

function hasMore(from: string, to: string, words: string): boolean {
  const count = countOf(to, words);
  return count > 1 && count > countOf(from, words);
}

/** More than `most` places count as so many. */
function countOf(text: string, words: string, most = 8): number {
  let count = 0;
  for (let at = text.indexOf(words); at !== -1 && count < most; at = text.indexOf(words, at + 1)) count += 1;
  return count;
}
