// Merges two versions of a list of records over the one that both come from, by id and field by field. Work that is there stays
// rather than goes; where both sides changed the same field, ours stays.
import type { Id } from "../model/id.ts";
import { sameValue } from "../model/same-value.ts";
import { mergeRecord } from "./merge-record.ts";

interface AnyRecord {
  readonly id: Id;
}

interface MergedRecords<T> {
  /** Ours in their order, then what is new of theirs in theirs. */
  readonly records: readonly T[];
  readonly conflicts: readonly { readonly id: Id; readonly fields: readonly string[] }[];
}

/** `base`: the version that both come from; empty where nobody knows one. */
export function mergeRecords<T extends AnyRecord>(
  base: readonly T[],
  ours: readonly T[],
  theirs: readonly T[],
): MergedRecords<T> {
  const baseById = new Map(base.map((one) => [one.id, one]));
  const ourIds = new Set(ours.map(({ id }) => id));
  const came = new Map(theirs.map((one) => [one.id, one]));
  const conflicts: { readonly id: Id; readonly fields: readonly string[] }[] = [];
  const conflict = (id: Id, fields: readonly string[]): void => void conflicts.push({ id, fields });
  const stay = ours.flatMap((one): T[] => {
    const from = baseById.get(one.id);
    const theirRecord = came.get(one.id);
    if (!theirRecord) {
      if (!from || !sameValue(from, one)) {
        if (from) conflict(one.id, []);
        return [one];
      }
      return [];
    }
    const merged = mergeRecord<T>(from, one, theirRecord);
    if (merged.conflicts.length > 0) conflict(one.id, merged.conflicts);
    return [sameValue(merged.record, one) ? one : merged.record];
  });
  const back = theirs.filter((one) => {
    if (ourIds.has(one.id)) return false;
    const from = baseById.get(one.id);
    const isChanged = !from || !sameValue(from, one);
    if (from && isChanged) conflict(one.id, []);
    return isChanged;
  });
  return { records: [...stay, ...back], conflicts };
}
