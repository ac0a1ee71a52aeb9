// The sets compared, with what is needed to show them: made of everybody's sets and what comparing them gave.
import type { ReviewedAnnotator, ReviewSet, ReviewSets } from "../../../shared/api/contract.ts";
import { setFromJson } from "../../../shared/model/annotation-set.ts";
import type { ArticleText } from "../../../shared/model/article-text.ts";
import { isSettled } from "../../../shared/model/decision.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type Table, tableOf } from "../../../shared/model/table.ts";
import type { ComparedGroup, Comparison } from "../../../shared/review/comparison.ts";
import { decisionIndexOf, type Review } from "../../../shared/review/decide/review.ts";
import type { ConflictState } from "../../../shared/review/queue.ts";

/** How many sets can be compared at once. */
export const mostCompared = 9;

export interface ComparedReview extends Review {
  readonly article: Id;
  readonly text: ArticleText;
  readonly entities: Table<Entity>;
  readonly policies: readonly string[];
  readonly revisions: readonly number[];
  /** What the curation's set says of a group. */
  stateOf(group: ComparedGroup): ConflictState;
}

interface Parts {
  readonly sets: ReviewSets;
  readonly annotators: readonly Id[];
  readonly policies: readonly string[];
  readonly comparison: Comparison;
  readonly text: ArticleText;
}

export function comparedReview({ sets, annotators, policies, comparison, text }: Parts): ComparedReview {
  const entities = tableOf(sets.entities);
  const chosen = annotators.flatMap((id) => sets.sets.find(({ annotator }) => annotator.id === id) ?? []);
  const found: Review = {
    annotators,
    comparison,
    sets: chosen.map(({ set }) => ({ set: setFromJson(set), entities })),
  };
  return {
    ...found,
    article: sets.article.id,
    text,
    entities,
    policies,
    revisions: revisionsOf(sets, annotators),
    stateOf: statesIn(found, sets.sets),
  };
}

/** Those asked for that are there; where nobody was asked for, everybody who annotates, as far as there is room. */
export function chosenIn({ sets }: ReviewSets, wanted: readonly Id[] | null): readonly Id[] {
  const isChosen = ({ id, role }: ReviewedAnnotator): boolean =>
    wanted ? wanted.includes(id) : role !== "curation";
  return sets
    .map(({ annotator }) => annotator)
    .filter(isChosen)
    .map(({ id }) => id)
    .slice(0, mostCompared);
}

/** Of those compared, and of the curation, whose decisions are shown. */
const revisionsOf = ({ sets }: ReviewSets, annotators: readonly Id[]): readonly number[] =>
  sets.flatMap(({ annotator, revision }) =>
    annotators.includes(annotator.id) || annotator.role === "curation" ? [revision] : [],
  );

export const isSame = (
  review: ComparedReview,
  sets: ReviewSets,
  annotators: readonly Id[],
  policies: readonly string[],
): boolean =>
  review.article === sets.article.id &&
  review.annotators.join() === annotators.join() &&
  review.policies.join() === policies.join() &&
  review.revisions.join() === revisionsOf(sets, annotators).join();

function statesIn(review: Review, sets: readonly ReviewSet[]): (group: ComparedGroup) => ConflictState {
  const curated = sets.find(({ annotator }) => annotator.role === "curation");
  const index = decisionIndexOf(review, tableOf(curated?.set.decisions ?? []));
  return (group) => {
    const { exact } = index.on(group);
    return exact === null ? "open" : isSettled(exact) ? "decided" : "unsure";
  };
}
