// The suggestions for an article: the stages in their order. Pure; the same text always gets the same suggestions.
import { type ArticleText, articleTextOf } from "../model/article-text.ts";
import type { Kind } from "../model/attribution.ts";
import { kindOf } from "../model/kind.ts";
import { overlaps, type Range } from "../model/range.ts";
import type { SuggestionPattern } from "../model/rejection.ts";
import { accordingTo } from "./according-to.ts";
import type { Candidate, Features, SuggestionRule, VoiceKind } from "./candidate.ts";
import { fieldsOf, type SuggestedFields } from "./card-fields.ts";
import { germanFieldsOf, germanViaOf } from "./german/card-fields.ts";
import { readGermanQuotations } from "./german/sentences.ts";
import { germanCandidates } from "./german/suggest-german.ts";
import type { OwnVerb } from "./learning/learned.ts";
import { ownVerbIn, verbsByForm } from "./learning/own-verbs.ts";
import { type LexiconLanguage, lexiconFields, lexiconSuggestions } from "./lexicon-suggestions.ts";
import { lineCandidates } from "./line-candidates.ts";
import { ownOutlets } from "./media.ts";
import { proseOf } from "./missed.ts";
import { nounCandidates } from "./noun-candidates.ts";
import { patternOf } from "./pattern.ts";
import { phraseCandidates } from "./phrase-candidates.ts";
import { withMarks } from "./quotation-edges.ts";
import { readSentences, type Sentence } from "./sentence.ts";
import { type ReadQuotation, readQuotations } from "./speech.ts";
import { verbCandidates } from "./verb-candidates.ts";
import { type SuggestedVia, viaOf } from "./via.ts";

/** What the rules find, before it becomes a `SuggestedCard`. Ranges are of the article's text; `claim` is in order. */
export interface RuleSuggestion {
  readonly voice: Range | null;
  readonly cue: Range;
  /** What of the cue stands apart, as in "teilte … mit"; in order, behind `cue`. */
  readonly apart: readonly Range[];
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
  /** As `Candidate` has it. */
  readonly resumes?: true;
}

interface SuggestOptions {
  /** What is less sure is not proposed. */
  readonly atLeast: number;
  /** Also cards within the claims of others. */
  readonly nested: boolean;
  /** Verbs of the project's own. */
  readonly verbs: readonly OwnVerb[];
}

const defaultOptions: SuggestOptions = { atLeast: 0.3, nested: false, verbs: [] };

/**
 * In the order of their cues. Linear in the length of the text; never throws. English gets all rules; some languages what a lexicon
 * gives, others nothing.
 */
export function suggest(text: string, options: Partial<SuggestOptions> = {}): readonly RuleSuggestion[] {
  return suggestFor(articleTextOf(text), options);
}

/** As `suggest`, for a text whose structure is known. */
export function suggestFor(
  whole: ArticleText,
  options: Partial<SuggestOptions> = {},
): readonly RuleSuggestion[] {
  const { atLeast, nested, verbs } = { ...defaultOptions, ...options };
  const own = verbsByForm(verbs);
  const { text, language } = whole;
  if (language === null) return [];
  const article = proseOf(whole);
  if (language !== "en" && language !== "de")
    return byLexicon(article, language).filter(({ confidence }) => confidence >= atLeast);
  const quotations = quotationsOf(article);
  const top = language === "de" ? germanIn(article, quotations, own) : ratedIn(article, quotations, own);
  const inner = nested && language === "en" ? insideSpeech(article, quotations, own) : [];
  const ratedCandidates = nest([...top, ...inner].filter(({ confidence }) => confidence >= atLeast));
  const chosenCandidates = nested ? ratedCandidates : ratedCandidates.filter(({ within }) => within === null);
  return chosenCandidates.map(({ candidate, confidence, via, fields, within }) => {
    const claim = withMarks(text, quotations, candidate.claim);
    return {
      voice: candidate.voice,
      cue: candidate.cue,
      apart: candidate.apart ?? [],
      claim,
      kind: kindOf({ segments: claim }, { within }, whole),
      via,
      fields,
      confidence,
      rule: candidate.features.rule,
      within,
      pattern: patternOf(text, withLemmaOf(candidate, ownVerbIn(text, candidate.cue, own))),
      ...(candidate.resumes && { resumes: true as const }),
    };
  });
}

