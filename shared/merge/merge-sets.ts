// Merges two versions of one annotator's set over the version that both come from, record by record and field by field. What
// both did alike or only one did is taken; where they cannot both have their way, work that is there stays rather than goes,
// our side stays otherwise, and the conflict is listed with all three versions. The same mark made on both sides is one, ours. Nothing
// breaks a law that held on both sides.
import { type Annotations, placedOrphans } from "../model/annotation-set.ts";
import { applyChange, type Change } from "../model/change.ts";
import type { Id } from "../model/id.ts";
import { violations } from "../model/invariants.ts";
import { sameValue } from "../model/same-value.ts";
import { get } from "../model/table.ts";
import type { InvariantContext, Violation, ViolationCode } from "../model/violation.ts";
import { marksMadeTwice, underOurIds } from "./marks-made-twice.ts";
import { mergeRecord } from "./merge-record.ts";
import {
  type AnyRecord,
  changeOf,
  type RecordKey,
  type Sides,
  sidesOf,
  tieOf,
  type Wanted,
} from "./merge-sides.ts";

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

export interface MergedSets {
  readonly merged: Annotations;
  /** What leads from ours to the merged set; empty where there is nothing to take in. */
  readonly change: Change;
  /** Each record once. */
  readonly conflicts: readonly MergeConflict[];
  /** Marks that were made on both sides, by their id: which of ours they are. In conflicts they stand under our id. */
  readonly madeTwice: ReadonlyMap<Id, Id>;
}

/**
 * `base` null: no common version is known, so that what only one side has counts as added there. `decisionOn`:
 * how a conflict of fields, or of what one side removed, was decided; it is listed all the same.
 */
export function mergeSets(
  base: Annotations | null,
  ours: Annotations,
  theirs: Annotations,
  context: InvariantContext,
  decisionOn: DecisionOn = () => undefined,
): MergedSets {
  const madeTwice = marksMadeTwice(base, ours, theirs);
  const theirsUnderOurIds = underOurIds(theirs, madeTwice, ours);
  const sides = sidesOf(base && underOurIds(base, madeTwice, ours), ours, theirsUnderOurIds);
  const conflicts = new Map<string, MergeConflict>();
  const conflict = (side: Sides, why: MergeConflict["why"], more: Partial<MergeConflict> = {}): void => {
    const { kind, id } = side;
    const versions = { base: side.base ?? null, ours: side.ours ?? null, theirs: side.theirs ?? null };
    if (why === "breaks" || !conflicts.has(keyOf(side)))
      conflicts.set(keyOf(side), { kind, id, why, fields: [], ...versions, ...more });
  };
  const resolutions: Wanted = new Map();
  for (const side of sides.values()) {
    const resolvedRecord = takenFrom(side, conflict, decisionOn);
    if (!sameValue(resolvedRecord, side.ours)) resolutions.set(keyOf(side), { ...side, to: resolvedRecord });
  }

  const knownViolations = new Set(
    [ours, theirsUnderOurIds].flatMap((state) => violations(state, context).map(lawKey)),
  );
  const settled = new Set<string>();
  for (;;) {
    const placed = placedBy(resolutions, ours, sides);
    const change = changeOf(new Map([...resolutions, ...placed]));
    const merged = applyChange(ours, change);
    const broken = violations(merged, context).filter((violation) => !knownViolations.has(lawKey(violation)));
    if (broken.length === 0) {
      for (const key of placed.keys()) conflicts.delete(key);
      return { merged, change, conflicts: [...conflicts.values()], madeTwice };
    }
    const repair = { sides, wanted: resolutions, settled, conflict };
    if (broken.filter((violation) => bringBack(violation, repair)).length > 0) continue;
    if (broken.filter((violation) => leaveOurs(violation, merged, repair)).length > 0) continue;
    // What is to blame lies further off than one reference: then nothing of theirs is taken in.
    for (const key of resolutions.keys()) leave(key, repair);
  }
}

