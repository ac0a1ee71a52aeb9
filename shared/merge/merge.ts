// The one three-way merge: two versions of records brought together over the version that both come from, by id and field by field. What
// both did alike or only one did is taken; where they cannot both have their way, work that is there stays rather than goes, our side
// stays otherwise, and the conflict is told with all three versions. Sets, journals, registries and projects are merged by this; what
// each must hold to besides is seen to in its own file.
//
// Two things look alike and are not the same. Who is assigned to what, and what an article is tagged with, has no fields: a pair of ids or a
// word is there or not (`mergeMembers`). And what a window has not saved yet goes on top of another state a whole step at a time or not at all, so that
// undo takes back what was done and nothing else (`renderer/state/session/rebase.ts`).
import type { Id } from "../model/id.ts";
import { sameValue } from "../model/same-value.ts";
import { get, has, records, type Table, tableOf, withRecords } from "../model/table.ts";

interface Identified {
  readonly id: Id;
}

/** `undefined`: not there on that side. */
export interface ThreeWay<T> {
  readonly base: T | undefined;
  readonly ours: T | undefined;
  readonly theirs: T | undefined;
}

/** `to`: what becomes of the record; `undefined`: it goes, or stays away. */
interface Outcome<T> extends ThreeWay<T> {
  readonly id: Id;
  readonly to: T | undefined;
}

/**
 * `both-changed`: the fields named were changed to different values; ours stays. `removed-and-changed`: one side removed what
 * the other changed; the change stays.
 */
interface Conflict<T> {
  readonly id: Id;
  readonly why: "both-changed" | "removed-and-changed";
  readonly fields: readonly string[];
  /** `null`: not there. */
  readonly base: T | null;
  readonly ours: T | null;
  readonly theirs: T | null;
}

interface MergePolicy {
  /** Whose removals count, of what the other side left as it was. */
  readonly removals?: "both" | "ours" | "none";
  /**
   * Theirs is a change of a journal: the record that it names is to be there, also where it says the same as before. Every machine, of
   * whatever version, has to read the same set from the same journals.
   */
  readonly isChange?: boolean;
  /** How a conflict was decided; `undefined`: nobody decided it. It is told all the same. */
  readonly decisionOn?: (id: Id) => "ours" | "theirs" | undefined;
}

interface Merged<T> {
  /** Of every record that is not the same on both sides. */
  readonly outcomes: readonly Outcome<T>[];
  readonly conflicts: readonly Conflict<T>[];
}

/**
 * `base` null: no common version is known, so that what only one side has was added there. What is in neither `base` nor `theirs` is
 * not looked at: where they hold the records of a change alone, the rest of ours stays as it is.
 */
export function merge<T extends Identified>(
  base: Table<T> | null,
  ours: Table<T>,
  theirs: Table<T>,
  policy: MergePolicy = {},
): Merged<T> {
  const { removals = "both" } = policy;
  const outcomes: Outcome<T>[] = [];
  const conflicts: Conflict<T>[] = [];
  const ids = new Set([...(base ? records(base) : []), ...records(theirs)].map(({ id }) => id));
  for (const id of ids) {
    const [mine, other] = [get(ours, id), get(theirs, id)];
    if (sameValue(mine, other)) continue;
    // What may not be removed counts as added by the side that has it.
    const isKnown = removals === "both" || (other && (mine || removals === "ours"));
    const versions = { base: base && isKnown ? get(base, id) : undefined, ours: mine, theirs: other };
    const { to, conflict } = mergeVersions(versions, id, policy);
    outcomes.push({ id, ...versions, to: sameValue(to, mine) ? mine : to });
    if (conflict) conflicts.push({ id, ...conflict, ...withNulls(versions) });
  }
  return { outcomes, conflicts };
}

/** As conflicts are kept: JSON has no `undefined`. */
export const withNulls = <T>({ base, ours, theirs }: ThreeWay<T>) => ({
  base: base ?? null,
  ours: ours ?? null,
  theirs: theirs ?? null,
});

/** What becomes of one record. */
function mergeVersions<T extends object>(
  versions: ThreeWay<T>,
  id: Id,
  { isChange = false, decisionOn }: MergePolicy,
): { readonly to: T | undefined; readonly conflict?: Pick<Conflict<T>, "why" | "fields"> } {
  const { base, ours, theirs } = versions;
  const isNamed = isChange && theirs && !ours;
  if (sameValue(theirs, base) && !isNamed) return { to: ours };
  if (sameValue(ours, base)) return { to: theirs };
  const decided = decisionOn?.(id);
  if (!ours || !theirs)
    return {
      to: decided ? versions[decided] : (ours ?? theirs),
      conflict: { why: "removed-and-changed", fields: [] },
    };
  const { record, conflicts: fields } = mergeRecord(base, ours, theirs);
  if (fields.length === 0) return { to: record };
  const to = decided === "theirs" ? mergeRecord(base, theirs, ours).record : record;
  return { to, conflict: { why: "both-changed", fields } };
}

interface MergedList<T> {
  /** Ours in their order, then what is new of theirs in theirs. */
  readonly records: readonly T[];
  /** In the same order. */
  readonly conflicts: readonly Conflict<T>[];
}

