// Shared by the parts of an examination: how a finding is made and noted, and how a folder is listed.

import type { FindingWeight, ProjectFinding } from "../../../shared/api/examination.ts";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { explain } from "../../../shared/errors/explain.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { listReadable } from "../../storage/files/list-if-any.ts";

/** An article that can be read, with its text. */
export interface SoundArticle {
  readonly article: Article;
  readonly text: string;
}

/** Notes one finding. */
export type NoteFinding = (finding: ProjectFinding) => void;

export const projectFindingOf = (
  file: string,
  { problem, detail }: Pick<ApiErrorData, "problem" | "detail">,
  weight: FindingWeight = "error",
  mends = false,
): ProjectFinding => ({ weight, file, mends, ...explain({ problem, detail }) });

/** The entries of a folder in the order of their names; none of one that is not there. */
export async function listInOrder(disk: Disk, folder: string) {
  return [...(await listReadable(disk, folder))].sort((a, b) => (a.name < b.name ? -1 : 1));
}
