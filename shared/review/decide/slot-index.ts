// Which groups of spans stand in the slots of which groups of cards, by everybody's cards together.
import { spansOf } from "../../model/attribution.ts";
import { get } from "../../model/table.ts";
import type { Comparison } from "../comparison.ts";
import { groupIndexOf, type Review } from "./review.ts";

/** Numbers are those of groups of the comparison. */
export interface SlotIndex {
  /** The groups of cards of which any member's slots hold a span of this group, ascending. */
  cardsOf(span: number): readonly number[];
  /** The groups of spans that the slots of any member of this group of cards hold, in the order of the slots. */
  spansOf(card: number): readonly number[];
}

const indexes = new WeakMap<Comparison, SlotIndex>();

/** The same comparison is looked through once. */
export function slotIndexOf(review: Review): SlotIndex {
  const known = indexes.get(review.comparison);
  if (known) return known;
  const { spans } = groupIndexOf(review);
  const held = new Map<number, Set<number>>();
  const users = new Map<number, Set<number>>();
  for (const [number, { kind, members }] of review.comparison.groups.entries()) {
    if (kind !== "card") continue;
    const here = new Set<number>();
    held.set(number, here);
    for (const [at, id] of members.entries()) {
      const set = review.sets[at]?.set;
      const card = id !== null && set ? get(set.attributions, id) : undefined;
      for (const span of card ? spansOf(card) : []) {
        const group = spans[at]?.get(span);
        if (group === undefined) continue;
        here.add(group);
        users.set(group, (users.get(group) ?? new Set()).add(number));
      }
    }
  }
  const [cards, slots] = [users, held].map(
    (sets) => new Map([...sets].map(([number, set]) => [number, [...set]] as const)),
  );
  const index = {
    cardsOf: (span: number) => cards?.get(span) ?? [],
    spansOf: (card: number) => slots?.get(card) ?? [],
  };
  indexes.set(review.comparison, index);
  return index;
}
