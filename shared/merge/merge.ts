// The one three-way merge: two versions of records brought together over the version that both come from, by id and field by field. What
// both did alike or only one did is taken; where they cannot both have their way, work that is there stays rather than goes, our side
// stays otherwise, and the conflict is told with all three versions. Sets, journals, registries and projects are merged by this; what
// each must hold to besides is seen to in its own file.
//
// Two things look alike and are not the same. Who is assigned to what, and what an article is tagged with, has no fields: a pair of ids or a
// word is there or not (`mergeMembers`). And what a window has not saved yet goes on top of another state a whole step at a time or not at all, so that
// undo takes back what was done and nothing else (`renderer/state/session/rebase.ts`).
//
// Where neither side is "ours", as between machines that merge in whatever order what reaches them, the values themselves say which of two
// stands (`by-value`), so that all of them come to the same.
import { sorted } from "../files/canonical.ts";
import { compareCodeUnits } from "../model/compare-code-units.ts";
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
export interface RecordConflict<T> {
  readonly id: Id;
  readonly why: "both-changed" | "removed-and-changed";
  readonly fields: readonly string[];
  /** `null`: not there. */
  readonly base: T | null;
  readonly ours: T | null;
  readonly theirs: T | null;
}

/**
 * What stands where both changed the same: `ours`; or, `by-value`, whichever comes later in canonical JSON, and lists then stand in the order
 * of the common version, with what is new behind it by id. Whoever merges, and in whatever order, gets the same by that.
 */
export type Precedence = "ours" | "by-value";

export interface MergePolicy {
  /** Absent: `ours`. */
  readonly precedence?: Precedence;
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
  readonly conflicts: readonly RecordConflict<T>[];
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
  const conflicts: RecordConflict<T>[] = [];
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
  { isChange = false, decisionOn, precedence }: MergePolicy,
): { readonly to: T | undefined; readonly conflict?: Pick<RecordConflict<T>, "why" | "fields"> } {
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
  const { record, conflicts: fields } = mergeRecord(base, ours, theirs, precedence);
  if (fields.length === 0) return { to: record };
  const to = decided === "theirs" ? mergeRecord(base, theirs, ours).record : record;
  return { to, conflict: { why: "both-changed", fields } };
}

interface MergedList<T> {
  /** Ours in their order, then what is new of theirs in theirs; or in the order that is the same for all (`by-value`). */
  readonly records: readonly T[];
  /** In the same order. */
  readonly conflicts: readonly RecordConflict<T>[];
}

/** Merges lists, of which the order means something. `base`: empty where nobody knows one. */
export function mergeRecords<T extends Identified>(
  base: readonly T[],
  ours: readonly T[],
  theirs: readonly T[],
  policy: MergePolicy = {},
): MergedList<T> {
  const { precedence, removals = "both" } = policy;
  const isComplete = (side: readonly T[]): boolean =>
    removals === "both" || base.every(({ id }) => side.some((one) => one.id === id));
  if (sameValue(ours, theirs) || (sameValue(theirs, base) && isComplete(ours)))
    return { records: ours, conflicts: [] };
  // Of a list that one side alone changed its order is taken as well.
  if (sameValue(ours, base) && isComplete(theirs)) return { records: theirs, conflicts: [] };
  const ourTable = tableFrom(ours);
  const { outcomes, conflicts } = merge(tableFrom(base), ourTable, tableFrom(theirs), policy);
  const outcomesById = new Map(outcomes.map((one) => [one.id, one]));
  const conflictsById = new Map(conflicts.map((one) => [one.id, one]));
  const all = [...ours, ...theirs.filter(({ id }) => !has(ourTable, id))];
  const inOrder =
    precedence === "by-value" ? inOrderForAll(all, [base, ours, theirs].map(idsOf) as Sequences) : all;
  return {
    records: inOrder.flatMap((one) => {
      const outcome = outcomesById.get(one.id);
      return outcome ? (outcome.to ?? []) : [one];
    }),
    conflicts: inOrder.flatMap(({ id }) => conflictsById.get(id) ?? []),
  };
}

const idsOf = (all: readonly Identified[]): readonly Id[] => all.map(({ id }) => id);

/** The ids of a list in its order: of the common version, of ours, of theirs. */
type Sequences = [base: readonly Id[], ours: readonly Id[], theirs: readonly Id[]];

