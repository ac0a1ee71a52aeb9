// Who is to annotate which article. An agreement among people: it hinders nobody from annotating anything.
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
  const here = new Map(before.map((one) => [keyOf(one), one]));
  const left = removed.filter((one) => sameValue(here.get(keyOf(one)), one));
  for (const one of left) here.delete(keyOf(one));
  const come = added.filter((one) => !here.has(keyOf(one)));
  return come.length + left.length === 0 ? null : { added: come, removed: left };
}

/** With the new ones behind those there are, each pair once, and without those released. */
export function reassigned(
  before: readonly Assignment[],
  assign: readonly Assignment[],
  release: readonly Pair[],
): readonly Assignment[] {
  const gone = new Set(release.map(keyOf));
  const kept = new Map(before.filter((one) => !gone.has(keyOf(one))).map((one) => [keyOf(one), one]));
  for (const one of assign) if (!kept.has(keyOf(one))) kept.set(keyOf(one), one);
  return [...kept.values()];
}
