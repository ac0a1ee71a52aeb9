// Lists what two sides of a registry say differently of the same entity, with both versions, to work through.
import type { Entity } from "../model/entity.ts";
import { mergeRecords } from "./merge-records.ts";
import type { MergeConflict } from "./merge-sets.ts";

/** `base`: what both were made from; empty where that is not known, and then nothing counts as removed. */
export function registryConflicts(
  base: readonly Entity[],
  ours: readonly Entity[],
  theirs: readonly Entity[],
): readonly MergeConflict[] {
  const [before, mine, other] = [base, ours, theirs].map((all) => new Map(all.map((one) => [one.id, one])));
  return mergeRecords(base, ours, theirs).conflicts.map(({ id, fields }) => ({
    kind: "entities",
    id,
    why: fields.length > 0 ? "both-changed" : "removed-and-changed",
    fields,
    base: before?.get(id) ?? null,
    ours: mine?.get(id) ?? null,
    theirs: other?.get(id) ?? null,
  }));
}
