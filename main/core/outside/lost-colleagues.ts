// Colleagues of whose sets nothing is left in the folder, or what is left makes no sense: that is no work that came.
import type { Article } from "../../../shared/model/article.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import { readSet } from "../../storage/sets/read-set.ts";
import type { CoreContext } from "../context.ts";
import { type ProjectInUse, setPlace } from "../project/project-in-use.ts";

/** `changed` and `files`: the names of those files of the article's sets that are others than before, and of all. */
export async function lostAmong(
  { disk }: CoreContext,
  { folder }: ProjectInUse,
  article: Article,
  {
    colleagues,
    changed,
    files,
  }: {
    readonly colleagues: readonly Annotator[];
    readonly changed: ReadonlySet<string>;
    readonly files: Iterable<string>;
  },
): Promise<readonly Annotator[]> {
  const names = [...files];
  const lost: Annotator[] = [];
  for (const annotator of colleagues) {
    if (!changed.has(`${annotator.id}.json`)) continue;
    const isThere = names.some((name) => name.startsWith(`${annotator.id}.`));
    const read = isThere ? await readSet(disk, setPlace(folder, article, annotator.id)) : null;
    if (!read || read.unsafe === "damaged") lost.push(annotator);
  }
  return lost;
}
