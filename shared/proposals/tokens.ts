// The words and marks of a stretch of text, as the rules read them.
import { abbreviationAt } from "../model/abbreviations.ts";
import type { Range } from "../model/range.ts";

type Mark = "comma" | "quote" | "colon" | "stop" | "other";

/** `mark` is `null` for a word. `lower` is its text in lower case, without a possessive ending. */
export interface Token extends Range {
  readonly text: string;
  readonly lower: string;
  readonly mark: Mark | null;
  readonly capital: boolean;
  readonly possessive: boolean;
}

const token =
  /[$€£#@]?[\p{L}\p{N}]+(?:[.’'&/-][\p{L}\p{N}]+)*(?:(?<=s)['’](?=\s))?(?<stop>\.)?|(?<mark>[^\s\p{L}\p{N}])/gu;

const marks: Readonly<Record<string, Mark>> = {
  ",": "comma",
  ":": "colon",
  ";": "stop",
  ".": "stop",
  "!": "stop",
  "?": "stop",
  "“": "quote",
  "”": "quote",
  '"': "quote",
  "«": "quote",
  "»": "quote",
  "„": "quote",
};

/** The tokens of a stretch, in order, with offsets of the whole text. */
export function tokensOf(text: string, { start, end }: Range): Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(start, end).matchAll(token)) {
    const at = start + match.index;
    const tokenText = match[0];
    if (match.groups?.mark !== undefined) tokens.push(tokenOf(tokenText, at, marks[tokenText] ?? "other"));
    else if (match.groups?.stop !== undefined) {
      const word = tokenText.slice(0, -1);
      const abbreviated =
        abbreviationAt(word.split("-").at(-1) ?? word, text.slice(at + tokenText.length, end)) !== null;
      tokens.push(tokenOf(abbreviated ? tokenText : word, at, null));
      if (!abbreviated) tokens.push(tokenOf(".", at + word.length, "stop"));
    } else tokens.push(tokenOf(tokenText, at, null));
  }
  return tokens;
}

function tokenOf(text: string, start: number, mark: Mark | null): Token {
  const lower = text.toLowerCase();
  const bare = lower.replace(/(?:['’]s|(?<=s)['’])$/u, "");
  return {
    text,
    start,
    end: start + text.length,
    lower: bare,
    mark,
    capital: /^[\p{Lu}\p{Lt}]/u.test(text),
    possessive: bare !== lower,
  };
}
