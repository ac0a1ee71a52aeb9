// Brings back an article that a step wants back: out of the trash, or, where it is gone, out of the version that the step went back to.
import { ApiError } from "../../../shared/errors/errors.ts";
import { curationOf } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import { addArticle } from "../../storage/articles/article-files.ts";
import { makeFolders, statusIfAny } from "../../storage/files/durable-file.ts";
import { durableJson } from "../../storage/files/durable-json.ts";
import { snapshotPath } from "../../storage/sets/read-set.ts";
import { setFile } from "../../storage/sets/set-file.ts";
import { finishAnnotators } from "../../storage/trash/trash-annotators.ts";
import type { CoreContext } from "../context.ts";
import { type ProjectInUse, setPlace, whileComing, writerIn } from "../project/project-in-use.ts";
import { comingBack } from "./coming-back.ts";
import { enterMentioned } from "./mentioned-entities.ts";
import { enterArticle, takeArticleBack } from "./move-articles.ts";
import { keptVersion, type VersionSource } from "./version-source.ts";

/** It can be done again where it failed. Throws `article-missing` for one that is nowhere, and what hinders. */
export async function bringArticleBack(
  context: CoreContext,
  inUse: ProjectInUse,
  id: Id,
  version: Id | undefined,
): Promise<void> {
  try {
    await takeArticleBack(context, inUse, id);
  } catch (error) {
    const isNowhere = error instanceof ApiError && error.problem === "article-missing";
    if (!isNowhere || version === undefined) throw error;
    const source = await keptVersion(context, inUse, version);
    await whileComing(inUse, id, () => addFrom(context, inUse, source, id));
  }
}

/** Colleagues' sets lie there before the article does, and what they mention before them. */
async function addFrom(
  context: CoreContext,
  inUse: ProjectInUse,
  source: VersionSource,
  id: Id,
): Promise<void> {
  const { disk } = context;
  const part = await source.article(id);
  if (!part) throw new ApiError("article-missing", { article: id });
  const returningArticle = await comingBack(context, inUse, id, source);
  await writerIn(inUse).lock.fence();
  if (returningArticle) await enterMentioned(inUse, await returningArticle.comingSets());
  const { root, project } = inUse.folder;
  const { annotators } = project.data();
  // Own and curated sets come with the step, so that the history knows of them.
  const ownAnnotatorIds = [writerIn(inUse).annotator.id, curationOf(project.data()).id];
  const annotatorIds = new Set(annotators.map((annotator) => annotator.id));
  for (const file of part.sets) {
    if (ownAnnotatorIds.includes(file.annotatorId) || !annotatorIds.has(file.annotatorId)) continue;
    const folder = await makeFolders(disk, root, "annotations", id);
    const path = snapshotPath({ ...setPlace(inUse.folder, part.article, file.annotatorId), folder });
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
  await enterArticle(context, inUse, id);
}
