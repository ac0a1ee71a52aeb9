// Articles on their way to the trash and back: nothing of them may be open meanwhile, and what is known of them follows.

import type { ArticlePutAway } from "../../../shared/api/replies.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { curationOf } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import { addArticle, readArticleRecord } from "../../storage/articles/article-files.ts";
import { makeFolders, statusIfAny } from "../../storage/files/durable-file.ts";
import { durableJson } from "../../storage/files/durable-json.ts";
import { orNull } from "../../storage/files/storage-error.ts";
import { readSet, snapshotPath } from "../../storage/sets/read-set.ts";
import { setFile } from "../../storage/sets/set-file.ts";
import { putAway, takeBack } from "../../storage/trash/trash.ts";
import { finishAnnotators, takeOutOf } from "../../storage/trash/trash-annotators.ts";
import type { CoreContext } from "../context.ts";
import { backupOf } from "../project/backup-source.ts";
import { countsOf, type LiveProject, setPlace, whileComing, writerIn } from "../project/live-project.ts";
import { closeSetsOf } from "./close-sets.ts";
import { comingBack } from "./coming-back.ts";
import { enterMentioned, takeBackMentioned } from "./save-entities.ts";
import { keptVersion, type VersionSource } from "./version-source.ts";

/** Puts an article in the trash. Call it while nothing else is saved. Throws `article-missing`, or what hinders. */
export async function putArticleAway(
  { disk, now }: CoreContext,
  liveProject: LiveProject,
  id: Id,
): Promise<ArticlePutAway> {
  const { lock, annotator } = writerIn(liveProject);
  const article = liveProject.articles.get(id);
  if (!article) throw new ApiError("article-missing", { article: id });
  await lock.fence();
  await closeSetsOf(liveProject, id);
  const about = { id, title: article.title, putAwayAt: now(), by: annotator.name };
  await putAway(disk, liveProject.folder.root, about);
  liveProject.articles.delete(id);
  // What another window has opened meanwhile.
  await closeSetsOf(liveProject, id);
  liveProject.counts.delete(id);
  return about;
}

/**
 * Takes an article out of the trash, with the entities that it mentions; it can be done again where it failed. Call it while
 * nothing else is saved. True when entities came with it.
 */
export function takeArticleBack(context: CoreContext, liveProject: LiveProject, id: Id): Promise<boolean> {
  return whileComing(liveProject, id, () => takeBackNow(context, liveProject, id));
}

async function takeBackNow(context: CoreContext, liveProject: LiveProject, id: Id): Promise<boolean> {
  const { disk } = context;
  const { root, project } = liveProject.folder;
  await writerIn(liveProject).lock.fence();
  // What it mentions comes before it, so that a crash between the two leaves no mention of nothing.
  const returningArticle = await orNull(() => comingBack(context, liveProject, id));
  const areBack =
    returningArticle !== null && (await enterMentioned(liveProject, await returningArticle.comingSets()));
  // Sets of somebody who was moved to the trash meanwhile go to theirs.
  await takeOutOf(disk, root, project.data(), id);
  await takeBack(disk, root, id);
  return (await enterArticle(context, liveProject, id)) || areBack;
}

/** Knows an article that has come, with the entities that it mentions. True when there were any in the trash. */
export async function enterArticle(context: CoreContext, liveProject: LiveProject, id: Id): Promise<boolean> {
  const { annotator } = writerIn(liveProject);
  const { article, sides } = await readArticleRecord(context.disk, liveProject.folder.root, id);
  if (sides) liveProject.articlesWithConflictMarkers.add(id);
  const place = setPlace(liveProject.folder, article, annotator.id);
  const { set } = await readSet(context.disk, place, backupOf(context, place));
  liveProject.articles.set(id, article);
  liveProject.counts.set(id, countsOf(set));
  // What is known of others' mentions is out of date.
  liveProject.importGeneration.count += 1;
  try {
    return await takeBackMentioned(context, liveProject, [id]);
  } catch (error) {
    // It is tried again with the same call.
    liveProject.articles.delete(id);
    liveProject.counts.delete(id);
    throw error;
  }
}

/**
 * Brings back an article that a step wants back: out of the trash, or, where it is gone, out of the version that the step went back to. It
 * can be done again where it failed. Throws `article-missing` for one that is nowhere, and what hinders.
 */
export async function bringArticleBack(
  context: CoreContext,
  liveProject: LiveProject,
  id: Id,
  version: Id | undefined,
): Promise<void> {
  try {
    await takeArticleBack(context, liveProject, id);
  } catch (error) {
    const isNowhere = error instanceof ApiError && error.problem === "article-missing";
    if (!isNowhere || version === undefined) throw error;
    const source = await keptVersion(context, liveProject, version);
    await whileComing(liveProject, id, () => addFrom(context, liveProject, source, id));
  }
}

/** Colleagues' sets lie there before the article does, and what they mention before them. */
async function addFrom(
  context: CoreContext,
  liveProject: LiveProject,
  source: VersionSource,
  id: Id,
): Promise<void> {
  const { disk } = context;
  const part = await source.article(id);
  if (!part) throw new ApiError("article-missing", { article: id });
  const returningArticle = await comingBack(context, liveProject, id, source);
  await writerIn(liveProject).lock.fence();
  if (returningArticle) await enterMentioned(liveProject, await returningArticle.comingSets());
  const { root, project } = liveProject.folder;
  const { annotators } = project.data();
  // Own and curated sets come with the step, so that the history knows of them.
  const ownAnnotatorIds = [writerIn(liveProject).annotator.id, curationOf(project.data()).id];
  const annotatorIds = new Set(annotators.map((annotator) => annotator.id));
  for (const file of part.sets) {
    if (ownAnnotatorIds.includes(file.annotatorId) || !annotatorIds.has(file.annotatorId)) continue;
    const folder = await makeFolders(disk, root, "annotations", id);
    const path = snapshotPath({ ...setPlace(liveProject.folder, part.article, file.annotatorId), folder });
    if (await statusIfAny(disk, path)) continue;
    await durableJson({ disk, path, schema: setFile, damaged: "set-damaged" }).write(file);
  }
  const bytes = await source.original(part.article);
  await addArticle(disk, root, {
    // Without the file only its name would be there.
    article: bytes ? part.article : { ...part.article, original: null },
    text: part.text,
    original: bytes,
  });
  // Sets of somebody who was taken back while it was gone.
  await finishAnnotators(disk, root, project.data());
  await enterArticle(context, liveProject, id);
}
