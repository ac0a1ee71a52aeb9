// Whether the folder that was named for a window is a project at all: whoever typed its name learns at once where it is wrong.
import { ApiError, type ApiErrorData } from "../../shared/errors/errors.ts";
import { nodeDisk } from "../storage/files/disk.ts";
import { readVersion, realFolder } from "../storage/project/project-folder.ts";
import type { CommandLine } from "./cli-command.ts";
import { lineOf, reported } from "./report.ts";

/** Says in one line why there is no project in the folder, as it was `named`. `true` where there is one, or none was named. */
export async function isProjectThere(
  named: string | undefined,
  { err, words }: Pick<CommandLine, "err" | "words">,
): Promise<boolean> {
  const problem = named === undefined ? null : await whyNone(named);
  if (problem !== null) err(lineOf(reported(problem, named ?? "", words)));
  return problem === null;
}

/** A damaged project is one: its window has copies to offer. */
async function whyNone(path: string): Promise<ApiErrorData | null> {
  try {
    await readVersion(nodeDisk, await realFolder(nodeDisk, path));
    return null;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const isNone = ["project-missing", "project-not-one", "folder-unreadable"].includes(error.problem);
    return isNone ? error.toData() : null;
  }
}
