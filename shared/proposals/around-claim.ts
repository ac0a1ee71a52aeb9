// The text around a claim that its voice and cue can stand in: the rest of its sentence before, between and after its
// segments, and the line that leads up to it. As bare words and marks: unlike those of the suggestions (`suggestions/token.ts`) they
// have no parts of speech, since the tagger stays out of the page, and nothing may wait for it on a key press.

import { type ArticleText, paragraphAt } from "../model/article-text.ts";
import { abbreviationAt } from "../model/prose-words.ts";
import { hull, type Range } from "../model/range.ts";
import { sentencesIn } from "../model/sentences.ts";

export interface Surroundings {
  readonly before: readonly Token[];
  readonly between: readonly (readonly Token[])[];
  readonly after: readonly Token[];
  /** The claim's first word, in lower case. */
  readonly firstWord: string;
  readonly opensQuotation: boolean;
  /** `quoted`: with a quotation mark; `stopped`: with one after a full stop, so that its sentence is over. */
  readonly ending: "open" | "quoted" | "stopped";
}

/** No attribution reaches further from its claim; keeps the work small in a paragraph of any length. */
const reach = 400;

/** `segments`: the claim's, in order, at least one. */
export function surroundingsOf(article: ArticleText, segments: readonly Range[]): Surroundings {
  const { text } = article;
  const claim = hull(segments);
  const lead = sentenceAround(article, claim.start, claim);
  const tail = sentenceAround(article, claim.end - 1, claim);
  const words = text.slice(claim.start, Math.min(claim.end, claim.start + reach));
  const tokensBefore = tokensOf(text, { start: Math.min(lead.start, claim.start), end: claim.start });
  return {
    before: tokensBefore.length > 0 ? tokensBefore : leadingLine(article, claim.start),
    between: segments.slice(1).map(({ start }, at) => {
      const from = segments[at]?.end ?? start;
      return tokensOf(text, { start: from, end: Math.min(start, from + reach) });
    }),
    after: tokensOf(text, { start: claim.end, end: Math.max(claim.end, tail.end) }),
    firstWord: /[\p{L}\p{N}’']+/u.exec(words)?.[0].toLowerCase() ?? "",
    opensQuotation: /^(?:[“"«„]|'')/u.test(words),
    ending: endingOf(text.slice(Math.max(claim.start, claim.end - 4), claim.end)),
  };
}

/** The sentence that holds the offset, looked for near the claim only. */
function sentenceAround(article: ArticleText, offset: number, claim: Range): Range {
  const paragraph = article.paragraphs[paragraphAt(article, offset)] ?? claim;
  const near = {
    start: Math.max(paragraph.start, Math.min(offset, claim.start) - reach),
    end: Math.min(paragraph.end, Math.max(offset + 1, claim.end) + reach),
  };
  if (near.end - near.start > 8 * reach) {
    const around = { start: Math.max(near.start, offset - reach), end: Math.min(near.end, offset + reach) };
    return sentencesIn(article, around).find(({ end }) => end > offset) ?? around;
  }
  return sentencesIn(article, near).find(({ end }) => end > offset) ?? near;
}

/** The last words of the paragraph before, where they announce what follows with a colon. */
function leadingLine(article: ArticleText, start: number): readonly Token[] {
  const at = paragraphAt(article, start);
  const [here, earlier] = [article.paragraphs[at], article.paragraphs[at - 1]];
  if (!here || !earlier || here.start !== start) return [];
  const from = Math.max(earlier.start, earlier.end - reach);
  if (!/:\s*$/u.test(article.text.slice(from, earlier.end))) return [];
  const sentence = sentencesIn(article, { start: from, end: earlier.end }).at(-1);
  return sentence ? tokensOf(article.text, sentence) : [];
}

function endingOf(words: string): Surroundings["ending"] {
  if (!/(?:[”"»]|'')$/u.test(words)) return "open";
  return /(?<!\.)\.(?:[”"»]|'')$/u.test(words) ? "stopped" : "quoted";
}

type Mark = "comma" | "quote" | "colon" | "stop" | "other";

/** `mark` is `null` for a word. `lower` is its text in lower case, without a possessive ending. */
export interface Token extends Range {
  readonly text: string;
  readonly lower: string;
  readonly mark: Mark | null;
  readonly capital: boolean;
  readonly possessive: boolean;
}

const tokenPattern =
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
function tokensOf(text: string, { start, end }: Range): Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(start, end).matchAll(tokenPattern)) {
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
