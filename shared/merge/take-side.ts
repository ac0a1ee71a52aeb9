// A record that two sides changed differently, after it was merged: which side's version stands now, and the change that puts the
// other in its place. Only what was in conflict changes: whatever else was done to the record since stays.
import { type Annotations, tableFor } from "../model/annotation-set.ts";
import type { Change } from "../model/change.ts";
import type { AnyRecord } from "../model/record-kinds.ts";
import { sameValue } from "../model/same-value.ts";
import { get } from "../model/table.ts";
import type { MergeConflict } from "./merge-sets.ts";
import { changeOf } from "./merge-sides.ts";

export type ConflictSideName = "ours" | "theirs";

/** `other`: neither, since it was changed again, or what was in conflict is gone. */
export type ConflictStanding = ConflictSideName | "other";

type Values = Readonly<Record<string, unknown>>;

export function standingOf(now: Annotations, conflict: MergeConflict): ConflictStanding {
  const record = recordIn(now, conflict);
  const has = (side: ConflictSideName): boolean => isAsOn(record, conflict[side], conflict.fields);
  return has("ours") ? "ours" : has("theirs") ? "theirs" : "other";
}

function isAsOn(now: AnyRecord | null, side: AnyRecord | null, fields: readonly string[]): boolean {
  if (!now || !side) return now === side;
  return fields.every((name) => sameValue(fieldOf(now, name), fieldOf(side, name)));
}

/** `null`: there is nothing to be changed, or nothing left to change it in. */
export function changeToSide(
  now: Annotations,
  conflict: MergeConflict,
  side: ConflictSideName,
): Change | null {
  const { kind, id, fields } = conflict;
  const sideRecord = conflict[side];
  const record = recordIn(now, conflict);
  if (isAsOn(record, sideRecord, fields)) return null;
  const isRemoval = !conflict.ours || !conflict.theirs;
  if (!record && !isRemoval) return null;
  const to = record && sideRecord ? withFields(record, sideRecord, fields) : (sideRecord ?? undefined);
  return changeOf([{ kind, id, base: undefined, ours: record ?? undefined, theirs: undefined, to }]);
}

const recordIn = (state: Annotations, { kind, id }: MergeConflict): AnyRecord | null =>
  get(tableFor(state, kind), id) ?? null;

const inner = "fields.";

function fieldOf(record: AnyRecord, name: string): unknown {
  const values = record as unknown as Values;
  if (!name.startsWith(inner)) return values[name];
  const fields = values.fields as Values | undefined;
  return fields?.[name.slice(inner.length)];
}

function withFields(now: AnyRecord, side: AnyRecord, names: readonly string[]): AnyRecord {
  let values = now as unknown as Values;
  for (const name of names) {
    const value = fieldOf(side, name);
    values = name.startsWith(inner)
      ? { ...values, fields: withValue(values.fields as Values, name.slice(inner.length), value) }
      : withValue(values, name, value);
  }
  return values as unknown as AnyRecord;
}

function withValue(values: Values | undefined, name: string, value: unknown): Values {
  const { [name]: _before, ...rest } = values ?? {};
  return value === undefined ? rest : { ...rest, [name]: value };
}
