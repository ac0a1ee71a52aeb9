// Brings together what two sides made of a project's own file, over what it was before. People are never taken out by this:
// whoever is named on either side stays, since their work may be in the folder.
import type { Assignment } from "../model/assignment.ts";
import type { Project } from "../model/project.ts";
import { sameValue } from "../model/same-value.ts";
import { mergeMembers, mergeRecord, mergeRecords } from "./merge.ts";

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
  const { assignments: _assignments, articleSets: _articleSets, ...rest } = record;
  const [before = [], mine = [], came = []] = [base, ours, theirs].map((one) => one.assignments);
  const assignments = mergeMembers(before, mine, came, pairOf);
  const sets = mergeRecords(base.articleSets ?? [], ours.articleSets ?? [], theirs.articleSets ?? []);
  const project = {
    ...rest,
    annotators: mergeRecords(base.annotators, ours.annotators, theirs.annotators, { removals: "none" })
      .records,
    ...(assignments.length > 0 && { assignments }),
    ...(sets.records.length > 0 && { articleSets: sets.records }),
  };
  const isConflicting = sets.conflicts.length > 0;
  return {
    project: sameValue(project, ours) ? ours : project,
    conflicts: isConflicting ? [...conflicts, "articleSets"] : conflicts,
  };
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
