// The assignments that a colleague's file brings, and those among the project's people whom they are to.
import { reassigned } from "../../../shared/model/assignment.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Annotator, Project } from "../../../shared/model/project.ts";
import type { NamedAssignment } from "../../../shared/review/review-package.ts";
import type { TakeInPlan } from "../../../shared/review/take-in.ts";

/** What the project's people and assignments become, and how many assignments are new. */
export function withAssignments(
  { annotators, assignments: before = [] }: Pick<Project, "annotators" | "assignments">,
  came: readonly NamedAssignment[],
  { places }: Pick<TakeInPlan, "places">,
): Required<Pick<Project, "annotators" | "assignments">> & { readonly isNew: number } {
  const people: Annotator[] = [...annotators];
  const personFor = ({ annotator, name }: NamedAssignment): Id => {
    const person =
      people.find(({ id }) => id === annotator) ?? people.find((one) => one.name === name && isPerson(one));
    if (!person) people.push({ id: annotator, name });
    return person?.id ?? annotator;
  };
  const importedAssignments = came.flatMap((named) => {
    const article = places.get(named.article);
    const { name: _name, ...one } = named;
    return article === undefined ? [] : [{ ...one, article, annotator: personFor(named) }];
  });
  const assignments = reassigned(before, importedAssignments, []);
  return { annotators: people, assignments, isNew: assignments.length - before.length };
}
