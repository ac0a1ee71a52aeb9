// Filters proposed cards, and what may be missed, to what is new to an annotator: where there is a card already, a claim that waits
// for one, words left out of the analysis, or a rejection, nothing is proposed again.
import { type AnnotationSet, usersOf } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";
import { joinRanges, type Range, touchesAny } from "../model/range.ts";
import { patternKey } from "../model/rejection.ts";
import { get, records } from "../model/table.ts";
import type { Tagset } from "../model/tagset.ts";
import type { Missed } from "./missed.ts";
import { personRule } from "./pattern.ts";
import type { SuggestedCard } from "./suggested-card.ts";

/**
 * The cards that say something new, in their order. One is known when a card's cue touches its cue, when a claim that has no cue yet
 * touches its claim (what is proposed for that stands beside it), or, where it has no cue, when any card's claim does.
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
    ({ cue, claim, pattern }) =>
      !rejected.has(patternKey(pattern)) &&
      !cue.some((range) => touchesAny(knownRanges.cues, range)) &&
      !claim.some((range) => touchesAny(cue.length > 0 ? knownRanges.openClaims : knownRanges.claims, range)),
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
    cues: joinRanges(cues),
    openClaims: joinRanges(openClaims),
    claims: joinRanges([...claims, ...openClaims]),
  };
}

const segmentsOf = (set: AnnotationSet, span: Id | null): readonly Range[] =>
  (span === null ? undefined : get(set.spans, span))?.segments ?? [];
