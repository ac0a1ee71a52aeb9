// The text around a claim that its voice and cue can stand in: the rest of its sentence before, between and behind its
// segments, and the line that leads up to it.
import { type ArticleText, paragraphAt } from "../model/article-text.ts";
import { hull, type Range } from "../model/range.ts";
import { sentencesIn } from "../model/sentences.ts";
import { type Token, tokensOf } from "./tokens.ts";

export interface Surroundings {
  readonly before: readonly Token[];
  readonly between: readonly (readonly Token[])[];
  readonly behind: readonly Token[];
  /** The claim's first word, in lower case. */
  readonly firstWord: string;
  readonly opensQuotation: boolean;
  /** `quoted`: with a quotation mark; `stopped`: with one behind a full stop, so that its sentence is over. */
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
    behind: tokensOf(text, { start: claim.end, end: Math.max(claim.end, tail.end) }),
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
