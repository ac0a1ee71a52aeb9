// Removes cards without leaving anything that refers to them.
import { type AnnotationSet, usersOf } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";
import type { Draft } from "./draft.ts";

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
