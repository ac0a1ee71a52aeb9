// Writes the registry of entities, in an order in which a file in git changes only where something changed, with what of it is
// in the trash: one write, so that an entity is either there or here.
import type { Entity } from "../../../shared/model/entity.ts";
import type { EntityPutAway } from "../../../shared/model/entity-put-away.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { get, records, type Table } from "../../../shared/model/table.ts";
import type { ProjectInUse } from "../project/project-in-use.ts";

/**
 * True when there was something to write. `putAway`: what goes to the trash with this; what is in the registry again leaves
 * it. Throws an `ApiError` when that failed; the registry is as before then.
 */
export async function saveEntities(
  inUse: ProjectInUse,
  after: Table<Entity>,
  putAway: EntityPutAway | null = null,
): Promise<boolean> {
  const { registry } = inUse.folder;
  const { entities: before, putAway: inTrash = [] } = registry.data();
  const entities = inOrderOf(before, after);
  const isGone = ({ entities: [first] }: EntityPutAway): boolean => get(after, first.id) === undefined;
  const remainingTrash = inTrash.filter(
    (one) => isGone(one) && one.entities[0].id !== putAway?.entities[0].id,
  );
  const trash = putAway && isGone(putAway) ? [...remainingTrash, putAway] : remainingTrash;
  const isSame = entities.length === before.length && entities.every((entity, at) => entity === before[at]);
  if (isSame && sameValue(trash, inTrash)) return false;
  await inUse.lock?.fence();
  await registry.update(({ putAway: _before, ...data }) => ({
    ...data,
    entities,
    ...(trash.length > 0 && { putAway: trash }),
  }));
  return true;
}

/** What was there in its order, then what is new by id. */
function inOrderOf(before: readonly Entity[], after: Table<Entity>): Entity[] {
  const entitiesById = new Map(Array.from(records(after), (entity) => [entity.id, entity]));
  const remainingEntities = before.flatMap(({ id }) => {
    const entity = entitiesById.get(id);
    entitiesById.delete(id);
    return entity ? [entity] : [];
  });
  return [...remainingEntities, ...[...entitiesById.values()].sort((a, b) => (a.id < b.id ? -1 : 1))];
}
