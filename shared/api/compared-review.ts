// Everybody's sets of an article together with how some of them differ: asked for as one, and put into what is needed to show them and to tell
// what is unfinished.

import { type AnnotationSet, emptySet, setFromJson } from "../model/annotation-set.ts";
import type { ArticleText } from "../model/article-text.ts";
import { isPerson } from "../model/curation.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { type Table, tableOf } from "../model/table.ts";
import type { Tagset } from "../model/tagset.ts";
import type { Comparison } from "../review/comparison.ts";
import type { Review } from "../review/decide/review.ts";
import { type Question, questionsOf, queueOfQuestions } from "../review/questions.ts";
import { isAllDecided } from "../review/unfinished.ts";
import { limits } from "../schema/limits.ts";
import type { Client } from "./client.ts";
import type { ReviewedAnnotator, ReviewSets } from "./contract.ts";

/** How many sets can be compared at once. */
export const mostCompared = limits.comparedSets;

export interface ComparedReview extends Review {
  readonly article: Id;
  readonly text: ArticleText;
  readonly entities: Table<Entity>;
  readonly policies: readonly string[];
  readonly revisions: readonly number[];
  /** In the order of their groups, as far as the curated set settles them. */
  readonly questions: readonly Question[];
  /** False while anything keeps the curated set from being finished. */
  readonly isAllDecided: boolean;
}

interface Parts {
  readonly sets: ReviewSets;
  readonly annotators: readonly Id[];
  readonly policies: readonly string[];
  readonly comparison: Comparison;
  readonly text: ArticleText;
  readonly tagset: Tagset;
}

export function comparedReview({
  sets,
  annotators,
  policies,
  comparison,
  text,
  tagset,
}: Parts): ComparedReview {
  const entities = tableOf(sets.entities);
  const chosen = annotators.flatMap((id) => sets.sets.find(({ annotator }) => annotator.id === id) ?? []);
  const found: Review = {
    annotators,
    sources: sourcesOf(sets, annotators),
    beside: new Set(besideIn(sets, annotators)),
    comparison,
    sets: chosen.map(({ set }) => ({ set: setFromJson(set), entities })),
  };
  const curated = { set: curatedIn(sets), entities };
  const questions = questionsOf(found, curated.set);
  const laws = { text: text.text, articleId: sets.article.id, tagset };
  return {
    ...found,
    article: sets.article.id,
    text,
    entities,
    policies,
    revisions: revisionsOf(sets, annotators),
    questions,
    isAllDecided: isAllDecided({ review: found, queue: queueOfQuestions(questions), curated, laws }),
  };
}

interface ComparedSetsRead {
  readonly sets: ReviewSets;
  readonly annotators: readonly Id[];
  /** `null`: it was ended. */
  readonly comparison: Comparison | null;
}

/**
 * Everybody's sets of an article, and how those of the annotators that are chosen differ, both of the same revisions: asked for again where
 * something was saved in between. `null` where `choose` says that there is nothing to compare. Rejects with an `ApiError`.
 */
export async function readAndCompare(
  client: Client,
  of: { readonly project: Id; readonly article: Id },
  policies: readonly string[],
  choose: (sets: ReviewSets) => readonly Id[] | null,
): Promise<ComparedSetsRead | null> {
  for (;;) {
    const sets = await client.call("review.sets", of);
    const annotators = choose(sets);
    if (annotators === null) return null;
    const asked = { ...of, annotators: [...annotators], policies: [...policies] };
    const { comparison, revisions } = await client.call("review.compare", asked);
    if (comparison === null || hasRevisions(sets, annotators, revisions))
      return { sets, annotators, comparison };
  }
}

/** Whether the sets of these annotators have these revisions. */
export const hasRevisions = (
  { sets }: ReviewSets,
  annotators: readonly Id[],
  revisions: readonly number[],
): boolean =>
  annotators.every((id, at) => sets.find(({ annotator }) => annotator.id === id)?.revision === revisions[at]);

/** Those asked for that are there; where nobody was asked for, everybody who annotates, as far as there is room. */
export function chosenIn({ sets }: ReviewSets, wanted: readonly Id[] | null): readonly Id[] {
  const isChosen = (annotator: ReviewedAnnotator): boolean =>
    wanted ? wanted.includes(annotator.id) : isPerson(annotator);
  return sets
    .map(({ annotator }) => annotator)
    .filter(isChosen)
    .map(({ id }) => id)
    .slice(0, mostCompared);
}

/** The spans of everybody who is not compared. */
function besideIn({ sets, besideSpans }: ReviewSets, annotators: readonly Id[]): readonly Id[] {
  const others = sets.filter(
    ({ annotator: { id, role } }) => role !== "curation" && !annotators.includes(id),
  );
  return [...besideSpans, ...others.flatMap(({ set }) => set.spans.map(({ id }) => id))];
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
  review.revisions.join() === revisionsOf(sets, annotators).join() &&
  review.sources?.join() === sourcesOf(sets, annotators).join() &&
  [...(review.beside ?? [])].join() === [...new Set(besideIn(sets, annotators))].join();

/** Whose set stands for each of those compared. */
const sourcesOf = ({ sets }: ReviewSets, annotators: readonly Id[]): readonly Id[] =>
  annotators.flatMap((id) => {
    const one = sets.find(({ annotator }) => annotator.id === id);
    return one ? [one.source ?? id] : [];
  });

/** The curated set; an empty one where nothing was ever decided. */
function curatedIn({ sets, article }: ReviewSets): AnnotationSet {
  const curated = sets.find(({ annotator }) => annotator.role === "curation");
  if (curated) return setFromJson(curated.set);
  return emptySet({ articleId: article.id, annotatorId: "", textHash: article.textHash });
}
