// Carries a whole set over from one version of its article's text to another: what stands where it stood or was moved with its
// passage is placed, what somebody should look at is doubtful and says why, and what the text no longer holds is lost. Nothing is
// invented and nothing forgotten: placed, doubtful and lost are all there was.
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";
import type { Range } from "../model/range.ts";
import { type Selector, selectorOf, splitsSurrogatePair } from "../model/selector.ts";
import type { TextAlignment } from "./alignment.ts";
import { likenessOfWords } from "./pair-changed.ts";
import { type HasRival, rivalCheck } from "./rivals.ts";
import { type Side, tokenEndingAfter } from "./tokens.ts";

/** One span or exclusion of a set. */
interface CarriedMark {
  readonly kind: "spans" | "exclusions";
  readonly id: Id;
  /** As it was, in the old text. */
  readonly before: readonly Selector[];
}

export interface PlacedMark extends CarriedMark {
  readonly segments: readonly Selector[];
  /** From 0 to 1: of its least certain segment. */
  readonly confidence: number;
  readonly reason: CarryReason;
  readonly moved: boolean;
}

/** `gone`: its words are not in the new text. `unclear`: they are, and nothing tells where it belongs. */
interface LostMark extends CarriedMark {
  readonly why: "gone" | "unclear";
}

/** Each list in the order of the old text, spans before exclusions. */
export interface SetCarried {
  readonly placed: readonly PlacedMark[];
  /** Proposals: nothing of it is taken until somebody says that it is right. */
  readonly doubtful: readonly PlacedMark[];
  readonly lost: readonly LostMark[];
}

/** `alignment` of the text that the set was made on with the new one (see `alignTexts`); one serves all sets of an article. */
export function carrySet(set: AnnotationSetJson, alignment: TextAlignment): SetCarried {
  const records: CarriedMark[] = [
    ...set.spans.map(({ id, segments }) => ({ kind: "spans" as const, id, before: segments })),
    ...set.exclusions.map(({ id, segment }) => ({ kind: "exclusions" as const, id, before: [segment] })),
  ];
  const hasRival = rivalCheck(alignment);
  const placed: PlacedMark[] = [];
  const doubtful: PlacedMark[] = [];
  const lost: LostMark[] = [];
  for (const record of records) {
    const outcome = carrySegments(alignment, record.before, hasRival);
    if (typeof outcome === "string") lost.push({ ...record, why: outcome });
    else if (isSure(outcome)) placed.push({ ...record, ...outcome });
    else doubtful.push({ ...record, ...outcome });
  }
  return { placed, doubtful, lost };
}

const certain: ReadonlySet<CarryReason> = new Set(["same", "respelt", "changed"]);

/** Where a record stands. */
export type Segments = Pick<PlacedMark, "segments" | "confidence" | "reason" | "moved">;

/** Whether all of it is there, with few other words in it. */
export const isCertain = ({ reason }: Segments): boolean => certain.has(reason);

/** Whether it is taken without asking. */
export const isSure = (found: Segments): boolean => found.confidence >= sure && isCertain(found);

/** Carries what one record marks, whatever that is. */
export function carrySegments(
  alignment: TextAlignment,
  before: readonly Range[],
  hasRival: HasRival = rivalCheck(alignment),
): Segments | LostMark["why"] {
  const stretches = before.flatMap((range): CarriedStretch[] => {
    const stretch = carryStretch(alignment, range);
    return stretch ? [hasRival(range) ? lowerConfidence(stretch) : stretch] : [];
  });
  const [first] = stretches;
  if (!first) return "gone";
  const ranges = inOrder(stretches.map(({ range }) => range));
  const isWhole = stretches.length === before.length;
  const [least] = [...stretches].sort((one, other) => one.confidence - other.confidence);
  const isTorn = ranges === null;
  const reason = isTorn ? "torn" : !isWhole ? "cut" : worst(stretches);
  const confidence = Math.min(least?.confidence ?? 0, isWhole && !isTorn ? 1 : 0.5);
  const sorted =
    ranges ??
    inOrder(
      [...stretches].sort((one, other) => one.range.start - other.range.start).map(({ range }) => range),
    );
  if (!sorted) return "unclear";
  return {
    segments: sorted.map((range) => selectorOf(alignment.to.text, range)),
    confidence: sorted.length < stretches.length ? Math.min(confidence, 0.6) : confidence,
    reason: sorted.length < stretches.length && !isTorn && isWhole ? "changed" : reason,
    moved: stretches.some(({ moved }) => moved),
  };
}

