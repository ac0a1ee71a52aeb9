// Finds out whether an entity that a change removes is mentioned in another article or by another annotator, or a claim is about it there. Looked up in
// the files once, when it is first needed, and again when others' sets were imported; the sets that are open are asked
// themselves.

import { join } from "node:path";
import { type AnnotationSet, entitiesNamedIn } from "../../../shared/model/annotation-set.ts";
import type { Change } from "../../../shared/model/change.ts";
import { curationOf } from "../../../shared/model/curation.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import { setKey } from "../../../shared/model/step.ts";
import { has } from "../../../shared/model/table.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { listReadable } from "../../storage/files/list-if-any.ts";
import { orNull, readError } from "../../storage/files/storage-error.ts";
import { setsWithin } from "../../storage/project/project-folder.ts";
import { readSet } from "../../storage/sets/read-set.ts";
import {
  annotatorFolderName,
  annotatorsInTrash,
  articlesInTrash,
  trashFolder,
} from "../../storage/trash/trash-folder.ts";
import type { CoreContext } from "../context.ts";
import { backupOf } from "../project/backup-source.ts";
import { entitiesOf, type LiveProject, setPlace } from "../project/live-project.ts";
import { comingBack } from "./coming-back.ts";

export interface MentionSearch {
  /**
   * Of the entities that the change to these sets (see `setKey`) removes, those that are mentioned elsewhere, or that others
   * were merged into, or that something in the trash mentions. `isPutAway`: they go to the trash themselves, and come back with
   * what mentions them.
   */
  ofRemoved(change: Change, sets: readonly string[], isPutAway?: boolean): Promise<ReadonlySet<Id>>;
}

interface StoredSet {
  readonly article: Id;
  readonly annotator: Id;
  readonly set: AnnotationSet;
}

export function createMentionSearch(context: CoreContext, liveProject: LiveProject): MentionSearch {
  let stored: Promise<readonly StoredSet[]> | null = null;
  let storedAt = 0;

  async function readAll(): Promise<StoredSet[]> {
    const sets: StoredSet[] = [];
    for (const article of liveProject.articles.values())
      for (const { id } of liveProject.folder.project.data().annotators) {
        const { set } = await readSet(context.disk, setPlace(liveProject.folder, article, id));
        if (set.spans.size + set.attributions.size > 0)
          sets.push({ article: article.id, annotator: id, set });
      }
    return sets;
  }

  async function othersThan(sets: readonly string[]): Promise<AnnotationSet[]> {
    if (storedAt !== liveProject.importGeneration.count) stored = null;
    storedAt = liveProject.importGeneration.count;
    stored ??= readAll();
    const ownId = liveProject.annotator?.id;
    const others: AnnotationSet[] = [];
    const curation = curationOf(liveProject.folder.project.data()).id;
    for (const { annotator, article, set } of await stored) {
      // One that went to the trash since is looked for there.
      if (!liveProject.articles.has(article)) continue;
      const whose = annotator === curation ? ("curation" as const) : undefined;
      const isOpen = (whose ? liveProject.curated : liveProject.sets).has(article);
      const isAsked = sets.includes(setKey({ article, ...(whose && { whose }) }));
      if ((annotator !== ownId && !whose) || (!isAsked && !isOpen)) others.push(set);
    }
    for (const [article, opening] of liveProject.sets)
      if (!sets.includes(article)) others.push((await opening).store.set());
    for (const [article, opening] of liveProject.curated)
      if (!sets.includes(setKey({ article, whose: "curation" }))) others.push((await opening).store.set());
    return others;
  }

  return {
    async ofRemoved(change, sets, isPutAway = false) {
      const removed = new Set(change.entities?.removed.map(({ id }) => id));
      if (removed.size === 0) return removed;
      const others = await othersThan(sets);
      const trashMentions = isPutAway ? new Set<Id>() : await mentionedInTrash(context, liveProject, sets);
      const targets = new Set(
        entitiesOf(liveProject).flatMap(({ id, mergedInto }) => (removed.has(id) ? [] : (mergedInto ?? []))),
      );
      const stays = (id: Id): boolean =>
        targets.has(id) || trashMentions.has(id) || others.some((set) => has(set.uses, id));
      return new Set([...removed].filter(stays));
    },
  };
}

