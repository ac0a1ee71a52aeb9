// Cards within cards, as the forest that they are.
import type { Attribution } from "./attribution.ts";
import type { Id } from "./id.ts";

/** Cards by the one that they lie within, under `null` those that lie within none of these; each list in the order given. */
export function cardsByOuter(cards: readonly Attribution[]): ReadonlyMap<Id | null, readonly Attribution[]> {
  const byOuter = new Map<Id | null, Attribution[]>();
  const ids = new Set(cards.map(({ id }) => id));
  for (const card of cards) {
    const outer = card.within !== null && ids.has(card.within) ? card.within : null;
    const others = byOuter.get(outer);
    if (others) others.push(card);
    else byOuter.set(outer, [card]);
  }
  return byOuter;
}

/** Each card behind the one that it lies within. Cards in a circle, which no lawful set has, are left out. */
export function outerFirst(cards: readonly Attribution[]): readonly Attribution[] {
  const byOuter = cardsByOuter(cards);
  const ordered = [...(byOuter.get(null) ?? [])];
  // Grows while it is walked.
  for (const { id } of ordered) ordered.push(...(byOuter.get(id) ?? []));
  return ordered;
}
