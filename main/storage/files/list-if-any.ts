// Lists a folder that need not be there.
import type { Disk } from "./disk.ts";
import { isMissing, readError } from "./storage-error.ts";

type Lister = Pick<Disk, "list">;

/** Nothing where there is no folder. Rejects with what the disk says. */
export async function listIfAny(disk: Lister, folder: string): ReturnType<Disk["list"]> {
  try {
    return await disk.list(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** The same, rejecting with an `ApiError`. */
export async function listReadable(disk: Lister, folder: string): ReturnType<Disk["list"]> {
  try {
    return await listIfAny(disk, folder);
  } catch (error) {
    throw readError(error, folder);
  }
}
