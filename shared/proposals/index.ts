// Proposes who says a claim that a person has marked, and by which words. Precise rather than complete: what is not plain is left to the
// annotator. It answers on a key press and for any claim, without the tagger of the suggestions: by the suggestions for the article where
// they have a card for these words, else by the order of the words around the claim (in German, French and Spanish by their rules, which
// need no tagger), else by the spans that are marked nearby. So it is
// a second engine on purpose (docs/decisions/0029 has the figures); the small words and the reasons are those of `shared/suggestions`.
import { type ArticleText, paragraphAt } from "../model/article-text.ts";
import type { Id } from "../model/id.ts";
import { hull, overlaps, type Range, sameRange } from "../model/range.ts";
import { quotationsTouching } from "../model/text-units.ts";
import { readGermanQuotations } from "../suggestions/german/sentences.ts";
import { germanCandidates } from "../suggestions/german/suggest-german.ts";
import { lexiconSuggestions } from "../suggestions/lexicon-suggestions.ts";
import type { ProposalRule } from "../suggestions/reasons.ts";
import { leastSure, type SuggestedCard } from "../suggestions/suggested-card.ts";
import { surroundingsOf } from "./around-claim.ts";
import { orders, type ProposalCandidate } from "./orders.ts";

/** Words that would be marked, or the span that marks them already. */
interface ProposedMark extends Range {
  readonly span: Id | null;
}

/** Why something is proposed: by a rule of these here, or as the suggestion says whose voice and cue it has. */
type Why =
  | { readonly rule: ProposalRule; readonly suggested: null }
  | { readonly rule: string; readonly suggested: Pick<SuggestedCard, "confidence" | "model"> };

/** At least one of voice and cue is there. */
export type Proposal = Why & { readonly voice: ProposedMark | null; readonly cue: ProposedMark | null };

/** Words to be proposed, before it is seen which of them are marked. */
type ProposedWords = Why & Pick<ProposalCandidate, "voice" | "cue">;

/** What of a card says by which words its claim is somebody's. */
type WordsOfCard = Pick<SuggestedCard, "voice" | "cue" | "claim" | "rule" | "model" | "confidence">;

/** A span that could be a voice or a cue. `free`: it stands in no card yet. */
export interface MarkedAlready extends Range {
  readonly id: Id;
  readonly as: "voice" | "cue";
  readonly free: boolean;
}

/** How much of both claims together they share at least: people and rules draw edges otherwise. */
const leastShared = 0.3;
/** Two claims that share at least so much are the same one, with other edges. */
const nearlySame = 0.9;
/** How far from the claim a marked span may lie to be proposed without a rule. */
const near = 120;

/**
 * The proposals for a claim of these segments, the best first; empty when none is plain. `marked`: the spans of the
 * neighbourhood that could be its voice or cue, which are taken where they lie in the words found. `cards`: what is suggested for the
 * article, where that is known: a card for the same words goes before everything else.
 */
export function proposalsFor(
  article: ArticleText,
  segments: readonly Range[],
  marked: readonly MarkedAlready[] = [],
  cards: readonly SuggestedCard[] = [],
): readonly Proposal[] {
  if (segments.length === 0) return [];
  const suggestedWords = fromCards(article, cards, segments);
  const otherWords = byLanguage(article, segments).filter(
    (one) => !suggestedWords.some((other) => isAlike(one, other)),
  );
  const proposals = [...suggestedWords, ...otherWords].map(
    ({ voice, cue, ...why }): Proposal => ({
      ...why,
      voice: asMarked(voice, "voice", marked),
      cue: asMarked(cue, "cue", marked),
    }),
  );
  return [...proposals, ...fromMarks(marked, segments)].filter(isFirst);
}

/**
 * What the cards say whose claims share enough words with the marked one: first those that are nearly the same claim, then those whose
 * voice or cue stands right beside it, and of these the nearest. None whose voice or cue lies in it.
 */
function fromCards(
  article: ArticleText,
  cards: readonly WordsOfCard[],
  segments: readonly Range[],
): readonly ProposedWords[] {
  const rank = (card: WordsOfCard, shared: number): number =>
    shared >= nearlySame ? 2 : isBeside(article, [...card.voice, ...card.cue], hull(segments)) ? 1 : 0;
  return cards
    .filter(
      ({ voice, cue }) => cue.length > 0 && [...voice, ...cue].every((range) => isOutside(range, segments)),
    )
    .map((card) => ({ card, shared: shareOf(card.claim, segments) }))
    .filter(({ shared }) => shared >= leastShared)
    .map(({ card, shared }) => ({ card, shared, rank: rank(card, shared) }))
    .sort((a, b) => b.rank - a.rank || b.shared - a.shared)
    .map(({ card: { voice, cue, rule, model, confidence } }) => ({
      voice: voice[0] ?? null,
      cue: cue[0] ?? null,
      rule,
      suggested: { confidence, model },
    }));
}

