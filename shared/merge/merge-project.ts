// Brings together what two sides made of a project's own file, over what it was before. People are never taken out by this:
// whoever is named on either side stays, since their work may be in the folder.
import type { Assignment } from "../model/assignment.ts";
import type { Project } from "../model/project.ts";
import { sameValue } from "../model/same-value.ts";
import { mergeRecord, mergeRecords } from "./merge.ts";

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
    annotators: mergeRecords(base.annotators, ours.annotators, theirs.annotators, { removals: "none" })
      .records,
    ...(assignments.length > 0 && { assignments }),
  };
  return { project: sameValue(project, ours) ? ours : project, conflicts };
}

/** Where nothing is known of what both come from: people and assignments of both; the rest is as the first says. */
export function joinProjects(first: Project, second: Project): Project {
  return mergeProjects(plain(second), first, second).project;
}

/** Without what is merged by itself. */
const plain = ({ assignments: _assignments, ...rest }: Project): Project => ({ ...rest, annotators: [] });

/** Who is to annotate what is there or not: a pair has no fields that could be merged. */
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
