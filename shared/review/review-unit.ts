// What a review aligns and compares: the spans and the cards of a set, each with the places in the text that it speaks of.
import type { AnnotationSet } from "../model/annotation-set.ts";
import type { Attribution } from "../model/attribution.ts";
import { spansIn } from "../model/card-laws.ts";
import type { Id } from "../model/id.ts";
import { joinRanges, type Range } from "../model/range.ts";
import type { Span } from "../model/span.ts";
import { get, records } from "../model/table.ts";
import type { SlotId } from "../model/tagset.ts";
import type { Alignable } from "./affinity.ts";
import { hullIfAny } from "./ranges.ts";

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
