// Articles of a project that cannot be read, or of which only annotations are left: what is said of them, and from when a good state is
// that can be had instead.
import { basename, join } from "node:path";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { isId } from "../../../shared/model/id.ts";
import { statusIfAny } from "../../storage/files/durable-file.ts";
import { orNull } from "../../storage/files/storage-error.ts";
import { isFolderAway } from "../../storage/project/folder-away.ts";
import type { ProjectFolder } from "../../storage/project/project-folder.ts";
import { goodArticle } from "../../storage/recovery/good-article.ts";
import { trashFolder } from "../../storage/trash/trash-folder.ts";
import type { CoreContext } from "../context.ts";
import { backupStoreOf } from "./backup-source.ts";

/** Adds to a problem with an article when the good state is from that can be had instead, and how the article is called. */
export async function withArticleOffer(
  context: CoreContext,
  folder: ProjectFolder,
  problem: ApiErrorData,
): Promise<ApiErrorData> {
  const { article } = problem.detail;
  const isOffered = problem.problem === "article-damaged" || problem.problem === "article-lost";
  if (!isOffered || typeof article !== "string" || !isId(article)) return problem;
  const good = await goodArticle(backupStoreOf(context, folder.project.data().id), folder.root, article);
  if (!good) return problem;
  const {
    at: copiedAt,
    article: { title: name },
  } = good;
  return { ...problem, detail: { ...problem.detail, name, copiedAt } };
}

/** Runs what needs the files of an article; a failure for which there is a good state to be had says so. */
export async function offering<T>(
  context: CoreContext,
  folder: ProjectFolder,
  action: () => Promise<T>,
): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // Nothing is damaged where all of it is away.
    if (error.problem === "article-damaged" && (await isFolderAway(context.disk, folder.root)))
      throw new ApiError("project-missing", { file: basename(folder.root) }, { cause: error });
    const { problem, detail } = await withArticleOffer(context, folder, error.toData());
    throw new ApiError(problem, detail, { cause: error });
  }
}

/**
 * Articles of which only annotations are left: neither they themselves are there, nor are they in the trash. To be asked for once
 * what a crash left unfinished is finished: an article that comes back has its colleagues' sets there before it.
 */
export async function lostArticles(
  context: CoreContext,
  folder: ProjectFolder,
): Promise<readonly ApiErrorData[]> {
  const { disk } = context;
  const { root } = folder;
  const problems: ApiErrorData[] = [];
  for (const { name, kind } of (await orNull(() => disk.list(join(root, "annotations")))) ?? []) {
    if (!isId(name) || kind !== "folder") continue;
    const places = [join(root, "articles", name), join(trashFolder(root), name, "article")];
    const statuses = await Promise.all(places.map((path) => orNull(() => statusIfAny(disk, path))));
    if (statuses.some((status) => status !== null)) continue;
    const lost = new ApiError("article-lost", { article: name }).toData();
    problems.push(await withArticleOffer(context, folder, lost));
  }
  return problems;
}
