// Keeps of a version from outside what holds to the laws: a file that was edited by hand, or put together from two, may say anything.
// A record that breaks a law stays as it was in the version that it was made from. That comes before a merge and is none: there is one
// side, whose own mistakes are found.
import { type Annotations, referencesOf, tableFor } from "../model/annotation-set.ts";
import { applyChange } from "../model/change.ts";
import type { Id } from "../model/id.ts";
import { violations } from "../model/invariants.ts";
import { setKinds } from "../model/record-kinds.ts";
import { get } from "../model/table.ts";
import type { InvariantContext, Violation, ViolationCode } from "../model/violation.ts";
import { merge } from "./merge.ts";
import { conflictOf, type MergeConflict } from "./merge-sets.ts";
import { changeOf, type RecordSides } from "./merge-sides.ts";

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
  const changed = changedIn(theirs, from);
  const left = new Map<RecordSides, MergeConflict>();
  for (let round = 0; round < rounds; round += 1) {
    const annotations = applyChange(
      theirs,
      changeOf([...left.keys()].map((side) => ({ ...side, ours: side.theirs, to: side.base }))),
    );
    const broken = violations(annotations, laws).filter(
      (one) => one.severity === "error" && one.kind !== "entities" && !knownViolations.has(keyOf(one)),
    );
    if (broken.length === 0) return { annotations, left: [...left.values()] };
    const blamed = blamedFor(
      broken,
      annotations,
      changed.filter((side) => !left.has(side)),
    );
    if (blamed.size === 0) break;
    for (const [side, law] of blamed) left.set(side, conflictOf(side, "breaks", law));
  }
  // What is to blame lies further off: then nothing of the version is taken, and all of it is told.
  const others = changed.filter((side) => !left.has(side)).map((side) => conflictOf(side, "breaks"));
  return { annotations: { ...from, entities: theirs.entities }, left: [...left.values(), ...others] };
}

const keyOf = ({ code, kind, id, detail }: Violation): string => JSON.stringify([code, kind, id, detail]);

/** The records of a set that are otherwise in the version than in what it was made from. */
const changedIn = (theirs: Annotations, from: Annotations): readonly RecordSides[] =>
  setKinds.flatMap((kind) => {
    const before = tableFor(from, kind);
    return merge(before, before, tableFor(theirs, kind)).outcomes.map((side) => ({ kind, ...side }));
  });

/** By which law each of the changed records is to be left. */
function blamedFor(
  broken: readonly Violation[],
  { set }: Annotations,
  changed: readonly RecordSides[],
): ReadonlyMap<RecordSides, ViolationCode> {
  const blamed = new Map<RecordSides, ViolationCode>();
  for (const { kind, id, code, detail } of broken) {
    const changesOfRecord = changed.filter((one) => one.kind === kind && one.id === id && one.theirs);
    const card = kind === "attributions" ? get(set.attributions, id as Id) : undefined;
    const around = new Set<unknown>([...Object.values(detail), ...(card ? referencesOf(card) : [])]);
    // A record that is as it was can break a law by what it refers to.
    for (const suspect of changesOfRecord.length > 0
      ? changesOfRecord
      : changed.filter((other) => around.has(other.id)))
      if (!blamed.has(suspect)) blamed.set(suspect, code);
  }
  return blamed;
}
