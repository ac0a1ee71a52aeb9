// Annotators who are one person: asked about, answered with the project, and counted once.

import type { ReviewSet } from "../../../shared/api/contract.ts";
import type { LikePeople } from "../../../shared/api/take-in.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { AnnotationSetJson } from "../../../shared/model/annotation-set.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import { type LikePair, likePeople } from "../../../shared/review/like-people.ts";
import {
  countedSets,
  oneSetEach,
  personOf,
  type SamePersonAnswer,
  withAnswer,
} from "../../../shared/review/one-person.ts";
import { isTaken, type TakeInPlan } from "../../../shared/review/take-in.ts";
import type { CoreContext } from "../context.ts";
import { type LiveProject, writerIn } from "../project/live-project.ts";
import { type EverySet, reviewSets, roleOf } from "../project/review-sets.ts";

/** One set of each person. */
export function countedOnce(liveProject: LiveProject, { sets }: EverySet): readonly ReviewSet[] {
  const { annotators } = liveProject.folder.project.data();
  return oneSetEach(sets, personOf(annotators)).map((one): ReviewSet => {
    const { annotatorId } = one.set;
    const source = one.annotator.id;
    if (source === annotatorId) return one;
    const person = annotators.find(({ id }) => id === annotatorId);
    return person ? { ...one, annotator: { ...person, role: roleOf(liveProject, person) }, source } : one;
  });
}

/** The ids of the spans in the sets that `countedOnce` passes over. */
export const besideSpans = (liveProject: LiveProject, { sets }: EverySet): readonly Id[] =>
  countedSets(sets, personOf(liveProject.folder.project.data().annotators)).passedOver.flatMap(({ set }) =>
    set.spans.map(({ id }) => id),
  );

/** Who of an article looks like one person, as long as nobody answered that. */
export const alikeAmong = (liveProject: LiveProject, { sets }: EverySet): readonly LikePair[] =>
  likePeople([{ sets: sets.map(({ set }) => set) }], liveProject.folder.project.data().annotators);

/** Throws `annotator-missing` for somebody whom the project does not know, and an `ApiError` where it cannot be written. */
export async function answerSamePerson(
  liveProject: LiveProject,
  people: readonly [Id, Id],
  answer: SamePersonAnswer,
): Promise<readonly Annotator[]> {
  const { lock, annotator: me } = writerIn(liveProject);
  const { project } = liveProject.folder;
  for (const id of people)
    if (!project.data().annotators.some((one) => one.id === id && isPerson(one)))
      throw new ApiError("annotator-missing", { annotator: id });
  await lock.fence();
  await project.update((data) => ({
    ...data,
    annotators: withAnswer(data.annotators, people, answer, me.id),
  }));
  return project.data().annotators;
}

/** Of how many articles of a file it is looked whether somebody in it looks like somebody here. */
const mostLookedAt = 200;

/** Who of those whose sets a plan takes looks like somebody else of them, or of those here. */
export async function alikeIn(
  context: CoreContext,
  liveProject: LiveProject,
  plan: TakeInPlan,
): Promise<readonly LikePeople[]> {
  const setsByArticle = new Map<Id, AnnotationSetJson[]>();
  for (const { set } of plan.sets.filter(isTaken))
    setsByArticle.set(set.articleId, [...(setsByArticle.get(set.articleId) ?? []), set]);
  const articles: { readonly sets: readonly AnnotationSetJson[] }[] = [];
  for (const [article, sets] of [...setsByArticle].slice(0, mostLookedAt)) {
    const came = new Set(sets.map(({ annotatorId }) => annotatorId));
    const existingSets = liveProject.articles.has(article)
      ? (await reviewSets(context, liveProject, article)).sets
      : [];
    const others = existingSets.map(({ set }) => set).filter(({ annotatorId }) => !came.has(annotatorId));
    articles.push({ sets: [...others, ...sets] });
  }
  const { annotators: known } = liveProject.folder.project.data();
  const annotators = [...known, ...plan.annotators];
  const person = personOf(annotators);
  const came = new Set(plan.sets.filter(isTaken).map(({ annotator }) => person(annotator.id)));
  const nameOf = (id: Id): string => annotators.find((one) => one.id === id)?.name ?? id;
  return likePeople(articles, annotators)
    .filter(({ people }) => people.some((id) => came.has(id)))
    .map((pair) => ({ ...pair, names: [nameOf(pair.people[0]), nameOf(pair.people[1])] }));
}
