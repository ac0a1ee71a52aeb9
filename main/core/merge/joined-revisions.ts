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
  const known = new Set(led.map(({ id }) => id));
  const found: ArticleRevision[] = [];
  const wanted = joinsOf(led);
  // What another side has taken in itself comes behind.
  for (const id of wanted) {
    if (known.has(id)) continue;
    const last = await orNull(() => readRevision(disk, root, article, id));
    const side: ArticleRevision[] = [];
    for (const one of last ? await revisionsOf(disk, root, last.after) : []) {
      if (known.has(one.id)) break;
      known.add(one.id);
      side.push(one);
    }
    found.push(...side);
    wanted.push(...joinsOf(side));
  }
  return found;
}

const joinsOf = (led: readonly ArticleRevision[]): Id[] => inEffect(led).flatMap(({ joins = [] }) => joins);
