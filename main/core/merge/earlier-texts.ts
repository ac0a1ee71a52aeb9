// The texts that an article had before its present one, those of another side that were taken into it, and how stretches of them are found in it.
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { ArticleRevision } from "../../../shared/model/revision.ts";
import { type Carrier, carrierBetween, type Edited } from "../../../shared/revise/carrier.ts";
import { inEffect } from "../../../shared/revise/revision-kind.ts";
import { readText } from "../../storage/articles/article-files.ts";
import { readFirstSet, readRevision, revisionsOf } from "../../storage/articles/revision-files.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { orNull } from "../../storage/files/storage-error.ts";
import { type Reach, textKey } from "../../storage/sets/reach.ts";
import type { CoreContext } from "../context.ts";
import { type LiveProject, setPlace } from "../project/live-project.ts";

export interface EarlierText {
  /** The article as it was. */
  readonly before: Article;
  /** The revision whose first sets hold what was known of it by then: the one that made another text of it, or of another side it itself. */
  readonly revision: ArticleRevision;
  /** How the present one was made of it. */
  readonly edited: Edited;
  /** Leads from its text to the present one. Throws an `ApiError` where one of them cannot be read. */
  carrier(): Promise<Carrier>;
}

/** The latest first; before them the texts of other sides that were taken into it. */
export async function earlierTexts(
  { disk }: CoreContext,
  { folder }: LiveProject,
  present: Article,
): Promise<readonly EarlierText[]> {
  const { root } = folder;
  const texts: EarlierText[] = [];
  const textKeys = new Set([textKey(present)]);
  function add(before: Article, revision: ArticleRevision, edited: Edited): void {
    if (textKeys.has(textKey(before))) return;
    textKeys.add(textKey(before));
    let carrier: Carrier | null = null;
    async function carrierFrom(): Promise<Carrier> {
      carrier ??= carrierBetween(
        await readText(disk, root, before),
        await readText(disk, root, present),
        edited,
      );
      return carrier;
    }
    texts.push({ before, revision, edited, carrier: carrierFrom });
  }
  const led = await revisionsOf(disk, root, present);
  const sideRevisions = await joinedRevisions(disk, root, present.id, led);
  // Corrections are carried over as they were made, by hand; a publisher's version among them makes all of it foreign.
  const isNewVersion = ({ why }: ArticleRevision): boolean => why === "new-version";
  // Nothing of theirs is in a set here by itself: they begin where their own revision has carried sets over to them.
  for (const revision of sideRevisions)
    add(revision.after, revision, [...led, ...sideRevisions].some(isNewVersion) ? "foreign" : "own");
  let isForeign = false;
  for (const revision of led) {
    isForeign ||= isNewVersion(revision);
    add(revision.before, revision, isForeign ? "foreign" : "own");
  }
  return texts;
}

/** How far the set of an earlier text is in the present one, which says so itself unless it was carried over before sets did. */
export async function reachedIn(
  { disk }: CoreContext,
  { folder }: LiveProject,
  { before, revision }: EarlierText,
  annotator: Id,
  carried: Reach,
): Promise<Reach[string]> {
  const recordedReach = carried[textKey(before)];
  if (recordedReach) return recordedReach;
  const place = setPlace(folder, revision.after, annotator);
  return (await readFirstSet(disk, folder.root, place, revision.id))?.have ?? {};
}

// Texts of another side that a correction here has merged: they are texts of the article from then on, as those are that led to the
// present one by themselves.

/**
 * Revisions of another side that were merged into one that led to the present text, with their own ancestors; of each side the latest
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
  // What another side has merged itself comes behind.
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
