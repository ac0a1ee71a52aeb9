// The registry as people see it: each entity that stands for itself, with those that were merged into it.
import { compareTexts } from "./compare-texts.ts";
import { type Entity, entityBehind } from "./entity.ts";
import type { Id } from "./id.ts";
import { memoize } from "./memoize.ts";
import { records, type Table } from "./table.ts";

export interface EntityGroup {
  readonly entity: Entity;
  /** Those merged into it, directly or one through another, by name. */
  readonly merged: readonly Entity[];
}

/** The groups by the id of the entity that stands for all of it. Made once for each state of the registry. */
export const entityGroups = memoize((entities: Table<Entity>): ReadonlyMap<Id, EntityGroup> => {
  const merged = new Map<Id, Entity[]>();
  const heads: Entity[] = [];
  for (const entity of records(entities)) {
    const behind = entityBehind(entities, entity.id) ?? entity;
    if (behind.id === entity.id) heads.push(entity);
    else merged.set(behind.id, [...(merged.get(behind.id) ?? []), entity]);
  }
  const byName = (a: Entity, b: Entity): number => compareTexts(a.name, b.name);
  return new Map(
    heads.map((entity) => [entity.id, { entity, merged: (merged.get(entity.id) ?? []).sort(byName) }]),
  );
});

/** The ids that stand for the same as this one, whichever of them it is. */
export function idsBehind(entities: Table<Entity>, id: Id): readonly Id[] {
  const group = entityGroups(entities).get(entityBehind(entities, id)?.id ?? id);
  return group ? [group.entity.id, ...group.merged.map((entity) => entity.id)] : [id];
}

/** Every way in which the articles name the entity, each once: its own first, then those of what was merged into it. */
export function namesOf({ entity, merged }: EntityGroup): readonly string[] {
  return [...new Set([entity, ...merged].flatMap(({ name, aliases }) => [name, ...aliases]))];
}
