// Brings together what two sides made of a project's own file, over what it was before. People are never taken out by this:
// whoever is named on either side stays, since their work may be in the folder.
import type { Assignment } from "../model/assignment.ts";
import type { Annotator, Project } from "../model/project.ts";
import { sameValue } from "../model/same-value.ts";
import { mergeRecord } from "./merge-record.ts";

interface MergedProject {
  readonly project: Project;
  /** Names of the parts that both sides changed differently; they stay as ours. */
  readonly conflicts: readonly string[];
}

export function mergeProjects(base: Project, ours: Project, theirs: Project): MergedProject {
  const { record, conflicts } = mergeRecord<Project>(
    plain(base),
    plain(ours),
    // What makes it this project, in the form that this version writes, is no matter of taste.
    { ...plain(theirs), id: ours.id, schemaVersion: ours.schemaVersion, createdAt: ours.createdAt },
  );
  const { assignments: _assignments, ...rest } = record;
  const assignments = mergedAssignments(base.assignments, ours.assignments, theirs.assignments);
  const project = {
    ...rest,
    annotators: mergedPeople(base.annotators, ours.annotators, theirs.annotators),
    ...(assignments.length > 0 && { assignments }),
  };
  return { project: sameValue(project, ours) ? ours : project, conflicts };
}

/** Without what is merged by itself. */
const plain = ({ assignments: _assignments, ...rest }: Project): Project => ({ ...rest, annotators: [] });

function mergedPeople(
  base: readonly Annotator[],
  ours: readonly Annotator[],
  theirs: readonly Annotator[],
): readonly Annotator[] {
  const baseById = new Map(base.map((one) => [one.id, one]));
  const came = new Map(theirs.map((one) => [one.id, one]));
  const stay = ours.map((one) => {
    const theirAnnotator = came.get(one.id);
    return theirAnnotator ? mergeRecord<Annotator>(baseById.get(one.id), one, theirAnnotator).record : one;
  });
  const ourIds = new Set(ours.map(({ id }) => id));
  return [...stay, ...theirs.filter(({ id }) => !ourIds.has(id))];
}

function mergedAssignments(
  base: readonly Assignment[] = [],
  ours: readonly Assignment[] = [],
  theirs: readonly Assignment[] = [],
): readonly Assignment[] {
  const key = ({ article, annotator }: Assignment): string => `${article} ${annotator}`;
  const keysOf = (all: readonly Assignment[]): ReadonlySet<string> => new Set(all.map(key));
  const [before, mine, came] = [base, ours, theirs].map(keysOf) as [
    ReadonlySet<string>,
    ReadonlySet<string>,
    ReadonlySet<string>,
  ];
  return [
    // Released by either side is released.
    ...ours.filter((one) => !before.has(key(one)) || came.has(key(one))),
    ...theirs.filter((one) => !before.has(key(one)) && !mine.has(key(one))),
  ];
}