const lowerConfidence = (one: CarriedStretch): CarriedStretch => ({
  ...one,
  confidence: Math.min(one.confidence, 0.4),
  reason: "several",
});

const order: readonly CarryReason[] = [
  "same",
  "respelt",
  "changed",
  "cut",
  "replaced",
  "elsewhere",
  "several",
  "torn",
];
const worst = (all: readonly CarriedStretch[]): CarryReason =>
  all.reduce<CarryReason>(
    (most, { reason }) => (order.indexOf(reason) > order.indexOf(most) ? reason : most),
    "same",
  );

/** Segments that touch now are one; `null` where they overlap or come in another order. */
function inOrder(ranges: readonly Range[]): Range[] | null {
  const mergedRanges: Range[] = [];
  for (const range of ranges) {
    const lastRange = mergedRanges.at(-1);
    if (lastRange && lastRange.end > range.start) return null;
    if (lastRange && lastRange.end === range.start)
      mergedRanges[mergedRanges.length - 1] = { start: lastRange.start, end: range.end };
    else mergedRanges.push(range);
  }
  return mergedRanges;
}

/**
 * `same`: its very words. `respelt`: with other marks or letters. `changed`: with other words in it. `cut`: what is left of it.
 * `replaced`: other words in its place. `elsewhere`: its words, in another passage. `several`: nothing tells in which of several
 * places. `torn`: what was one went different ways.
 */
type CarryReason = "same" | "respelt" | "changed" | "cut" | "replaced" | "elsewhere" | "several" | "torn";

interface CarriedStretch {
  readonly range: Range;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly reason: CarryReason;
  /** Whether the passage around it stands in another order now. */
  readonly moved: boolean;
}

/** From this on a place is taken without asking; below the other there is none. */
const sure = 0.7;
const least = 0.2;

/** Words around a stretch that tell whether it is the same; the nearer the more. */
const around = 8;

interface Words {
  /** The tokens of the stretch in the old text, end exclusive. */
  readonly first: number;
  readonly end: number;
}

/** `null` where the words are gone. */
function carryStretch(alignment: TextAlignment, range: Range): CarriedStretch | null {
  const { from, to } = alignment;
  if (from.text === to.text) return { range, confidence: 1, reason: "same", moved: false };
  const firstIndex = tokenEndingAfter(from.tokens, range.start);
  let end = firstIndex;
  while ((from.tokens[end]?.start ?? Infinity) < range.end) end += 1;
  const words = { first: firstIndex, end };
  if (firstIndex === end) return blank(alignment, range, firstIndex);
  const wordPartners = ownPartners(alignment, words);
  const start = edge(alignment, range.start, words, wordPartners, "start");
  const stop = edge(alignment, range.end, words, wordPartners, "end");
  if (!start || !stop || start.at >= stop.at) return null;
  const rangeWithMarks = withMarks(alignment, words, wordPartners, { start: start.at, end: stop.at });
  const place = withBlanks(alignment, range, words, rangeWithMarks);
  if (splitsSurrogatePair(to.text, place.start) || splitsSurrogatePair(to.text, place.end)) return null;
  return judged(alignment, words, wordPartners, { place, isCut: start.isCut || stop.isCut, range });
}

interface OwnTokens {
  /** Of each token of the stretch, in the order of the text: where it went, or -1 where that is not with the others. */
  readonly partners: readonly number[];
  readonly isTorn: boolean;
}

/** The partners that went one way; of several ways, the one that most of the letters went. */
function ownPartners({ from, moved }: TextAlignment, { first, end }: Words): OwnTokens {
  const weights = new Map<number, number>();
  for (let at = first; at < end; at += 1)
    if ((from.partner[at] ?? -1) >= 0) {
      const group = moved[at] ?? 0;
      weights.set(group, (weights.get(group) ?? 0) + (from.tokens[at]?.key.length ?? 0));
    }
  const [main] = [...weights].sort((one, other) => other[1] - one[1])[0] ?? [0];
  return {
    partners: Array.from({ length: end - first }, (_, step) =>
      (moved[first + step] ?? 0) === main ? (from.partner[first + step] ?? -1) : -1,
    ),
    isTorn: weights.size > 1,
  };
}

interface Edge {
  readonly at: number;
  /** Whether words at this edge are gone, so that it is not where it was. */
  readonly isCut: boolean;
}

