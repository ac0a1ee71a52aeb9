// Who is to annotate what, and who takes part: what changes of it, to be done as a step.

import { ApiError } from "../../../shared/errors/errors.ts";
import {
  type AssignmentsChange,
  fittingAssignments,
  type Pair,
  reassigned,
} from "../../../shared/model/assignment.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import type { CoreContext } from "../context.ts";
import { type ProjectInUse, writerIn } from "../project/project-in-use.ts";

interface Assigning {
  readonly assign: readonly Pair[];
  readonly release: readonly Pair[];
  /** What a draw began from; `null` for what somebody chose. */
  readonly seed: string | null;
}

/**
 * What it changes; `null` for nothing. Throws `article-missing` or `annotator-missing` for an assignment of what the project does not
 * have; anything can be released.
 */
export function assigning(
  { now }: CoreContext,
  inUse: ProjectInUse,
  { assign: pairs, release, seed }: Assigning,
): AssignmentsChange | null {
  const { annotator: by } = writerIn(inUse);
  const { annotators, assignments = [] } = inUse.folder.project.data();
  const people = new Set(annotators.filter(isPerson).map(({ id }) => id));
  for (const { article, annotator } of pairs) {
    if (!inUse.articles.has(article)) throw new ApiError("article-missing", { article });
    if (!people.has(annotator)) throw new ApiError("annotator-missing", { annotator });
  }
  const provenance = { at: now(), by: by.id, ...(seed === null ? {} : { seed }) };
  const nextAssignments = reassigned(
    assignments,
    pairs.map(({ article, annotator }) => ({ article, annotator, ...provenance })),
    release,
  );
  return fittingAssignments(assignments, {
    added: nextAssignments.filter((one) => !assignments.includes(one)),
    removed: assignments.filter((one) => !nextAssignments.includes(one)),
  });
}

/** Enters somebody who is to take part, by the name that they give Sayso; who is there by that name already stays as they are. */
export async function addPerson(
  { newId }: CoreContext,
  inUse: ProjectInUse,
  name: string,
): Promise<Annotator> {
  const { lock } = writerIn(inUse);
  const { project } = inUse.folder;
  const findPerson = (): Annotator | undefined =>
    project.data().annotators.find((one) => one.name === name && isPerson(one));
  const existingPerson = findPerson();
  if (existingPerson) return existingPerson;
  const person = { id: newId(), name };
  await lock.fence();
  await project.update((data) => ({ ...data, annotators: [...data.annotators, person] }));
  return person;
}
