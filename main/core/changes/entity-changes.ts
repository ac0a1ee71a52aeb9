// The part of a change that concerns the registry, without what is done already. After a crash between the registry and the
// journal a resend finds its entities there; that is no misfit.
import type { Change } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { get, type Table } from "../../../shared/model/table.ts";

/** `kept`: entities that other articles still mention, which therefore stay although this change removes them. */
export function entitiesStillToChange(
  change: Change,
  entities: Table<Entity>,
  kept: ReadonlySet<Id>,
): Change {
  if (!change.entities) return change;
  const { added, updated, removed } = change.entities;
  const isThere = (entity: Entity): boolean => sameValue(get(entities, entity.id), entity);
  return {
    ...change,
    entities: {
      added: added.filter((entity) => !isThere(entity)),
      updated: updated.filter(({ to }) => !isThere(to)),
      removed: removed.filter(({ id }) => get(entities, id) && !kept.has(id)),
    },
  };
}
