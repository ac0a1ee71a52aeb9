// Carries a whole set over from one version of its article's text to another: what stands where it stood or was moved with its
// passage is placed, what somebody should look at is doubtful and says why, and what the text no longer holds is lost. Nothing is
// invented and nothing forgotten: placed, doubtful and lost are all there was.
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";
import type { Range } from "../model/range.ts";
import { type Selector, selectorOf } from "../model/selector.ts";
import type { Alignment } from "./alignment.ts";
import { type CarriedStretch, type CarryReason, carryStretch, sure } from "./carry-stretch.ts";
import { type HasRival, rivalCheck } from "./rivals.ts";

/** One span or exclusion of a set. */
interface Carried {
  readonly kind: "spans" | "exclusions";
  readonly id: Id;
  /** As it was, in the old text. */
  readonly before: readonly Selector[];
}

export interface Placed extends Carried {
  readonly segments: readonly Selector[];
  /** From 0 to 1: of its least certain segment. */
  readonly confidence: number;
  readonly reason: CarryReason;
  readonly moved: boolean;
}

/** `gone`: its words are not in the new text. `unclear`: they are, and nothing tells where it belongs. */
interface Lost extends Carried {
  readonly why: "gone" | "unclear";
}

/** Each list in the order of the old text, spans before exclusions. */
export interface SetCarried {
  readonly placed: readonly Placed[];
  /** Proposals: nothing of it is taken until somebody says that it is right. */
  readonly doubtful: readonly Placed[];
  readonly lost: readonly Lost[];
}

/** `alignment` of the text that the set was made on with the new one (see `alignTexts`); one serves all sets of an article. */
export function carrySet(set: AnnotationSetJson, alignment: Alignment): SetCarried {
  const records: Carried[] = [
    ...set.spans.map(({ id, segments }) => ({ kind: "spans" as const, id, before: segments })),
    ...set.exclusions.map(({ id, segment }) => ({ kind: "exclusions" as const, id, before: [segment] })),
  ];
  const hasRival = rivalCheck(alignment);
  const placed: Placed[] = [];
  const doubtful: Placed[] = [];
  const lost: Lost[] = [];
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
export type Segments = Pick<Placed, "segments" | "confidence" | "reason" | "moved">;

/** Whether all of it is there, with few other words in it. */
export const isCertain = ({ reason }: Segments): boolean => certain.has(reason);

/** Whether it is taken without asking. */
export const isSure = (found: Segments): boolean => found.confidence >= sure && isCertain(found);

/** Carries what one record marks, whatever that is. */
export function carrySegments(
  alignment: Alignment,
  before: readonly Range[],
  hasRival: HasRival = rivalCheck(alignment),
): Segments | Lost["why"] {
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
