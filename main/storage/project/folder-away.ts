// Finds out whether the folder of an open project is away: moved, or on a drive or share that is not connected. A drive that was mounted on
// it leaves an empty folder, which is no project whose files were deleted.
import { join } from "node:path";
import type { Disk } from "../files/disk.ts";
import { statusIfAny } from "../files/durable-file.ts";
import { errorCode } from "../files/storage-error.ts";

/** What a project that was open has in its folder: any of it says that this is the folder, whatever is done to the rest. */
const signs = ["project.json", ".lock", "entities.json", "articles", "annotations"] as const;

/** What the system says when this process has no more files or memory for a moment, which tells nothing of the folder. */
const ofThisProcess: ReadonlySet<string> = new Set(["EMFILE", "ENFILE", "ENOMEM"]);

/** Whether there is no folder at the root of a project that is open, or nothing of the project in it that can be reached. */
export async function isFolderAway(disk: Disk, root: string): Promise<boolean> {
  const status = await reach(() => disk.status(root));
  if (status === "unknown") return false;
  if (status?.kind !== "folder") return true;
  for (const name of signs) if (await reach(() => statusIfAny(disk, join(root, name)))) return false;
  return true;
}

/** What is reached; `null` when nothing is, `unknown` when that could not be looked at now. */
async function reach<T>(look: () => Promise<T | null>): Promise<T | null | "unknown"> {
  try {
    return await look();
  } catch (error) {
    return ofThisProcess.has(errorCode(error)) ? "unknown" : null;
  }
}
