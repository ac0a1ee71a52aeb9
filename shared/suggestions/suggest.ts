// The suggestions for an article: the stages in their order. Pure; the same text always gets the same suggestions.
import { type ArticleText, articleTextOf } from "../model/article-text.ts";
import type { Kind } from "../model/attribution.ts";
import type { Range } from "../model/range.ts";
import type { SuggestionPattern } from "../model/rejection.ts";
import type { SuggestionRule } from "./candidate.ts";
import { candidatesIn } from "./candidates.ts";
import { fieldsOf, type SuggestedFields } from "./card-fields.ts";
import { confidenceOf } from "./confidence.ts";
import { joinResumed } from "./join-resumed.ts";
import { type KnownLanguage, languageOf } from "./language.ts";
import { lexiconSuggestions } from "./lexicon-suggestions.ts";
import { ownOutlets } from "./media.ts";
import { nest, type Rated } from "./nesting.ts";
import { patternOf } from "./pattern.ts";
import { proseOf } from "./prose.ts";
import { kindOfRanges, withMarks } from "./quotation-edges.ts";
import { readSentences } from "./sentence.ts";
import { type ReadQuotation, readQuotations } from "./speech.ts";
import { type SuggestedVia, viaOf } from "./via.ts";

/** A card that is proposed. Ranges are of the article's text; `claim` is in order. */
export interface Suggestion {
  readonly voice: Range | null;
  readonly cue: Range;
  readonly claim: readonly Range[];
  readonly kind: Kind;
  /** What the words came through, in the order of the text. */
  readonly via: readonly SuggestedVia[];
  readonly fields: SuggestedFields;
  /** How likely an analyst would make this card, from 0 to 1. */
  readonly confidence: number;
  readonly rule: SuggestionRule;
  /** The index of the suggestion whose claim holds this one; `null` at the top. */
  readonly within: number | null;
  /** What it has in common with others of its kind. */
  readonly pattern: SuggestionPattern;
}

export interface SuggestOptions {
  /** What is less sure is not proposed. */
  readonly atLeast: number;
  /** Also cards within the claims of others. */
  readonly nested: boolean;
}

export const defaultOptions: SuggestOptions = { atLeast: 0.3, nested: false };

/**
 * In the order of their cues. Linear in the length of the text; never throws. English gets all rules; some languages what a lexicon
 * gives (see `languageOf`), others nothing.
 */
export function suggest(text: string, options: Partial<SuggestOptions> = {}): readonly Suggestion[] {
  return suggestFor(articleTextOf(text), options);
}

/** As `suggest`, for a text whose structure is known. */
export function suggestFor(whole: ArticleText, options: Partial<SuggestOptions> = {}): readonly Suggestion[] {
  const { atLeast, nested } = { ...defaultOptions, ...options };
  const { text } = whole;
  const language = languageOf(text);
  if (language === null) return [];
  const article = proseOf(whole);
  if (language !== "en")
    return byLexicon(article, language).filter(({ confidence }) => confidence >= atLeast);
  const quotations = readQuotations(article);
  const top = ratedIn(article, quotations).filter(({ confidence }) => confidence >= atLeast);
  const inner = nested
    ? insideSpeech(article, quotations).filter(({ confidence }) => confidence >= atLeast)
    : [];
  const all = nest([...top, ...inner]);
  const kept = nested ? all : all.filter(({ within }) => within === null);
  return kept.map(({ candidate, confidence, via, fields, within }) => {
    const claim = withMarks(text, quotations, candidate.claim);
    return {
      voice: candidate.voice,
      cue: candidate.cue,
      claim,
      kind: kindOfRanges(text, quotations, claim),
      via,
      fields,
      confidence,
      rule: candidate.features.rule,
      within,
      pattern: patternOf(text, candidate),
    };
  });
}

/** What quotation marks and a list of verbs give, in languages of which no more is known. */
function byLexicon(article: ArticleText, language: Exclude<KnownLanguage, "en">): readonly Suggestion[] {
  const quotations = article.quotations.map((one): ReadQuotation => ({ ...one, isSpeech: true }));
  return lexiconSuggestions(article, language).map((one) => ({
    ...one,
    kind: kindOfRanges(article.text, quotations, one.claim),
    via: [],
    fields: { polarity: "asserts", act: "say", hedged: false, channel: "unspecified" },
    within: null,
    pattern: {
      rule: one.rule,
      cue: article.text.slice(one.cue.start, one.cue.end).toLowerCase(),
      shape: `lexicon ${language}`,
    },
  }));
}

interface Read extends Rated {
  readonly via: readonly SuggestedVia[];
  readonly fields: SuggestedFields;
}

/** All candidates, rated, with the quotations that go on joined to them, and with what they came through. */
function ratedIn(article: ArticleText, quotations: readonly ReadQuotation[]): Read[] {
  const sentences = readSentences(article, quotations);
  const rated = candidatesIn(article, sentences).map((candidate) => ({
    candidate,
    confidence: confidenceOf(candidate.features),
  }));
  const own = ownOutlets(article);
  return joinResumed(article, sentences, rated).flatMap((one) => {
    const sentence = sentences[one.candidate.sentence];
    if (!sentence) return [];
    const via = viaOf(one.candidate, sentence, own);
    return [{ ...one, via, fields: fieldsOf(article.text, one.candidate, sentence, via) }];
  });
}

/** Inner voices: what is said within a quotation, which the sentence around it reads as one. */
function insideSpeech({ text }: ArticleText, quotations: readonly ReadQuotation[]): Read[] {
  const paragraphs = quotations.filter(({ isSpeech }) => isSpeech).map(({ inner }) => inner);
  const within = { text, paragraphs, quotations: [] };
  return ratedIn(within, readQuotations(within));
}
