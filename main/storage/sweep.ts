// Removes what crashed writes left behind in a project: temporary files, half-made articles and versions, by our own names only.
// Called under the lock, before anything is written, so that whatever has such a name belongs to nobody any more.
import { join } from "node:path";
import { removeFolderOf, stagedArticle } from "./article-files.ts";
import type { Disk } from "./disk.ts";
import { temporaryName } from "./durable-file.ts";
import { lockAside } from "./lock.ts";
import { attempt } from "./storage-error.ts";

/** Never throws: a leftover harms nothing. */
export async function sweepLeftovers(disk: Disk, root: string): Promise<void> {
  await attempt(async () => {
    await sweepFolder(disk, root);
    for (const parent of ["annotations", "articles", "trash", "versions"])
      await sweepTree(disk, join(root, parent));
  });
}

async function sweepTree(disk: Disk, folder: string): Promise<void> {
  await attempt(async () => {
    if ((await disk.status(folder)).kind !== "folder") return;
    for (const { name, kind } of await disk.list(folder)) {
      if (kind !== "folder") continue;
      if (stagedArticle.test(name)) await removeFolderOf(disk, join(folder, name));
      else await sweepFolder(disk, join(folder, name));
    }
  });
}

async function sweepFolder(disk: Disk, folder: string): Promise<void> {
  for (const { name, kind } of await disk.list(folder))
    if (kind === "file" && (temporaryName.test(name) || lockAside.test(name)))
      await attempt(() => disk.remove(join(folder, name)));
}
