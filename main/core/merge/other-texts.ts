// Texts of an article that did not lead to its present one: it was corrected in two places at once, and one of the two stands. The other
// lies in its revision's folder, and can be put into a correction.

import type { OtherText } from "../../../shared/api/revisions.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { ArticleRevision } from "../../../shared/model/revision.ts";
import { readText } from "../../storage/articles/article-files.ts";
import { allRevisionsOf, readRevision, revisionsOf } from "../../storage/articles/revision-files.ts";
import { orNull } from "../../storage/files/storage-error.ts";
import type { CoreContext } from "../context.ts";
import type { LiveProject } from "../project/live-project.ts";
import { joinedRevisions } from "./earlier-texts.ts";

/** The revision that an article had, where it did not lead to what the article is now; `null` where it did, or had none. */
export async function leftAside(
  { disk }: CoreContext,
  { folder }: Pick<LiveProject, "folder">,
  { revision }: Article,
  now: Article,
): Promise<Id | null> {
  if (revision === undefined) return null;
  const led = await revisionsOf(disk, folder.root, now);
  const sideRevisions = await joinedRevisions(disk, folder.root, now.id, led);
  return [...led, ...sideRevisions].some(({ id }) => id === revision) ? null : revision;
}

/**
 * The last revisions of sides that did not lead to the present text, the latest first. One that is on its way here is none; nor is
 * one whose text the article has, or had, or that was taken into a correction.
 */
export async function otherRevisions(
  { disk }: CoreContext,
  { folder, incompleteRevisions }: Pick<LiveProject, "folder" | "incompleteRevisions">,
  present: Article,
  led: readonly ArticleRevision[],
): Promise<readonly ArticleRevision[]> {
  const allRevisions = await allRevisionsOf(disk, folder.root, present.id);
  const parents = new Set(allRevisions.map(({ parent }) => parent));
  const sideRevisions = await joinedRevisions(disk, folder.root, present.id, led);
  const sideIds = new Set(sideRevisions.map(({ id }) => id));
  const texts = new Set([present, ...led.map(({ before }) => before)].map(({ textHash }) => textHash));
  return allRevisions
    .filter(
      ({ id, after }) =>
        !(parents.has(id) || sideIds.has(id) || texts.has(after.textHash)) &&
        id !== incompleteRevisions.get(present.id),
    )
    .toSorted((a, b) => b.at.localeCompare(a.at));
}

/** Throws `revision-past` for a revision that is not there, and what hinders reading its text. */
export async function otherText(
  { disk }: CoreContext,
  { folder: { root } }: Pick<LiveProject, "folder">,
  present: Article,
  revision: Id,
): Promise<OtherText> {
  const revisionRecord = await otherRevision(disk, root, present, revision);
  const text = await readText(disk, root, revisionRecord.after);
  const led = await revisionsOf(disk, root, present);
  const sideRevisions = await joinedRevisions(disk, root, present.id, led);
  const knownIds = [...led.map(({ parent }) => parent), ...sideRevisions.map(({ id }) => id)];
  const passed = new Set([present.revision ?? null, ...knownIds]);
  const theirRevisions = await revisionsOf(disk, root, revisionRecord.after);
  const base = theirRevisions.find(({ parent }) => passed.has(parent))?.before;
  return { text, base: base ? await orNull(() => readText(disk, root, base)) : null };
}

/** The record of a revision, wherever it led. Throws `revision-past` for one that is not there. */
export async function otherRevision(
  disk: CoreContext["disk"],
  root: string,
  { id, title }: Article,
  revision: Id,
): Promise<ArticleRevision> {
  const revisionRecord = await orNull(() => readRevision(disk, root, id, revision));
  if (!revisionRecord) throw new ApiError("revision-past", { article: title });
  return revisionRecord;
}
