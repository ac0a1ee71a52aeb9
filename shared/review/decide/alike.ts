// Other places at which the same people had the same words in the same ways: what was decided on one of them can be decided on
// all, in the article and in others.
import { get } from "../../model/table.ts";
import { aspectsOf, type ComparedGroup } from "../comparison.ts";
import type { QuestionLists } from "../questions.ts";
import type { Review } from "./review.ts";

/** The other undecided spans like the one of this group, in reading order, by number of their groups; none for a card. */
export function alikeTo(review: Review, queue: QuestionLists, number: number): readonly number[] {
  const pattern = patternAt(review, number);
  return pattern === null ? [] : openLike(review, queue, pattern).filter((group) => group !== number);
}

/** The undecided spans of this pattern in which somebody differs, in reading order; the annotators are those whose pattern it is. */
export function openLike(review: Review, { conflicts }: QuestionLists, pattern: string): readonly number[] {
  return conflicts
    .flatMap(({ parts }) => parts)
    .filter(
      ({ group, state, asked }) =>
        state === "open" && asked.length > 0 && patternAt(review, group) === pattern,
    )
    .map(({ group }) => group)
    .sort((a, b) => a - b);
}

/** What makes spans that people differ in alike; `null` for cards. */
export function patternAt(review: Review, number: number): string | null {
  const group = review.comparison.groups[number];
  return group?.kind === "span" ? patternOf(review, group) : null;
}

/** What they differ in, and by annotator the type, the entity and the words, whatever their case. */
function patternOf({ sets }: Review, group: ComparedGroup): string {
  const had = group.members.map((id, at) => {
    const annotationSet = sets[at]?.set;
    const span = id !== null && annotationSet ? get(annotationSet.spans, id) : undefined;
    if (!span) return null;
    return [span.type, span.entity ?? null, ...span.segments.map(({ quote }) => quote.toLowerCase())];
  });
  return JSON.stringify([aspectsOf(group), had]);
}
