// Everybody's sets of an article as their files have them, to be carried over to another text. Nothing of them may be open.

import type { ReviewedAnnotator } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type AnnotationSet, setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import { carrierBetween } from "../../../shared/revise/carrier.ts";
import { carryRecords } from "../../../shared/revise/carry-records.ts";
import { readText } from "../../storage/articles/article-files.ts";
import { revisionsOf, writeLateSet } from "../../storage/articles/revision-files.ts";
import { annotationsFolder, type TextRef } from "../../storage/project/project-folder.ts";
import { joinReach, textKey } from "../../storage/sets/reach.ts";
import { annotatorsWithFiles, fileAsRead, type ReadSet, readSet } from "../../storage/sets/read-set.ts";
import type { SetFile } from "../../storage/sets/set-file.ts";
import type { CoreContext } from "../context.ts";
import { backupOf } from "../project/backup-source.ts";
import { type LiveProject, setPlace, writerIn } from "../project/live-project.ts";
import { annotatorsOf } from "../project/review-sets.ts";

export interface FoundSet {
  readonly annotator: ReviewedAnnotator;
  readonly read: ReadSet;
}

/**
 * Those in which anything was ever done, of everybody or of these annotators. Throws `set-damaged` where one cannot be read: none
 * may be left behind.
 */
export async function setsOf(
  context: CoreContext,
  liveProject: LiveProject,
  article: Article,
  only: (annotator: Id) => boolean = () => true,
): Promise<readonly FoundSet[]> {
  const sets: FoundSet[] = [];
  for (const annotator of await annotatorsOf(context, liveProject, article)) {
    if (!only(annotator.id)) continue;
    const place = setPlace(liveProject.folder, article, annotator.id);
    const storedSet = await readSet(context.disk, place, backupOf(context, place));
    if (storedSet.unsafe !== null) {
      const [warning] = storedSet.warnings;
      throw new ApiError("set-damaged", {
        ...warning?.detail,
        article: article.title,
        why: storedSet.unsafe,
        annotator: annotator.name,
      });
    }
    if (storedSet.revision > 0) sets.push({ annotator, read: storedSet });
  }
  return sets;
}

/** The file that goes on from what was read on another text, with this content. It says how far that is in it. */
export function nextFile(read: ReadSet, set: AnnotationSet, from: TextRef): SetFile {
  const reach = joinReach(read.carried, { [textKey(from)]: Object.fromEntries(read.seqByDevice) });
  return fileAsRead({ ...read, set, revision: read.revision + 1, carried: reach });
}

// Sets that a revision could not carry over, since their maker's files were not there: moved to the trash at the time, or still on the way
// through a synchronised folder. They are carried over from the latest text that has them as soon as they are found.

/** The articles in which any were found. Never throws: what cannot be read now is looked for at the next opening. */
export async function carryLate(context: CoreContext, liveProject: LiveProject): Promise<readonly string[]> {
  const articleIds: string[] = [];
  for (const article of liveProject.articles.values()) {
    if (article.textRevision === undefined) continue;
    try {
      if (await carryLateIn(context, liveProject, article)) articleIds.push(article.id);
    } catch (error) {
      context.log.error(`sets left behind in ${article.id}`, error);
    }
  }
  return articleIds;
}

async function carryLateIn(
  context: CoreContext,
  liveProject: LiveProject,
  article: Article,
): Promise<boolean> {
  const { disk } = context;
  const { root, project } = liveProject.folder;
  const annotatorIds = new Set(project.data().annotators.map(({ id }) => id));
  const idsWithFiles = new Set(await annotatorsWithFiles(disk, annotationsFolder(root, article)));
  const revisions = await revisionsOf(disk, root, article);
  // Those that went along are on their way themselves.
  for (const { annotator } of revisions[0]?.sets ?? []) idsWithFiles.add(annotator);
  const idsWithoutFiles = new Set([...annotatorIds].filter((id) => !idsWithFiles.has(id)));
  let to: string | null = null;
  for (const { before } of idsWithoutFiles.size > 0 ? revisions : []) {
    for (const { annotator, read } of await setsOf(context, liveProject, before, (id) =>
      idsWithoutFiles.has(id),
    )) {
      idsWithoutFiles.delete(annotator.id);
      to ??= await readText(disk, root, article);
      const carrier = carrierBetween(await readText(disk, root, before), to, "foreign");
      const { set } = carryRecords(setToJson(read.set), carrier, article.textHash);
      await writerIn(liveProject).lock.fence();
      await writeLateSet(disk, root, article, nextFile(read, setFromJson(set), before), null);
    }
  }
  return to !== null;
}
