// Other places of an article at which the same people had the same words in the same ways: what was decided on one of them can
// be decided on all.
import { get } from "../../model/table.ts";
import type { ComparedGroup } from "../comparison.ts";
import { aspectsOf, type Conflict, type Queue } from "../queue.ts";
import type { Review } from "./review.ts";

/** The other undecided conflicts over spans like the one of this group, in reading order; none for a card. */
export function alikeTo(review: Review, { conflicts }: Queue, number: number): Conflict[] {
  const group = review.comparison.groups[number];
  if (group?.kind !== "span") return [];
  const pattern = patternOf(review, group);
  return conflicts
    .filter(({ group: other, state }) => {
      const there = review.comparison.groups[other];
      return (
        other !== number && state === "open" && there?.kind === "span" && patternOf(review, there) === pattern
      );
    })
    .sort((a, b) => a.group - b.group);
}

/** What they differ in, and by annotator the type, the entity and the words, whatever their case. */
function patternOf({ sets }: Review, group: ComparedGroup): string {
  const had = group.members.map((id, at) => {
    const set = sets[at]?.set;
    const span = id !== null && set ? get(set.spans, id) : undefined;
    if (!span) return null;
    return [span.type, span.entity ?? null, ...span.segments.map(({ quote }) => quote.toLowerCase())];
  });
  return JSON.stringify([aspectsOf(group), had]);
}
