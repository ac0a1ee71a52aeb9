// The entities that the registry shows, in their order: those that stand for themselves, with the counts of all that was merged into them.
import type { MentionCount } from "../../../shared/api/contract.ts";
import type { Entity, EntityType, Naming } from "../../../shared/model/entity.ts";
import { type EntityGroup, entityGroups } from "../../../shared/model/entity-groups.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Table } from "../../../shared/model/table.ts";
import { entityFit } from "../../state/session/find-entities.ts";

type EntitySort = "name" | "mentions";

export interface EntityQuery {
  readonly typed: string;
  /** None: all of them. */
  readonly types: readonly EntityType[];
  readonly namings: readonly Naming[];
  readonly sort: EntitySort;
}

export const everyEntity: EntityQuery = { typed: "", types: [], namings: [], sort: "name" };

export type Counts = ReadonlyMap<Id, MentionCount>;

export interface ListedEntity {
  /** Of the entity that stands for the group. */
  readonly id: Id;
  readonly group: EntityGroup;
  /** `null` while that is not known. */
  readonly mentions: number | null;
}

/** Mentions of an entity and of all that was merged into it; `null` while that is not known. */
export function mentionCount({ entity, merged }: EntityGroup, counts: Counts | null): number | null {
  if (!counts) return null;
  return [entity, ...merged].reduce((sum, { id }) => sum + (counts.get(id)?.mentions ?? 0), 0);
}

export function listEntities(
  entities: Table<Entity>,
  counts: Counts | null,
  query: EntityQuery,
  compare: (a: string, b: string) => number,
): readonly ListedEntity[] {
  const { typed, types, namings, sort } = query;
  const matches: { readonly listed: ListedEntity; readonly fit: number }[] = [];
  for (const group of entityGroups(entities).values()) {
    const { id, type, naming } = group.entity;
    if (types.length > 0 && !types.includes(type)) continue;
    if (namings.length > 0 && !namings.includes(naming)) continue;
    const fit = typed.trim() === "" ? 0 : entityFit(group, typed);
    if (fit !== null) matches.push({ listed: { id, group, mentions: mentionCount(group, counts) }, fit });
  }
  const byName = (a: ListedEntity, b: ListedEntity): number =>
    compare(a.group.entity.name, b.group.entity.name) || (a.id < b.id ? -1 : 1);
  const byMentions = (a: ListedEntity, b: ListedEntity): number => (b.mentions ?? 0) - (a.mentions ?? 0);
  return matches
    .sort(
      (a, b) =>
        a.fit - b.fit ||
        (sort === "mentions" ? byMentions(a.listed, b.listed) : 0) ||
        byName(a.listed, b.listed),
    )
    .map(({ listed }) => listed);
}
