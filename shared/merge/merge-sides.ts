// The three versions of each record of a merge, and the change that brings some of them about.
import type { Annotations } from "../model/annotation-set.ts";
import { type Change, type RecordKind, recordKinds } from "../model/change.ts";
import type { Id } from "../model/id.ts";
import { sameValue } from "../model/same-value.ts";
import { get, records, type Table } from "../model/table.ts";
import type { Violation, ViolationCode } from "../model/violation.ts";

type RecordsOf<Kind extends RecordKind> = NonNullable<Change[Kind]>["added"][number];
export type AnyRecord = { readonly [Kind in RecordKind]: RecordsOf<Kind> }[RecordKind];

export interface RecordKey {
  readonly kind: RecordKind;
  readonly id: Id;
}

/** `undefined`: not there on that side. */
export interface Sides extends RecordKey {
  readonly base: AnyRecord | undefined;
  readonly ours: AnyRecord | undefined;
  readonly theirs: AnyRecord | undefined;
}

/** What records are to become (`undefined`: to go), by kind and id; those that are not named stay as ours. */
export type Wanted = Map<string, Sides & { readonly to: AnyRecord | undefined }>;

/** By kind and id, every record of which the sides are not all the same. */
export function sidesOf(
  base: Annotations | null,
  ours: Annotations,
  theirs: Annotations,
): Map<string, Sides> {
  const sidesByKey = new Map<string, Sides>();
  for (const kind of recordKinds) {
    const tables = [base, ours, theirs].map((state) => state && tableFor(state, kind));
    for (const table of tables)
      for (const { id } of table ? records(table) : []) {
        const key = `${kind} ${id}`;
        if (sidesByKey.has(key)) continue;
        const [from, mine, other] = tables.map((one) => (one ? get(one, id) : undefined));
        sidesByKey.set(key, { kind, id, base: from, ours: mine, theirs: other });
      }
  }
  return sidesByKey;
}

/** From ours to what is wanted. */
export function changeOf(wanted: Wanted): Change {
  const change: Record<string, { added: AnyRecord[]; updated: object[]; removed: AnyRecord[] }> = {};
  for (const { kind, ours, to } of wanted.values()) {
    if (sameValue(ours, to)) continue;
    const records = change[kind] ?? { added: [], updated: [], removed: [] };
    change[kind] = records;
    if (ours && to) records.updated.push({ from: ours, to });
    else if (to) records.added.push(to);
    else if (ours) records.removed.push(ours);
  }
  return change as Change;
}

/** Of a reference to what is not there: what it is that lacks. */
export function tieOf({ code, detail }: Violation): RecordKey | null {
  const lacking: Partial<Record<ViolationCode, readonly [RecordKind, string]>> = {
    "span-missing": ["spans", "span"],
    "within-missing": ["attributions", "within"],
    "entity-missing": ["entities", "entity"],
    "merged-into-missing": ["entities", "entity"],
  };
  const [kind, name] = lacking[code] ?? [];
  return kind && name ? { kind, id: String(detail[name]) } : null;
}

/** The records of one kind, whichever it is. */
export const tableFor = (state: Annotations, kind: RecordKind): Table<AnyRecord> =>
  (kind === "entities" ? state.entities : state.set[kind]) as Table<AnyRecord>;
