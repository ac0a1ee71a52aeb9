// The revisions of an article as a list shows them.
import type { ListedRevision, ListedRevisions } from "../../../shared/api/revisions.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { ArticleRevision } from "../../../shared/model/revision.ts";
import { madeAs } from "../../../shared/revise/made-as.ts";
import { revisionsOf } from "../../storage/articles/revision-files.ts";
import type { CoreContext } from "../context.ts";
import { otherRevision, otherRevisions } from "../merge/other-texts.ts";
import type { ProjectInUse } from "../project/project-in-use.ts";

export async function listRevisions(
  context: CoreContext,
  inUse: ProjectInUse,
  present: Article,
): Promise<ListedRevisions> {
  const led = await revisionsOf(context.disk, inUse.folder.root, present);
  const others = await otherRevisions(context, inUse, present, led);
  return {
    revisions: [...led.map((one) => listedRevision(inUse, present, one, led)), broughtIn(present, led)],
    others: await Promise.all(others.map((one) => listedOther(context, inUse, present, one))),
  };
}

/** One revision, wherever it led; `null`: the article as it was brought in. Throws `revision-past` for one that is not there. */
export async function listedAs(
  context: CoreContext,
  inUse: ProjectInUse,
  present: Article,
  revision: Id | null,
): Promise<ListedRevision> {
  const { root } = inUse.folder;
  const led = await revisionsOf(context.disk, root, present);
  if (revision === null) return broughtIn(present, led);
  const articleRevision = led.find(({ id }) => id === revision);
  if (articleRevision) return listedRevision(inUse, present, articleRevision, led);
  return listedOther(context, inUse, present, await otherRevision(context.disk, root, present, revision));
}

function broughtIn(present: Article, led: readonly ArticleRevision[]): ListedRevision {
  const firstArticle = led.at(-1)?.before ?? present;
  return {
    id: null,
    at: firstArticle.addedAt,
    by: "",
    why: "brought-in",
    note: "",
    file: firstArticle.original?.fileName ?? null,
    title: firstArticle.title,
    isPresent: present.revision === undefined,
    growth: 0,
    sets: [],
  };
}

/** A revision that did not lead to the present article. */
async function listedOther(
  { disk }: Pick<CoreContext, "disk">,
  inUse: Pick<ProjectInUse, "folder">,
  present: Article,
  other: ArticleRevision,
): Promise<ListedRevision> {
  return listedRevision(inUse, present, other, await revisionsOf(disk, inUse.folder.root, other.after));
}

function listedRevision(
  { folder }: Pick<ProjectInUse, "folder">,
  present: Article,
  revision: ArticleRevision,
  led: readonly ArticleRevision[],
): ListedRevision {
  const { id, at, by, note, before, after, sets } = revision;
  const names = new Map(folder.project.data().annotators.map((one) => [one.id, one.name]));
  return {
    ...{ id, at, note },
    why: madeAs(revision, led),
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
