// Merges versions of one annotator's set by the one merge (`merge.ts`), kind by kind: two versions that are to hold to the laws, a journal's
// change with a state that it was not made on, and both sides of a file in conflict. Whichever it is, what one side removed and the other
// refers to comes back, what one side has put back in its place waits no longer, and conflicts are listed with all three versions.
import {
  type AnnotationSetJson,
  type Annotations,
  placedOrphans,
  setFromJson,
  setToJson,
  tableFor,
} from "../model/annotation-set.ts";
import { applyChange, type Change, type RecordsChange } from "../model/change.ts";
import type { Id } from "../model/id.ts";
import { violations } from "../model/invariants.ts";
import { type AnyRecord, type RecordKind, recordKinds } from "../model/record-kinds.ts";
import { get, has, records, type Table, tableOf } from "../model/table.ts";
import type { InvariantContext, Violation, ViolationCode } from "../model/violation.ts";
import { marksMadeTwice, underOurIds } from "./marks-made-twice.ts";
import { merge, tableFrom, withNulls } from "./merge.ts";
import { changeOf, keyOf, type RecordKey, type RecordSides, type WantedRecord } from "./merge-sides.ts";

/**
 * `both-changed`: the fields named were changed to different values; ours stays. `removed-and-changed`: one side removed what
 * the other changed; the change stays. `removed-and-used`: one side removed what the other refers to; it stays. `breaks`:
 * what they did breaks a law together with what we did (`law`); ours stays.
 */
export interface MergeConflict extends RecordKey {
  readonly why: "both-changed" | "removed-and-changed" | "removed-and-used" | "breaks";
  readonly fields: readonly string[];
  readonly law?: ViolationCode;
  /** `null`: not there. */
  readonly base: AnyRecord | null;
  readonly ours: AnyRecord | null;
  readonly theirs: AnyRecord | null;
}

/** For which side a conflict was decided; `undefined`: nobody decided it. */
export type DecisionOn = (record: RecordKey) => "ours" | "theirs" | undefined;

/** By which a conflict is named among those of several articles. */
export const conflictKey = (article: Id, record: RecordKey): string => `${article} ${keyOf(record)}`;

/** Whether a conflict can be decided for either side: what breaks a law, or is referred to, cannot. */
export const isDecidable = ({ why }: Pick<MergeConflict, "why">): boolean =>
  why === "both-changed" || why === "removed-and-changed";

export const conflictOf = (
  side: RecordSides,
  why: MergeConflict["why"],
  law?: ViolationCode,
): MergeConflict => ({
  kind: side.kind,
  id: side.id,
  why,
  fields: [],
  ...(law && { law }),
  ...withNulls(side),
});

/** Records that go since one side removed them, by kind and id: what refers to them brings them back. */
export type Removed = Map<string, RecordSides>;

/** What is to be made of ours. All of it by kind and id. */
interface Plan {
  readonly ours: Annotations;
  /** What is otherwise than in ours. */
  readonly wanted: Map<string, WantedRecord>;
  readonly removed: Removed;
  readonly conflicts: Map<string, MergeConflict>;
  /** Records that stay as they are on our side whatever comes. */
  readonly settled: Set<string>;
}

/** The records of one side; `null` where it says nothing of a kind. */
type TablesOfSide = (kind: RecordKind) => Table<AnyRecord> | null;

const tablesOf =
  (state: Annotations | null): TablesOfSide =>
  (kind) =>
    state && tableFor(state, kind);

