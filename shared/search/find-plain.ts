// Finds words in a text as they stand: in reading order, none overlapping, whole characters only.
import type { ArticleText } from "../model/article-text.ts";
import { graphemeStarts, isCertainBoundary } from "../model/graphemes.ts";
import type { Range } from "../model/range.ts";
import { wordAround } from "../model/words.ts";
import type { PlainQuery } from "./query.ts";

/**
 * The places where any of the texts stands. Where several begin at one place the longest wins. Yields as it finds, so that
 * the caller can stop.
 */
export function* findPlain(article: Pick<ArticleText, "text">, query: PlainQuery): Generator<Range> {
  const needles = [...new Set(query.any.map((one) => fold(one, query).folded))]
    .filter((one) => one !== "")
    .sort((a, b) => b.length - a.length);
  const text = fold(article.text, query);
  /** Where each of the wanted texts stands next. */
  const nextMatches = needles.map((one) => ({ one, at: text.folded.indexOf(one) }));
  let free = 0;
  for (;;) {
    let firstMatch: (typeof nextMatches)[number] | null = null;
    for (const nextMatch of nextMatches) {
      if (nextMatch.at >= 0 && nextMatch.at < free) nextMatch.at = text.folded.indexOf(nextMatch.one, free);
      if (nextMatch.at >= 0 && (!firstMatch || nextMatch.at < firstMatch.at)) firstMatch = nextMatch;
    }
    if (!firstMatch) return;
    const { at, one } = firstMatch;
    const range = rangeOf(text, at, at + one.length);
    if (range && (!query.wholeWords || isWholeWords(article, range))) {
      free = at + one.length;
      yield range;
    }
    firstMatch.at = text.folded.indexOf(one, Math.max(free, at + 1));
  }
}

/** The stretch of the text that a stretch of its folded form is; `null` where it cuts a character. */
function rangeOf({ folded, starts, ends }: Folded, from: number, to: number): Range | null {
  const start = starts[from];
  const end = ends[to - 1];
  if (start === undefined || end === undefined) return null;
  const beginsInside = from > 0 && starts[from - 1] === start;
  const endsInside = to < folded.length && ends[to] === end;
  return beginsInside || endsInside ? null : { start, end };
}

/** Texts in the form in which a search compares them: decomposed, so that both ways of writing é are one; every space a space and every quotation mark the straight one; where it is asked for, small letters and without accents. Knows where in the text each unit of the folded form comes from, whole characters (graphemes) at a time. */
interface FoldOptions {
  readonly matchCase: boolean;
  readonly ignoreAccents: boolean;
}

/** `starts[i]` and `ends[i]`: the character of the text that unit `i` of `folded` comes from; `end` is exclusive. */
interface Folded {
  readonly folded: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const quotes: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "‚": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
};

/** One character in the form in which it is compared; may be empty or longer. */
function foldCharacter(character: string, { matchCase, ignoreAccents }: FoldOptions): string {
  const quote = quotes[character];
  if (quote !== undefined) return quote;
  if (/^\s+$/u.test(character)) return " ";
  const decomposed = character.normalize("NFD");
  const bare = ignoreAccents ? decomposed.replace(/\p{M}/gu, "") : decomposed;
  // A final sigma is a sigma.
  return matchCase ? bare : bare.toLowerCase().replaceAll("ς", "σ");
}

/** Folds a text. Linear in its length. */
export function fold(text: string, options: FoldOptions): Folded {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const addPiece = (folded: string, start: number, end: number): void => {
    pieces.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
  };
  for (let at = 0; at < text.length; ) {
    let nextBoundary = at + 1;
    while (!isCertainBoundary(text, nextBoundary)) nextBoundary += 1;
    if (nextBoundary === at + 1) addPiece(foldUnit(text.charAt(at), options), at, nextBoundary);
    else {
      const stretch = text.slice(at, nextBoundary);
      const graphemes = graphemeStarts(stretch);
      for (const [index, start] of graphemes.entries()) {
        const end = graphemes[index + 1] ?? stretch.length;
        addPiece(foldCharacter(stretch.slice(start, end), options), at + start, at + end);
      }
    }
    at = nextBoundary;
  }
  return { folded: pieces.join(""), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** Most of every text: a character of the plain alphabet has no accents and no other form. */
function foldUnit(unit: string, options: FoldOptions): string {
  const code = unit.charCodeAt(0);
  if (code < 0x20 || code > 0x7e) return foldCharacter(unit, options);
  return options.matchCase ? unit : unit.toLowerCase();
}

// Whether a stretch is made of whole words, as an analyst counts them. A possessive ending is left out of the word: the
// name in “Putin’s” is a whole word too.

/** True when neither edge cuts a word in two. */
export function isWholeWords(article: Pick<ArticleText, "text">, { start, end }: Range): boolean {
  if (wordAround(article, start)) return false;
  const cut = wordAround(article, end);
  return cut === null || /^['’]s?$/iu.test(article.text.slice(end, cut.end));
}