/** Merges lists, of which the order means something. `base`: empty where nobody knows one. */
export function mergeRecords<T extends Identified>(
  base: readonly T[],
  ours: readonly T[],
  theirs: readonly T[],
  policy: MergePolicy = {},
): MergedList<T> {
  const ourTable = tableFrom(ours);
  const { outcomes, conflicts } = merge(tableFrom(base), ourTable, tableFrom(theirs), policy);
  const outcomesById = new Map(outcomes.map((one) => [one.id, one]));
  const conflictsById = new Map(conflicts.map((one) => [one.id, one]));
  const inOrder = [...ours, ...theirs.filter(({ id }) => !has(ourTable, id))];
  return {
    records: inOrder.flatMap((one) => {
      const outcome = outcomesById.get(one.id);
      return outcome ? (outcome.to ?? []) : [one];
    }),
    conflicts: inOrder.flatMap(({ id }) => conflictsById.get(id) ?? []),
  };
}

/** A table of records that come from outside: of two with the same id it holds the later. */
export const tableFrom = <T extends Identified>(all: readonly T[]): Table<T> =>
  withRecords(tableOf<T>(), all);

/**
 * Merges members that are there or not and have no fields: what either side removed is gone, what either added is there. `base`: empty where
 * nobody knows one.
 */
export function mergeMembers<T>(
  base: readonly T[],
  ours: readonly T[],
  theirs: readonly T[],
  key: (member: T) => string,
): readonly T[] {
  if (sameValue(theirs, base)) return ours;
  if (sameValue(ours, base)) return theirs;
  const keysOf = (all: readonly T[]): ReadonlySet<string> => new Set(all.map(key));
  const [before, mine, came] = [keysOf(base), keysOf(ours), keysOf(theirs)];
  return [
    ...ours.filter((one) => !before.has(key(one)) || came.has(key(one))),
    ...theirs.filter((one) => !before.has(key(one)) && !mine.has(key(one))),
  ];
}

interface MergedRecord<T> {
  readonly record: T;
  /** Names of the fields that both changed; those of a card's fields, and of an entity's, as `fields.polarity`. */
  readonly conflicts: readonly string[];
}

type Values = Readonly<Record<string, unknown>>;

/** The same of one record that both sides have. `base` undefined: both added it. */
export function mergeRecord<T extends object>(base: T | undefined, ours: T, theirs: T): MergedRecord<T> {
  const merged = mergeValues((base ?? {}) as Values, ours as Values, theirs as Values);
  return { record: merged.record as T, conflicts: merged.conflicts };
}

function mergeValues(base: Values, ours: Values, theirs: Values): MergedRecord<Values> {
  const conflicts: string[] = [];
  const entries: [string, unknown][] = [];
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const [from, mine, other] = [valueOfKey(base, key), valueOfKey(ours, key), valueOfKey(theirs, key)];
    const setEntry = (value: unknown): void => {
      if (value !== undefined) entries.push([key, value]);
    };
    if (sameValue(mine, other) || sameValue(other, from)) setEntry(mine);
    else if (sameValue(mine, from)) setEntry(other);
    else if (key === "fields" && isObjectOrNone(mine) && isObjectOrNone(other)) {
      const inner = mergeValues(isObject(from) ? from : {}, mine ?? {}, other ?? {});
      setEntry(mine || Object.keys(inner.record).length > 0 ? inner.record : undefined);
      conflicts.push(...inner.conflicts.map((name) => `fields.${name}`));
    } else if (isObject(mine) && isObject(other) && differInProvenance(mine, other))
      setEntry(madeFirst(mine, other));
    else if (key === "provenance" && isObject(mine) && isObject(other) && differInEditing(mine, other))
      setEntry(later(mine, other));
    else {
      setEntry(mine);
      conflicts.push(key);
    }
  }
  return { record: Object.fromEntries(entries), conflicts: conflicts.sort() };
}

const valueOfKey = (values: Values, key: string): unknown =>
  Object.hasOwn(values, key) ? values[key] : undefined;

const isObject = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Entities without a value in a field of the project's own have no fields at all. */
const isObjectOrNone = (value: unknown): value is Values | undefined =>
  value === undefined || isObject(value);

/** True when both are the same but for the time at which the record was edited. */
function differInEditing(a: Values, b: Values): boolean {
  const without = ({ editedAt: _editedAt, ...rest }: Values): Values => rest;
  return sameValue(without(a), without(b));
}

/** True where both say the same and only who said it differs: what was entered in a field of an entity, on either side. */
function differInProvenance(a: Values, b: Values): boolean {
  const without = ({ provenance: _provenance, ...rest }: Values): Values => rest;
  return isObject(a.provenance) && isObject(b.provenance) && sameValue(without(a), without(b));
}

/** The same whichever side is ours. */
const madeFirst = (a: Values, b: Values): Values => (orderOf(a) <= orderOf(b) ? a : b);
const orderOf = ({ provenance }: Values): string => {
  const { at, annotator } = provenance as Values;
  return `${at} ${annotator}`;
};

const later = (a: Values, b: Values): Values =>
  String(valueOfKey(a, "editedAt") ?? "") >= String(valueOfKey(b, "editedAt") ?? "") ? a : b;
