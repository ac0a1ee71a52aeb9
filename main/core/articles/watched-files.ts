// The files of a folder that is watched: which there are, and what they are now, so that one that still grows is told from one that
// is whole. Links and devices are told and not followed; what is no article is passed over.
import { basename, dirname, join } from "node:path";
import type { RefusedFile } from "../../../shared/api/bringing-in.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { leadsNowhere, readError } from "../../storage/files/storage-error.ts";
import { foundFiles } from "./found-files.ts";

interface WatchedFiles {
  /** What each file is now, by its name with the folder's before it. */
  readonly present: ReadonlyMap<string, FileState>;
  readonly refused: readonly RefusedFile[];
}

export interface FileState {
  /** Another one when the file was written again. */
  readonly state: string;
  readonly modifiedAt: number;
}

/** Where a folder that somebody named lies. Throws an `ApiError` for what is none. */
export async function realFolder(disk: Disk, folder: string): Promise<string> {
  try {
    const real = await disk.realPath(folder);
    if ((await disk.status(real)).kind === "folder") return real;
  } catch (error) {
    if (!leadsNowhere(error)) throw readError(error, folder);
  }
  throw new ApiError("folder-missing", { file: basename(folder) });
}

/** Throws an `ApiError` where the folder is gone or cannot be read. */
export async function watchedFiles(disk: Disk, folder: string): Promise<WatchedFiles> {
  const present = new Map<string, FileState>();
  const refused: RefusedFile[] = [];
  await realFolder(disk, folder);
  for await (const foundFile of foundFiles(disk, { paths: [folder], files: [] }, "closed")) {
    if ("error" in foundFile) {
      if (foundFile.error.problem !== "file-kind") refused.push(foundFile);
      continue;
    }
    try {
      const { kind, size, modifiedAt, changedAt } = await disk.status(join(dirname(folder), foundFile.file));
      if (kind === "file") present.set(foundFile.file, { state: `${size} ${changedAt}`, modifiedAt });
    } catch {
      // Gone again before it was looked at.
    }
  }
  return { present, refused };
}
