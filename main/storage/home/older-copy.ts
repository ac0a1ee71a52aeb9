// The copy of a whole project in the person's home, as it was before files of it were first written in a newer form.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Id } from "../../../shared/model/id.ts";
import { copyProjectFiles, moveFolder, removeTree } from "../files/copy-folder.ts";
import type { Disk } from "../files/disk.ts";
import { makeFolders } from "../files/durable-file.ts";
import { ignoreFailure, writeError } from "../files/storage-error.ts";
import { makeHome } from "./home-folder.ts";

interface OlderCopy {
  readonly disk: Disk;
  readonly home: string;
  readonly project: Id;
  readonly root: string;
  /** The form that the project is written in. */
  readonly version: number;
  /** When, ISO 8601. */
  readonly at: string;
}

const folderName = "older-forms";
/** Copies that a crash left unfinished. */
const unfinished = /^\.copying-[0-9a-f]{12}$/;

/** The copy's folder, once every file of it was read back. Throws an `ApiError`, and leaves nothing half made, when it fails. */
export async function copyOlder({ disk, home, project, root, version, at }: OlderCopy): Promise<string> {
  try {
    await makeHome(disk, home);
    const copiesFolder = await makeFolders(disk, home, folderName, project);
    for (const { name } of await disk.list(copiesFolder))
      if (unfinished.test(name)) await ignoreFailure(() => removeTree(disk, join(copiesFolder, name)));
    const staging = await makeFolders(disk, copiesFolder, `.copying-${randomBytes(6).toString("hex")}`);
    try {
      await copyProjectFiles(disk, root, staging);
      const copy = join(copiesFolder, `${at.replace(/[:.]/g, "-")}-form-${version}`);
      await moveFolder(disk, staging, copy);
      return copy;
    } catch (error) {
      await ignoreFailure(() => removeTree(disk, staging));
      throw error;
    }
  } catch (error) {
    throw writeError(error, home);
  }
}
