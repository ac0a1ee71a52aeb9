// Indexes which groups of spans stand in the slots of which groups of cards, by everybody's cards together.
import { spansOf } from "../../model/attribution.ts";
import { get } from "../../model/table.ts";
import type { Comparison } from "../comparison.ts";
import { groupIndexOf, type Review } from "./review.ts";

/** Numbers are those of groups of the comparison. */
interface SlotIndex {
  /** The groups of cards of which any member's slots hold a span of this group, ascending. */
  cardsOf(span: number): readonly number[];
  /** The groups of spans that the slots of any member of this group of cards hold, in the order of the slots. */
  spansOf(card: number): readonly number[];
}

const indexes = new WeakMap<Comparison, SlotIndex>();

/** The same comparison is looked through once. */
export function slotIndexOf(review: Review): SlotIndex {
  const cachedIndex = indexes.get(review.comparison);
  if (cachedIndex) return cachedIndex;
  const { spans } = groupIndexOf(review);
  const spanGroupsByCard = new Map<number, Set<number>>();
  const users = new Map<number, Set<number>>();
  for (const [number, { kind, members }] of review.comparison.groups.entries()) {
    if (kind !== "card") continue;
    const spanGroups = new Set<number>();
    spanGroupsByCard.set(number, spanGroups);
    for (const [at, id] of members.entries()) {
      const annotationSet = review.sets[at]?.set;
      const card = id !== null && annotationSet ? get(annotationSet.attributions, id) : undefined;
      for (const span of card ? spansOf(card) : []) {
        const group = spans[at]?.get(span);
        if (group === undefined) continue;
        spanGroups.add(group);
        users.set(group, (users.get(group) ?? new Set()).add(number));
      }
    }
  }
  const [cards, slots] = [users, spanGroupsByCard].map(
    (sets) => new Map([...sets].map(([number, set]) => [number, [...set]] as const)),
  );
  const index = {
    cardsOf: (span: number) => cards?.get(span) ?? [],
    spansOf: (card: number) => slots?.get(card) ?? [],
  };
  indexes.set(review.comparison, index);
  return index;
}
