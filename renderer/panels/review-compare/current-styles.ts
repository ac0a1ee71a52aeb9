// The style sheet that brings out one group of a comparison: of a span all that anybody marked, of a card the spans of its
// slots.
import { spansIn } from "../../../shared/model/card-laws.ts";
import { get } from "../../../shared/model/table.ts";
import type { SlotId } from "../../../shared/model/tagset.ts";
import { groupIndexOf, type Review } from "../../../shared/review/decide/review.ts";
import { beginClass, endClass, spanClass } from "../../editor/mark-classes.ts";
import { pieceId } from "./compared-text.ts";

const slots: readonly SlotId[] = ["voice", "cue", "claim", "via"];

/** The groups of spans that a group is about: itself, or those in the slots of its cards. */
export function spanGroupsOf(review: Review, number: number): readonly number[] {
  const group = review.comparison.groups[number];
  if (!group) return [];
  if (group.kind === "span") return [number];
  const index = groupIndexOf(review);
  const spanGroups = new Set<number>();
  for (const [column, id] of group.members.entries()) {
    const annotationSet = review.sets[column]?.set;
    const card = id !== null && annotationSet ? get(annotationSet.attributions, id) : undefined;
    if (!card) continue;
    for (const slot of slots)
      for (const span of spansIn(card, slot)) {
        const spanGroup = index.spans[column]?.get(span);
        if (spanGroup !== undefined) spanGroups.add(spanGroup);
      }
  }
  return [...spanGroups];
}

export const currentStyles = (review: Review, number: number): string =>
  spanGroupsOf(review, number)
    .map((group) => {
      const [part, begin, end] = [spanClass, beginClass, endClass].map((name) => name(pieceId(group)));
      return [
        `.compared .${part}{background-color:var(--compared-current);box-shadow:var(--ring-middle)}`,
        `.compared .${begin}{--ring-begin:var(--ring-begin-edge)}`,
        `.compared .${end}{--ring-end:var(--ring-end-edge)}`,
      ].join("\n");
    })
    .join("\n");
