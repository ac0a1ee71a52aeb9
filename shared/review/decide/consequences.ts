// Differences that are there only because something else differs, so that nobody has to be asked about them: it is as it must be once the
// other is decided.
import { get } from "../../model/table.ts";
import type { SlotId } from "../../model/tagset.ts";
import type { ComparedGroup } from "../comparison.ts";
import type { Aspect, Difference } from "../difference.ts";
import { groupIndexOf, type Review } from "./review.ts";

const slotAspects: ReadonlySet<Aspect> = new Set<SlotId>(["voice", "cue", "claim", "via"]);

/**
 * The differences of a group that somebody has to decide: neither passed over by the policies nor following from another. `card`:
 * of a span that is a part of a card's question, the number of that card.
 */
export function askedOf(review: Review, number: number, card: number | null): readonly Difference[] {
  const group = review.comparison.groups[number];
  if (!group) return [];
  const holder = card === null ? undefined : review.comparison.groups[card];
  return group.differences.filter(
    (difference) => !difference.isPassed && !isConsequence(review, { number, group, holder, difference }),
  );
}

interface HeldDifference {
  readonly number: number;
  readonly group: ComparedGroup;
  readonly holder: ComparedGroup | undefined;
  readonly difference: Difference;
}

function isConsequence(
  review: Review,
  { number, group, holder, difference: { aspect } }: HeldDifference,
): boolean {
  // Who lacks the card, or has another span in the slot, lacks the span.
  if (aspect === "missing" && group.kind === "span")
    return (
      holder?.differences.some((one) => one.aspect === "missing" || slotAspects.has(one.aspect)) ?? false
    );
  if (aspect === "kind") return isKindOfEdges(review, group);
  return aspect === "nesting" && enclosingForAll(review, number) !== null;
}

/** Whether the kinds are all read off the quotation marks, of claims that are not the same. */
function isKindOfEdges(review: Review, { members, differences }: ComparedGroup): boolean {
  const { spans } = groupIndexOf(review);
  const claims = new Set<number | undefined>();
  for (const [at, id] of members.entries()) {
    const annotationSet = review.sets[at]?.set;
    const card = id !== null && annotationSet ? get(annotationSet.attributions, id) : undefined;
    if (!card) continue;
    if (card.kind !== null) return false;
    claims.add(card.claim === null ? undefined : spans[at]?.get(card.claim));
  }
  return (
    differences.some(({ aspect }) => aspect === "claim") ||
    [...claims].some((claim) =>
      review.comparison.groups[claim ?? -1]?.differences.some(({ aspect }) => aspect === "edges"),
    )
  );
}

/**
 * The group of the card around a group's cards, where all who have that card say that they lie within it, and the others could
 * not say so; else `null`.
 */
export function enclosingForAll(review: Review, number: number): number | null {
  const { cards } = groupIndexOf(review);
  const members = review.comparison.groups[number]?.members ?? [];
  const within = members.flatMap((id, at) => {
    const annotationSet = review.sets[at]?.set;
    const card = id !== null && annotationSet ? get(annotationSet.attributions, id) : undefined;
    if (!card) return [];
    return [{ at, outer: card.within === null ? null : (cards[at]?.get(card.within) ?? null) }];
  });
  const outer = within.find((one) => one.outer !== null)?.outer ?? null;
  const around = outer === null ? undefined : review.comparison.groups[outer];
  if (!around) return null;
  return within.every((one) => one.outer === outer || (one.outer === null && around.members[one.at] === null))
    ? outer
    : null;
}
