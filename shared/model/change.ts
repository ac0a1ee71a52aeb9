// A change: what was added, updated and removed. Every edit is one, so that undo, saving, history and merging are a few
// short functions over the same data.
import type { AnnotationSet, Annotations, Use } from "./annotation-set.ts";
import { referencesOf, referencesOfSpan, tableFor } from "./annotation-set.ts";
import type { Entity } from "./entity.ts";
import type { Id } from "./id.ts";
import {
  type AnyRecord,
  type RecordKind,
  type RecordOf,
  recordKinds,
  setTables,
  tableIn,
} from "./record-kinds.ts";
import { sameValue } from "./same-value.ts";
import { startsAfter } from "./span-starts.ts";
import { get, type Table, withRecords } from "./table.ts";

/** The part of a change that concerns one kind of record. Each id stands in it once. */
export interface RecordsChange<T extends { readonly id: Id }> {
  readonly added: readonly T[];
  readonly updated: readonly { readonly from: T; readonly to: T }[];
  readonly removed: readonly T[];
}

/** Kinds that the change does not touch are absent. It holds the old values, so it can be inverted without its state. */
export type Change = { readonly [Kind in RecordKind]?: RecordsChange<RecordOf<Kind>> };

/** A record that is not as the change expects it: already there, gone, or of another value. */
interface Misfit {
  readonly kind: RecordKind;
  readonly id: Id;
  readonly why: "exists" | "missing" | "differs";
}

type AnyRecordsChange = RecordsChange<AnyRecord>;

/** The part of a change for one kind, without its type; the kinds share all their laws. */
const part = (change: Change, kind: RecordKind): AnyRecordsChange | undefined => change[kind];

/** A change that only adds. */
export const added = <T extends { readonly id: Id }>(...records: readonly T[]): RecordsChange<T> => ({
  added: records,
  updated: [],
  removed: [],
});

/** A change that only removes. */
export const removed = <T extends { readonly id: Id }>(...records: readonly T[]): RecordsChange<T> => ({
  added: [],
  updated: [],
  removed: records,
});

/** A change of one record's value. */
export const updated = <T extends { readonly id: Id }>(from: T, to: T): RecordsChange<T> => ({
  added: [],
  updated: [{ from, to }],
  removed: [],
});

/** True where it adds, updates and removes nothing. */
export const isEmptyRecords = <T extends { readonly id: Id }>(change: RecordsChange<T>): boolean =>
  change.added.length + change.updated.length + change.removed.length === 0;

/** The same of all kinds. */
export function isEmptyChange(change: Change): boolean {
  return recordKinds.every((kind) => {
    const records = part(change, kind);
    return !records || isEmptyRecords(records);
  });
}

/** How many records of all kinds it adds, updates and removes. */
export function countsOfChange(change: Change): { added: number; updated: number; removed: number } {
  const counts = { added: 0, updated: 0, removed: 0 };
  for (const kind of recordKinds) {
    counts.added += change[kind]?.added.length ?? 0;
    counts.updated += change[kind]?.updated.length ?? 0;
    counts.removed += change[kind]?.removed.length ?? 0;
  }
  return counts;
}

/** Why a change cannot be applied to this state; empty when it can. */
export function misfits(state: Annotations, change: Change): Misfit[] {
  return recordKinds.flatMap((kind) => {
    const records = part(change, kind);
    if (!records) return [];
    const table = tableFor(state, kind);
    const seen = new Set<Id>();
    const isSecond = (id: Id): boolean => seen.size === seen.add(id).size;
    const expect = (record: AnyRecord, stays: boolean): Misfit[] => {
      const current = get(table, record.id);
      if (!current) return [{ kind, id: record.id, why: "missing" }];
      const fits = stays && !isSecond(record.id) && sameValue(current, record);
      return fits ? [] : [{ kind, id: record.id, why: "differs" }];
    };
    return [
      ...records.added.flatMap<Misfit>(({ id }) =>
        isSecond(id) || get(table, id) ? [{ kind, id, why: "exists" }] : [],
      ),
      ...records.updated.flatMap(({ from, to }) => expect(from, from.id === to.id)),
      ...records.removed.flatMap((record) => expect(record, true)),
    ];
  });
}

/**
 * What of a change still fits: all of it, or all but entities that somebody else has changed since, which stay as they
 * are (the registry is shared by all articles and windows). `null` when anything else does not fit.
 */
export function fittingPart(state: Annotations, change: Change): Change | null {
  const wrong = misfits(state, change);
  if (wrong.some(({ kind }) => kind !== "entities")) return null;
  if (wrong.length === 0 || !change.entities) return change;
  const ids = new Set(wrong.map(({ id }) => id));
  const { added, updated, removed } = change.entities;
  return mapKinds(
    {
      ...change,
      entities: {
        added: added.filter(({ id }) => !ids.has(id)),
        updated: updated.filter(({ to }) => !ids.has(to.id)),
        removed: removed.filter(({ id }) => !ids.has(id)),
      },
    },
    (records) => records,
  );
}

