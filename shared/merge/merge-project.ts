// Brings together what two sides made of a project's own file, over what it was before. People are never taken out by this:
// whoever is named on either side stays, since their work may be in the folder.
import type { Assignment } from "../model/assignment.ts";
import type { Project } from "../model/project.ts";
import { sameValue } from "../model/same-value.ts";
import {
  type FieldConflict,
  mergeMembers,
  mergeRecord,
  mergeRecords,
  type Precedence,
  type RecordConflict,
} from "./merge.ts";

interface MergedProject {
  readonly project: Project;
  /** What both sides changed differently, by the path in the file: `name`, `tagset.spanTypes.claim.name`, `articleSets.<id>.filter`. */
  readonly conflicts: readonly FieldConflict[];
}

export function mergeProjects(
  base: Project,
  ours: Project,
  theirs: Project,
  precedence: Precedence = "ours",
): MergedProject {
  const { record, disputed } = mergeRecord<Project>(
    plain(base),
    plain(ours),
    // What makes it this project, in the form that this version writes, is no matter of taste.
    { ...plain(theirs), id: ours.id, schemaVersion: ours.schemaVersion, createdAt: ours.createdAt },
    precedence,
  );
  const { assignments: _assignments, articleSets: _articleSets, ...rest } = record;
  const [before = [], mine = [], came = []] = [base, ours, theirs].map((one) => one.assignments);
  const assignments = mergeMembers(before, mine, came, pairOf, precedence);
  const sets = mergeRecords(base.articleSets ?? [], ours.articleSets ?? [], theirs.articleSets ?? [], {
    precedence,
  });
  const annotators = mergeRecords(base.annotators, ours.annotators, theirs.annotators, {
    removals: "none",
    precedence,
  });
  const project = {
    ...rest,
    annotators: annotators.records,
    ...(assignments.length > 0 && { assignments }),
    ...(sets.records.length > 0 && { articleSets: sets.records }),
  };
  return {
    project: sameValue(project, ours) ? ours : project,
    conflicts: [
      ...disputed,
      ...annotators.conflicts.flatMap((one) => conflictsIn("annotators", one)),
      ...sets.conflicts.flatMap((one) => conflictsIn("articleSets", one)),
    ],
  };
}

/** Each field in conflict by its path; the record as a whole where one side removed it. */
export function conflictsIn<T extends object>(
  list: string,
  conflict: Pick<RecordConflict<T>, "id" | "base" | "ours" | "theirs">,
): readonly FieldConflict[] {
  const { id } = conflict;
  const [base, ours, theirs] = [conflict.base, conflict.ours, conflict.theirs].map((one) => one ?? undefined);
  if (!ours || !theirs) return [{ path: `${list}.${id}`, base, ours, theirs }];
  return mergeRecord(base, ours, theirs).disputed.map((one) => ({
    ...one,
    path: `${list}.${id}.${one.path}`,
  }));
}

/** Where nothing is known of what both come from: people, assignments and article sets of both; the rest is as the first says. */
export function joinProjects(first: Project, second: Project): Project {
  return mergeProjects(plain(second), first, second).project;
}

/** Without what is merged by itself. */
const plain = ({ assignments: _assignments, articleSets: _articleSets, ...rest }: Project): Project => ({
  ...rest,
  annotators: [],
});

const pairOf = ({ article, annotator }: Assignment): string => `${article} ${annotator}`;
