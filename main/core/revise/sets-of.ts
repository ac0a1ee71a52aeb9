// Everybody's sets of an article as their files have them, to be carried over to another text. Nothing of them may be open.

import type { ReviewedAnnotator } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/api/errors.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type ReadSet, readSet } from "../../storage/read-set.ts";
import { type SetFile, setFileOf } from "../../storage/set-file.ts";
import type { CoreContext } from "../context.ts";
import { type ProjectInUse, setPlace } from "../project-in-use.ts";
import { annotatorsOf } from "../review-sets.ts";
import { secondSourceOf } from "../second-source.ts";

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
  const found: FoundSet[] = [];
  for (const annotator of await annotatorsOf(context, inUse, article)) {
    if (!only(annotator.id)) continue;
    const place = setPlace(inUse.folder, article, annotator.id);
    const read = await readSet(context.disk, place, secondSourceOf(context, place));
    if (read.unsafe !== null) {
      const [warning] = read.warnings;
      throw new ApiError("set-damaged", {
        ...warning?.detail,
        article: article.title,
        why: read.unsafe,
        annotator: annotator.name,
      });
    }
    if (read.revision > 0) found.push({ annotator, read });
  }
  return found;
}

/** How many changes are remembered by their ids. */
const remembered = 200;

/** The file that goes on from what was read, with this content. Where it came from, and what a later version wrote, stay. */
export function nextFile(
  { revision, have, applied, snapshot }: ReadSet,
  set: Parameters<typeof setFileOf>[0]["set"],
): SetFile {
  return setFileOf({
    set,
    revision: revision + 1,
    have,
    recent: applied.slice(-remembered),
    before: snapshot,
  });
}
