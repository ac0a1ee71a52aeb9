// The text of files that have a row a word: from what they say of the white space, from a text that stands beside the words, and only where
// neither is there by rules.
import type { Range } from "../model/range.ts";

interface RowWord {
  /** Without white space. */
  readonly form: string;
  /** The white space behind it; `null` where the file does not say. */
  readonly gap: string | null;
}

export interface RowSentence {
  readonly words: readonly RowWord[];
  /** Its words as they stand in the text, where the file repeats them; `withSpace`: with all white space up to the next sentence. */
  readonly text?: { readonly words: string; readonly withSpace: boolean };
  /** White space before its first word, where the file says that. */
  readonly before?: string;
  readonly beginsParagraph?: boolean;
}

export interface TextOfWords {
  readonly text: string;
  /** Of each word in order, in UTF-16 code units. */
  readonly places: readonly Range[];
  /** How many words have a rule to thank for the white space behind them. */
  readonly ruled: number;
}

/** What is in no word. */
const white = /[\s\u200b]/u;

/**
 * Puts the sentences together. Where nothing is said, one blank stands between two words but for the signs that join with their
 * neighbours, and between two sentences; a paragraph begins a line. Signs that the Penn Treebank spells otherwise (` `` `, `-LRB-`) are signs.
 */
export function textOfSentences(sentences: readonly RowSentence[]): TextOfWords {
  const pieces: string[] = [];
  const places: Range[] = [];
  let length = 0;
  let ruled = 0;
  let gap: string | null = "";
  const add = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
  };
  const joins = startJoining();
  for (const { words, text, before, beginsParagraph } of sentences) {
    if (beginsParagraph && gap !== null && length > 0 && !/[\n\r]/u.test(gap)) gap = "\n";
    if (length > 0 && gap === null) ruled += 1;
    if (length > 0) add(before ?? gap ?? (beginsParagraph ? "\n" : " "));
    else add(before ?? "");
    gap = "";
    const aligned = text && alignedWords(text.words, words);
    if (aligned) {
      for (const { start, end } of aligned) places.push({ start: length + start, end: length + end });
      add(text.words);
      gap = text.withSpace ? "" : (words.at(-1)?.gap ?? null);
      continue;
    }
    for (const [at, word] of words.entries()) {
      const form = spelledOut(word.form);
      const isRuled = at > 0 && gap === null;
      const isJoined = joins(form);
      if (isRuled) ruled += 1;
      if (at > 0) add(gap ?? (isJoined ? "" : " "));
      places.push({ start: length, end: length + form.length });
      add(form);
      gap = word.gap;
    }
  }
  if (gap !== null) add(gap);
  return { text: pieces.join(""), places, ruled };
}

interface TextOfRows extends TextOfWords {
  /** There was an original, but it has other words. */
  readonly isOther?: true;
}

/** The text that is known to be theirs, where it has these words and no others; else the words put together. */
export function textOfRows(sentences: readonly RowSentence[], original: string | undefined): TextOfRows {
  const words = sentences.flatMap((sentence) => sentence.words);
  const places = original === undefined ? null : alignedWords(original, words);
  if (original !== undefined && places) return { text: original, places, ruled: 0 };
  return { ...textOfSentences(sentences), ...(original !== undefined && { isOther: true as const }) };
}

/** Where the words stand in a text that has nothing else but white space; `null` where they do not. */
function alignedWords(text: string, words: readonly Pick<RowWord, "form">[]): readonly Range[] | null {
  const places: Range[] = [];
  // The files of the Wall Street Journal begin with this, which no treebank has as a word.
  let at = /^\s*\.START(?=\s)/u.exec(text)?.[0].length ?? 0;
  for (const { form } of words) {
    while (at < text.length && white.test(text.charAt(at))) at += 1;
    const spelling = [form, ...(spellings.get(form) ?? [])].find((one) => text.startsWith(one, at));
    if (spelling === undefined || spelling === "") return null;
    places.push({ start: at, end: at + spelling.length });
    at += spelling.length;
  }
  return /^[\s\u200b]*$/u.test(text.slice(at)) ? places : null;
}

/** How the Penn Treebank spells brackets and quotation marks, and what may stand in their place in a text. */
const spellings: ReadonlyMap<string, readonly string[]> = new Map([
  ["``", ["“", '"', "„", "«"]],
  ["''", ["”", '"', "“", "»"]],
  ["`", ["‘", "'"]],
  ["-LRB-", ["("]],
  ["-RRB-", [")"]],
  ["-LSB-", ["["]],
  ["-RSB-", ["]"]],
  ["-LCB-", ["{"]],
  ["-RCB-", ["}"]],
]);

const spelledOut = (form: string): string => spellings.get(form)?.[0] ?? form;

/** Signs that stand close to the word before them, and endings that a tokenizer parts from their word. */
const closing = /^(?:[.,;:!?…)\]}%’]+|n['’]t|['’](?:s|re|ve|ll|d|m|t))$/iu;
const openingBracket = /^[([{¿¡]$/u;
/** Each mark that opens a quotation, with those that close it. */
const closedBy: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["“", "”"],
  ["„", "“”"],
  ["«", "»"],
  ["»", "«"],
  ["‚", "‘’"],
  ["‘", "’"],
]);

/** Asked of each word in order: whether it stands close to the word before it. */
function startJoining(): (form: string) => boolean {
  let openQuote: string | null = null;
  let isAfterOpening = false;
  return (form) => {
    const wasAfterOpening = isAfterOpening;
    isAfterOpening = openingBracket.test(form);
    if (openQuote !== null && closedBy.get(openQuote)?.includes(form)) {
      openQuote = null;
      return true;
    }
    if (closedBy.has(form)) {
      openQuote = form;
      isAfterOpening = true;
      return wasAfterOpening;
    }
    return wasAfterOpening || closing.test(form) || form === "”";
  };
}

/** The escapes of UDPipe's `SpacesAfter` (https://ufal.mff.cuni.cz/udpipe/1/users-manual), and `\uXXXX` for every other white space. */
const escapes: Readonly<Record<string, string>> = {
  " ": "\\s",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
  "|": "\\p",
  "\\": "\\\\",
};

const numbered = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** White space as a value of the column MISC. */
export const escapedSpaces = (space: string): string =>
  space.replace(/[\s\u200b|\\]/gu, (character) => escapes[character] ?? numbered(character));

/** A text as the value of a comment: all white space that is not one blank between two words. */
export const escapedLine = (text: string): string =>
  text.replace(/\\|^ | $| (?= )|[^\S ]|\u200b/gu, (character) => escapes[character] ?? numbered(character));

/** What a comment of such a file (`# key = value`) says; the value is as it stands, and absent where there is no `=`. */
export function commentIn(line: string): { readonly key: string; readonly value?: string } {
  const sign = line.indexOf("=");
  if (sign < 0) return { key: line.slice(1).trim() };
  return { key: line.slice(1, sign).trim(), value: line.slice(sign + 1).replace(/^\s/u, "") };
}

export function unescapedSpaces(value: string): string {
  return value.replace(/\\(?:([strnp\\])|u([0-9a-f]{4}))/gu, (_whole, name?: string, digits?: string) =>
    name === undefined ? String.fromCharCode(Number.parseInt(digits ?? "", 16)) : (named[name] ?? ""),
  );
}

const named: Readonly<Record<string, string>> = {
  s: " ",
  t: "\t",
  n: "\n",
  r: "\r",
  p: "|",
  "\\": "\\",
};
