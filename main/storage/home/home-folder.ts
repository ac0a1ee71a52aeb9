// The folder of a person's own things. Where it cannot be made the program still starts: what is set lasts as long as it runs.
import { dirname } from "node:path";
import type { Disk } from "../files/disk.ts";
import { errorCode, ignoreFailure, isMissing } from "../files/storage-error.ts";

/** Makes the folder and those above it. Never throws. */
export async function makeHome(disk: Disk, path: string): Promise<void> {
  await ignoreFailure(() => makeFolderAt(disk, path));
}

async function makeFolderAt(disk: Disk, path: string): Promise<void> {
  try {
    await disk.makeFolder(path);
  } catch (error) {
    if (errorCode(error) === "EEXIST") return;
    if (!isMissing(error) || dirname(path) === path) throw error;
    await makeFolderAt(disk, dirname(path));
    await disk.makeFolder(path);
  }
}
