// Texts in the form in which a search compares them: decomposed, so that both ways of writing é are one; every space a
// space and every quotation mark the straight one; where it is asked for, small letters and without accents. Knows where
// in the text each unit of the folded form comes from, whole characters (graphemes) at a time.
import { graphemeStarts, isCertainBoundary } from "../model/graphemes.ts";

export interface FoldOptions {
  readonly matchCase: boolean;
  readonly ignoreAccents: boolean;
}

/** `starts[i]` and `ends[i]`: the character of the text that unit `i` of `folded` comes from; `end` is exclusive. */
export interface Folded {
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
  const put = (folded: string, start: number, end: number): void => {
    pieces.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
  };
  for (let at = 0; at < text.length; ) {
    let next = at + 1;
    while (!isCertainBoundary(text, next)) next += 1;
    if (next === at + 1) put(foldUnit(text.charAt(at), options), at, next);
    else {
      const stretch = text.slice(at, next);
      const graphemes = graphemeStarts(stretch);
      for (const [index, start] of graphemes.entries()) {
        const end = graphemes[index + 1] ?? stretch.length;
        put(foldCharacter(stretch.slice(start, end), options), at + start, at + end);
      }
    }
    at = next;
  }
  return { folded: pieces.join(""), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** Most of every text: a character of the plain alphabet has no accents and no other form. */
function foldUnit(unit: string, options: FoldOptions): string {
  const code = unit.charCodeAt(0);
  if (code < 0x20 || code > 0x7e) return foldCharacter(unit, options);
  return options.matchCase ? unit : unit.toLowerCase();
}