function planOf(
  ours: Annotations,
  base: TablesOfSide,
  theirs: TablesOfSide,
  {
    isChange = false,
    decisionOn,
  }: { readonly isChange?: boolean; readonly decisionOn?: DecisionOn | undefined } = {},
): Plan {
  const plan: Plan = {
    ours,
    wanted: new Map(),
    removed: new Map(),
    conflicts: new Map(),
    settled: new Set(),
  };
  for (const kind of recordKinds) {
    const theirTable = theirs(kind);
    if (!theirTable) continue;
    const policy = { isChange, decisionOn: (id: Id) => decisionOn?.({ kind, id }) };
    const merged = merge(base(kind), tableFor(ours, kind), theirTable, policy);
    for (const outcome of merged.outcomes) {
      const side = { kind, ...outcome };
      if (side.to !== side.ours) plan.wanted.set(keyOf(side), side);
      // What waits has the id of the mark that it was, and nothing refers to it.
      if (!side.to && kind !== "orphans") plan.removed.set(keyOf(side), side);
    }
    for (const conflict of merged.conflicts)
      plan.conflicts.set(keyOf({ kind, ...conflict }), { kind, ...conflict });
  }
  return plan;
}

interface CarriedOut {
  readonly merged: Annotations;
  /** What leads from ours to it. */
  readonly change: Change;
  /** Each record once. */
  readonly conflicts: readonly MergeConflict[];
}

/** Ours as it is planned, with what of the removed is used, and without what waits for a place that it has. */
function carriedOut(plan: Plan): CarriedOut {
  const { ours, wanted, conflicts } = plan;
  let merged = applyChange(ours, changeOf(wanted.values()));
  while (bringBackUsed(plan, merged)) merged = applyChange(ours, changeOf(wanted.values()));
  // Whatever the other side did with it where it waited.
  const placed = placedOrphans(merged.set).map(({ id }): WantedRecord => {
    const ofOurs = get(ours.set.orphans, id);
    return { kind: "orphans", id, base: undefined, ours: ofOurs, theirs: undefined, to: undefined };
  });
  const placedByKey = new Map(placed.map((one) => [keyOf(one), one]));
  const change = changeOf(new Map([...wanted, ...placedByKey]).values());
  return {
    merged: placed.length > 0 ? applyChange(ours, change) : merged,
    change,
    conflicts: [...conflicts].flatMap(([key, conflict]) => (placedByKey.has(key) ? [] : [conflict])),
  };
}

/** False where nothing that is gone from `merged` is used in it. */
function bringBackUsed({ ours, wanted, removed, conflicts, settled }: Plan, merged: Annotations): boolean {
  const merging = new Set([...records(merged.entities)].map(({ mergedInto }) => mergedInto));
  const used = [...removed].filter(([key, side]) => !settled.has(key) && isMissed(merged, merging, side));
  for (const [key, side] of used) {
    if (has(tableFor(ours, side.kind), side.id)) wanted.delete(key);
    else wanted.set(key, { ...side, ours: undefined, to: side.ours ?? side.theirs });
    if (!conflicts.has(key)) conflicts.set(key, conflictOf(side, "removed-and-used"));
  }
  return used.length > 0;
}

/** Whether something refers to a record that is not there. `merging`: the entities that others were merged into. */
function isMissed(
  state: Annotations,
  merging: ReadonlySet<Id | undefined>,
  { kind, id }: RecordKey,
): boolean {
  if (has(tableFor(state, kind), id)) return false;
  if (has(state.set.uses, id)) return true;
  return kind === "entities" && merging.has(id);
}

export interface MergedSets extends CarriedOut {
  /** Marks that were made on both sides, by their id: which of ours they are. In conflicts they stand under our id. */
  readonly madeTwice: ReadonlyMap<Id, Id>;
}

/**
 * Merges two versions that are to hold to the laws: nothing breaks one that held on both sides. The same mark made on both sides is one,
 * ours. `base` null: no common version is known. `decisionOn`: how a conflict of fields, or of what one side removed, was decided; it is
 * listed all the same.
 */