/** An own verb keeps its name, whichever verb it was read as. */
const withLemmaOf = (candidate: Candidate, verb: OwnVerb | undefined): Candidate =>
  verb ? { ...candidate, lemma: verb.lemma } : candidate;

/** The quotations of an article as the stages of its language read them. */
export function quotationsOf(article: ArticleText): readonly ReadQuotation[] {
  if (article.language === "de") return readGermanQuotations(article);
  return article.language === null || article.language === "en"
    ? readQuotations(article)
    : article.quotations.map((one): ReadQuotation => ({ ...one, isSpeech: true }));
}

type OwnVerbs = ReadonlyMap<string, OwnVerb>;

/** German candidates, rated, with what they came through. */
const germanIn = (
  article: ArticleText,
  quotations: readonly ReadQuotation[],
  own: OwnVerbs,
): readonly Read[] =>
  germanCandidates(article, quotations, own).map(({ candidate, confidence, around }) => {
    const via = germanViaOf(article.text, candidate, around);
    return { candidate, confidence, via, fields: germanFieldsOf(article.text, candidate, around, via) };
  });

/** What quotation marks and a list of verbs give, in languages of which no more is known. */
function byLexicon(article: ArticleText, language: LexiconLanguage): readonly RuleSuggestion[] {
  return lexiconSuggestions(article, language).map((one) => ({
    ...one,
    apart: [],
    kind: kindOf({ segments: one.claim }, { within: null }, article),
    via: [],
    fields: { ...lexiconFields(article.text, language, one), channel: "unspecified" },
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
function ratedIn(article: ArticleText, quotations: readonly ReadQuotation[], own: OwnVerbs): Read[] {
  const sentences = readSentences(article, quotations, own);
  const rated = candidatesIn(article, sentences).map((candidate) => ({
    candidate,
    confidence: confidenceOf(candidate.features),
  }));
  const outlets = ownOutlets(article);
  return joinResumed(article, sentences, rated).flatMap((one) => {
    const sentence = sentences[one.candidate.sentence];
    if (!sentence) return [];
    const via = viaOf(one.candidate, sentence, outlets);
    return [{ ...one, via, fields: fieldsOf(article.text, one.candidate, sentence, via) }];
  });
}

/** Inner voices: what is said within a quotation, which the sentence around it reads as one. */
function insideSpeech(article: ArticleText, quotations: readonly ReadQuotation[], own: OwnVerbs): Read[] {
  const paragraphs = quotations.filter(({ isSpeech }) => isSpeech).map(({ inner }) => inner);
  const within = { ...article, paragraphs, quotations: [] };
  return ratedIn(within, readQuotations(within), own);
}

type Finder = (
  article: ArticleText,
  sentences: readonly Sentence[],
  sentence: number,
) => readonly Candidate[];

const finders: readonly Finder[] = [
  verbCandidates,
  phraseCandidates,
  accordingTo,
  nounCandidates,
  lineCandidates,
];

/** All candidates of an article, sentence by sentence. */
export const candidatesIn = (article: ArticleText, sentences: readonly Sentence[]): readonly Candidate[] =>
  sentences.flatMap((_, at) => withinVoices(finders.flatMap((find) => find(article, sentences, at))));

/** "Hart, who knew that it would fail, told them to go": what somebody says in an aside of another's voice ends with that voice. */
const withinVoices = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.flatMap((one) => {
    const around = candidates.find(
      ({ voice, cue }) =>
        voice !== null &&
        voice.start <= one.cue.start &&
        one.cue.end <= voice.end &&
        voice.end <= cue.start &&
        one.claim.some(({ end }) => end > voice.end),
    )?.voice;
    if (!around) return [one];
    const claim = one.claim
      .filter(({ start }) => start < around.end)
      .map(({ start, end }) => ({ start, end: Math.min(end, around.end) }));
    return claim.length === 0 ? [] : [{ ...one, claim }];
  });

/** A sentence in which somebody clearly speaks begins a claim of its own. */
const clear = 0.3;

/** The same candidates, with the quotations that go on joined to their claims. */
function joinResumed(article: ArticleText, sentences: readonly Sentence[], rated: readonly Rated[]): Rated[] {
  const bySentence = new Map<number, number>();
  for (const { candidate, confidence } of rated)
    if (confidence >= clear)
      bySentence.set(candidate.sentence, (bySentence.get(candidate.sentence) ?? 0) + 1);
  return rated.map((one) => {
    const { candidate } = one;
    if (!/^quotation/u.test(candidate.features.rule) && !endsInQuotation(article, candidate)) return one;
    const lastRange = candidate.claim.at(-1);
    const candidateSentence = sentences[candidate.sentence];
    if (!lastRange || !candidateSentence) return one;
    const claim = [...candidate.claim];
    for (let at = candidate.sentence + 1; at < sentences.length && at - candidate.sentence < 40; at += 1) {
      const nextSentence = sentences[at];
      if (!nextSentence || (bySentence.get(at) ?? 0) > 0 || !isOnlyQuotation(nextSentence)) break;
      if (
        nextSentence.paragraph !== candidateSentence.paragraph &&
        !(
          nextSentence.paragraph - (sentences[at - 1]?.paragraph ?? 0) === 1 &&
          isOpenBefore(article, sentences, at)
        )
      )
        break;
      const quotation = nextSentence.tokens.find(({ pos }) => pos === "QUOTE");
      if (!quotation) break;
      claim.push({ start: quotation.start, end: quotation.end });
    }
    return claim.length === candidate.claim.length ? one : { ...one, candidate: { ...candidate, claim } };
  });
}

function endsInQuotation({ text }: ArticleText, { claim }: Candidate): boolean {
  return /[”"’]$/u.test(text.slice(claim[0]?.start ?? 0, claim.at(-1)?.end ?? 0));
}

const isOnlyQuotation = ({ tokens }: Sentence): boolean =>
  tokens.length > 0 &&
  tokens.every(({ pos }) => pos === "QUOTE" || pos === "PUNCT") &&
  tokens.some(({ pos }) => pos === "QUOTE");

/** The paragraph before left its quotation open. */
function isOpenBefore({ text }: ArticleText, sentences: readonly Sentence[], at: number): boolean {
  const previousSentence = sentences[at - 1];
  const quotation = previousSentence?.tokens.at(-1);
  return quotation?.pos === "QUOTE" && !/[”"»’]$/u.test(text.slice(quotation.start, quotation.end).trimEnd());
}

/** How sure a candidate is: few features, each with a weight that can be read. The sum of the weights is the log odds. */
export interface Weights {
  readonly bias: number;
  /** Times the log odds of the word's share. */
  readonly share: number;
  readonly rule: Readonly<Record<SuggestionRule, number>>;
  readonly voice: Readonly<Record<VoiceKind, number>>;
  /** Nobody does what a verb of a main clause says: an order, or a phrase that was not understood. */
  readonly unsaid: number;
  readonly farVoice: number;
  readonly modal: number;
  readonly negated: number;
  readonly present: number;
  readonly form: Readonly<Record<Features["form"], number>>;
  readonly subordinate: number;
  readonly question: number;
  readonly quoted: number;
  readonly shortClaim: number;
  readonly headline: number;
}

export const weights: Weights = {
  bias: -0.2,
  share: 0.7,
  rule: {
    "quotation-before": 2.7,
    "quotation-after": 2.2,
    "clause-before": 1.4,
    "clause-around": 1.6,
    "that-clause": 1.7,
    "bare-clause": 0.8,
    "question-clause": 0.3,
    infinitive: 0.5,
    gerund: 0,
    object: 0.3,
    preposition: 0.2,
    passive: 0.3,
    seeming: 1.2,
    adjective: 0,
    "light-verb": 0,
    "according-to": 1.3,
    colon: 1.3,
    noun: 0.1,
    "credit-line": 2,
  },
  voice: { name: 0.8, person: 0.5, pronoun: 0.1, relative: -0.6, document: 0.6, other: -0.3, none: -1.4 },
  unsaid: -2.6,
  farVoice: -0.7,
  modal: -0.4,
  negated: -0.1,
  present: 0.3,
  form: { finite: 0.5, ing: -0.4, infinitive: -0.8, participle: -1, none: 0.1 },
  subordinate: -1,
  question: -0.6,
  quoted: 0.6,
  shortClaim: -1,
  headline: -0.7,
};

/** Between 0 and 1. */
export const confidenceOf = (features: Features, using: Weights = weights): number =>
  1 / (1 + Math.exp(-logOddsOf(features, using)));

/** The sum of the weights that the features have: linear in each weight, so that they can be fitted. */
export function logOddsOf(features: Features, using: Weights): number {
  const share = Math.min(0.97, Math.max(0.03, features.share));
  return (
    using.bias +
    using.share * Math.log(share / (1 - share)) +
    using.rule[features.rule] +
    using.voice[features.voice] +
    using.form[features.form] +
    (features.voice === "none" &&
    features.form === "finite" &&
    features.rule !== "passive" &&
    features.rule !== "seeming"
      ? using.unsaid
      : 0) +
    (features.farVoice ? using.farVoice : 0) +
    (features.modal ? using.modal : 0) +
    (features.negated ? using.negated : 0) +
    (features.present ? using.present : 0) +
    (features.subordinate ? using.subordinate : 0) +
    (features.question ? using.question : 0) +
    (features.quoted ? using.quoted : 0) +
    (features.shortClaim ? using.shortClaim : 0) +
    (features.headline ? using.headline : 0)
  );
}

/** Which candidates stand for themselves, and which lie within the claim of another. */
interface Rated {
  readonly candidate: Candidate;
  /** From 0 to 1. */
  readonly confidence: number;
}

/** `within`: the index, in the same list, of the one whose claim holds this one; `null` at the top. */
type Nested<One extends Rated = Rated> = One & { readonly within: number | null };

/** An outer candidate that is less sure than this gives way to a surer one that it would swallow. */
const doubtful = 0.45;
const surer = 0.2;
/** How many candidates on either side may touch one; keeps the work linear. */
const reach = 12;

/** In the order of their cues; of those with the same cue the surest, with the quotations that its speech goes on with. */
function nest<One extends Rated>(rated: readonly One[]): Nested<One>[] {
  const ordered = [...rated].sort((a, b) => a.candidate.cue.start - b.candidate.cue.start);
  const single = filterNear(
    ordered,
    (one, others) =>
      !others.some((other) => isSameCue(one, other) && !isSameSpeech(one, other) && beats(other, one)),
  );
  const plausible = filterNear(
    single,
    (one, others) =>
      one.confidence >= doubtful ||
      !others.some(
        ({ confidence, candidate }) =>
          confidence > one.confidence + surer && holds(one, { confidence, candidate }),
      ),
  );
  return plausible.map((one, at) => ({ ...one, within: holderOf(plausible, at) }));
}

function filterNear<One extends Rated>(
  ordered: readonly One[],
  keeps: (one: One, others: readonly One[]) => boolean,
): One[] {
  return ordered.filter((one, at) =>
    keeps(
      one,
      ordered.slice(Math.max(0, at - reach), at + reach + 1).filter((other) => other !== one),
    ),
  );
}

/** The innermost of those whose claim holds its cue; of two that hold each other the surer one is the outer one. */
function holderOf(kept: readonly Rated[], at: number): number | null {
  const rated = kept[at];
  if (!rated) return null;
  let holderIndex: number | null = null;
  let smallest = Infinity;
  for (let index = Math.max(0, at - reach); index <= Math.min(kept.length - 1, at + reach); index += 1) {
    const otherRated = kept[index];
    if (
      !otherRated ||
      index === at ||
      !holds(otherRated, rated) ||
      (holds(rated, otherRated) && beats(rated, otherRated))
    )
      continue;
    const length = otherRated.candidate.claim.reduce((sum, { start, end }) => sum + end - start, 0);
    if (length < smallest) [holderIndex, smallest] = [index, length];
  }
  return holderIndex;
}

const holds = (outer: Rated, inner: Rated): boolean =>
  outer.candidate.claim.some(
    ({ start, end }) => start <= inner.candidate.cue.start && inner.candidate.cue.end <= end,
  );

const isSameCue = (a: Rated, b: Rated): boolean => overlaps(a.candidate.cue, b.candidate.cue);

/** Quotations that share their voice and cue. */
const isSameSpeech = ({ candidate: a }: Rated, { candidate: b }: Rated): boolean =>
  (a.resumes === true || b.resumes === true) &&
  a.cue.start === b.cue.start &&
  a.features.rule === b.features.rule &&
  a.voice?.start === b.voice?.start;

const beats = (a: Rated, b: Rated): boolean =>
  a.confidence > b.confidence ||
  (a.confidence === b.confidence && a.candidate.cue.start < b.candidate.cue.start);
