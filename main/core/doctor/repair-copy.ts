// Repairs a project, never in its place: copies all of it, byte for byte, into a new folder, reads the copy back, and mends
// there what can be mended.
import { basename, dirname, join, relative, sep } from "node:path";
import { ApiError } from "../../../shared/api/errors.ts";
import type { RepairedCopy } from "../../../shared/api/examination.ts";
import { copyProjectFiles } from "../../storage/files/copy-folder.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { makeFolders, statusIfAny } from "../../storage/files/durable-file.ts";
import { attempt, writeError } from "../../storage/files/storage-error.ts";
import { takeLock } from "../../storage/project/lock.ts";
import { openProjectFolder, realFolder } from "../../storage/project/project-folder.ts";
import { restorableFiles, restoreFiles } from "../../storage/project/recover-project.ts";
import { sweepLeftovers } from "../../storage/project/sweep.ts";
import { recoverSet } from "../../storage/sets/recover-set.ts";
import type { CoreContext } from "../context.ts";
import { secondSourceOf } from "../second-source.ts";
import { examineArticles, examineProject } from "./examine-project.ts";
import { setsIn } from "./examine-sets.ts";

/**
 * Copies the project at `path` into the folder `out`, which must not be there, and repairs the copy. Throws an `ApiError`;
 * the project itself is never touched, and a copy that could not be finished says so by lacking its project file.
 */
export async function repairCopy(context: CoreContext, path: string, out: string): Promise<RepairedCopy> {
  const { disk, options, now, settings } = context;
  const root = await realFolder(disk, path);
  const before = await examineProject(context, root);
  const restorable = await restorableFiles(disk, options.home, root);
  const copy = await copyProject(disk, root, out);
  const lock = await takeLock({
    disk,
    root: copy,
    holder: settings.get().annotatorName ?? "sayso doctor",
    version: options.version,
    now,
  });
  try {
    await restoreFiles(
      disk,
      copy,
      restorable.map((file) => ({ ...file, path: join(copy, relative(root, file.path)) })),
    );
    const { project } = await openProjectFolder(disk, copy);
    const articles = await examineArticles(context, copy, project.data(), () => undefined);
    // One that cannot be made whole stays as it is, and the examination afterwards says so.
    for (const place of await setsIn(context, { root: copy, project: project.data(), articles }))
      await attempt(() =>
        recoverSet({
          disk,
          root: copy,
          place,
          secondSource: secondSourceOf(context, place),
          fence: lock.fence,
        }),
      );
    await sweepLeftovers(disk, copy);
  } finally {
    await lock.release();
  }
  const after = await examineProject(context, copy);
  const still = new Set(after.findings.map(({ file }) => file));
  return { path: copy, mended: before.findings.filter(({ file }) => !still.has(file)), after };
}

/** Everything but the lock and what a link leads to, each file read back; the project file last. */
async function copyProject(disk: Disk, root: string, out: string): Promise<string> {
  const name = basename(out);
  try {
    const parent = await disk.realPath(dirname(out));
    const copy = join(parent, name);
    if (copy === root || copy.startsWith(`${root}${sep}`))
      throw new ApiError("export-exists", { file: name, why: "project-file" });
    if (await statusIfAny(disk, copy)) throw new ApiError("folder-not-empty", { file: name, why: "exists" });
    await makeFolders(disk, parent, name);
    await copyProjectFiles(disk, root, copy);
    return copy;
  } catch (error) {
    throw writeError(error, out);
  }
}
