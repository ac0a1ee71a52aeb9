// An assignment: who is to annotate which article. An agreement among people: it hinders nobody from annotating anything.
import type { Id } from "./id.ts";
import { sameValue } from "./same-value.ts";

/** An article and a person. */
export interface Pair {
  readonly article: Id;
  readonly annotator: Id;
}

export interface Assignment extends Pair {
  /** When it was assigned, and by whom. */
  readonly at: string;
  readonly by: Id;
  /** What the draw began from that it came out of; absent for what somebody chose. */
  readonly seed?: string;
}

/** What changed in who is to annotate what: whole records, so that what is taken back is as it was. */
export interface AssignmentsChange {
  readonly added: readonly Assignment[];
  readonly removed: readonly Assignment[];
}

const keyOf = ({ article, annotator }: Pair): string => `${article} ${annotator}`;

/** What of the change still changes something; `null` where nothing does. Only the very ones that it names are removed. */
export function fittingAssignments(
  before: readonly Assignment[],
  { added, removed }: AssignmentsChange,
): AssignmentsChange | null {
  const currentByKey = new Map(before.map((one) => [keyOf(one), one]));
  const fittingRemovals = removed.filter((one) => sameValue(currentByKey.get(keyOf(one)), one));
  for (const assignment of fittingRemovals) currentByKey.delete(keyOf(assignment));
  const fittingAdditions = added.filter((one) => !currentByKey.has(keyOf(one)));
  return fittingAdditions.length + fittingRemovals.length === 0
    ? null
    : { added: fittingAdditions, removed: fittingRemovals };
}

/** With the new ones behind those there are, each pair once, and without those released. */
export function reassigned(
  before: readonly Assignment[],
  assign: readonly Assignment[],
  release: readonly Pair[],
): readonly Assignment[] {
  const releasedKeys = new Set(release.map(keyOf));
  const assignmentsByKey = new Map(
    before.filter((one) => !releasedKeys.has(keyOf(one))).map((one) => [keyOf(one), one]),
  );
  for (const assignment of assign)
    if (!assignmentsByKey.has(keyOf(assignment))) assignmentsByKey.set(keyOf(assignment), assignment);
  return [...assignmentsByKey.values()];
}
