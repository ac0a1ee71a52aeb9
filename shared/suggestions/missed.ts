// Attributions that an annotator may have missed: quotations that no claim holds, and words of reporting that are no card's cue.
import type { AnnotationSet } from "../model/annotation-set.ts";
import type { ArticleText } from "../model/article-text.ts";
import type { Id } from "../model/id.ts";
import { overlaps, type Range } from "../model/range.ts";
import { stretchId } from "../model/selector.ts";
import { get, records } from "../model/table.ts";
import { readGermanQuotations, readGermanSentences } from "./german/sentences.ts";
import { sayingVerbsIn } from "./german/verb-groups.ts";
import { shareOf } from "./make-candidate.ts";
import { readSentences } from "./sentence.ts";
import { type ReadQuotation, readQuotations } from "./speech.ts";
import { rangeOf } from "./token.ts";

export interface Missed {
  readonly kind: "quotation" | "reporting-word";
  /** With its marks; of a verb with its auxiliaries. */
  readonly range: Range;
  /** How likely it is that a card belongs there: of a word, how often it reports; a quotation of few words may be a name. */
  readonly likely: number;
  /** Of a quotation: by what a check of it is waived; else `null`. */
  readonly stretch: Id | null;
  /** It lies in the claim of a card: what is missing would be an inner one. */
  readonly inClaim: boolean;
}

/** Words that report less often than this are no news. */
const reportsOften = 0.5;
const [ofSpeech, ofWords] = [0.95, 0.5];

/**
 * In the order of the text. What is excluded from the analysis, and what lies in one of the `leftOut` ranges (bylines and captions,
 * say), is not missed. Linear in the length of the text but for the number of cards.
 */
export function missedIn(
  whole: ArticleText,
  set: AnnotationSet,
  leftOut: readonly Range[] = [],
): readonly Missed[] {
  const article = proseOf(whole);
  const segments = (id: Id | null): readonly Range[] =>
    (id === null ? undefined : get(set.spans, id))?.segments ?? [];
  const cards = [...records(set.attributions)];
  const claims = cards.flatMap(({ claim }) => segments(claim));
  const cues = cards.flatMap(({ cue }) => segments(cue));
  const out = [...[...records(set.exclusions)].map(({ segment }) => segment), ...leftOut];
  const quotations = article.language === "de" ? readGermanQuotations(article) : readQuotations(article);
  const missedStretches = [
    ...quotations
      .filter((one) => !touches(claims, one) && /[\p{L}\p{N}]/u.test(article.text.slice(one.start, one.end)))
      .map((one) => missedQuotation(article.text, one)),
    ...reportingWords(article, quotations)
      .filter(({ range }) => !touches(cues, range))
      .map((one): Missed => ({ ...one, inClaim: touches(claims, one.range) })),
  ];
  return missedStretches
    .filter(({ range }) => !touches(out, range))
    .sort((a, b) => a.range.start - b.range.start);
}

const missedQuotation = (text: string, { start, end, isSpeech }: ReadQuotation): Missed => ({
  kind: "quotation",
  range: { start, end },
  stretch: stretchId(text, { start, end }),
  likely: isSpeech ? ofSpeech : ofWords,
  inClaim: false,
});

const word = { kind: "reporting-word", stretch: null } as const;

/** Words of reporting outside quotation marks, in a language whose rules know them. */
function reportingWords(
  article: ArticleText,
  quotations: readonly ReadQuotation[],
): readonly Omit<Missed, "inClaim">[] {
  const { language } = article;
  if (language === "de") return germanWords(article, quotations);
  return language === null || language === "en" ? englishWords(article, quotations) : [];
}

/** Verbs that are of saying whatever else stands with them, and "laut". */
const germanWords = (
  article: ArticleText,
  quotations: readonly ReadQuotation[],
): readonly Omit<Missed, "inClaim">[] =>
  readGermanSentences(article, quotations).flatMap(({ tokens }) => [
    ...sayingVerbsIn(tokens).flatMap(({ verb, parts, reported }) => {
      const [part] = parts;
      return verb.plain && !reported && part
        ? [{ ...word, range: rangeOf(tokens, ...part), likely: ofSpeech }]
        : [];
    }),
    ...tokens.flatMap(({ lower, quoted }, at) =>
      /^(?:laut|zufolge)$/u.test(lower) && !quoted
        ? [{ ...word, range: rangeOf(tokens, at, at), likely: ofSpeech }]
        : [],
    ),
  ]);

/** Verbs that often report, and "according to". */
function englishWords(
  article: ArticleText,
  quotations: readonly ReadQuotation[],
): readonly Omit<Missed, "inClaim">[] {
  return readSentences(article, quotations).flatMap(({ tokens, groups }) => {
    const verbs = groups.flatMap(({ first, last, main, lemma }) =>
      !tokens[main]?.quoted && lemma !== "accord" && shareOf(lemma) >= reportsOften
        ? [{ ...word, range: rangeOf(tokens, first, last), likely: shareOf(lemma) }]
        : [],
    );
    const according = tokens.flatMap(({ lower, quoted }, at) =>
      lower === "according" && tokens[at + 1]?.lower === "to" && !quoted
        ? [{ ...word, range: rangeOf(tokens, at, at + 1), likely: ofSpeech }]
        : [],
    );
    return [...verbs, ...according];
  });
}

const touches = (ranges: readonly Range[], range: Range): boolean =>
  ranges.some((other) => overlaps(other, range));

// The prose of a text: code, markup and tables of data that came along say nothing, whatever words and quotation marks are in them.

/** Marks that programs, markup and tables are full of, and words that stand against them as they never do in prose. */
const sign = /[{}[\]<>=;|\\_^~`]|\p{L}\(|["'”]\)|:{2}|\/\/|(?<=["”'\p{L}]),(?=["“']?\p{L}|\p{N})|"(?=:)/gu;
/** That many of them, and that many for each hundred characters. */
const least = { count: 3, perHundred: 4 };
/** No paragraph is read further to know what it is. */
const sampleLength = 2_000;

const isProse = (text: string, { start, end }: Range): boolean => {
  const part = text.slice(start, Math.min(end, start + sampleLength));
  const count = part.match(sign)?.length ?? 0;
  return count < least.count || (100 * count) / part.length < least.perHundred;
};

/**
 * The same text with the paragraphs that are prose, and their quotations; with none where most of it is something else. Linear in the
 * length of the text.
 */
export function proseOf(article: ArticleText): ArticleText {
  const { paragraphs, quotations, text } = article;
  const prose = paragraphs.filter((one) => isProse(text, one));
  if (prose.length === paragraphs.length) return article;
  if (2 * lengthOf(prose) < lengthOf(paragraphs)) return { ...article, paragraphs: [], quotations: [] };
  const starts = new Set(prose.map(({ start }) => start));
  let at = 0;
  const proseQuotations = quotations.filter(({ start }) => {
    while ((paragraphs[at]?.end ?? Infinity) <= start) at += 1;
    return starts.has(paragraphs[at]?.start ?? -1);
  });
  return { ...article, paragraphs: prose, quotations: proseQuotations };
}

const lengthOf = (ranges: readonly Range[]): number =>
  ranges.reduce((sum, { start, end }) => sum + end - start, 0);
