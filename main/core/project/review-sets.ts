// Everybody's sets of an article as they stand: this person's own, those that colleagues left in the folder or handed over,
// and the curation. What cannot be read is named and hinders nothing else.
import type { ReviewedAnnotator, ReviewSet, ReviewSets } from "../../../shared/api/contract.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { type AnnotationSet, setToJson } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import { readText } from "../../storage/articles/article-files.ts";
import { annotationsFolder } from "../../storage/project/project-folder.ts";
import { sourceOf, type TakenFrom } from "../../storage/sets/imported-set.ts";
import { annotatorsWithFiles, type ReadSet, readSet } from "../../storage/sets/read-set.ts";
import type { CoreContext } from "../context.ts";
import { backupOf } from "./backup-source.ts";
import { articleIn, entitiesOf, type LiveProject, setPlace } from "./live-project.ts";

/** Each set under its own annotator, whoever is said to be the same person as another (see `countedOnce`). */
export type EverySet = Omit<ReviewSets, "alike" | "besideSpans">;

/** Throws an `ApiError` when the article or its folder cannot be read. */
export async function reviewSets(context: CoreContext, liveProject: LiveProject, id: Id): Promise<EverySet> {
  const article = await articleIn(context, liveProject, id);
  const text = await readText(context.disk, liveProject.folder.root, article);
  const sets: ReviewSet[] = [];
  const damaged: ReviewSets["damaged"][number][] = [];
  for (const annotator of await annotatorsOf(context, liveProject, article)) {
    const setOrProblem = await readOne(context, liveProject, article, annotator);
    if ("problem" in setOrProblem) damaged.push({ annotator, problem: setOrProblem.problem });
    else if (setOrProblem.revision > 0) {
      const { set, revision, takenFrom } = setOrProblem;
      const source = takenFrom && { from: takenFrom.file, at: takenFrom.takenAt };
      sets.push({ annotator, set: setToJson(set), revision, takenFrom: source });
    }
  }
  return { article, text, entities: entitiesOf(liveProject), sets, damaged };
}

/** Whose files lie with the article: those whom the project knows in its order, then strangers by id. */
export async function annotatorsOf(
  { disk }: CoreContext,
  liveProject: LiveProject,
  article: Article,
): Promise<ReviewedAnnotator[]> {
  const projectAnnotators = liveProject.folder.project.data().annotators;
  const fileAnnotators = await annotatorsWithFiles(disk, annotationsFolder(liveProject.folder.root, article));
  const annotatorIds = new Set<Id>([
    ...(liveProject.annotator ? [liveProject.annotator.id] : []),
    ...fileAnnotators,
  ]);
  const isKnown = (id: Id): boolean => projectAnnotators.some((annotator) => annotator.id === id);
  const strangers = [...annotatorIds].filter((id) => !isKnown(id)).sort();
  return [
    ...projectAnnotators.filter(({ id }) => annotatorIds.has(id)),
    ...strangers.map((id): Annotator => ({ id, name: id })),
  ].map((annotator) => ({ ...annotator, role: roleOf(liveProject, annotator) }));
}

export const roleOf = (liveProject: LiveProject, { id, kind }: Annotator): ReviewedAnnotator["role"] =>
  kind === "curation" ? "curation" : id === liveProject.annotator?.id ? "own" : "colleague";

type ReadOne =
  | {
      readonly set: AnnotationSet;
      readonly revision: number;
      readonly takenFrom: TakenFrom | null;
      /** As its files have it; `null` where it is open. */
      readonly stored: ReadSet | null;
    }
  | { readonly problem: ApiErrorData };

export async function readOne(
  context: CoreContext,
  liveProject: LiveProject,
  article: Article,
  { id, role }: ReviewedAnnotator,
): Promise<ReadOne> {
  const openSet = role === "own" ? await liveProject.sets.get(article.id) : undefined;
  if (openSet && !openSet.store.unsafe)
    return { set: openSet.store.set(), revision: openSet.store.revision(), takenFrom: null, stored: null };
  try {
    const place = setPlace(liveProject.folder, article, id);
    const stored = await readSet(context.disk, place, backupOf(context, place));
    const { set, revision, unsafe, warnings, snapshot, journals } = stored;
    const takenFrom = journals.length === 0 ? sourceOf(snapshot) : null;
    if (unsafe === null) return { set, revision, takenFrom, stored };
    const [first] = warnings;
    return { problem: first ?? new ApiError("set-damaged", { file: `${id}.json`, why: unsafe }).toData() };
  } catch (error) {
    if (error instanceof ApiError) return { problem: error.toData() };
    throw error;
  }
}
