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
  const currentEntities = tableOf([...entitiesOf(inUse), ...returning]);
  if (wanted === null)
    return { added: missing(currentEntities, tableOf(known), needed), updated: [], removed: [] };
  const blankSet = emptySet({ articleId: "none", annotatorId: "none", textHash: "" });
  const change = changeInValue(
    { set: blankSet, entities: currentEntities },
    { set: blankSet, entities: tableOf(wanted) },
  ).entities;
  if (!change) return { added: [], updated: [], removed: [] };
  return { ...change, removed: await removable(context, inUse, change.removed, sets) };
}

/** The entities that the sets mention and the registry lacks, with those that they were merged into. */
function missing(now: Table<Entity>, known: Table<Entity>, sets: readonly AnnotationSet[]): Entity[] {
  const missingEntities = new Map<Id, Entity>();
  for (const { spans } of sets)
    for (const { entity } of records(spans))
      for (
        let id: Id | undefined = entity;
        id !== undefined && !get(now, id) && !missingEntities.has(id);
        id = missingEntities.get(id)?.mergedInto
      ) {
        const knownEntity = get(known, id);
        if (!knownEntity) break;
        missingEntities.set(id, knownEntity);
      }
  return [...missingEntities.values()];
}

/** Those that nothing mentions which stays, here or in the trash, and that nothing which stays was merged into. */
async function removable(
  context: CoreContext,
  inUse: ProjectInUse,
  removed: readonly Entity[],
  sets: readonly string[],
): Promise<readonly Entity[]> {
  const mentions = createMentionSearch(context, inUse);
  let removableEntities = removed;
  for (;;) {
    const mentionedIds = await mentions.ofRemoved(
      { entities: { added: [], updated: [], removed: removableEntities } },
      sets,
    );
    if (mentionedIds.size === 0) return removableEntities;
    removableEntities = removableEntities.filter(({ id }) => !mentionedIds.has(id));
  }
}
