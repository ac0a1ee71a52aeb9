// What becomes of the registry when a version is restored: all of it as it was, as far as nobody needs the entities that came
// since; or, for a part of the project alone, only what the restored sets mention and the registry has no longer.
import { join } from "node:path";
import { type AnnotationSet, emptySet } from "../../../shared/model/annotation-set.ts";
import type { RecordsChange } from "../../../shared/model/change.ts";
import { changeInValue } from "../../../shared/model/difference.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { get, records, type Table, tableOf } from "../../../shared/model/table.ts";
import { readArticleAt } from "../../storage/article-files.ts";
import { readSet } from "../../storage/read-set.ts";
import { valueIfAny } from "../../storage/storage-error.ts";
import { listPutAway } from "../../storage/trash.ts";
import type { CoreContext } from "../context.ts";
import { createMentionSearch } from "../mention-search.ts";
import { entitiesOf, type ProjectInUse, setPlace } from "../project-in-use.ts";

export interface EntitiesAsked {
  /** All of the registry as it is to be; `null`: as it is, with what is needed. */
  readonly wanted: readonly Entity[] | null;
  /** Entities that can be entered again. */
  readonly known: readonly Entity[];
  /** The sets as they are to be. */
  readonly needed: readonly AnnotationSet[];
  /** The sets that the step changes, by `setKey`. */
  readonly sets: readonly string[];
}

export async function planEntities(
  context: CoreContext,
  inUse: ProjectInUse,
  { wanted, known, needed, sets }: EntitiesAsked,
): Promise<RecordsChange<Entity>> {
  const now = tableOf(entitiesOf(inUse));
  if (wanted === null) return { added: missing(now, tableOf(known), needed), updated: [], removed: [] };
  const set = emptySet({ articleId: "none", annotatorId: "none", textHash: "" });
  const change = changeInValue({ set, entities: now }, { set, entities: tableOf(wanted) }).entities;
  if (!change) return { added: [], updated: [], removed: [] };
  return { ...change, removed: await removable(context, inUse, change.removed, sets) };
}

/** The entities that the sets mention and the registry lacks, with those that they were merged into. */
function missing(now: Table<Entity>, known: Table<Entity>, sets: readonly AnnotationSet[]): Entity[] {
  const found = new Map<Id, Entity>();
  for (const { spans } of sets)
    for (const { entity } of records(spans))
      for (
        let id: Id | undefined = entity;
        id !== undefined && !get(now, id) && !found.has(id);
        id = found.get(id)?.mergedInto
      ) {
        const one = get(known, id);
        if (!one) break;
        found.set(id, one);
      }
  return [...found.values()];
}

/** Those that nothing mentions which stays, here or in the trash, and that nothing which stays was merged into. */
async function removable(
  context: CoreContext,
  inUse: ProjectInUse,
  removed: readonly Entity[],
  sets: readonly string[],
): Promise<readonly Entity[]> {
  if (removed.length === 0) return removed;
  const away = await mentionedInTrash(context, inUse);
  const mentions = createMentionSearch(context, inUse);
  let left = removed.filter(({ id }) => !away.has(id));
  for (;;) {
    const kept = await mentions.ofRemoved({ entities: { added: [], updated: [], removed: left } }, sets);
    if (kept.size === 0) return left;
    left = left.filter(({ id }) => !kept.has(id));
  }
}

async function mentionedInTrash(context: CoreContext, inUse: ProjectInUse): Promise<ReadonlySet<Id>> {
  const { disk } = context;
  const { root, project } = inUse.folder;
  const found = new Set<Id>();
  for (const { id } of await listPutAway(disk, root)) {
    const folder = join(root, "trash", id);
    const article = await valueIfAny(() => readArticleAt(disk, join(folder, "article"), id));
    if (!article) continue;
    for (const { id: annotator } of project.data().annotators) {
      const place = { ...setPlace(inUse.folder, article, annotator), folder: join(folder, "annotations") };
      const { set } = await readSet(disk, place);
      for (const { entity } of records(set.spans)) if (entity !== undefined) found.add(entity);
    }
  }
  return found;
}
