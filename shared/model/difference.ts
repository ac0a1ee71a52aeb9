// The difference of two states of the same annotations, found without going through what both share: tables change bucket by bucket, so a
// keystroke's difference costs a few hundred comparisons, whatever the size of the set.
import { type Annotations, tableFor } from "./annotation-set.ts";
import { type Change, isEmptyRecords, mapKinds, type RecordsChange } from "./change.ts";
import { type AnyRecord, recordKinds } from "./record-kinds.ts";
import { sameValue } from "./same-value.ts";
import type { Table } from "./table.ts";

/** The change that leads from `before` to `after`. Kinds without a difference are absent. */
export function changeBetween(before: Annotations, after: Annotations): Change {
  const change: Record<string, RecordsChange<AnyRecord>> = {};
  for (const kind of recordKinds) {
    const records = differenceOf<AnyRecord>(tableFor(before, kind), tableFor(after, kind));
    if (!isEmptyRecords(records)) change[kind] = records;
  }
  return change as Change;
}

/** The same where the two states share no records: one that says the same is no difference. */
export function changeInValue(before: Annotations, after: Annotations): Change {
  return mapKinds(changeBetween(before, after), (part) => ({
    ...part,
    updated: part.updated.filter(({ from, to }) => !sameValue(from, to)),
  }));
}

/** A record that is another object counts as updated, whatever it says. */
function differenceOf<T extends { readonly id: string }>(
  before: Table<T>,
  after: Table<T>,
): RecordsChange<T> {
  const added: T[] = [];
  const updated: { from: T; to: T }[] = [];
  const removed: T[] = [];
  if (before !== after)
    for (let at = 0; at < after.buckets.length; at += 1) {
      const bucket = after.buckets[at];
      const former = before.buckets[at];
      if (bucket === former) continue;
      for (const record of bucket?.values() ?? []) {
        const from = former?.get(record.id);
        if (from === undefined) added.push(record);
        else if (from !== record) updated.push({ from, to: record });
      }
      for (const record of former?.values() ?? []) if (!bucket?.has(record.id)) removed.push(record);
    }
  return { added, updated, removed };
}
