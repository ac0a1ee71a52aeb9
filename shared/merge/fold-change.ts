// Applies a change to a state that is not the one it was made on, as when two machines of one person worked at the same time:
// record by record and field by field over the values the change itself holds. What fits goes in; where both sides changed the
// same, what is there stays, and the conflict is listed. Doing it twice changes nothing more.
import { type Annotations, placedOrphans, referencesOf, usersOf } from "../model/annotation-set.ts";
import { applyChange, type Change, recordKinds, removed as removedRecords } from "../model/change.ts";
import type { Id } from "../model/id.ts";
import { sameValue } from "../model/same-value.ts";
import { get, has, type Table } from "../model/table.ts";
import { mergeRecord } from "./merge-record.ts";
import type { MergeConflict } from "./merge-sets.ts";
import type { AnyRecord } from "./merge-sides.ts";

interface FoldedChange {
  readonly annotations: Annotations;
  readonly conflicts: readonly MergeConflict[];
}

/** Records that were removed while folding, by kind and id: what refers to them brings them back. */
export type Removed = Map<string, AnyRecord>;

interface Part {
  readonly added: AnyRecord[];
  readonly updated: { readonly from: AnyRecord; readonly to: AnyRecord }[];
  readonly removed: AnyRecord[];
}

/** `removed` collects over several changes of one fold. */
export function foldChange(state: Annotations, change: Change, removed: Removed = new Map()): FoldedChange {
  const conflicts: MergeConflict[] = [];
  const parts: Record<string, Part> = {};
  for (const kind of recordKinds) {
    const recordsChange = change[kind];
    if (!recordsChange) continue;
    const part: Part = { added: [], updated: [], removed: [] };
    parts[kind] = part;
    const table = (kind === "entities" ? state.entities : state.set[kind]) as Table<AnyRecord>;
    const conflict = (
      id: Id,
      why: MergeConflict["why"],
      versions: Pick<MergeConflict, "base" | "ours" | "theirs">,
      fields: readonly string[] = [],
    ): void => {
      conflicts.push({ kind, id, why, fields, ...versions });
    };
    const putRecord = (base: AnyRecord | null, to: AnyRecord): void => {
      const ourRecord = get(table, to.id);
      if (!ourRecord) {
        part.added.push(to);
        if (base) conflict(to.id, "removed-and-changed", { base, ours: null, theirs: to });
      } else if (!sameValue(ourRecord, to)) {
        const merged = mergeRecord<AnyRecord>(base ?? undefined, ourRecord, to);
        if (!sameValue(merged.record, ourRecord)) part.updated.push({ from: ourRecord, to: merged.record });
        if (merged.conflicts.length > 0)
          conflict(to.id, "both-changed", { base, ours: ourRecord, theirs: to }, merged.conflicts);
      }
    };
    for (const record of recordsChange.added) putRecord(null, record);
    for (const { from, to } of recordsChange.updated) putRecord(from, to);
    for (const record of recordsChange.removed) {
      const ourRecord = get(table, record.id);
      if (!ourRecord) continue;
      if (sameValue(ourRecord, record)) part.removed.push(ourRecord);
      else conflict(record.id, "removed-and-changed", { base: record, ours: ourRecord, theirs: null });
    }
  }
  const applied = applyChange(state, parts as Change);
  for (const [kind, part] of Object.entries(parts))
    for (const record of part.removed) removed.set(`${kind} ${record.id}`, record);
  return withoutPlaced(withTies(applied, removed, conflicts));
}

/** What one side has put back in its place waits no longer, whatever the other did with it where it waited. */
function withoutPlaced({ annotations, conflicts }: FoldedChange): FoldedChange {
  const placed = placedOrphans(annotations.set);
  if (placed.length === 0) return { annotations, conflicts };
  const ids = new Set(placed.map(({ id }) => id));
  return {
    annotations: applyChange(annotations, { orphans: removedRecords(...placed) }),
    conflicts: conflicts.filter(({ kind, id }) => kind !== "orphans" || !ids.has(id)),
  };
}

/** Brings back spans and cards that went on one side while the other refers to them. */
function withTies(state: Annotations, removed: Removed, conflicts: MergeConflict[]): FoldedChange {
  let annotations = state;
  for (let isDone = false; !isDone; ) {
    isDone = true;
    for (const [key, record] of removed) {
      const [kind] = key.split(" ") as ["spans" | "attributions"];
      if (kind !== "spans" && kind !== "attributions") continue;
      const isGone = !has(annotations.set[kind] as Table<AnyRecord>, record.id);
      const isUsed = usersOf(annotations.set, record.id).some((card) =>
        referencesOf(card).includes(record.id),
      );
      if (!isGone || !isUsed) continue;
      annotations = applyChange(annotations, { [kind]: { added: [record], updated: [], removed: [] } });
      conflicts.push({
        kind,
        id: record.id,
        why: "removed-and-used",
        fields: [],
        base: record,
        ours: null,
        theirs: record,
      });
      isDone = false;
    }
  }
  return { annotations, conflicts };
}
