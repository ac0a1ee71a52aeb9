// What of a version from outside holds to the laws: a file that was edited by hand, or put together from two, may say anything.
// A record that breaks a law stays as it was in the version that it was made from.
import type { Annotations } from "../model/annotation-set.ts";
import { applyChange, type Change } from "../model/change.ts";
import type { Id } from "../model/id.ts";
import { violations } from "../model/invariants.ts";
import { sameValue } from "../model/same-value.ts";
import { get, type Table } from "../model/table.ts";
import type { InvariantContext, Violation } from "../model/violation.ts";
import type { MergeConflict } from "../review/merge-sets.ts";
import type { AnyRecord } from "../review/merge-sides.ts";

export interface LawfulPart {
  readonly annotations: Annotations;
  /** What stayed as it was. */
  readonly left: readonly MergeConflict[];
}

/** Rounds in which what hangs on a record that was left follows it; after them nothing is taken. */
const rounds = 20;

/** `from`: what the version was made from, as far as that is known. What broke a law there already may go on doing so. */
export function lawfulPart(theirs: Annotations, from: Annotations, laws: InvariantContext): LawfulPart {
  const known = new Set(violations(from, laws).map(keyOf));
  const left = new Map<string, MergeConflict>();
  let annotations = theirs;
  for (let round = 0; round < rounds; round += 1) {
    const broken = violations(annotations, laws).filter(
      (one) => one.severity === "error" && one.kind !== "entities" && !known.has(keyOf(one)),
    );
    if (broken.length === 0) return { annotations, left: [...left.values()] };
    const change = backTo(annotations, from, broken, left);
    if (!change) break;
    annotations = applyChange(annotations, change);
  }
  return { annotations: { ...from, entities: theirs.entities }, left: [...left.values()] };
}

const keyOf = ({ code, kind, id, detail }: Violation): string => JSON.stringify([code, kind, id, detail]);

/** `null` where nothing can be put back. */
function backTo(
  annotations: Annotations,
  from: Annotations,
  broken: readonly Violation[],
  left: Map<string, MergeConflict>,
): Change | null {
  const change: Record<string, { added: AnyRecord[]; updated: object[]; removed: AnyRecord[] }> = {};
  const done = new Set<string>();
  for (const { kind, id, code } of broken) {
    const key = `${kind} ${id}`;
    if (kind === "set" || kind === "entities" || done.has(key)) continue;
    done.add(key);
    const tableIn = (state: Annotations) => state.set[kind] as Table<AnyRecord>;
    const before = get(tableIn(from), id as Id);
    const now = get(tableIn(annotations), id as Id);
    if (!now || sameValue(before, now)) continue;
    const part = change[kind] ?? { added: [], updated: [], removed: [] };
    change[kind] = part;
    if (before) part.updated.push({ from: now, to: before });
    else part.removed.push(now);
    if (!left.has(key))
      left.set(key, {
        kind,
        id,
        why: "breaks",
        fields: [],
        law: code,
        base: before ?? null,
        ours: before ?? null,
        theirs: now,
      });
  }
  return Object.keys(change).length > 0 ? (change as Change) : null;
}
