// Finds out whether an entity that a change removes is mentioned in another article or by another annotator. Looked up in
// the files once, when it is first needed, and again when others' sets were taken in; the sets that are open are asked
// themselves.
import { type AnnotationSet, mentionsOf } from "../../shared/model/annotation-set.ts";
import type { Change } from "../../shared/model/change.ts";
import { curationOf } from "../../shared/model/curation.ts";
import type { Id } from "../../shared/model/id.ts";
import { setKey } from "../../shared/model/step.ts";
import { records } from "../../shared/model/table.ts";
import { readSet } from "../storage/read-set.ts";
import { valueIfAny } from "../storage/storage-error.ts";
import { articlesInTrash } from "../storage/trash-folder.ts";
import { comingBack } from "./coming-back.ts";
import type { CoreContext } from "./context.ts";
import { entitiesOf, type ProjectInUse, setPlace } from "./project-in-use.ts";

export interface MentionSearch {
  /**
   * Of the entities that the change to these sets (see `setKey`) removes, those that are mentioned elsewhere, or that others
   * were merged into.
   */
  ofRemoved(change: Change, sets: readonly string[]): Promise<ReadonlySet<Id>>;
}

interface StoredSet {
  readonly article: Id;
  readonly annotator: Id;
  readonly set: AnnotationSet;
}

export function createMentionSearch(context: CoreContext, inUse: ProjectInUse): MentionSearch {
  let stored: Promise<readonly StoredSet[]> | null = null;
  let storedAt = 0;

  async function readAll(): Promise<StoredSet[]> {
    const sets: StoredSet[] = [];
    for (const article of inUse.articles.values())
      for (const { id } of inUse.folder.project.data().annotators) {
        const { set } = await readSet(context.disk, setPlace(inUse.folder, article, id));
        if (set.spans.size > 0) sets.push({ article: article.id, annotator: id, set });
      }
    return sets;
  }

  async function othersThan(sets: readonly string[]): Promise<AnnotationSet[]> {
    if (storedAt !== inUse.takenIn.count) stored = null;
    storedAt = inUse.takenIn.count;
    stored ??= readAll();
    const own = inUse.annotator?.id;
    const others: AnnotationSet[] = [];
    const curation = curationOf(inUse.folder.project.data()).id;
    for (const { annotator, article, set } of await stored) {
      const whose = annotator === curation ? ("curation" as const) : undefined;
      const isOpen = (whose ? inUse.curated : inUse.sets).has(article);
      const isAsked = sets.includes(setKey({ article, ...(whose && { whose }) }));
      if ((annotator !== own && !whose) || (!isAsked && !isOpen)) others.push(set);
    }
    for (const [article, opening] of inUse.sets)
      if (!sets.includes(article)) others.push((await opening).store.set());
    for (const [article, opening] of inUse.curated)
      if (!sets.includes(setKey({ article, whose: "curation" }))) others.push((await opening).store.set());
    return others;
  }

  return {
    async ofRemoved(change, sets) {
      const removed = new Set(change.entities?.removed.map(({ id }) => id));
      if (removed.size === 0) return removed;
      const others = await othersThan(sets);
      const targets = new Set(
        entitiesOf(inUse).flatMap(({ id, mergedInto }) => (removed.has(id) ? [] : (mergedInto ?? []))),
      );
      const stays = (id: Id): boolean =>
        targets.has(id) || others.some((set) => mentionsOf(set, id).length > 0);
      return new Set([...removed].filter(stays));
    },
  };
}

/**
 * The entities that articles in the trash mention: they have to be there when these come back. `but`: sets that are about to
 * change, by `setKey`.
 */
export async function mentionedInTrash(
  context: CoreContext,
  inUse: ProjectInUse,
  but: readonly string[] = [],
): Promise<ReadonlySet<Id>> {
  const { project, root } = inUse.folder;
  const own = inUse.annotator?.id;
  const curation = curationOf(project.data()).id;
  const found = new Set<Id>();
  for (const article of await articlesInTrash(context.disk, root)) {
    const away = await valueIfAny(() => comingBack(context, inUse, article));
    for (const { id } of away ? project.data().annotators : []) {
      const whose = id === curation ? ("curation" as const) : undefined;
      const isAsked = but.includes(setKey({ article, ...(whose && { whose }) }));
      if (!away || ((id === own || whose) && isAsked)) continue;
      const { set } = await away.set(id);
      for (const { entity } of records(set.spans)) if (entity !== undefined) found.add(entity);
    }
  }
  return found;
}