/**
 * What `fittingPart` leaves out of a change and nobody else has done already: entities that somebody else has made
 * something else of. `null` when nothing is left out.
 */
export function leftOutPart(state: Annotations, change: Change): Change | null {
  if (!change.entities) return null;
  const ids = new Set(misfits(state, { entities: change.entities }).map(({ id }) => id));
  const isOpen = (id: Id, wanted: Entity | undefined): boolean =>
    ids.has(id) && !sameValue(get(state.entities, id), wanted);
  const entities = {
    added: change.entities.added.filter((entity) => isOpen(entity.id, entity)),
    updated: change.entities.updated.filter(({ to }) => isOpen(to.id, to)),
    removed: change.entities.removed.filter(({ id }) => isOpen(id, undefined)),
  };
  return isEmptyChange({ entities }) ? null : { entities };
}

/** Whether the state is as the change would leave it. */
export function isDone(state: Annotations, change: Change): boolean {
  return recordKinds.every((kind) => {
    const records = part(change, kind);
    if (!records) return true;
    const table = tableFor(state, kind);
    return (
      records.added.every((record) => sameValue(get(table, record.id), record)) &&
      records.updated.every(({ to }) => sameValue(get(table, to.id), to)) &&
      records.removed.every(({ id }) => get(table, id) === undefined)
    );
  });
}

/** The state after the change. Does not look whether it fits: ask `misfits` where the change comes from elsewhere. */
export function applyChange(state: Annotations, change: Change): Annotations {
  const { set } = state;
  const nextSet: AnnotationSet = {
    ...set,
    ...setTables((kind) => applied(tableIn(set, kind), change[kind])),
    uses: usesAfter(usesAfter(set.uses, change.spans, referencesOfSpan), change.attributions, referencesOf),
    starts: startsAfter(set.starts, removedBy(change.spans), addedBy(change.spans)),
  };
  return { set: nextSet, entities: applied(state.entities, change.entities) };
}

function applied<T extends { readonly id: Id }>(
  table: Table<T>,
  change: RecordsChange<T> | undefined,
): Table<T> {
  if (!change) return table;
  return withRecords(
    table,
    [...change.added, ...change.updated.map(({ to }) => to)],
    change.removed.map(({ id }) => id),
  );
}

/** The records as they were that a change takes away or replaces. */
const removedBy = <T extends { readonly id: Id }>(change: RecordsChange<T> | undefined): T[] =>
  change ? [...change.removed, ...change.updated.map(({ from }) => from)] : [];

/** The records as they are that a change adds or puts in place of others. */
const addedBy = <T extends { readonly id: Id }>(change: RecordsChange<T> | undefined): T[] =>
  change ? [...change.added, ...change.updated.map(({ to }) => to)] : [];

/** The table of uses after a change to records that refer to others. */
function usesAfter<T extends { readonly id: Id }>(
  uses: Table<Use>,
  change: RecordsChange<T> | undefined,
  referencesIn: (record: T) => readonly Id[],
): Table<Use> {
  if (!change) return uses;
  const touched = new Map<Id, Set<Id>>();
  const usersOf = (id: Id): Set<Id> => {
    const users = touched.get(id) ?? new Set(get(uses, id)?.by ?? []);
    touched.set(id, users);
    return users;
  };
  for (const record of removedBy(change))
    for (const id of referencesIn(record)) usersOf(id).delete(record.id);
  for (const record of addedBy(change)) for (const id of referencesIn(record)) usersOf(id).add(record.id);
  const updatedUses = [...touched].flatMap(([id, by]) => (by.size > 0 ? [{ id, by: [...by].sort() }] : []));
  const unusedIds = [...touched].flatMap(([id, by]) => (by.size === 0 ? [id] : []));
  return withRecords(uses, updatedUses, unusedIds);
}

/** The change that takes this one back: applying both, one after the other, changes nothing. */
export const invertChange = (change: Change): Change => mapKinds(change, invertRecords);

/** The same of the part for one kind. */
export const invertRecords = <T extends { readonly id: Id }>(change: RecordsChange<T>): RecordsChange<T> => ({
  added: change.removed,
  updated: change.updated.map(({ from, to }) => ({ from: to, to: from })),
  removed: change.added,
});

/** Maps the part of each kind, and leaves out those that come out empty. */
export function mapKinds(change: Change, map: (records: AnyRecordsChange) => AnyRecordsChange): Change {
  const mapped: Record<string, AnyRecordsChange> = {};
  for (const kind of recordKinds) {
    const records = part(change, kind);
    const mappedRecords = records && map(records);
    if (mappedRecords && !isEmptyRecords(mappedRecords)) mapped[kind] = mappedRecords;
  }
  return mapped as Change;
}
