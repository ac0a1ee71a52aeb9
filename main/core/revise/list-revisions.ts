// The revisions of an article as a list shows them.
import type { ListedRevision } from "../../../shared/api/revisions.ts";
import type { Article } from "../../../shared/model/article.ts";
import { revisionsOf } from "../../storage/project/revision-files.ts";
import type { CoreContext } from "../context.ts";
import type { ProjectInUse } from "../project-in-use.ts";

/** The latest first; the last one is the article as it was brought in. */
export async function listRevisions(
  { disk }: CoreContext,
  { folder }: ProjectInUse,
  present: Article,
): Promise<readonly ListedRevision[]> {
  const names = new Map(folder.project.data().annotators.map((one) => [one.id, one.name]));
  const revisions = await revisionsOf(disk, folder.root, present);
  const first = revisions.at(-1)?.before ?? present;
  const listed = revisions.map(
    (one): ListedRevision => ({
      id: one.id,
      at: one.at,
      by: names.get(one.by) ?? one.by,
      why: one.why,
      note: one.note,
      file: one.after.original?.revision === one.id ? one.after.original.fileName : null,
      title: one.after.title,
      isPresent: one.id === present.revision,
      growth: one.after.length - one.before.length,
      sets: one.sets.map(({ annotator, ...counts }) => ({
        ...counts,
        annotator: names.get(annotator) ?? annotator,
      })),
    }),
  );
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
  return [...listed, broughtIn];
}
