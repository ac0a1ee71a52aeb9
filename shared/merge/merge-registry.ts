// Two sides of the registry: brought together by id and field; what they say differently, to work through; and brought together in haste, where it is about to be written
// and somebody else has written its file at the same moment. Nothing goes by that: whether anything mentions an entity that is gone there
// is not known here, so that is looked at afterwards.
import { type Entity, entityBehind } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { sameValue } from "../model/same-value.ts";
import { get, tableOf } from "../model/table.ts";
import { type MergePolicy, mergeRecords } from "./merge.ts";
import type { MergeConflict } from "./merge-sets.ts";

interface EntitiesPolicy extends Pick<MergePolicy, "precedence" | "removals"> {
  /** Whether something refers to an entity that one side took away: then it stays. */
  readonly isMentioned?: (id: Id) => boolean;
}

/** An entity's aliases are gathered from both sides, and none of them is its name. `base`: empty where that is not known. */
export function mergeEntities(
  base: readonly Entity[],
  ours: readonly Entity[],
  theirs: readonly Entity[],
  { isMentioned = () => false, ...policy }: EntitiesPolicy = {},
): { readonly entities: readonly Entity[]; readonly conflicts: readonly MergeConflict[] } {
  const merged = mergeRecords(base, ours, theirs, policy);
  const ids = new Set(merged.records.map(({ id }) => id));
  const [mine, came] = [ours, theirs].map((side) => new Map(side.map((one) => [one.id, one])));
  const missed = base.filter(({ id }) => !ids.has(id) && isMentioned(id));
  const stays = missed.map((before) => mine?.get(before.id) ?? came?.get(before.id) ?? before);
  const entities = [...merged.records, ...stays].map(withoutOwnName);
  const conflicts = [
    ...merged.conflicts.map((conflict) => ({ kind: "entities", ...conflict }) as const),
    ...missed.map((before) => ({
      ...({ kind: "entities", id: before.id, why: "removed-and-used", fields: [] } as const),
      ...{ base: before, ours: mine?.get(before.id) ?? null, theirs: came?.get(before.id) ?? null },
    })),
  ];
  if (policy.precedence !== "by-value") return { entities, conflicts };
  const ranks = new Map(base.map(({ id }, at) => [id, at]));
  const rankOf = ({ id }: Entity): number => ranks.get(id) ?? ranks.size;
  const inOrder = missed.length > 0 ? entities.toSorted((a, b) => rankOf(a) - rankOf(b)) : entities;
  return { entities: withoutCircles(inOrder, base), conflicts };
}

function withoutOwnName(entity: Entity): Entity {
  const aliases = entity.aliases.filter((alias) => alias !== entity.name);
  return aliases.length === entity.aliases.length ? entity : { ...entity, aliases };
}

/** What stands for itself by what both sides merged, or for what is gone, stands for what it did before. */
function withoutCircles(entities: readonly Entity[], base: readonly Entity[]): readonly Entity[] {
  const table = tableOf(entities);
  const before = new Map(base.map((entity) => [entity.id, entity]));
  return entities.map((entity) => {
    if (entity.mergedInto === undefined) return entity;
    const isGone = !get(table, entity.mergedInto);
    if (!isGone && entityBehind(table, entity.id)?.mergedInto === undefined) return entity;
    const { mergedInto: _circle, ...rest } = entity;
    const known = before.get(entity.id)?.mergedInto;
    return known !== undefined && known !== entity.mergedInto ? { ...rest, mergedInto: known } : rest;
  });
}

/** `base`: what both were made from; empty where that is not known, and then nothing counts as removed. */
export function registryConflicts(
  base: readonly Entity[],
  ours: readonly Entity[],
  theirs: readonly Entity[],
): readonly MergeConflict[] {
  return mergeEntities(base, ours, theirs).conflicts;
}

/** All of ours and theirs, field by field where both have it; ours where both changed the same. No entity stands for one that is not there. */
export function mergeRegistries(
  base: readonly Entity[],
  ours: readonly Entity[],
  theirs: readonly Entity[],
): readonly Entity[] {
  const { entities } = mergeEntities(base, ours, theirs, { removals: "ours" });
  return withoutBrokenMerges(entities, { base, ours, theirs });
}

/** Whether everything that they changed is in the registry as they have it, and what they took away is gone. */
export function isWithin(
  base: readonly Entity[],
  theirs: readonly Entity[],
  after: readonly Entity[],
): boolean {
  const [before, came, here] = [base, theirs, after].map((all) => new Map(all.map((one) => [one.id, one])));
  const isTaken = theirs.every(
    (one) => sameValue(one, before?.get(one.id)) || sameValue(one, here?.get(one.id)),
  );
  return isTaken && base.every(({ id }) => came?.has(id) || !here?.has(id));
}

function withoutBrokenMerges(
  merged: readonly Entity[],
  { base, ours, theirs }: Readonly<Record<"base" | "ours" | "theirs", readonly Entity[]>>,
): readonly Entity[] {
  const [mine, then] = [ours, [...base, ...theirs]].map(
    (entities) => new Map(entities.map((entity) => [entity.id, entity])),
  );
  const entitiesById = new Map(merged.map((entity) => [entity.id, entity]));
  // What others stand for comes back, and brings what it stands for itself.
  for (const { mergedInto } of entitiesById.values()) {
    const target =
      mergedInto === undefined || entitiesById.has(mergedInto) ? undefined : then?.get(mergedInto);
    if (target) entitiesById.set(target.id, target);
  }
  const table = tableOf(entitiesById.values());
  return [...entitiesById.values()].map((entity) => {
    const isInCircle = entityBehind(table, entity.id)?.mergedInto !== undefined;
    return isInCircle ? (mine?.get(entity.id) ?? entity) : entity;
  });
}
