// Filters proposed cards, and what may be missed, to what is new to an annotator: where there is a card already, a claim that waits
// for one, words left out of the analysis, or a rejection, nothing is proposed again.
import { type AnnotationSet, usersOf } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";
import { kindOf, type QuotedText } from "../model/kind.ts";
import { hull, joinRanges, overlaps, type Range, touchesAny } from "../model/range.ts";
import { patternKey } from "../model/rejection.ts";
import { get, records } from "../model/table.ts";
import type { Tagset } from "../model/tagset.ts";
import type { Missed } from "./missed.ts";
import { personRule } from "./pattern.ts";
import { withMarks } from "./quotation-edges.ts";
import { type ReadQuotation, readQuotations } from "./speech.ts";
import type { SuggestedCard } from "./suggested-card.ts";

/**
 * The cards that say something new, in their order. One is known when a card's cue touches its cue, when a claim that has no cue yet
 * touches its claim (what is proposed for that stands beside it), or, where it has no cue, when any card's claim does. A quotation that shares its cue with
 * the one before is known by its claim alone, and by what is left out or rejected.
 * `rejected`: keys of patterns that are not wanted in the project.
 */
export function newSuggestions(
  cards: readonly SuggestedCard[],
  set: AnnotationSet,
  tagset: Pick<Tagset, "slots">,
  rejected: ReadonlySet<string>,
): readonly SuggestedCard[] {
  const knownRanges = knownRangesIn(set, tagset);
  return cards.filter(
    ({ cue, claim, pattern, resumes }) =>
      !rejected.has(patternKey(pattern)) &&
      !cue.some((range) => touchesAny(resumes ? knownRanges.silent : knownRanges.cues, range)) &&
      !claim.some((range) =>
        touchesAny(cue.length > 0 && !resumes ? knownRanges.openClaims : knownRanges.claims, range),
      ),
  );
}

/**
 * What of the quotations and the words of saying is in no card yet, in their order; nothing of what lies in the `leftOut` ranges, and no
 * quotation whose check was waived.
 */
export function uncovered<One extends Missed>(
  missed: readonly One[],
  set: AnnotationSet,
  tagset: Pick<Tagset, "slots">,
  leftOut: readonly Range[],
): readonly One[] {
  const { cues, claims } = knownRangesIn(set, tagset);
  const out = joinRanges(leftOut);
  const waived = new Set(Array.from(records(set.waivers), ({ on }) => on));
  return missed.flatMap((one) => {
    const inClaim = touchesAny(claims, one.range);
    const isKnown = one.kind === "quotation" ? inClaim : touchesAny(cues, one.range);
    const isWaived = one.stretch !== null && waived.has(one.stretch);
    return isKnown || isWaived || touchesAny(out, one.range) ? [] : [{ ...one, inClaim }];
  });
}

interface KnownRanges {
  /** Left out of the analysis, or rejected. */
  readonly silent: readonly Range[];
  readonly cues: readonly Range[];
  readonly openClaims: readonly Range[];
  readonly claims: readonly Range[];
}

function knownRangesIn(set: AnnotationSet, { slots }: Pick<Tagset, "slots">): KnownRanges {
  // Who is not to be in the registry may still speak.
  const rejected = [...records(set.rejections)].filter(({ pattern }) => pattern?.rule !== personRule);
  const excludedSegments = [...records(set.exclusions), ...rejected].map(({ segment }) => segment);
  const cues: Range[] = [...excludedSegments];
  const openClaims: Range[] = [];
  const claims: Range[] = [...excludedSegments];
  for (const card of records(set.attributions)) {
    const [cue, claim] = [segmentsOf(set, card.cue), segmentsOf(set, card.claim)];
    cues.push(...cue);
    claims.push(...claim);
    if (cue.length === 0) openClaims.push(...claim);
  }
  const claimTypes = slots.find(({ id }) => id === "claim")?.accepts ?? [];
  for (const { id, type, segments } of records(set.spans))
    if (claimTypes.includes(type) && usersOf(set, id).length === 0) openClaims.push(...segments);
  return {
    silent: joinRanges(excludedSegments),
    cues: joinRanges(cues),
    openClaims: joinRanges(openClaims),
    claims: joinRanges([...claims, ...openClaims]),
  };
}

