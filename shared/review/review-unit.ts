// A unit of a review: the spans and the cards of a set, each with the places in the text that it speaks of.
import type { AnnotationSet } from "../model/annotation-set.ts";
import type { Attribution } from "../model/attribution.ts";
import { spansIn } from "../model/card-laws.ts";
import type { Id } from "../model/id.ts";
import { hull, joinRanges, type Range } from "../model/range.ts";
import type { Span } from "../model/span.ts";
import { get, records } from "../model/table.ts";
import type { SlotId } from "../model/tagset.ts";
import type { Alignable } from "./affinity.ts";

export interface SpanUnit extends Alignable {
  readonly kind: "span";
  readonly span: Span;
  readonly ranges: readonly Range[];
}

/** `start` and `end` cover all that its slots hold; both are 0 for a card whose slots are empty. */
export interface CardUnit extends Alignable {
  readonly kind: "card";
  readonly card: Attribution;
  readonly slots: Readonly<Record<SlotId, readonly Range[]>>;
}

/** In which a card is recognised by another annotator's card: the first that both have. */
export const slotsByWeight: readonly SlotId[] = ["claim", "cue", "voice", "via"];

export function spanUnitsOf(set: AnnotationSet): SpanUnit[] {
  return Array.from(records(set.spans), (span) => {
    const ranges = plain(span.segments);
    const place = hullIfAny(ranges) ?? { start: 0, end: 0 };
    return { kind: "span", id: span.id, key: keyOf(span.type, ranges), ...place, span, ranges };
  });
}

export function cardUnitsOf(set: AnnotationSet): CardUnit[] {
  return Array.from(records(set.attributions), (card) => {
    const slots = {
      voice: placeIn(set, card, "voice"),
      cue: placeIn(set, card, "cue"),
      claim: placeIn(set, card, "claim"),
      via: placeIn(set, card, "via"),
    };
    const slotRanges = slotsByWeight.map((slot) => slots[slot]);
    const place = hullIfAny(slotRanges.flat()) ?? { start: 0, end: 0 };
    return {
      kind: "card",
      id: card.id,
      key: slotRanges.map((ranges) => keyOf("", ranges)).join("|"),
      ...place,
      card,
      slots,
    };
  });
}

/** What the spans of these ids cover together. */
export function rangesOf(set: AnnotationSet, ids: readonly Id[]): readonly Range[] {
  return joinRanges(ids.flatMap((id) => plain(get(set.spans, id)?.segments ?? [])));
}

const placeIn = (set: AnnotationSet, card: Attribution, slot: SlotId): readonly Range[] =>
  rangesOf(set, spansIn(card, slot));

const plain = (ranges: readonly Range[]): Range[] => ranges.map(({ start, end }) => ({ start, end }));

const keyOf = (type: string, ranges: readonly Range[]): string =>
  `${type} ${ranges.map(({ start, end }) => `${start}-${end}`).join(",")}`;

// How much two places in the text, each of one or more ranges, have in common.

const lengthOf = (ranges: readonly Range[]): number =>
  ranges.reduce((sum, { start, end }) => sum + end - start, 0);

/** How many code units both places cover. */
export function sharedLength(a: readonly Range[], b: readonly Range[]): number {
  let sum = 0;
  for (const range of joinRanges(a))
    for (const otherRange of joinRanges(b))
      sum += Math.max(0, Math.min(range.end, otherRange.end) - Math.max(range.start, otherRange.start));
  return sum;
}

/**
 * The square of the share of text that two places do not have in common, from 0 to 1. For two ranges that overlap it is the
 * positional dissimilarity of Mathet et al. 2015, ((|Δstart| + |Δend|) / (length + length))².
 */
export function placeDissimilarity(a: readonly Range[], b: readonly Range[]): number {
  const totalLength = lengthOf(joinRanges(a)) + lengthOf(joinRanges(b));
  return totalLength === 0 ? 0 : ((totalLength - 2 * sharedLength(a, b)) / totalLength) ** 2;
}

/** From the first start to the last end; `null` for no range at all. */
const hullIfAny = (ranges: readonly Range[]): Range | null => (ranges.length > 0 ? hull(ranges) : null);

/** The same ranges, whatever they are. */
export const samePlace = (a: readonly Range[], b: readonly Range[]): boolean =>
  a.length === b.length && a.every(({ start, end }, at) => start === b[at]?.start && end === b[at]?.end);