/** The common version's first, rearranged as either side did (both: as the values say), then what is new by id. */
function inOrderForAll<T extends Identified>(all: readonly T[], [base, ours, theirs]: Sequences): T[] {
  const baseIds = new Set(base);
  const rearrangements = [ours, theirs].flatMap((side) => {
    const sideIds = new Set(side);
    const known = side.filter((id) => baseIds.has(id));
    const before = base.filter((id) => sideIds.has(id));
    return sameValue(known, before) ? [] : [known];
  });
  const [first = [], second = first] = rearrangements;
  const ranks = new Map([...new Set([...laterOf(first, second), ...base])].map((id, at) => [id, at]));
  const rankOf = ({ id }: T): number => ranks.get(id) ?? ranks.size;
  return [...all].sort((a, b) => rankOf(a) - rankOf(b) || compareCodeUnits(a.id, b.id));
}

/** Of two values the one that stands wherever they meet: something before nothing, else the later in canonical JSON. */
export function laterOf<T>(a: T, b: T): T {
  if (a === undefined || b === undefined) return a === undefined ? b : a;
  const [one, other] = [a, b].map((value) => JSON.stringify(sorted(value)));
  return compareCodeUnits(one ?? "", other ?? "") >= 0 ? a : b;
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
  precedence: Precedence = "ours",
): readonly T[] {
  if (sameValue(theirs, base) || sameValue(ours, theirs)) return ours;
  if (sameValue(ours, base)) return theirs;
  const byKey = (all: readonly T[]): ReadonlyMap<string, T> => new Map(all.map((one) => [key(one), one]));
  const [before, mine, came] = [byKey(base), byKey(ours), byKey(theirs)];
  const members = [
    ...ours.filter((one) => !before.has(key(one)) || came.has(key(one))),
    ...theirs.filter((one) => !before.has(key(one)) && !mine.has(key(one))),
  ];
  if (precedence === "ours") return members;
  const standing = members.map((one): T => {
    const [from, other] = [before.get(key(one)), came.get(key(one))];
    if (other === undefined || sameValue(other, from)) return one;
    return sameValue(one, from) ? other : laterOf(one, other);
  });
  const ranks = new Map(base.map((one, at) => [key(one), at]));
  const rankOf = (one: T): number => ranks.get(key(one)) ?? ranks.size;
  return standing.sort((a, b) => rankOf(a) - rankOf(b) || compareCodeUnits(key(a), key(b)));
}

/** A value that both sides changed differently. `undefined`: not there on that side. */
export interface FieldConflict extends ThreeWay<unknown> {
  /** Names and ids that lead to it: `fields.polarity` of a card, `tagset.spanTypes.claim.name` of a project. */
  readonly path: string;
}

interface MergedRecord<T> {
  readonly record: T;
  /** The paths of what both changed, in their order. */
  readonly conflicts: readonly string[];
  /** The same with the three values of each. */
  readonly disputed: readonly FieldConflict[];
}

type Values = Readonly<Record<string, unknown>>;

/** The same of one record that both sides have. `base` undefined: both added it. */
export function mergeRecord<T extends object>(
  base: T | undefined,
  ours: T,
  theirs: T,
  precedence: Precedence = "ours",
): MergedRecord<T> {
  const merged = mergeValues((base ?? {}) as Values, ours as Values, theirs as Values, precedence);
  const disputed = merged.disputed.toSorted((a, b) => compareCodeUnits(a.path, b.path));
  return { record: merged.record as T, conflicts: disputed.map(({ path }) => path), disputed };
}

interface MergedPart<T> {
  /** `undefined`: nothing. */
  readonly record: T;
  readonly disputed: readonly FieldConflict[];
}

function mergeValues(base: Values, ours: Values, theirs: Values, precedence: Precedence): MergedPart<Values> {
  const disputed: FieldConflict[] = [];
  const entries: [string, unknown][] = [];
  const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  for (const key of precedence === "by-value" ? keys.sort(compareCodeUnits) : keys) {
    const versions = {
      base: valueOfKey(base, key),
      ours: valueOfKey(ours, key),
      theirs: valueOfKey(theirs, key),
    };
    const part = mergeField(key, versions, precedence);
    if (part.record !== undefined) entries.push([key, part.record]);
    disputed.push(...part.disputed);
  }
  return { record: Object.fromEntries(entries), disputed };
}

