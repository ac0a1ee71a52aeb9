// What becomes of the registry when a version is restored: all of it as it was, as far as nobody needs the entities that came
// since; or, for a part of the project alone, only what the restored sets mention and the registry has no longer.
import { type AnnotationSet, emptySet } from "../../../shared/model/annotation-set.ts";
import type { RecordsChange } from "../../../shared/model/change.ts";
import { changeInValue } from "../../../shared/model/difference.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { get, records, type Table, tableOf } from "../../../shared/model/table.ts";
import { createMentionSearch } from "../changes/mention-search.ts";
import type { CoreContext } from "../context.ts";
import { entitiesOf, type ProjectInUse } from "../project/project-in-use.ts";

export interface EntitiesAsked {
  /** All of the registry as it is to be; `null`: as it is, with what is needed. */
  readonly wanted: readonly Entity[] | null;
  /** Entities that can be entered again. */
  readonly known: readonly Entity[];
  /** The sets as they are to be. */
  readonly needed: readonly AnnotationSet[];
  /** The sets that the step changes, by `setKey`. */
  readonly sets: readonly string[];
  /** Those in the trash that come back with articles. */
  readonly returning: readonly Entity[];
}

export async function planEntities(
  context: CoreContext,
  inUse: ProjectInUse,
  { wanted, known, needed, sets, returning }: EntitiesAsked,
): Promise<RecordsChange<Entity>> {
  const now = tableOf([...entitiesOf(inUse), ...returning]);
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
  const mentions = createMentionSearch(context, inUse);
  let left = removed;
  for (;;) {
    const kept = await mentions.ofRemoved({ entities: { added: [], updated: [], removed: left } }, sets);
    if (kept.size === 0) return left;
    left = left.filter(({ id }) => !kept.has(id));
  }
}
