// Texts of another side that a correction here has taken in: they are texts of the article from then on, as those are that led to the
// present one by themselves.
import type { Id } from "../../../shared/model/id.ts";
import type { ArticleRevision } from "../../../shared/model/revision.ts";
import { inEffect } from "../../../shared/revise/in-effect.ts";
import { readRevision, revisionsOf } from "../../storage/articles/revision-files.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { orNull } from "../../storage/files/storage-error.ts";

/**
 * Revisions that did not lead to the present text but that one which did has taken in, with those that led there; of each side the latest
 * first. `led`: those that led to it, the latest first. What cannot be read is left out.
 */
export async function joinedRevisions(
  disk: Disk,
  root: string,
  article: Id,
  led: readonly ArticleRevision[],
): Promise<readonly ArticleRevision[]> {
  const knownIds = new Set(led.map(({ id }) => id));
  const revisions: ArticleRevision[] = [];
  const pendingIds = joinsOf(led);
  // What another side has taken in itself comes behind.
  for (const id of pendingIds) {
    if (knownIds.has(id)) continue;
    const lastRevision = await orNull(() => readRevision(disk, root, article, id));
    const side: ArticleRevision[] = [];
    for (const revision of lastRevision ? await revisionsOf(disk, root, lastRevision.after) : []) {
      if (knownIds.has(revision.id)) break;
      knownIds.add(revision.id);
      side.push(revision);
    }
    revisions.push(...side);
    pendingIds.push(...joinsOf(side));
  }
  return revisions;
}

const joinsOf = (led: readonly ArticleRevision[]): Id[] => inEffect(led).flatMap(({ joins = [] }) => joins);
