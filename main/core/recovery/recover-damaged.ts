// Has an article, or a project, back whose own files are damaged or gone: writes the last good state in the place of the damage, which is
// kept in the quarantine. Says before from when the copies are.
import { dirname } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import { readArticle, readText, replaceArticleFile } from "../../storage/articles/article-files.ts";
import { makeFolders, statusIfAny, writeDurable } from "../../storage/files/durable-file.ts";
import { orNull, writeError } from "../../storage/files/storage-error.ts";
import { takeLock } from "../../storage/project/lock.ts";
import { originalPath, pathPartsBelow, realFolder, textPath } from "../../storage/project/project-folder.ts";
import { goodArticle } from "../../storage/recovery/good-article.ts";
import { refuseEmptied, restorableFiles, restoreFiles } from "../../storage/recovery/recover-project.ts";
import { readOriginal } from "../../storage/versions/version-originals.ts";
import { enterArticle } from "../changes/move-articles.ts";
import type { CoreContext } from "../context.ts";
import { backupStoreOf } from "../project/backup-source.ts";
import { type LiveProject, whileComing, writerIn } from "../project/live-project.ts";

/** Throws `article-damaged` where there is no good state, and what hinders writing. What is whole stays as it is. */
export function recoverArticle(context: CoreContext, liveProject: LiveProject, id: Id): Promise<void> {
  return whileComing(liveProject, id, () => recoverNow(context, liveProject, id));
}

async function recoverNow(context: CoreContext, liveProject: LiveProject, id: Id): Promise<void> {
  const { disk } = context;
  const { folder } = liveProject;
  const { root } = folder;
  const { lock } = writerIn(liveProject);
  const good = await goodArticle(backupStoreOf(context, folder.project.data().id), root, id);
  if (!good) throw new ApiError("article-damaged", { article: id, why: "missing" });
  const { article, text } = good;
  await lock.fence();
  try {
    await makeFolders(disk, root, ...pathPartsBelow(root, dirname(textPath(root, article))));
    // The record comes last: until it is there the article is as good as gone.
    const isWhole = await orNull(() => readText(disk, root, article));
    if (isWhole === null) await replaceArticleFile(disk, root, article, text);
    await bringOriginal(context, root, article);
    if ((await orNull(() => readArticle(disk, root, id))) === null)
      await replaceArticleFile(disk, root, article);
  } catch (error) {
    throw writeError(error, root);
  }
  await enterArticle(context, liveProject, id);
}

/** The file that it came from, where that is gone and a version that is kept has it. */
async function bringOriginal({ disk }: CoreContext, root: string, article: Article): Promise<void> {
  const { original } = article;
  if (!original) return;
  const path = originalPath(root, article, original);
  if (await statusIfAny(disk, path)) return;
  const bytes = await orNull(() => readOriginal(disk, root, original.sha256));
  if (bytes) await writeDurable(disk, path, bytes);
}

// Recovering a project whose own files are damaged: says from when its copies are, and puts them back under its lock.

/**
 * Adds to an error of opening a damaged project when the copy was made from which it can be recovered; says where there is none of it that
 * it is not there.
 */
export async function withOffer(context: CoreContext, path: string, error: unknown): Promise<unknown> {
  const isDamage =
    error instanceof ApiError &&
    (error.problem === "project-damaged" ||
      (error.problem === "project-not-one" && error.detail.why === "no-project-file"));
  if (!isDamage) return error;
  const { disk, options } = context;
  try {
    const root = await realFolder(disk, path);
    await refuseEmptied(disk, options.home, root);
    const [copy] = await restorableFiles(disk, options.home, root);
    if (!copy) return error;
    return new ApiError(error.problem, { ...error.detail, copiedAt: copy.at }, { cause: error });
  } catch (other) {
    return other instanceof ApiError && other.problem === "project-missing" ? other : error;
  }
}

/** Throws `project-locked`, `project-damaged` without a copy, and what hinders writing. */
export async function recoverProject(context: CoreContext, path: string): Promise<void> {
  const { disk, options, settings, now } = context;
  const holder = settings.get().annotatorName ?? "";
  const root = await realFolder(disk, path);
  await refuseEmptied(disk, options.home, root);
  const { version } = options;
  const lock = await takeLock({ disk, root, holder, version, now, folders: settings.folders() });
  try {
    const files = await restorableFiles(disk, options.home, root);
    await lock.fence();
    await restoreFiles(disk, root, files);
  } finally {
    await lock.release();
  }
}