function edge(
  { from, to, moved }: TextAlignment,
  offset: number,
  { first, end }: Words,
  { partners }: OwnTokens,
  side: "start" | "end",
): Edge | null {
  const isStart = side === "start";
  const edgeIndex = isStart ? first : end - 1;
  const partner = partners[edgeIndex - first] ?? -1;
  if (partner >= 0) return withinToken(from, to, edgeIndex, partner, offset, isStart);
  // The word at the edge is another one. Where the words of the same passage go on just beyond it, so does the edge.
  const beyond = isStart ? first - 1 : end;
  const neighbour = from.partner[beyond] ?? -1;
  const inner = isStart ? partners.find((one) => one >= 0) : partners.findLast((one) => one >= 0);
  const isWithin =
    inner === undefined || (moved[beyond] ?? 0) === (moved[first + partners.indexOf(inner)] ?? 0);
  const edgeOfText = isStart ? first === 0 : end === from.tokens.length;
  if ((neighbour >= 0 && isWithin) || edgeOfText) {
    const at = edgeOfText ? (isStart ? 0 : to.tokens.length - 1) : isStart ? neighbour + 1 : neighbour - 1;
    const token = to.tokens[at];
    const limit = inner ?? at;
    if (token && (isStart ? at <= limit : at >= limit)) {
      const removedCount = isStart
        ? partners.findIndex((one) => one >= 0)
        : partners.length - 1 - partners.findLastIndex((one) => one >= 0);
      const addedCount = Math.abs(limit - at);
      return {
        at: isStart ? token.start : token.end,
        isCut: inner !== undefined && addedCount > removedCount + 1,
      };
    }
  }
  const token = inner === undefined ? undefined : to.tokens[inner];
  return token ? { at: isStart ? token.start : token.end, isCut: true } : null;
}

/** An edge within a word keeps its distance to the side from which the letters are the same. */
function withinToken(
  from: Side,
  to: Side,
  own: number,
  partner: number,
  offset: number,
  isStart: boolean,
): Edge | null {
  const [a, b] = [from.tokens[own], to.tokens[partner]];
  if (!a || !b) return null;
  if (isStart && offset <= a.start) return { at: b.start, isCut: false };
  if (!isStart && offset >= a.end) return { at: b.end, isCut: false };
  const [left, right] = [from.text.slice(a.start, offset), from.text.slice(offset, a.end)];
  const word = to.text.slice(b.start, b.end);
  if (word.startsWith(left)) return { at: b.start + left.length, isCut: false };
  if (word.endsWith(right)) return { at: b.end - right.length, isCut: false };
  return { at: isStart ? b.start : b.end, isCut: true };
}

/** A stretch without words, such as an empty line left out, stands where its neighbours do. */
function blank({ from, to, moved }: TextAlignment, range: Range, next: number): CarriedStretch | null {
  const previousToken = from.tokens[next - 1];
  const partner = next === 0 ? 0 : to.tokens[from.partner[next - 1] ?? -1]?.end;
  if (partner === undefined) return null;
  const start = partner + range.start - (previousToken?.end ?? 0);
  const place = { start, end: start + range.end - range.start };
  const isThere = to.text.slice(place.start, place.end) === from.text.slice(range.start, range.end);
  const isMoved = (moved[next - 1] ?? 0) > 0;
  return isThere ? { range: place, confidence: sure, reason: "same", moved: isMoved } : null;
}

// Where a stretch of one text stands in another: by the words that it is made of and by those around it, with how sure that is and
// why it is no surer. A wrong place is worse than none: whatever somebody should look at says so.

/**
 * A quotation mark at an edge is the one beside the words next to it: there are many, and another may have been paired with it where
 * something was put in between or where the marks were changed.
 */
function withMarks(
  { from, to }: TextAlignment,
  { first, end }: Words,
  { partners }: OwnTokens,
  place: Range,
): Range {
  const isMark = (side: Side, at: number): boolean => side.tokens[at]?.key === "'";
  let { start, end: stop } = place;
  if (end - first < 2) return place;
  const secondPartner = partners[1] ?? -1;
  if (isMark(from, first) && secondPartner > 0 && isMark(to, secondPartner - 1))
    start = to.tokens[secondPartner - 1]?.start ?? start;
  const secondLastPartner = partners.at(-2) ?? -1;
  if (isMark(from, end - 1) && secondLastPartner >= 0 && isMark(to, secondLastPartner + 1))
    stop = to.tokens[secondLastPartner + 1]?.end ?? stop;
  return start < stop ? { start, end: stop } : place;
}

