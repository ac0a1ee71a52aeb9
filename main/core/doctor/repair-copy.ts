// Repairs a project, never in its place: copies all of it, byte for byte, into a new folder, reads the copy back, and mends
// there what can be mended.
import { basename, dirname, join, relative, sep } from "node:path";
import type { RepairedCopy } from "../../../shared/api/examination.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { sweepLeftovers } from "../../storage/articles/article-files.ts";
import { copyProjectFiles } from "../../storage/files/copy-folder.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { makeFolders, statusIfAny, writeDurable } from "../../storage/files/durable-file.ts";
import { prettyJson } from "../../storage/files/json-text.ts";
import { ignoreFailure, writeError } from "../../storage/files/storage-error.ts";
import { takeLock } from "../../storage/project/lock.ts";
import {
  annotationsFolder,
  openProjectFolder,
  pathPartsBelow,
  realFolder,
} from "../../storage/project/project-folder.ts";
import { restorableFiles, restoreFiles } from "../../storage/recovery/recover-project.ts";
import { snapshotPath } from "../../storage/sets/read-set.ts";
import { recoverSet } from "../../storage/sets/recover-set.ts";
import type { CoreContext } from "../context.ts";
import { backupOf } from "../project/backup-source.ts";
import type { MissingFromFolder } from "../project/live-project.ts";
import { examineArticles, examineProject, lookForMissing } from "./examine-project.ts";
import { setsIn } from "./examine-sets.ts";
import type { SoundArticle } from "./finding.ts";

/**
 * Copies the project at `path` into the folder `out`, which must not be there, and repairs the copy. Throws an `ApiError`;
 * the project itself is never touched, and a copy that could not be finished says so by lacking its project file.
 */
export async function repairCopy(context: CoreContext, path: string, out: string): Promise<RepairedCopy> {
  const { disk, options, now, settings } = context;
  const root = await realFolder(disk, path);
  const examinationBefore = await examineProject(context, root);
  const restorable = await restorableFiles(disk, options.home, root);
  const copy = await copyProject(disk, root, out);
  const lock = await takeLock({
    disk,
    root: copy,
    holder: settings.get().annotatorName ?? "sayso doctor",
    version: options.version,
    folders: settings.folders(),
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
      await ignoreFailure(() =>
        recoverSet({
          disk,
          root: copy,
          place,
          secondSource: backupOf(context, place),
          device: settings.device,
          fence: lock.fence,
        }),
      );
    const missing = await lookForMissing(context, { root: copy, knownAt: root }, project.data(), articles);
    for (const missingPart of missing)
      await ignoreFailure(() =>
        putCopy(context, copy, { project: project.data().id, articles }, missingPart),
      );
    await sweepLeftovers(disk, copy);
  } finally {
    await lock.release();
  }
  // Of the copy is known what is known of the project.
  const examinationAfter = await examineProject(context, copy, root);
  const still = new Set(examinationAfter.findings.map(({ file }) => file));
  return {
    path: copy,
    mended: examinationBefore.findings.filter(({ file }) => !still.has(file)),
    after: examinationAfter,
  };
}

/** The set as a copy in the home holds it, in the place of what is older or gone. */
async function putCopy(
  context: CoreContext,
  copy: string,
  { project, articles }: { readonly project: string; readonly articles: ReadonlyMap<string, SoundArticle> },
  { work, changes }: MissingFromFolder,
): Promise<void> {
  const article = articles.get(work.article)?.article;
  if (!article || !work.annotator) return;
  const folder = annotationsFolder(copy, article);
  const { textHash } = article;
  const place = { folder, project, article: article.id, annotator: work.annotator.id, textHash };
  // Over what was done since, a copy is not put.
  const copied = changes?.copy?.isOther ? null : changes?.copy?.file;
  const file = changes ? copied : (await backupOf(context, place)())?.value;
  if (!file) return;
  await makeFolders(context.disk, copy, ...pathPartsBelow(copy, folder));
  await writeDurable(context.disk, snapshotPath(place), Buffer.from(prettyJson(file), "utf8"));
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
