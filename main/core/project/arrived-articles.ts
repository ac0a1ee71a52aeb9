// The articles of a project as far as they have come here: of a revision that is only half here, the text of before.

import { basename, join } from "node:path";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Article } from "../../../shared/model/article.ts";
import { curationOf } from "../../../shared/model/curation.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import {
  type ListedArticles,
  type LookAtRecord,
  listArticles,
  readArticle,
  readText,
} from "../../storage/articles/article-files.ts";
import { readRevision, revisionsOf } from "../../storage/articles/revision-files.ts";
import { statusIfAny } from "../../storage/files/durable-file.ts";
import { orNull } from "../../storage/files/storage-error.ts";
import { isFolderAway } from "../../storage/project/folder-away.ts";
import type { ProjectFolder } from "../../storage/project/project-folder.ts";
import { type ArrivalPlace, arrivedArticle, isHere } from "../../storage/recovery/arrived-revision.ts";
import { goodArticle } from "../../storage/recovery/good-article.ts";
import { trashFolder } from "../../storage/trash/trash-folder.ts";
import type { CoreContext } from "../context.ts";
import { backupStoreOf } from "./backup-source.ts";

/** A project, and who works in it at this machine. */
interface ProjectHere {
  readonly folder: ProjectFolder;
  readonly annotator: Annotator | null;
}

interface LiveArticles extends ProjectHere {
  readonly articles: ReadonlyMap<Id, Article>;
  readonly incompleteRevisions: Map<Id, Id>;
}

/** For whom a revision has to be here: the person at this machine, and whoever curates. */
export function arrivalAt(context: CoreContext, { folder, annotator }: ProjectHere): ArrivalPlace {
  const { disk, settings } = context;
  const { root, project } = folder;
  const curation = curationOf(project.data()).id;
  return {
    ...{ disk, root, device: settings.device, backupStore: backupStoreOf(context, project.data().id) },
    annotators: annotator ? [annotator.id, curation] : [curation],
  };
}

interface ArrivedArticles extends ListedArticles {
  /** The revision of which not all is here, by article. */
  readonly awaited: ReadonlyMap<Id, Id>;
}

/** Those that cannot be used on any text yet are left out, with a warning. */
export async function listArrived(
  context: CoreContext,
  here: ProjectHere,
  lookAt?: LookAtRecord,
): Promise<ArrivedArticles> {
  const { disk } = context;
  const { root } = here.folder;
  const { articles: named, warnings, articleIdsWithConflictMarkers } = await listArticles(disk, root, lookAt);
  const articles: Article[] = [];
  const awaitedRevisions = new Map<Id, Id>();
  const arrivalWarnings: ApiErrorData[] = [];
  const to = arrivalAt(context, here);
  for (const listedArticle of named) {
    const article = await arrivedArticle(to, listedArticle);
    if (article) articles.push(article);
    const { id, textRevision } = listedArticle;
    if (textRevision === undefined) continue;
    const isPresent = article?.textRevision === textRevision;
    if (isPresent && (await isLed(context, here, article))) continue;
    awaitedRevisions.set(id, textRevision);
    if (!isPresent) arrivalWarnings.push(onItsWay(listedArticle, article).toData());
  }
  return {
    articles,
    warnings: [...warnings, ...arrivalWarnings],
    articleIdsWithConflictMarkers,
    awaited: awaitedRevisions,
  };
}

/** `shown`: the article on the text that is here; `null` where there is none. */
export const onItsWay = ({ id, title }: Article, shown: Article | null): ApiError =>
  new ApiError("revision-on-its-way", {
    name: title,
    file: `articles/${id}`,
    ...(shown ? {} : { why: "missing" }),
  });

/** Whether it is known what led to the article's text. */
export const isLed = async (
  { disk }: CoreContext,
  { folder }: ProjectHere,
  { id, textRevision }: Article,
): Promise<boolean> =>
  textRevision === undefined ||
  (await orNull(() => readRevision(disk, folder.root, id, textRevision))) !== null;

/** Whether all is here that the revision brings for this person: its text, the sets that went along, and what leads there from `known`. */
export async function hasCome(
  context: CoreContext,
  liveProject: ProjectHere,
  now: Article,
  known: Article,
): Promise<boolean> {
  const { disk } = context;
  const { root } = liveProject.folder;
  if (!(await isHere(arrivalAt(context, liveProject), now))) return false;
  if ((await orNull(() => readText(disk, root, now))) === null) return false;
  const led = await revisionsOf(disk, root, now);
  // What is known here may have been corrected here as well.
  return led.some(({ parent }) => parent === null || parent === known.revision);
}

/**
 * The article on the latest text that is here; where that is not the one that its record names, that is awaited. Throws
 * `revision-on-its-way` where there is none, and what hinders reading its record.
 */
export async function readArrived(context: CoreContext, liveProject: LiveArticles, id: Id): Promise<Article> {
  const named = await readArticle(context.disk, liveProject.folder.root, id);
  const article = await arrivedArticle(arrivalAt(context, liveProject), named);
  if (!article) throw onItsWay(named, null);
  const { textRevision } = named;
  if (textRevision !== undefined && article.textRevision !== textRevision)
    liveProject.incompleteRevisions.set(id, textRevision);
  return article;
}

/**
 * The record in the folder may name a text that is not here yet, and must not be written over then. Throws `revision-on-its-way`.
 */
export function assertArrived({ articles, incompleteRevisions }: LiveArticles, id: Id): void {
  const article = articles.get(id);
  const revision = incompleteRevisions.get(id);
  if (article && revision !== undefined && article.textRevision !== revision)
    throw onItsWay(article, article);
}

// Articles of a project that cannot be read, or of which only annotations are left: what is said of them, and from when a good state is
// that can be had instead.

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
