// Who is to annotate which article. An agreement among people: it hinders nobody from annotating anything.
import type { Id } from "./id.ts";

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

/** With the new ones behind those there are, each pair once, and without those released. */
export function reassigned(
  before: readonly Assignment[],
  assign: readonly Assignment[],
  release: readonly Pair[],
): readonly Assignment[] {
  const key = ({ article, annotator }: Pair): string => `${article} ${annotator}`;
  const gone = new Set(release.map(key));
  const kept = new Map(before.filter((one) => !gone.has(key(one))).map((one) => [key(one), one]));
  for (const one of assign) if (!kept.has(key(one))) kept.set(key(one), one);
  return [...kept.values()];
}
