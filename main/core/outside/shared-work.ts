// Takes in, as one step, whatever came of a project's shared records: of the registry, the tagset, assignments and article sets.
// Lists stand in the order in which they came, so that two machines that take each other's files come to the same bytes.
import { ApiError } from "../../../shared/errors/errors.ts";
import { articleSetsBetween, withArticleSets } from "../../../shared/model/article-set.ts";
import { type Assignment, type AssignmentsChange, reassigned } from "../../../shared/model/assignment.ts";
import { isEmptyRecords } from "../../../shared/model/change.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Project } from "../../../shared/model/project.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { invertWork, isEmptyWork, type StepWork } from "../../../shared/model/step.ts";
import type { Steps } from "../changes/steps.ts";
import type { CoreContext } from "../context.ts";
import { noClient, outsideStep } from "../merge/take-versions.ts";
import type { LiveProject } from "../project/live-project.ts";

export type SharedWork = Pick<StepWork, "entities" | "tagset" | "assignments" | "articleSets">;

interface Taking {
  readonly context: CoreContext;
  readonly liveProject: LiveProject;
  readonly steps: Pick<Steps, "apply">;
}

/** Problems of a step that this project does not take. */
const refusals = ["change-invalid", "change-misfit", "article-sets-too-many"];

const isRefusal = (error: unknown): error is ApiError =>
  error instanceof ApiError && refusals.includes(error.problem);

/**
 * Applies all of it as one step, or else each part as a step of its own. Gives the parts that the project refuses. Throws where it refuses the
 * registry's part.
 */
export async function takeAsStep(
  { context, steps }: Taking,
  work: SharedWork,
): Promise<ReadonlySet<keyof SharedWork>> {
  const step = async (some: SharedWork): Promise<void> =>
    void (await steps.apply(
      { opId: context.newId(), step: outsideStep(context), parts: [], ...some },
      noClient,
    ));
  const isTaken = async (some: SharedWork): Promise<boolean> => {
    try {
      await step(some);
      return true;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      context.log.error("taking in shared records", error);
      return false;
    }
  };
  const refused = new Set<keyof SharedWork>();
  const parts = Object.keys(work) as (keyof SharedWork)[];
  if (isEmptyWork({ parts: [], ...work }) || (parts.length > 1 && (await isTaken(work)))) return refused;
  for (const part of parts)
    if (part === "entities" && work.entities) await step({ entities: work.entities });
    else if (!(await isTaken({ [part]: work[part] }))) refused.add(part);
  return refused;
}

/** What of one project leads to the other by a step. An assignment of what is not here yet is in none. */
export function undoableWork(
  { articles }: Pick<LiveProject, "articles">,
  before: Project,
  after: Project,
): ProjectWork {
  const people = new Set(after.annotators.filter(isPerson).map(({ id }) => id));
  const known = ({ article, annotator }: Assignment): boolean =>
    articles.has(article) && people.has(annotator);
  const assignments = assignmentsBetween(before.assignments ?? [], after.assignments ?? []);
  const fitting = { added: assignments.added.filter(known), removed: assignments.removed };
  const articleSets = articleSetsBetween(before.articleSets ?? [], after.articleSets ?? []);
  return {
    ...(fitting.added.length + fitting.removed.length > 0 && { assignments: fitting }),
    ...(!isEmptyRecords(articleSets) && { articleSets }),
  };
}

function assignmentsBetween(before: readonly Assignment[], after: readonly Assignment[]): AssignmentsChange {
  const lacks = (all: readonly Assignment[]) => (one: Assignment) =>
    !all.some((other) => sameValue(one, other));
  return { added: after.filter(lacks(before)), removed: before.filter(lacks(after)) };
}

type ProjectWork = Pick<SharedWork, "assignments" | "articleSets">;

/** The project as it is after that work. */
export function withWork(
  project: Project,
  { assignments: assigned, articleSets: changed }: ProjectWork,
): Project {
  const { assignments: before = [], articleSets: sets = [], ...rest } = project;
  const assignments = assigned ? reassigned(before, assigned.added, assigned.removed) : before;
  const articleSets = changed ? withArticleSets(sets, changed) : sets;
  return {
    ...rest,
    ...(assignments.length > 0 && { assignments }),
    ...(articleSets.length > 0 && { articleSets }),
  };
}

/** The project as it was before that work. */
export const withoutWork = (project: Project, work: ProjectWork): Project =>
  withWork(project, invertWork({ parts: [], ...work }));

/** Writes the project, its lists in the order in which they came. */
export async function finishProject({ folder, lock }: LiveProject, theirs: Project): Promise<void> {
  await lock?.fence();
  await folder.project.update((data) => {
    const { assignments = [], articleSets = [] } = data;
    const ordered: Project = {
      ...data,
      annotators: inOrderOf(data.annotators, theirs.annotators, ({ id }) => id),
      ...(assignments.length > 0 && {
        assignments: inOrderOf(assignments, theirs.assignments ?? [], pairOf),
      }),
      ...(articleSets.length > 0 && {
        articleSets: inOrderOf(articleSets, theirs.articleSets ?? [], ({ id }) => id),
      }),
    };
    // Memory may be ahead of the file.
    return ordered;
  });
}

const pairOf = ({ article, annotator }: Assignment): string => `${article} ${annotator}`;

/** The registry with its entities in the order in which they came. */
export const inTheirOrder = <Registry extends { readonly entities: readonly Entity[] }>(
  registry: Registry,
  theirs: readonly { readonly id: Id }[],
): Registry => ({ ...registry, entities: inOrderOf(registry.entities, theirs, ({ id }) => id) });

/** Those that the other list has in its order; the rest behind them, in their own. */
function inOrderOf<T extends Of, Of>(
  all: readonly T[],
  like: readonly Of[],
  keyOf: (one: Of) => string,
): readonly T[] {
  const ranks = new Map(like.map((one, at) => [keyOf(one), at]));
  const rankOf = (one: T): number => ranks.get(keyOf(one)) ?? ranks.size;
  return all.toSorted((a, b) => rankOf(a) - rankOf(b));
}
