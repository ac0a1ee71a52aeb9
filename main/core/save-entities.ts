// Writes the registry of entities, in an order in which a file in git changes only where something changed.
import type { Entity } from "../../shared/model/entity.ts";
import { records, type Table } from "../../shared/model/table.ts";
import type { ProjectInUse } from "./project-in-use.ts";

/** True when there was something to write. Throws an `ApiError` when that failed; the registry is as before then. */
export async function saveEntities(inUse: ProjectInUse, after: Table<Entity>): Promise<boolean> {
  const { registry } = inUse.folder;
  const before = registry.data().entities;
  const entities = inOrderOf(before, after);
  if (entities.length === before.length && entities.every((entity, at) => entity === before[at]))
    return false;
  await inUse.lock?.fence();
  await registry.update((data) => ({ ...data, entities }));
  return true;
}

/** What was there in its order, then what is new by id. */
function inOrderOf(before: readonly Entity[], after: Table<Entity>): Entity[] {
  const left = new Map(Array.from(records(after), (entity) => [entity.id, entity]));
  const kept = before.flatMap(({ id }) => {
    const entity = left.get(id);
    left.delete(id);
    return entity ? [entity] : [];
  });
  return [...kept, ...[...left.values()].sort((a, b) => (a.id < b.id ? -1 : 1))];
}
