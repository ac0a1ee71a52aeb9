// The three versions of each record of a merge of sets, and the change that brings some of them about.
import type { Change } from "../model/change.ts";
import type { Id } from "../model/id.ts";
import type { AnyRecord, RecordKind } from "../model/record-kinds.ts";
import { sameValue } from "../model/same-value.ts";
import type { ThreeWay } from "./merge.ts";

export interface RecordKey {
  readonly kind: RecordKind;
  readonly id: Id;
}

export interface RecordSides extends RecordKey, ThreeWay<AnyRecord> {}

/** What a record is to become; `undefined`: it is to go. */
export interface WantedRecord extends RecordSides {
  readonly to: AnyRecord | undefined;
}

/** From ours to what is wanted; records that are not named stay as ours. */
export function changeOf(wanted: Iterable<WantedRecord>): Change {
  const change: Record<string, { added: AnyRecord[]; updated: object[]; removed: AnyRecord[] }> = {};
  for (const { kind, ours, to } of wanted) {
    if (sameValue(ours, to)) continue;
    const records = change[kind] ?? { added: [], updated: [], removed: [] };
    change[kind] = records;
    if (ours && to) records.updated.push({ from: ours, to });
    else if (to) records.added.push(to);
    else if (ours) records.removed.push(ours);
  }
  return change as Change;
}

export const keyOf = ({ kind, id }: RecordKey): string => `${kind} ${id}`;
