// Removes what crashed writes left behind in a project: temporary files, half-made articles and versions, by our own names only.
// Called under the lock, before anything is written, so that whatever has such a name belongs to nobody any more.
import { join } from "node:path";
import type { Disk } from "../files/disk.ts";
import { temporaryName } from "../files/durable-file.ts";
import { ignoreFailure } from "../files/storage-error.ts";
import { lockAside } from "../project/lock.ts";
import { ownFolders } from "../project/project-folder.ts";
import { removeFolderOf, stagedArticle } from "./article-files.ts";

/** Never throws: a leftover harms nothing. */
export async function sweepLeftovers(disk: Disk, root: string): Promise<void> {
  await ignoreFailure(() => sweepFolder(disk, root, ownFolders));
}

/** `within`: the folders in it that are looked into; absent: all. */
async function sweepFolder(disk: Disk, folder: string, within?: readonly string[]): Promise<void> {
  for (const { name, kind } of await disk.list(folder)) {
    const path = join(folder, name);
    if (kind === "file" && (temporaryName.test(name) || lockAside.test(name)))
      await ignoreFailure(() => disk.remove(path));
    if (kind !== "folder" || (within && !within.includes(name))) continue;
    if (stagedArticle.test(name)) await removeFolderOf(disk, path);
    else await ignoreFailure(() => sweepFolder(disk, path));
  }
}
