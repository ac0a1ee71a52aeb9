// German sentences as the rules read them: words and marks, with each quotation that is somebody's words as one token.
import { type ArticleText, paragraphAt } from "../../model/article-text.ts";
import type { Range } from "../../model/range.ts";
import type { ReadQuotation } from "../speech.ts";
import { sayingForms } from "./saying-verbs.ts";
import {
  adverbs,
  conjunctions,
  determiners,
  otherPronouns,
  prepositions,
  subjectPronouns,
  subordinators,
} from "./word-lists.ts";

export interface GermanToken extends Range {
  readonly lower: string;
  readonly kind: "word" | "mark" | "quote";
  /** Written with a capital, or a number in its place: what nouns and names are. */
  readonly capital: boolean;
  /** Begins with a small letter, whatever it is taken for. */
  readonly small: boolean;
  /** Inside quotation marks that hold no speech. */
  readonly quoted: boolean;
  /** The start of the quotation that it is in; -1 outside. */
  readonly quotation: number;
}

export interface GermanSentence extends Range {
  readonly tokens: readonly GermanToken[];
  readonly paragraph: number;
}

/** No sentence of news prose is longer; what goes on beyond is read as another one. In tokens. */
const longest = 300;

const piece =
  /\.{2,}|\p{N}+-\p{L}+(?:-\p{L}+)*|\p{N}+(?:[.,:]\p{N}+)*|-?[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:[-–'’.&/·•*]|\/-|[:_](?=(?:in|innen|[emnrs]|e[mnrs])(?![\p{L}\p{N}])))?[\p{L}\p{N}\p{M}]+)*(?:-(?=\s(?:und|oder|sowie|bzw)))?|[^\s]/gu;
/** The sign of a word for both genders, “Sprecher:in”, “jede*r”: it is read like the feminine noun, and like an article of it. */
const inclusive = /[:*_·•](?=(?:in|innen|[emnrs]|e[mnrs])$)|\/-?(?=(?:in|innen)$)/u;
/** Abbreviations whose full stop ends no sentence. */
const abbreviation =
  /^(?:dr|prof|st|nr|ca|bzw|z|b|u|a|d|h|o|g|i|e|v|mio|mrd|abs|art|hr|fr|tel|evtl|ggf|inkl|bspw|usw|etc|jan|feb|aug|sept|okt|nov|dez|mag|ing|dipl|z\.b|u\.a|d\.h|i\.v|geb|sog|vgl|s|str|max|min|op|phil|jur|med|hl)$/u;
/** What begins a sentence even behind a number. */
const opener =
  /^(?:der|die|das|ein|eine|er|sie|es|in|im|am|auf|bei|nach|mit|dies|damit|dabei|für|laut|wie|als|auch|zudem|so|und|aber)$/u;

/** "Bern (sda) – ": where an article comes from, which nobody says. */
const dateline = /^\p{Lu}[\p{L}./ -]{1,30}(?:\s\(\p{L}{2,8}\))?\s[–—]\s/u;

/** The outermost quotations of the article, in order, and which of them are somebody's words as a sentence of their own. */
export function readGermanQuotations(article: ArticleText): ReadQuotation[] {
  const read: ReadQuotation[] = [];
  let end = 0;
  for (const one of article.quotations) {
    if (one.start < end || one.inner.start >= one.inner.end) continue;
    end = one.end;
    const paragraph = article.paragraphs[paragraphAt(article, one.start)];
    read.push({ ...one, isSpeech: isSpeech(article.text, paragraph?.start ?? 0, one) });
  }
  return read;
}

function isSpeech(text: string, paragraphStart: number, one: Omit<ReadQuotation, "isSpeech">): boolean {
  const inner = text.slice(one.inner.start, Math.min(one.inner.end, one.inner.start + 400)).trim();
  const tail = text.slice(Math.max(one.inner.start, one.inner.end - 2), one.inner.end).trimEnd();
  const count = inner.split(/\s+/u).length;
  const before = text.slice(Math.max(paragraphStart, one.start - 40), one.start).trimEnd();
  const after = text.slice(one.end, one.end + 40);
  const isOpening = before === "" || /[.?!:;–—“"«»,)]$/u.test(before);
  const isEnded = /[.?!…,–]$/u.test(tail) || !one.closed;
  const next = lowerOf(/^\s*,?\s*(?:-\s)?(?<word>\p{Ll}+)/u.exec(after)?.groups?.word ?? "");
  // "mit den Worten „…“": what no mark separates.
  const isAnnounced = /(?:Worte|Worten|Satz|Sätzen|Feststellung|Behauptung|Zwischenruf|Frage)$/u.test(before);
  const isTold = next === "so" || sayingForms.has(next) || /^(?:hat|hatte|wird)$/u.test(next);
  if (/:$/u.test(before)) return count >= 2 || isEnded;
  if (isAnnounced && count >= 3) return true;
  if (isEnded) return count >= 2 ? isOpening || /^\p{Lu}/u.test(inner) : isOpening && isTold;
  if (!isOpening) return count >= 6 && /^\p{Lu}/u.test(inner) && /^\s*[.,]/u.test(after);
  if (isTold && /^\s/u.test(after) && !/^\s*,/u.test(after)) return count >= 3 && /^\p{Lu}/u.test(inner);
  return /^\s*,/u.test(after) && (isTold ? count >= 1 : count >= 4 && /^\p{Lu}/u.test(inner));
}

/** All sentences, in order. Linear in the length of the text. */
export function readGermanSentences(
  article: ArticleText,
  quotations: readonly ReadQuotation[],
): GermanSentence[] {
  const sentences: GermanSentence[] = [];
  let first = 0;
  for (const [paragraph, range] of article.paragraphs.entries()) {
    while ((quotations[first]?.end ?? Infinity) <= range.start) first += 1;
    const start =
      range.start +
      (dateline.exec(article.text.slice(range.start, Math.min(range.end, range.start + 80)))?.[0].length ??
        0);
    const tokens = tokensOf(article.text, { start, end: range.end }, quotations, first);
    let from = 0;
    for (const at of tokens.keys()) {
      if (at + 1 < tokens.length && at - from < longest && !endsSentence(article.text, tokens, at)) continue;
      // A full stop within a sentence is an abbreviation's or a number's.
      const part = tokens
        .slice(from, at + 1)
        .filter(({ lower }, index) => lower !== "." || from + index === at);
      const [head, last] = [part[0], part.at(-1)];
      if (head && isSmallWord(head.lower)) part[0] = { ...head, capital: false };
      if (head && last) sentences.push({ start: head.start, end: last.end, tokens: part, paragraph });
      from = at + 1;
    }
  }
  return sentences;
}

/** A word whose capital is only that of the sentence's beginning. */
const isSmallWord = (lower: string): boolean =>
  [adverbs, conjunctions, determiners, otherPronouns, prepositions, subjectPronouns, subordinators].some(
    (list) => list.has(lower),
  );

function tokensOf(
  text: string,
  { start, end }: Range,
  quotations: readonly ReadQuotation[],
  first: number,
): GermanToken[] {
  const tokens: GermanToken[] = [];
  let quotation = first;
  let aside = 0;
  for (const match of text.slice(start, end).matchAll(piece)) {
    const from = start + match.index;
    const [word] = match;
    while ((quotations[quotation]?.end ?? Infinity) <= from) quotation += 1;
    const around = quotations[quotation];
    const isInside = around !== undefined && around.start <= from;
    if (isInside && around.isSpeech) {
      if (tokens.at(-1)?.start !== around.start)
        tokens.push({
          start: around.start,
          end: around.end,
          lower: "„“",
          kind: "quote",
          small: false,
          capital: false,
          quoted: true,
          quotation: around.start,
        });
      continue;
    }
    if (/^["“”„‟«»]$/u.test(word)) continue;
    // What stands in brackets is no part of the sentence.
    if (word === "(" && /^\([^()]{1,120}\)/u.test(text.slice(from, from + 124))) aside += 1;
    const isWord = /[\p{L}\p{N}]/u.test(word);
    if (aside === 0)
      tokens.push({
        start: from,
        end: from + word.length,
        lower: lowerOf(word.replace(inclusive, "")),
        kind: isWord ? "word" : "mark",
        small: /^\p{Ll}/u.test(word),
        capital: isCapital(word) || (isInside && isWord),
        quoted: isInside,
        quotation: isInside ? around.start : -1,
      });
    if (word === ")" && aside > 0) aside -= 1;
  }
  return tokens;
}

/** As the lists have it. */
const lowerOf = (word: string): string => word.toLowerCase().replaceAll("ß", "ss");

/** Written as names are: also "eBay", "ai-Bericht", "ndr.de", and agencies and papers that write themselves small. */
const isCapital = (word: string): boolean =>
  !/^\p{N}+-\p{Ll}/u.test(word) &&
  /^-?[\p{Lu}\p{N}]|^\p{Ll}+-?\p{Lu}|^[ae]l-|^\p{Ll}+\.\p{Ll}{2,3}$|^(?:taz|dpa|apa|sda|afp|ndr|ver)$/u.test(
    word,
  );

function endsSentence(text: string, tokens: readonly GermanToken[], at: number): boolean {
  const [token, next, before] = [tokens[at], tokens[at + 1], tokens[at - 1]];
  if (!token || !next) return true;
  if (token.kind === "quote")
    return (
      /[.?!…]["“”«»]?$/u.test(text.slice(token.start, token.end)) && (next.capital || next.kind === "quote")
    );
  if (token.quoted) return false;
  if (!/^[.?!…]$|^\.{2,}$/u.test(token.lower)) return false;
  if (next.kind !== "quote" && !next.capital) return false;
  if (token.lower !== ".") return next.kind === "quote" || token.lower === "?" || token.lower === "!";
  if (next.start === token.end) return false;
  const word = before?.end === token.start ? before.lower : "";
  if (/^\p{N}{1,3}$/u.test(word)) return opener.test(next.lower);
  if (/^\p{L}(?:\.\p{L})*$/u.test(word)) return false;
  return !abbreviation.test(word);
}

/** What stands between the parts of a sentence. */
export const isBreak = (token: GermanToken | undefined): boolean =>
  token === undefined ||
  token.kind === "quote" ||
  (token.kind === "mark" && /^[,;:.?!–—…-]$/u.test(token.lower));

/** The index of the first token of the part that the token stands in. */
export function partStart(tokens: readonly GermanToken[], at: number): number {
  let from = at;
  while (from > 0 && !isBreak(tokens[from - 1])) from -= 1;
  return from;
}

/** The index of the break that ends the part; the number of tokens at the sentence's end. */
export function partEnd(tokens: readonly GermanToken[], at: number): number {
  let to = at;
  while (to < tokens.length && !isBreak(tokens[to])) to += 1;
  return to;
}
