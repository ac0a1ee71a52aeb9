// Two sides of the registry: what they say differently, to work through; and brought together in haste, where it is about to be written
// and somebody else has written its file at the same moment. Nothing goes by that: whether anything mentions an entity that is gone there
// is not known here, so that is looked at afterwards.
import { type Entity, entityBehind } from "../model/entity.ts";
import { sameValue } from "../model/same-value.ts";
import { tableOf } from "../model/table.ts";
import { mergeRecords } from "./merge.ts";
import type { MergeConflict } from "./merge-sets.ts";

/** `base`: what both were made from; empty where that is not known, and then nothing counts as removed. */
export function registryConflicts(
  base: readonly Entity[],
  ours: readonly Entity[],
  theirs: readonly Entity[],
): readonly MergeConflict[] {
  return mergeRecords(base, ours, theirs).conflicts.map((conflict) => ({ kind: "entities", ...conflict }));
}

/** All of ours and theirs, field by field where both have it; ours where both changed the same. No entity stands for one that is not there. */
export function mergeRegistries(
  base: readonly Entity[],
  ours: readonly Entity[],
  theirs: readonly Entity[],
): readonly Entity[] {
  const { records } = mergeRecords(base, ours, theirs, { removals: "ours" });
  return withoutBrokenMerges(records, { base, ours, theirs });
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
