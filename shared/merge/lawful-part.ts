// Keeps of a version from outside what holds to the laws: a file that was edited by hand, or put together from two, may say anything.
// A record that breaks a law stays as it was in the version that it was made from.
import { type Annotations, referencesOf } from "../model/annotation-set.ts";
import { applyChange, type Change, type SetKind, setKinds } from "../model/change.ts";
import type { Id } from "../model/id.ts";
import { violations } from "../model/invariants.ts";
import { sameValue } from "../model/same-value.ts";
import { get, records, type Table } from "../model/table.ts";
import type { InvariantContext, Violation, ViolationCode } from "../model/violation.ts";
import type { MergeConflict } from "./merge-sets.ts";
import type { AnyRecord } from "./merge-sides.ts";

interface LawfulPart {
  readonly annotations: Annotations;
  /** What stayed as it was. */
  readonly left: readonly MergeConflict[];
}

/** Rounds in which what hangs on a record that was left follows it; after them nothing is taken. */
const rounds = 20;

/** `from`: what the version was made from, as far as that is known. What broke a law there already may go on doing so. */
export function lawfulPart(theirs: Annotations, from: Annotations, laws: InvariantContext): LawfulPart {
  const knownViolations = new Set(violations(from, laws).map(keyOf));
  const conflicts = new Map<string, MergeConflict>();
  let annotations = theirs;
  for (let round = 0; round < rounds; round += 1) {
    const broken = violations(annotations, laws).filter(
      (one) => one.severity === "error" && one.kind !== "entities" && !knownViolations.has(keyOf(one)),
    );
    if (broken.length === 0) return { annotations, left: [...conflicts.values()] };
    const change = backTo(annotations, from, broken, conflicts);
    if (!change) break;
    annotations = applyChange(annotations, change);
  }
  // What is to blame lies further off: then nothing of the version is taken, and all of it is told.
  const changedRecords = [...changedIn(theirs, from)];
  for (const record of changedRecords) leave(conflicts, record);
  return { annotations: { ...from, entities: theirs.entities }, left: [...conflicts.values()] };
}

const keyOf = ({ code, kind, id, detail }: Violation): string => JSON.stringify([code, kind, id, detail]);

/** A record that is otherwise in the version than in what it was made from. */
interface Changed {
  readonly kind: SetKind;
  readonly id: Id;
  readonly before: AnyRecord | undefined;
  readonly now: AnyRecord | undefined;
}

const tableIn = (state: Annotations, kind: SetKind): Table<AnyRecord> => state.set[kind] as Table<AnyRecord>;

function* changedIn(annotations: Annotations, from: Annotations): Generator<Changed> {
  for (const kind of setKinds) {
    const [after, then] = [tableIn(annotations, kind), tableIn(from, kind)];
    const ids = new Set([...records(after), ...records(then)].map(({ id }) => id));
    for (const id of ids) {
      const [now, before] = [get(after, id), get(then, id)];
      if (!sameValue(before, now)) yield { kind, id, before, now };
    }
  }
}

function leave(
  left: Map<string, MergeConflict>,
  { kind, id, before, now }: Changed,
  law?: ViolationCode,
): void {
  const key = `${kind} ${id}`;
  if (left.has(key)) return;
  const versions = { base: before ?? null, ours: before ?? null, theirs: now ?? null };
  left.set(key, { kind, id, why: "breaks", fields: [], ...(law && { law }), ...versions });
}

/** `null` where nothing can be put back. */
function backTo(
  annotations: Annotations,
  from: Annotations,
  broken: readonly Violation[],
  left: Map<string, MergeConflict>,
): Change | null {
  const blamed = new Map<Changed, ViolationCode>();
  const changed = [...changedIn(annotations, from)];
  for (const { kind, id, code, detail } of broken) {
    const changesOfRecord = changed.filter((one) => one.kind === kind && one.id === id && one.now);
    const card = kind === "attributions" ? get(annotations.set.attributions, id as Id) : undefined;
    const around = new Set<unknown>([...Object.values(detail), ...(card ? referencesOf(card) : [])]);
    // A record that is as it was can break a law by what it refers to.
    for (const suspect of changesOfRecord.length > 0
      ? changesOfRecord
      : changed.filter((other) => around.has(other.id)))
      if (!blamed.has(suspect)) blamed.set(suspect, code);
  }
  if (blamed.size === 0) return null;
  const change: Record<string, { added: AnyRecord[]; updated: object[]; removed: AnyRecord[] }> = {};
  for (const [one, code] of blamed) {
    leave(left, one, code);
    change[one.kind] ??= { added: [], updated: [], removed: [] };
    const part = change[one.kind];
    if (one.before && one.now) part?.updated.push({ from: one.now, to: one.before });
    else if (one.before) part?.added.push(one.before);
    else if (one.now) part?.removed.push(one.now);
  }
  return change as Change;
}
