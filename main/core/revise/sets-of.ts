// Everybody's sets of an article as their files have them, to be carried over to another text. Nothing of them may be open.

import type { ReviewedAnnotator } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { AnnotationSet } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { TextOf } from "../../storage/project/project-folder.ts";
import { joinReach, textKey } from "../../storage/sets/reach.ts";
import { fileAsRead, type ReadSet, readSet } from "../../storage/sets/read-set.ts";
import type { SetFile } from "../../storage/sets/set-file.ts";
import type { CoreContext } from "../context.ts";
import { backupOf } from "../project/backup-source.ts";
import { type ProjectInUse, setPlace } from "../project/project-in-use.ts";
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
  inUse: ProjectInUse,
  article: Article,
  only: (annotator: Id) => boolean = () => true,
): Promise<readonly FoundSet[]> {
  const sets: FoundSet[] = [];
  for (const annotator of await annotatorsOf(context, inUse, article)) {
    if (!only(annotator.id)) continue;
    const place = setPlace(inUse.folder, article, annotator.id);
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
export function nextFile(read: ReadSet, set: AnnotationSet, from: TextOf): SetFile {
  const reach = joinReach(read.carried, { [textKey(from)]: Object.fromEntries(read.have) });
  return fileAsRead({ ...read, set, revision: read.revision + 1, carried: reach });
}
