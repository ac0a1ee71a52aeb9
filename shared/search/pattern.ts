// Regular expressions: whether one can be read, and what of its matches counts as a hit. Running one may take for ever, so
// whoever runs it must be able to end it.
import type { ArticleText } from "../model/article-text.ts";
import { graphemeEnd, graphemeStart } from "../model/graphemes.ts";
import type { Range } from "../model/range.ts";
import { isWholeWords } from "./find-plain.ts";
import { longestHit, type PatternQuery } from "./query.ts";

export const flagsOf = ({ matchCase }: Pick<PatternQuery, "matchCase">): string =>
  matchCase ? "gmu" : "gimu";

/** What is wrong with a pattern, in the words of the JavaScript engine; `null` when nothing is. */
export function patternProblem(query: Pick<PatternQuery, "pattern" | "matchCase">): string | null {
  try {
    RegExp(query.pattern, flagsOf(query));
    return null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return error.message.replace(/^Invalid regular expression: (?:\/.*\/\w*: )?/su, "");
  }
}

/** The matches that are hits: whole characters, some words, not too long, none overlapping the one before. */
export function hitsOfMatches(
  article: Pick<ArticleText, "text">,
  matches: readonly Range[],
  { wholeWords }: Pick<PatternQuery, "wholeWords">,
): Range[] {
  const { text } = article;
  const hits: Range[] = [];
  for (const match of matches) {
    const range = { start: graphemeStart(text, match.start), end: graphemeEnd(text, match.end) };
    const isFree = range.start >= (hits.at(-1)?.end ?? 0);
    const isHit = match.end > match.start && range.end - range.start <= longestHit;
    if (!isFree || !isHit || !/\S/u.test(text.slice(range.start, range.end))) continue;
    if (!wholeWords || isWholeWords(article, range)) hits.push(range);
  }
  return hits;
}
