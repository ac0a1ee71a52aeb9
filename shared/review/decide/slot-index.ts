// Indexes which groups of spans stand in the slots of which groups of cards, by everybody's cards together.
import { spansOf } from "../../model/attribution.ts";
import { memoize } from "../../model/memoize.ts";
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

/** The same comparison is looked through once. */
export const slotIndexOf = (review: Review): SlotIndex => indexOfSlots(review.comparison, review);

const indexOfSlots = memoize((_: Comparison, review: Review): SlotIndex => {
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
  return {
    cardsOf: (span) => cards?.get(span) ?? [],
    spansOf: (card) => slots?.get(card) ?? [],
  };
});