/** Fields of which the value is a record whose fields are merged one by one. */
const recordFields: readonly string[] = ["fields", "tagset"];
/** Fields of lists that are merged by id. Where a field of this name holds no records, it is one value. */
const listFields: readonly string[] = [
  "spanTypes",
  "slots",
  "viaRoles",
  "fields",
  "flags",
  "guideline",
  "entityFields",
  "choices",
];
/** Fields of words or ids that are there or not. None of them is in an annotation set, whose journals each version has to read alike. */
const memberFields: readonly string[] = [
  "aliases",
  "notSameAs",
  "accepts",
  "checksOff",
  "ownCues",
  "ownNames",
];

function mergeField(key: string, versions: ThreeWay<unknown>, precedence: Precedence): MergedPart<unknown> {
  const { base, ours, theirs } = versions;
  const only = (record: unknown): MergedPart<unknown> => ({ record, disputed: [] });
  if (sameValue(ours, theirs) || sameValue(theirs, base)) return only(ours);
  if (sameValue(ours, base)) return only(theirs);
  if (recordFields.includes(key) && isObjectOrNone(ours) && isObjectOrNone(theirs)) {
    const inner = mergeValues(isObject(base) ? base : {}, ours ?? {}, theirs ?? {}, precedence);
    const isThere = precedence === "ours" ? ours !== undefined : ours !== undefined && theirs !== undefined;
    const record = isThere || Object.keys(inner.record).length > 0 ? inner.record : undefined;
    return { record, disputed: inner.disputed.map(under(key)) };
  }
  if (listFields.includes(key) && [base ?? [], ours, theirs].every(isList))
    return mergeInnerList(key, { base: base ?? [], ours, theirs } as ThreeWay<readonly Known[]>, precedence);
  if (memberFields.includes(key) && [base ?? [], ours ?? [], theirs ?? []].every(isWords)) {
    const [before, mine, came] = [base ?? [], ours ?? [], theirs ?? []] as (readonly string[])[];
    const members = mergeMembers(before ?? [], mine ?? [], came ?? [], (word) => word, precedence);
    return only(members.length > 0 || (ours && theirs) ? members : undefined);
  }
  if (isObject(ours) && isObject(theirs) && differInProvenance(ours, theirs))
    return only(madeFirst(ours, theirs));
  if (key === "provenance" && isObject(ours) && isObject(theirs) && differInEditing(ours, theirs))
    return only(later(ours, theirs));
  const record = precedence === "by-value" ? laterOf(ours, theirs) : ours;
  return { record, disputed: [{ path: key, ...versions }] };
}

type Known = Identified & Values;

/** A list within a record. What one side removed and the other changed is in conflict as a whole, as a record is. */
function mergeInnerList(
  key: string,
  { base, ours, theirs }: ThreeWay<readonly Known[]>,
  precedence: Precedence,
): MergedPart<unknown> {
  const { records: merged, conflicts } = mergeRecords(base ?? [], ours ?? [], theirs ?? [], { precedence });
  const disputed = conflicts.flatMap((one): readonly FieldConflict[] => {
    const [before, mine, came] = [one.base ?? undefined, one.ours ?? undefined, one.theirs ?? undefined];
    if (!mine || !came) return [{ path: one.id, base: before, ours: mine, theirs: came }];
    return mergeValues(before ?? {}, mine, came, precedence).disputed.map(under(one.id));
  });
  return { record: merged, disputed: disputed.map(under(key)) };
}

const under =
  (name: string) =>
  (conflict: FieldConflict): FieldConflict => ({ ...conflict, path: `${name}.${conflict.path}` });

const isList = (value: unknown): value is readonly Known[] =>
  Array.isArray(value) && value.every((one) => isObject(one) && typeof one.id === "string");

const isWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

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
const madeFirst = (a: Values, b: Values): Values =>
  orderOf(a) === orderOf(b) ? laterOf(a, b) : orderOf(a) < orderOf(b) ? a : b;
const orderOf = ({ provenance }: Values): string => {
  const { at, annotator } = provenance as Values;
  return `${at} ${annotator}`;
};

const later = (a: Values, b: Values): Values =>
  String(valueOfKey(a, "editedAt") ?? "") >= String(valueOfKey(b, "editedAt") ?? "") ? a : b;
