// The sentences of an article as the stages read them: tagged words, with each quotation that is a speech of its own as one
// token.
import type { ArticleText } from "../model/article-text.ts";
import type { Range } from "../model/range.ts";
import { sentencesIn } from "../model/sentences.ts";
import type { OwnVerb } from "./learning/learned.ts";
import { withOwnVerbs } from "./learning/own-verbs.ts";
import { firstFrom, type ReadQuotation } from "./speech.ts";
import { tagText } from "./tag-text.ts";
import type { TaggedToken } from "./token.ts";
import { findVerbGroups, type VerbGroup } from "./verb-groups.ts";

export interface Sentence extends Range {
  readonly tokens: readonly TaggedToken[];
  readonly groups: readonly VerbGroup[];
  /** Index of the article's paragraph. */
  readonly paragraph: number;
  readonly endsParagraph: boolean;
  readonly startsParagraph: boolean;
}

/** No sentence of news prose is longer; what goes on beyond is read as another one. In tokens. */
const longest = 300;

/** All sentences, in order. `own`: verbs of the project's own by their forms. Linear in the length of the text. */
export function readSentences(
  article: ArticleText,
  quotations: readonly ReadQuotation[],
  own: ReadonlyMap<string, OwnVerb> = new Map(),
): Sentence[] {
  const sentences: Sentence[] = [];
  const names = namesIn(article.text);
  let quotation = 0;
  for (const [paragraph, range] of article.paragraphs.entries()) {
    const tagged = tagText(article.text, range, names);
    const stretches = sentencesIn(article, range).flatMap((one) =>
      splitBehindQuotations(article.text, one, quotations),
    );
    let at = 0;
    for (const [index, stretch] of stretches.entries()) {
      const from = at;
      while (at < tagged.length && (tagged[at]?.start ?? 0) < stretch.end) at += 1;
      while ((quotations[quotation]?.end ?? Infinity) <= stretch.start) quotation += 1;
      const stretchTokens = withQuotations(tagged.slice(from, at), quotations, quotation);
      for (let cut = 0; cut < Math.max(1, stretchTokens.length); cut += longest) {
        const tokens = withOwnVerbs(stretchTokens.slice(cut, cut + longest), own);
        const isLast = cut + longest >= stretchTokens.length;
        sentences.push({
          start: cut === 0 ? stretch.start : (tokens[0]?.start ?? stretch.start),
          end: isLast ? stretch.end : (tokens.at(-1)?.end ?? stretch.end),
          tokens,
          groups: findVerbGroups(tokens),
          paragraph,
          startsParagraph: index === 0 && cut === 0,
          endsParagraph: index === stretches.length - 1 && isLast,
        });
      }
    }
  }
  return sentences;
}

/** "…” She adds, “…": a quotation with its own full stop ends a sentence, whatever verb comes next. */
function splitBehindQuotations(text: string, sentence: Range, quotations: readonly ReadQuotation[]): Range[] {
  const parts: Range[] = [];
  let from = sentence.start;
  for (let at = firstFrom(quotations, sentence.start); at < quotations.length; at += 1) {
    const quotation = quotations[at];
    if (!quotation || quotation.end >= sentence.end) break;
    const tail = text.slice(Math.max(quotation.start, quotation.end - 4), quotation.end);
    const textAfter = text.slice(quotation.end, Math.min(sentence.end, quotation.end + 200));
    const isEnded =
      /(?<!\.\.)\.[”"»’']{1,2}$/u.test(tail) ||
      (/[?!…][”"»’']{1,2}$/u.test(tail) && opensOther.test(textAfter));
    const gap = /^\s+(?=[\p{Lu}“"‘])/u.exec(textAfter)?.[0].length;
    if (!isEnded || gap === undefined) continue;
    parts.push({ start: from, end: quotation.end });
    from = quotation.end + gap;
  }
  return [...parts, { start: from, end: sentence.end }];
}

/** A subject with its verb and what the verb takes. */
const opensOther =
  /^\s+(?:\p{Lu}[\p{L}.’'-]*\s+){1,4}?(?:\p{Ll}+ly\s+)?(?:said|says|added|adds|told|asked|wrote)\s*(?:that\b|,\s*[“"]|:|\p{L}+\s+(?:was|is|would|had|has|will)\b)/u;

const mark = /^["“”„«»‘’']$|^''$|^``$/u;

/** Speeches as one token; the marks of other quotations left out. */
function withQuotations(
  tokens: readonly TaggedToken[],
  quotations: readonly ReadQuotation[],
  first: number,
): TaggedToken[] {
  const mergedTokens: TaggedToken[] = [];
  let quotationIndex = first;
  for (const token of tokens) {
    while ((quotations[quotationIndex]?.end ?? Infinity) <= token.start) quotationIndex += 1;
    const around = quotations[quotationIndex];
    if (!around || around.start > token.start) {
      if (!mark.test(token.text) || token.pos === "PART") mergedTokens.push(token);
    } else if (!around.isSpeech) {
      if (!mark.test(token.text)) mergedTokens.push({ ...token, quoted: true });
    } else if (mergedTokens.at(-1)?.pos !== "QUOTE" || mergedTokens.at(-1)?.start !== around.start) {
      const { start, end } = around;
      mergedTokens.push({ start, end, text: "“”", lower: "“”", lemma: "“”", pos: "QUOTE", quoted: true });
    }
  }
  return mergedTokens;
}

// Which words of an article are names: those that it writes with a capital where no sentence begins, and never without.

const word = /(?<before>[\p{Ll}\p{N},] |\. )?(?<name>\p{Lu}\p{Ll}[\p{L}’'-]*)/gu;

/** The words that an article writes without a capital somewhere. Linear in the length of the text. */
export const smallWordsIn = (text: string): ReadonlySet<string> =>
  new Set(Array.from(text.matchAll(/(?<![\p{L}])\p{Ll}[\p{L}-]+/gu), ([found]) => found));

/** The words as they are written. Linear in the length of the text. */
export function namesIn(text: string, small = smallWordsIn(text)): ReadonlySet<string> {
  const counts = new Map<string, { inside: number; all: number }>();
  for (const { groups } of text.matchAll(word)) {
    const name = groups?.name?.replace(/['’]s?$/u, "") ?? "";
    const count = counts.get(name) ?? { inside: 0, all: 0 };
    const isInside = groups?.before !== undefined && !groups.before.startsWith(".");
    counts.set(name, { inside: count.inside + (isInside ? 1 : 0), all: count.all + 1 });
  }
  return new Set(
    [...counts].flatMap(([name, { inside }]) => (inside > 0 && !small.has(name.toLowerCase()) ? [name] : [])),
  );
}