/** What one side has put back in its place waits no longer, whatever the other did with it where it waited. */
function placedBy(wanted: Wanted, ours: Annotations, sides: ReadonlyMap<string, Sides>): Wanted {
  const removedOrphans: Wanted = new Map();
  for (const orphan of placedOrphans(applyChange(ours, changeOf(wanted)).set)) {
    const key = { kind: "orphans" as const, id: orphan.id };
    const unchangedSides = { ...key, base: orphan, ours: orphan, theirs: orphan };
    removedOrphans.set(keyOf(key), { ...(sides.get(keyOf(key)) ?? unchangedSides), to: undefined });
  }
  return removedOrphans;
}

const keyOf = ({ kind, id }: RecordKey): string => `${kind} ${id}`;

/** By which a conflict is named among those of several articles. */
export const conflictKey = (article: Id, record: RecordKey): string => `${article} ${keyOf(record)}`;

/** Whether a conflict can be decided for either side: what breaks a law, or is referred to, cannot. */
export const isDecidable = ({ why }: Pick<MergeConflict, "why">): boolean =>
  why === "both-changed" || why === "removed-and-changed";

const lawKey = ({ code, kind, id, detail }: Violation): string =>
  `${code} ${kind} ${id} ${JSON.stringify(detail)}`;

type Report = (side: Sides, why: MergeConflict["why"], more?: Partial<MergeConflict>) => void;

/** What becomes of one record as long as nothing speaks against it. */
function takenFrom(side: Sides, conflict: Report, decisionOn: DecisionOn): AnyRecord | undefined {
  const { base, ours, theirs } = side;
  if (sameValue(ours, theirs) || sameValue(theirs, base)) return ours;
  if (sameValue(ours, base)) return theirs;
  if (!ours || !theirs) {
    conflict(side, "removed-and-changed");
    const decided = decisionOn(side);
    return decided ? side[decided] : (ours ?? theirs);
  }
  const { record, conflicts } = mergeRecord(base, ours, theirs);
  if (conflicts.length > 0) conflict(side, "both-changed", { fields: conflicts });
  return conflicts.length > 0 && decisionOn(side) === "theirs"
    ? mergeRecord(base, theirs, ours).record
    : record;
}

interface Repair {
  readonly sides: ReadonlyMap<string, Sides>;
  readonly wanted: Wanted;
  /** Records that stay as they are on our side whatever comes. */
  readonly settled: Set<string>;
  readonly conflict: Report;
}

/** Has a record stay, or come back, that something refers to. False where that is not what is wrong. */
function bringBack(violation: Violation, { sides, wanted, settled, conflict }: Repair): boolean {
  const missing = tieOf(violation);
  const side = missing && sides.get(keyOf(missing));
  if (!side || settled.has(keyOf(side))) return false;
  const planned = wanted.get(keyOf(side));
  if (side.ours && planned && !planned.to) wanted.delete(keyOf(side));
  else if (!side.ours && side.theirs) wanted.set(keyOf(side), { ...side, to: side.theirs });
  else return false;
  conflict(side, "removed-and-used");
  return true;
}

/** Leaves what breaks a law, and what that is tied to, as it is on our side. False where nothing of theirs is near. */
function leaveOurs({ id, code, detail }: Violation, { set }: Annotations, repair: Repair): boolean {
  const around = new Set<unknown>([id, ...(get(set.uses, id)?.by ?? []), ...Object.values(detail)]);
  const involved = [...repair.wanted].filter(([, side]) => around.has(side.id));
  for (const [key] of involved) leave(key, repair, code);
  return involved.length > 0;
}

function leave(key: string, { sides, wanted, settled, conflict }: Repair, law?: ViolationCode): void {
  const side = sides.get(key);
  wanted.delete(key);
  settled.add(key);
  if (side) conflict(side, "breaks", law === undefined ? {} : { law });
}