const segmentsOf = (set: AnnotationSet, span: Id | null): readonly Range[] =>
  (span === null ? undefined : get(set.spans, span))?.segments ?? [];

// Fits what is still suggested to the cards that an annotator made of suggestions around it: where a claim was shortened, what lies within
// it is shortened too, and what it no longer holds stands for itself.

/** A suggestion as it is to be offered; `holder`: the card of the set whose claim it lies within. */
interface FittedCard {
  readonly card: SuggestedCard;
  readonly holder: Id | null;
}

/**
 * Fits suggestions one by one. `all`: every card that is proposed, in which `within` counts; `open`: those of them that are offered.
 * A suggestion is within the nearest of its enclosing ones that is offered, or of which a card was made whose claim holds its cue.
 */
export function fitToSet(
  all: readonly SuggestedCard[],
  open: ReadonlySet<SuggestedCard>,
  set: AnnotationSet,
  article: QuotedText,
): (card: SuggestedCard) => FittedCard {
  const existingCards = Array.from(records(set.attributions), (card) => ({
    card: card.id,
    cue: segmentsOf(set, card.cue),
    claim: segmentsOf(set, card.claim),
  }));
  const madeOf = ({ cue }: SuggestedCard) =>
    existingCards.find((one) => one.cue.some((a) => cue.some((b) => overlaps(a, b))));

  let quotations: readonly ReadQuotation[] | null = null;
  const cut = (card: SuggestedCard, claim: readonly Range[]): SuggestedCard | null => {
    const { text } = article;
    const within = cutTo(card.claim, claim, text);
    if (within.length === 0) return null;
    if (sameRanges(within, card.claim)) return { ...card, within: null };
    quotations ??= readQuotations(article);
    const markedRanges = withMarks(text, quotations, within);
    return { ...card, claim: markedRanges, within: null };
  };
  /** With the kind that a card of it would have: quotation marks around an inner voice belong to the outer one. */
  const placed = (suggestion: SuggestedCard, within: number | null, holder: Id | null): FittedCard => {
    const { claim } = suggestion;
    const kind =
      claim.length === 0
        ? suggestion.kind
        : kindOf({ segments: claim }, { within: holder ?? within }, article);
    const isSame = suggestion.within === within && suggestion.kind === kind;
    return { card: isSame ? suggestion : { ...suggestion, within, kind }, holder };
  };

  return (card) => {
    const seen = new Set<number>();
    for (let at = card.within; at !== null && !seen.has(at); at = all[at]?.within ?? null) {
      seen.add(at);
      const outer = all[at];
      if (!outer) break;
      if (open.has(outer)) return placed(card, at, null);
      const holder = madeOf(outer);
      if (!holder || !card.cue.every((cue) => holder.claim.some((claim) => holds(claim, cue)))) continue;
      const fitted = cut(card, holder.claim);
      if (fitted) return placed(fitted, null, holder.card);
    }
    return placed(card, null, null);
  };
}

const holds = (outer: Range, inner: Range): boolean => outer.start <= inner.start && inner.end <= outer.end;

const sameRanges = (a: readonly Range[], b: readonly Range[]): boolean =>
  a.length === b.length && a.every(({ start, end }, at) => b[at]?.start === start && b[at]?.end === end);

/** What of the ranges lies in others, without the white space and punctuation that a cut leaves at its edge. */
function cutTo(ranges: readonly Range[], others: readonly Range[], text: string): readonly Range[] {
  if (others.length === 0) return [];
  const limit = hull(others);
  return ranges.flatMap(({ start, end }): Range[] => {
    if (start >= limit.start && end <= limit.end) return [{ start, end }];
    const words = text.slice(Math.max(start, limit.start), Math.min(end, limit.end));
    const from = Math.max(start, limit.start) + (/^[\s,;:–—-]*/u.exec(words)?.[0].length ?? 0);
    const to = from + text.slice(from, Math.min(end, limit.end)).replace(/[\s,;:.–—-]+$/u, "").length;
    return from < to ? [{ start: from, end: to }] : [];
  });
}
