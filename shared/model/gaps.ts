// Gaps: what is still to be said of marks that are there. A claim that is nobody's, a card without a claim or a voice, a
// mention of nobody in the registry. The next gap is looked for from where one is.
import { type AnnotationSet, placeOf, usersOf } from "./annotation-set.ts";
import { type Attribution, spansOf } from "./attribution.ts";
import type { Id } from "./id.ts";
import type { Span } from "./span.ts";
import { get, records } from "./table.ts";
import { slotsFor, spanTypeOf, type Tagset } from "./tagset.ts";

export type GapKind =
  | "claim-without-card"
  | "card-without-voice"
  | "card-without-claim"
  | "mention-without-entity";

/** A gap with the span and the card it is about. */
export interface Gap {
  readonly kind: GapKind;
  readonly span: Id | null;
  readonly card: Id | null;
}

/** What is missing of the span itself, whatever card uses it. */
function gapsOfSpan(span: Span, set: AnnotationSet, tagset: Tagset): GapKind[] {
  const isClaim = slotsFor(tagset, span.type).some(({ id }) => id === "claim");
  const gaps: GapKind[] = [];
  if (isClaim && !usersOf(set, span.id).some(({ claim }) => claim === span.id))
    gaps.push("claim-without-card");
  if (spanTypeOf(tagset, span.type)?.refersToEntity && span.entity === undefined)
    gaps.push("mention-without-entity");
  return gaps;
}

function gapsOfCard(card: Attribution): GapKind[] {
  if (card.claim === null) return ["card-without-claim"];
  return card.voice.length === 0 ? ["card-without-voice"] : [];
}

/** The gaps of a span and of the cards that stand at it. */
export function gapsAt(set: AnnotationSet, tagset: Tagset, id: Id): Gap[] {
  const span = get(set.spans, id);
  if (!span) return [];
  const cards = usersOf(set, id).filter((card) => anchorOf(set, card) === id);
  return [
    ...gapsOfSpan(span, set, tagset).map((kind) => ({ kind, span: id, card: null })),
    ...cards.flatMap((card) => gapsOfCard(card).map((kind) => ({ kind, span: id, card: card.id }))),
  ];
}

/** All gaps of a set: those of spans, then those of cards that no span gives a place. */
export function gapsOf(set: AnnotationSet, tagset: Tagset): Gap[] {
  const spans = [...records(set.spans)].flatMap(({ id }) => gapsAt(set, tagset, id));
  const unplaced = [...records(set.attributions)].filter((card) => anchorOf(set, card) === undefined);
  return [...spans, ...unplaced.flatMap(gapsOfUnplaced)];
}

/** Where the next gap is looked for: the ids in reading order, and the place among them that one stands at. */
interface GapSearch {
  readonly spanOrder: readonly Id[];
  readonly cardOrder: readonly Id[];
  /** The span or the card without a place that one stands on, or the offset one stands at. */
  readonly from: { readonly id: Id } | { readonly offset: number };
  readonly direction: 1 | -1;
}

/**
 * The next gap in reading order; behind the last one the first again. Cards without a place in the text come last. `null`
 * when there is none.
 */
export function nextGap(set: AnnotationSet, tagset: Tagset, search: GapSearch): Gap | null {
  const { spanOrder, cardOrder, from, direction } = search;
  const startOf = (id: Id | undefined): number => get(set.spans, id ?? "")?.segments[0]?.start ?? 0;
  const unplaced = unplacedCards(set, cardOrder);
  const ids = [...spanOrder, ...unplaced.map(({ id }) => id)];
  const behind =
    "id" in from
      ? ids.indexOf(from.id)
      : firstAtOrBehind(spanOrder, from.offset, startOf) - (direction === 1 ? 1 : 0);
  for (let step = 1; step <= ids.length; step += 1) {
    const at = (behind + step * direction + ids.length * 2) % ids.length;
    const span = spanOrder[at];
    const card = unplaced[at - spanOrder.length];
    const gaps = span === undefined ? gapsOfUnplaced(card) : gapsAt(set, tagset, span);
    if (gaps[0]) return gaps[0];
  }
  return null;
}

const gapsOfUnplaced = (card: Attribution | undefined): Gap[] =>
  card ? gapsOfCard(card).map((kind) => ({ kind, span: null, card: card.id })) : [];

/** The span at which a card stands in the text. */
function anchorOf(set: AnnotationSet, card: Attribution): Id | undefined {
  return [card.claim, card.cue, ...spansOf(card)].find((id): id is Id => id !== null && !!get(set.spans, id));
}

/** Cards that no span gives a place: they stand at the end of the cards' order. */
function unplacedCards(set: AnnotationSet, cardOrder: readonly Id[]): Attribution[] {
  const cards: Attribution[] = [];
  for (const id of cardOrder.toReversed()) {
    const card = get(set.attributions, id);
    if (!card || placeOf(set, card)) break;
    cards.unshift(card);
  }
  return cards;
}

function firstAtOrBehind(
  order: readonly Id[],
  offset: number,
  startOf: (id: Id | undefined) => number,
): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(order[middle]) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
