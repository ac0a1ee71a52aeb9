// The conflicts of a comparison in the order in which they are decided: those that differ in the smallest thing first, each at
// its place of the text; and what all have alike, to be accepted together, but for a sample that somebody looks at all the same.
import { type Decision, isSettled } from "../model/decision.ts";
import type { Table } from "../model/table.ts";
import { type ComparedGroup, isAgreed } from "./comparison.ts";
import { decisionIndexOf, type Review } from "./decide/review.ts";
import { aspects, type Difference } from "./difference.ts";

export type ConflictState = "open" | "decided" | "unsure";

export interface Conflict {
  /** The number of its group in the comparison. */
  readonly group: number;
  readonly state: ConflictState;
  /** What was decided; of an open one what was decided before its spans or cards became others. */
  readonly decision: Decision | null;
  /** The smallest thing that it differs in beyond what the policies pass over; `null` where all have it alike. */
  readonly differs: Difference | null;
}

export interface Queue {
  readonly conflicts: readonly Conflict[];
  /** What all annotators have alike, in reading order. */
  readonly agreed: readonly Conflict[];
}

/** The same groups always come in the same order, whatever was decided on them. */
export function queueOf(review: Review, decisions: Table<Decision>): Queue {
  const index = decisionIndexOf(review, decisions);
  const all = review.comparison.groups.map((group, number): Conflict => {
    const { exact, others } = index.on(group);
    const state = !exact ? "open" : isSettled(exact) ? "decided" : "unsure";
    return { group: number, state, decision: exact ?? others[0] ?? null, differs: smallest(group) };
  });
  const rank = ({ differs }: Conflict): number => (differs ? aspects.indexOf(differs.aspect) : -1);
  return {
    conflicts: all
      .filter(({ differs }) => differs !== null)
      .sort((a, b) => rank(a) - rank(b) || a.group - b.group),
    agreed: all.filter(({ differs }) => differs === null),
  };
}

const smallest = ({ differences }: ComparedGroup): Difference | null =>
  differences.find(({ isPassed }) => !isPassed) ?? null;

/** What a decision says that a group differed in. */
export const aspectsOf = ({ differences }: ComparedGroup): string[] =>
  differences.map(({ aspect, field }) => (field === undefined ? aspect : `field:${field}`));

/**
 * Those who have it and say the same in everything: the most there are, and among as many those with the first of the
 * annotators. By number of the annotator.
 */
export function supportersOf({ members, differences }: ComparedGroup): readonly number[] {
  const said = new Map<string, number[]>();
  for (const [at, unit] of members.entries()) {
    if (unit === null) continue;
    const key = differences.map(({ classes }) => classes[at] ?? "").join(" ");
    said.set(key, [...(said.get(key) ?? []), at]);
  }
  return [...said.values()].reduce<readonly number[]>(
    (best, one) => (one.length > best.length ? one : best),
    [],
  );
}

/** Undecided conflicts and agreements that so many annotators have just the same, or under the policies where all have it. */
export function supportedBy(review: Review, { conflicts, agreed }: Queue, threshold: number): Conflict[] {
  const all = review.annotators.length;
  return [...agreed, ...conflicts]
    .filter(({ group: number, state }) => {
      const group = review.comparison.groups[number];
      if (!group || state !== "open") return false;
      const isWhole = group.members.every((unit) => unit !== null) && isAgreed(group, "lenient");
      return (isWhole ? all : supportersOf(group).length) >= threshold;
    })
    .sort((a, b) => a.group - b.group);
}

/** The share (0 to 1) of these that is looked at by somebody, rounded up; the same seed always chooses the same. */
export function auditSample(
  review: Review,
  conflicts: readonly Conflict[],
  share: number,
  seed: string,
): Conflict[] {
  const drawn = conflicts.map((conflict) => {
    const members = review.comparison.groups[conflict.group]?.members ?? [];
    return { conflict, lot: lotOf(`${seed}\n${members.join(" ")}`) };
  });
  drawn.sort((a, b) => a.lot - b.lot || a.conflict.group - b.conflict.group);
  return drawn
    .slice(0, Math.ceil(conflicts.length * Math.min(1, Math.max(0, share))))
    .map(({ conflict }) => conflict)
    .sort((a, b) => a.group - b.group);
}

/** FNV-1a, its bits mixed once more, as a number from 0 on. */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
