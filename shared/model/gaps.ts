// Gaps: what is still to be said of marks that are there. A claim that is nobody's, a card without a claim or a voice, a
// mention of nobody in the registry. Counts are kept from change to change; the next gap is looked for from where one is.
import { type AnnotationSet, placeOf, usersOf } from "./annotation-set.ts";
import { type Attribution, spansOf } from "./attribution.ts";
import type { Change } from "./change.ts";
import type { Id } from "./id.ts";
import type { Span } from "./span.ts";
import { get, records } from "./table.ts";
import { slotsFor, spanTypeOf, type Tagset } from "./tagset.ts";

export const gapKinds = [
  "claim-without-card",
  "card-without-voice",
  "card-without-claim",
  "mention-without-entity",
] as const;
type GapKind = (typeof gapKinds)[number];

/** A gap with the span and the card it is about. */
export interface Gap {
  readonly kind: GapKind;
  readonly span: Id | null;
  readonly card: Id | null;
}

export type GapCounts = Readonly<Record<GapKind, number>>;

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

/** All gaps of a set, counted by kind. */
export function gapCountsOf(set: AnnotationSet, tagset: Tagset): GapCounts {
  const spans = [...records(set.spans)].flatMap((span) => gapsOfSpan(span, set, tagset));
  return counted(none, [...spans, ...[...records(set.attributions)].flatMap(gapsOfCard)], 1);
}

/** The counts after a change that led from `before` to `after`: looks at what the change touches, and at nothing else. */
export function gapCountsAfter(
  counts: GapCounts,
  {
    before,
    after,
    change,
  }: { readonly before: AnnotationSet; readonly after: AnnotationSet; readonly change: Change },
  tagset: Tagset,
): GapCounts {
  const cards = [change.attributions].flatMap((part) =>
    part ? [...part.added, ...part.removed, ...part.updated.flatMap(({ from, to }) => [from, to])] : [],
  );
  const spans = [change.spans].flatMap((part) =>
    part ? [...part.added, ...part.removed, ...part.updated.map(({ to }) => to)] : [],
  );
  const cardIds = new Set(cards.map(({ id }) => id));
  const spanIds = new Set([...spans.map(({ id }) => id), ...cards.flatMap(spansOf)]);
  const gapsIn = (set: AnnotationSet): GapKind[] => [
    ...[...spanIds].flatMap((id) => {
      const span = get(set.spans, id);
      return span ? gapsOfSpan(span, set, tagset) : [];
    }),
    ...[...cardIds].flatMap((id) => {
      const card = get(set.attributions, id);
      return card ? gapsOfCard(card) : [];
    }),
  ];
  return counted(counted(counts, gapsIn(before), -1), gapsIn(after), 1);
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

const none: GapCounts = {
  "claim-without-card": 0,
  "card-without-voice": 0,
  "card-without-claim": 0,
  "mention-without-entity": 0,
};

function counted(counts: GapCounts, kinds: readonly GapKind[], by: 1 | -1): GapCounts {
  const newCounts = { ...counts };
  for (const kind of kinds) newCounts[kind] += by;
  return newCounts;
}

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