/** English by the order of its words; other languages by their own rules, which need no tagger and so answer at once. */
function byLanguage(article: ArticleText, segments: readonly Range[]): readonly ProposedWords[] {
  const { language } = article;
  if (language === null || language === "en") return byOrder(article, segments);
  const near = paragraphOf(article, hull(segments));
  const cards =
    language === "de"
      ? germanCandidates(near, readGermanQuotations(near)).map(({ candidate, confidence }) => ({
          voice: candidate.voice,
          cue: candidate.cue,
          claim: candidate.claim,
          rule: candidate.features.rule,
          confidence,
        }))
      : lexiconSuggestions(near, language);
  return fromCards(
    article,
    cards
      .filter(({ confidence }) => confidence >= leastSure)
      .map(({ voice, cue, ...card }) => ({ ...card, voice: voice ? [voice] : [], cue: [cue], model: null })),
    segments,
  );
}

/** No more of a paragraph is read to propose something on a key press, in code units. */
const farthest = 4_000;

/** What lies around the claim in its paragraph, and in the one before, which may lead up to it. */
function paragraphOf(article: ArticleText, claim: Range): ArticleText {
  const at = paragraphAt(article, claim.start);
  const paragraphs = article.paragraphs
    .slice(Math.max(0, at - 1), at + 1)
    .map(({ start, end }) => ({
      start: Math.max(start, claim.start - farthest),
      end: Math.min(end, claim.end + farthest),
    }))
    .filter(({ start, end }) => start < end);
  return {
    ...article,
    paragraphs,
    quotations: paragraphs.flatMap((paragraph) =>
      quotationsTouching(article, paragraph).filter(
        ({ start, end }) => paragraph.start <= start && end <= paragraph.end,
      ),
    ),
  };
}

function byOrder(article: ArticleText, segments: readonly Range[]): readonly ProposedWords[] {
  const around = surroundingsOf(article, segments);
  return orders
    .flatMap((order) => order(around) ?? [])
    .filter(({ voice, cue }) => [voice, cue].every((range) => range === null || isOutside(range, segments)))
    .sort((a, b) => b.score - a.score)
    .map(({ voice, cue, rule }) => ({ voice, cue, rule, suggested: null }));
}

/** The nearest spans that are in no card yet, where there is one for both. */
function fromMarks(marked: readonly MarkedAlready[], segments: readonly Range[]): readonly Proposal[] {
  const claim = hull(segments);
  const free = marked
    .filter((span) => span.free && distance(span, claim) <= near && isOutside(span, segments))
    .sort((a, b) => distance(a, claim) - distance(b, claim));
  const cue = free.find(({ as }) => as === "cue");
  const voice = free.find(({ as }) => as === "voice");
  return cue && voice
    ? [{ voice: markOf(voice), cue: markOf(cue), rule: "marked-nearby", suggested: null }]
    : [];
}

/** Whether only marks stand between the claim and one of these words, in one line. */
const isBeside = ({ text }: ArticleText, words: readonly Range[], claim: Range): boolean =>
  words.some(({ start, end }) =>
    /^[^\p{L}\p{N}\n]{0,8}$/u.test(
      start >= claim.end ? text.slice(claim.end, start) : text.slice(end, claim.start),
    ),
  );

const isOutside = (range: Range, segments: readonly Range[]): boolean =>
  !segments.some((segment) => overlaps(segment, range));

/** The same voice and cue, whatever their edges. */
const isAlike = (a: ProposedWords, b: ProposedWords): boolean =>
  (["voice", "cue"] as const).every((slot) => {
    const [one, other] = [a[slot], b[slot]];
    return one && other ? overlaps(one, other) : one === other;
  });

function isFirst(proposal: Proposal, at: number, all: readonly Proposal[]): boolean {
  const isSame = (a: Range | null, b: Range | null): boolean => (a && b ? sameRange(a, b) : a === b);
  return all.findIndex(({ voice, cue }) => isSame(voice, proposal.voice) && isSame(cue, proposal.cue)) === at;
}

/** The span that marks the words already, whatever its edges, or the words. */
function asMarked(
  range: Range | null,
  as: MarkedAlready["as"],
  marked: readonly MarkedAlready[],
): ProposedMark | null {
  if (!range) return null;
  const span = marked.find((other) => other.as === as && overlaps(other, range));
  return span ? markOf(span) : { start: range.start, end: range.end, span: null };
}

const markOf = ({ start, end, id }: MarkedAlready): ProposedMark => ({ start, end, span: id });

function distance(a: Range, b: Range): number {
  return overlaps(a, b) ? 0 : Math.max(a.start - b.end, b.start - a.end);
}

/** Of the words that either has, how many both have. Segments of one claim do not overlap each other. */
function shareOf(a: readonly Range[], b: readonly Range[]): number {
  let sharedLength = 0;
  for (const range of a)
    for (const otherRange of b)
      sharedLength += Math.max(
        0,
        Math.min(range.end, otherRange.end) - Math.max(range.start, otherRange.start),
      );
  return sharedLength === 0 ? 0 : sharedLength / (lengthOf(a) + lengthOf(b) - sharedLength);
}

const lengthOf = (ranges: readonly Range[]): number =>
  ranges.reduce((length, { start, end }) => length + end - start, 0);
