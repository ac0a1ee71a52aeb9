// The revisions of an article as a list shows them.
import type { ListedRevision, ListedRevisions, RevisionText } from "../../../shared/api/revisions.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { setToJson } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { ArticleRevision } from "../../../shared/model/revision.ts";
import { revisionKind } from "../../../shared/revise/revision-kind.ts";
import { readText } from "../../storage/articles/article-files.ts";
import { revisionsOf } from "../../storage/articles/revision-files.ts";
import { readSet } from "../../storage/sets/read-set.ts";
import type { CoreContext } from "../context.ts";
import { otherRevision, otherRevisions } from "../merge/other-texts.ts";
import { type LiveProject, setPlace, shownAnnotator } from "../project/live-project.ts";

export async function listRevisions(
  context: CoreContext,
  liveProject: LiveProject,
  present: Article,
): Promise<ListedRevisions> {
  const led = await revisionsOf(context.disk, liveProject.folder.root, present);
  const others = await otherRevisions(context, liveProject, present, led);
  return {
    revisions: [...led.map((one) => listedRevision(liveProject, present, one, led)), broughtIn(present, led)],
    others: await Promise.all(others.map((one) => listedOther(context, liveProject, present, one))),
  };
}

/** One revision, wherever it led; `null`: the article as it was imported. Throws `revision-past` for one that is not there. */
export async function listedAs(
  context: CoreContext,
  liveProject: LiveProject,
  present: Article,
  revision: Id | null,
): Promise<ListedRevision> {
  const { root } = liveProject.folder;
  const led = await revisionsOf(context.disk, root, present);
  if (revision === null) return broughtIn(present, led);
  const articleRevision = led.find(({ id }) => id === revision);
  if (articleRevision) return listedRevision(liveProject, present, articleRevision, led);
  return listedOther(
    context,
    liveProject,
    present,
    await otherRevision(context.disk, root, present, revision),
  );
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
  liveProject: Pick<LiveProject, "folder">,
  present: Article,
  other: ArticleRevision,
): Promise<ListedRevision> {
  return listedRevision(
    liveProject,
    present,
    other,
    await revisionsOf(disk, liveProject.folder.root, other.after),
  );
}

function listedRevision(
  { folder }: Pick<LiveProject, "folder">,
  present: Article,
  revision: ArticleRevision,
  led: readonly ArticleRevision[],
): ListedRevision {
  const { id, at, by, note, before, after, sets } = revision;
  const names = new Map(folder.project.data().annotators.map((one) => [one.id, one.name]));
  return {
    ...{ id, at, note },
    why: revisionKind(revision, led),
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

// An article as one of its revisions has it: the record, the text, and this person's set as it was when the next one was made, or is.

/** `revision` null: as it was imported; any other may also have led elsewhere. Throws `revision-past` for one that is not there. */
export async function revisionText(
  context: CoreContext,
  liveProject: LiveProject,
  present: Article,
  revision: Id | null,
): Promise<RevisionText> {
  const { disk } = context;
  const article = await articleAt(context, liveProject, present, revision);
  const text = await readText(disk, liveProject.folder.root, article);
  const annotator = shownAnnotator(liveProject);
  const isPresent = article.textHash === present.textHash && article.textRevision === present.textRevision;
  const openSet = isPresent ? await liveProject.sets.get(present.id) : undefined;
  if (openSet) return { article, text, set: setToJson(openSet.store.set()) };
  const storedSet = annotator && (await readSet(disk, setPlace(liveProject.folder, article, annotator.id)));
  return { article, text, set: storedSet && storedSet.revision > 0 ? setToJson(storedSet.set) : null };
}

/** The record of the article as a revision has it. */
async function articleAt(
  { disk }: CoreContext,
  { folder }: LiveProject,
  present: Article,
  revision: Id | null,
): Promise<Article> {
  if ((present.revision ?? null) === revision) return present;
  const revisions = await revisionsOf(disk, folder.root, present);
  if (revision !== null) {
    const led = revisions.find(({ id }) => id === revision);
    return (led ?? (await otherRevision(disk, folder.root, present, revision))).after;
  }
  const oldestRevision = revisions.at(-1);
  if (!oldestRevision) throw new ApiError("revision-past", { article: present.title });
  return oldestRevision.before;
}