/** With the white space at its ends that it had, where that is there. */
function withBlanks({ from, to }: TextAlignment, range: Range, { first, end }: Words, place: Range): Range {
  const lead = from.text.slice(range.start, Math.max(range.start, from.tokens[first]?.start ?? 0));
  const trail = from.text.slice(Math.min(range.end, from.tokens[end - 1]?.end ?? range.end), range.end);
  return {
    start: to.text.slice(0, place.start).endsWith(lead) ? place.start - lead.length : place.start,
    end: to.text.startsWith(trail, place.end) ? place.end + trail.length : place.end,
  };
}

function judged(
  alignment: TextAlignment,
  words: Words,
  own: OwnTokens,
  { place, isCut, range }: { readonly place: Range; readonly isCut: boolean; readonly range: Range },
): CarriedStretch | null {
  const { from, to, moved } = alignment;
  const keptShare = shareKept(alignment, words, own, place);
  const contextBefore = contextShare(alignment, words, own, "before");
  const contextAfter = contextShare(alignment, words, own, "after");
  const context = Math.max(contextBefore, contextAfter);
  const inPlace = own.partners.filter((one) => one >= 0).length;
  const telling = Math.min(1, context + Math.max(0, inPlace - 2) / 10);
  const isMoved =
    words.first < words.end && own.partners.some((one, at) => one >= 0 && (moved[words.first + at] ?? 0) > 0);
  const common = { range: place, moved: isMoved };
  if (inPlace === 0)
    return contextBefore + contextAfter < 1
      ? null
      : { ...common, confidence: 0.2 + 0.15 * (contextBefore + contextAfter), reason: "replaced" };
  const confidence = keptShare * telling;
  if (confidence < least) return null;
  if (own.isTorn) return { ...common, confidence: Math.min(confidence, 0.5), reason: "torn" };
  if (isCut) return { ...common, confidence: Math.min(confidence, 0.6), reason: "cut" };
  const isSame = from.text.slice(range.start, range.end) === to.text.slice(place.start, place.end);
  const isRespelt = own.partners.every((one) => one >= 0) && keptShare > 0.75;
  return { ...common, confidence, reason: isSame ? "same" : isRespelt ? "respelt" : "changed" };
}

/** How much of the stretch, in letters, is what it was: of the longer of what it was and what it is. */
function shareKept(
  { from, to }: TextAlignment,
  { first, end }: Words,
  { partners }: OwnTokens,
  place: Range,
): number {
  let keptLength = 0;
  let was = 0;
  for (let at = first; at < end; at += 1) {
    const token = from.tokens[at];
    const partnerToken = to.tokens[partners[at - first] ?? -1];
    if (!token) continue;
    was += token.key.length;
    if (partnerToken) keptLength += likenessOfWords(token, partnerToken) * token.key.length;
  }
  let is = 0;
  for (
    let at = tokenEndingAfter(to.tokens, place.start);
    (to.tokens[at]?.start ?? Infinity) < place.end;
    at += 1
  )
    is += to.tokens[at]?.key.length ?? 0;
  return keptLength / Math.max(was, is, 1);
}

/** How much of what stood beside the stretch stands beside it now. Where the text began or ended it lacks nothing. */
function contextShare(
  { from, moved }: TextAlignment,
  { first, end }: Words,
  { partners }: OwnTokens,
  side: "before" | "after",
): number {
  const isBefore = side === "before";
  const inner = isBefore ? partners.findIndex((one) => one >= 0) : partners.findLastIndex((one) => one >= 0);
  const innerPartner = partners[inner] ?? -1;
  const group = inner < 0 ? null : moved[first + inner];
  let [near, all] = [0, 0];
  let lastPartner = innerPartner;
  for (let step = 1; step <= around; step += 1) {
    const at = isBefore ? first - step : end - 1 + step;
    const weight = around + 1 - step;
    if (at < 0 || at >= from.tokens.length) {
      if (step > 1) continue;
      return 1;
    }
    all += weight;
    const partner = from.partner[at] ?? -1;
    if (partner < 0 || (group !== null && moved[at] !== group)) continue;
    const distance = lastPartner < 0 ? 0 : Math.abs(lastPartner - partner);
    if (distance <= around + step) near += weight;
    lastPartner = partner;
  }
  return all === 0 ? 1 : near / all;
}