export function mergeSets(
  base: Annotations | null,
  ours: Annotations,
  theirs: Annotations,
  context: InvariantContext,
  decisionOn?: DecisionOn,
): MergedSets {
  const madeTwice = marksMadeTwice(base, ours, theirs);
  const from = base && underOurIds(base, madeTwice, ours);
  const other = underOurIds(theirs, madeTwice, ours);
  const plan = planOf(ours, tablesOf(from), tablesOf(other), { decisionOn });
  const knownViolations = new Set([ours, other].flatMap((state) => violations(state, context).map(lawKey)));
  for (;;) {
    const outcome = carriedOut(plan);
    const broken = violations(outcome.merged, context).filter((one) => !knownViolations.has(lawKey(one)));
    if (broken.length === 0) return { ...outcome, madeTwice };
    if (broken.filter((violation) => leaveOurs(violation, outcome.merged, plan)).length > 0) continue;
    // What is to blame lies further off than one reference: then nothing of theirs is taken in.
    for (const [key, side] of plan.wanted) leave(key, side, plan);
  }
}

const lawKey = ({ code, kind, id, detail }: Violation): string =>
  `${code} ${kind} ${id} ${JSON.stringify(detail)}`;

/** Leaves what breaks a law, and what that is tied to, as it is on our side. False where nothing of theirs is near. */
function leaveOurs({ id, code, detail }: Violation, { set }: Annotations, plan: Plan): boolean {
  const around = new Set<unknown>([id, ...(get(set.uses, id)?.by ?? []), ...Object.values(detail)]);
  const involved = [...plan.wanted].filter(([, side]) => around.has(side.id));
  for (const [key, side] of involved) leave(key, side, plan, code);
  return involved.length > 0;
}

function leave(
  key: string,
  side: RecordSides,
  { wanted, settled, conflicts }: Plan,
  law?: ViolationCode,
): void {
  wanted.delete(key);
  settled.add(key);
  conflicts.set(key, conflictOf(side, "breaks", law));
}

interface FoldedChange {
  readonly annotations: Annotations;
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Applies a change to a state that is not the one it was made on, as when two machines of one person worked at the same time: what the
 * change itself holds is the other side, and what that comes from. Doing it twice changes nothing more. Laws are not looked at: a set is
 * read without its text. `removed` collects over several changes of one fold.
 */
export function foldChange(state: Annotations, change: Change, removed: Removed = new Map()): FoldedChange {
  const plan = planOf(state, tablesOfChange(change, before), tablesOfChange(change, after), {
    isChange: true,
  });
  // To a later change it is gone on our side.
  for (const [key, side] of plan.removed) removed.set(key, { ...side, ours: undefined, theirs: side.ours });
  const { merged, conflicts } = carriedOut({ ...plan, removed });
  return { annotations: merged, conflicts };
}

type AnyRecordsChange = RecordsChange<AnyRecord>;

const before = ({ updated, removed }: AnyRecordsChange): readonly AnyRecord[] => [
  // One that is another record afterwards takes nothing away.
  ...updated.flatMap(({ from, to }) => (from.id === to.id ? [from] : [])),
  ...removed,
];
const after = ({ added, updated }: AnyRecordsChange): readonly AnyRecord[] => [
  ...added,
  ...updated.map(({ to }) => to),
];

const tablesOfChange =
  (change: Change, recordsOf: (part: AnyRecordsChange) => readonly AnyRecord[]): TablesOfSide =>
  (kind) => {
    const part = change[kind] as AnyRecordsChange | undefined;
    return part ? tableFrom(recordsOf(part)) : null;
  };

interface JoinedSet {
  readonly set: AnnotationSetJson;
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Both sides of a file in which a version control program has left its marks, in the JSON of the present form: what they were made from
 * is not known, so that whatever is on either side stays. Throws a `RangeError` where a side has two records of one kind with the same id.
 */
export function joinSets(first: AnnotationSetJson, second: AnnotationSetJson): JoinedSet {
  const [ours, theirs] = [annotationsOf(first), annotationsOf(second)];
  const { merged, conflicts } = carriedOut(planOf(ours, () => null, tablesOf(theirs)));
  return { set: setToJson(merged.set), conflicts };
}

const annotationsOf = (json: AnnotationSetJson): Annotations => ({
  set: setFromJson(json),
  entities: tableOf(),
});
