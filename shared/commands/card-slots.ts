// The slots of a card: which one a span fits, which ones hold it, and the card without it.
import { type AnnotationSet, usersOf } from "../model/annotation-set.ts";
import { type Attribution, spansOf } from "../model/attribution.ts";
import { spansIn } from "../model/card-laws.ts";
import type { Id } from "../model/id.ts";
import { type SlotId, slotsFor, type Tagset } from "../model/tagset.ts";
import type { Draft } from "./draft.ts";

/**
 * The slot that a span of this type takes in a card by itself; `null` when none is free for it. A cue or claim that is
 * there stays; what could be voice or via is the voice as long as there is none.
 */
export function freeSlot(card: Attribution, type: string, tagset: Tagset): SlotId | null {
  const slots = slotsFor(tagset, type).map(({ id }) => id);
  const isFree = (slot: SlotId): boolean => {
    if (slot === "voice") return card.voice.length === 0 || !slots.includes("via");
    if (slot === "via") return tagset.viaRoles.length > 0;
    return card[slot] === null;
  };
  return slots.find(isFree) ?? null;
}

/** The card with the span in the slot; a cue or claim takes the place of the one that was there. */
export function withSpanIn(card: Attribution, slot: SlotId, span: Id, role: string): Attribution {
  if (slot === "voice") return { ...card, voice: [...card.voice, span] };
  if (slot === "via") return { ...card, via: [...card.via, { span, role }] };
  return { ...card, [slot]: span };
}

/** The card without the span in this slot. */
export function withoutSpanIn(card: Attribution, slot: SlotId, span: Id): Attribution {
  if (!spansIn(card, slot).includes(span)) return card;
  if (slot === "voice") return { ...card, voice: card.voice.filter((id) => id !== span) };
  if (slot === "via") return { ...card, via: card.via.filter((via) => via.span !== span) };
  return { ...card, [slot]: null };
}

const slotIds = ["voice", "cue", "claim", "via"] as const satisfies readonly SlotId[];

/** The card without the span, wherever it stands. */
export function withoutSpan(card: Attribution, span: Id): Attribution {
  return slotIds.reduce((rest, slot) => withoutSpanIn(rest, slot, span), card);
}

/** The slots in which the card has the span. */
export function slotsWith(card: Attribution, span: Id): readonly SlotId[] {
  return slotIds.filter((slot) => spansIn(card, slot).includes(span));
}

export const isEmptyCard = (card: Attribution): boolean => spansOf(card).length === 0;

/** The role a new via takes until it is given another. */
export const firstRole = (tagset: Tagset): string => tagset.viaRoles[0]?.id ?? "";

/** Gives each card that uses the span the value that `edit` makes of it; a card that is left with nothing goes. */
export function editUsers(
  draft: Draft,
  set: AnnotationSet,
  span: Id,
  edit: (card: Attribution) => Attribution,
): void {
  const cards = usersOf(set, span).map(edit);
  for (const card of cards) draft.attributions.put(card);
  removeCards(draft, set, new Set(cards.filter(isEmptyCard).map(({ id }) => id)));
}

/** Removes the cards from the draft; what lay within one of them lies within the nearest card around it that stays. */
export function removeCards(draft: Draft, set: AnnotationSet, ids: ReadonlySet<Id>): void {
  const staying = (id: Id | null): Id | null =>
    id !== null && ids.has(id) ? staying(draft.attributions.get(id)?.within ?? null) : id;
  const inner = [...ids].flatMap((id) => usersOf(set, id)).filter(({ id }) => !ids.has(id));
  for (const { id } of inner) {
    const card = draft.attributions.get(id);
    if (card) draft.attributions.put({ ...card, within: staying(card.within) });
  }
  for (const id of ids) draft.attributions.remove(id);
}
