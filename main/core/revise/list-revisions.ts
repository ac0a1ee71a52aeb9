// The revisions of an article as a list shows them.
import type { ListedRevision, ListedRevisions } from "../../../shared/api/revisions.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { ArticleRevision } from "../../../shared/model/revision.ts";
import { revisionsOf } from "../../storage/project/revision-files.ts";
import type { CoreContext } from "../context.ts";
import type { ProjectInUse } from "../project-in-use.ts";
import { otherRevisions } from "./other-texts.ts";

export async function listRevisions(
  context: CoreContext,
  inUse: ProjectInUse,
  present: Article,
): Promise<ListedRevisions> {
  const { root } = inUse.folder;
  const led = await revisionsOf(context.disk, root, present);
  const listed = (one: ArticleRevision): ListedRevision => listedRevision(inUse, present, one);
  const first = led.at(-1)?.before ?? present;
  const broughtIn: ListedRevision = {
    id: null,
    at: first.addedAt,
    by: "",
    why: "brought-in",
    note: "",
    file: first.original?.fileName ?? null,
    title: first.title,
    isPresent: present.revision === undefined,
    growth: 0,
    sets: [],
  };
  const others = await otherRevisions(context, inUse, present, led);
  return { revisions: [...led.map(listed), broughtIn], others: others.map(listed) };
}

/** One revision, whether it led to the present article or not. */
export function listedRevision(
  { folder }: Pick<ProjectInUse, "folder">,
  present: Article,
  { id, at, by, why, note, before, after, sets }: ArticleRevision,
): ListedRevision {
  const names = new Map(folder.project.data().annotators.map((one) => [one.id, one.name]));
  return {
    ...{ id, at, why, note },
    by: names.get(by) ?? by,
    file: after.original?.revision === id ? after.original.fileName : null,
    title: after.title,
    isPresent: id === present.revision,
    growth: after.length - before.length,
    sets: sets.map(({ annotator, ...counts }) => ({
      ...counts,
      annotator: names.get(annotator) ?? annotator,
    })),
  };
}