/** Something in the trash, and the entities that sets mention which come back with it. */
interface Mentioning {
  readonly kind: "article" | "annotator";
  readonly id: Id;
  readonly entities: ReadonlySet<Id>;
}

/** `but`: sets that are about to change, by `setKey`. Throws what the disk says of the trash. */
export async function mentioningInTrash(
  context: CoreContext,
  liveProject: LiveProject,
  but: readonly string[] = [],
): Promise<readonly Mentioning[]> {
  try {
    return await lookThroughTrash(context, liveProject, but);
  } catch (error) {
    throw readError(error, liveProject.folder.root);
  }
}

async function lookThroughTrash(
  context: CoreContext,
  liveProject: LiveProject,
  but: readonly string[],
): Promise<readonly Mentioning[]> {
  const { project, root } = liveProject.folder;
  const { disk } = context;
  const ownId = liveProject.annotator?.id;
  const curation = curationOf(project.data()).id;
  const mentionings: Mentioning[] = [];
  const isAbout = (article: Id, { annotatorId }: AnnotationSet): boolean =>
    annotatorId === curation
      ? but.includes(setKey({ article, whose: "curation" }))
      : annotatorId === ownId && but.includes(setKey({ article }));
  for (const article of await articlesInTrash(disk, root)) {
    // Whoever is in the trash as well may have sets there.
    const returningArticle = await orNull(() => comingBack(context, liveProject, article));
    const sets = (await returningArticle?.sets()) ?? [];
    const entities = mentionedBy(sets.filter((set) => !isAbout(article, set)));
    mentionings.push({ kind: "article", id: article, entities });
  }
  for (const id of await annotatorsInTrash(disk, root))
    mentionings.push({
      kind: "annotator",
      id,
      entities: mentionedBy(await setsAwayOf(context, liveProject, id)),
    });
  return mentionings;
}

/** The sets of a colleague in the trash that come back with them: of articles that are here, or in the trash too. */
export async function setsAwayOf(
  context: CoreContext,
  liveProject: LiveProject,
  annotator: Id,
): Promise<readonly AnnotationSet[]> {
  const { disk } = context;
  const folder = join(trashFolder(liveProject.folder.root), annotatorFolderName(annotator), "annotations");
  const sets: AnnotationSet[] = [];
  for (const name of await articleNamesIn(disk, folder)) {
    const article =
      liveProject.articles.get(name) ?? (await orNull(() => comingBack(context, liveProject, name)))?.article;
    // Of one that was deleted for good nothing comes back with them.
    if (!article) continue;
    const place = {
      ...setPlace(liveProject.folder, article, annotator),
      folder: setsWithin(join(folder, name), article),
    };
    sets.push((await readSet(disk, place, backupOf(context, place))).set);
  }
  return sets;
}

async function articleNamesIn(disk: Disk, folder: string): Promise<readonly Id[]> {
  return (await listReadable(disk, folder)).map(({ name }) => name).filter(isId);
}

function mentionedBy(sets: readonly AnnotationSet[]): ReadonlySet<Id> {
  const entityIds = new Set<Id>();
  for (const set of sets) for (const id of entitiesNamedIn(set)) entityIds.add(id);
  return entityIds;
}

/** They have to be there when it comes back. */
async function mentionedInTrash(
  context: CoreContext,
  liveProject: LiveProject,
  but: readonly string[] = [],
): Promise<ReadonlySet<Id>> {
  const mentionings = await mentioningInTrash(context, liveProject, but);
  return new Set(mentionings.flatMap(({ entities }) => [...entities]));
}
