// What is decided on: the sets of several annotators with their comparison, and what of it has to be found again and again.
import type { Decision, DecisionMember } from "../../model/decision.ts";
import type { Id } from "../../model/id.ts";
import { records, type Table } from "../../model/table.ts";
import type { ComparedGroup, Comparison, ReviewedSet } from "../comparison.ts";

/** `annotators` and `sets` in the order of the members of the comparison's groups. */
export interface Review {
  readonly annotators: readonly Id[];
  readonly sets: readonly ReviewedSet[];
  readonly comparison: Comparison;
}

/** By number of the set: in which group each of its spans and cards is. */
export interface GroupIndex {
  readonly spans: readonly ReadonlyMap<Id, number>[];
  readonly cards: readonly ReadonlyMap<Id, number>[];
}

const indexes = new WeakMap<Comparison, GroupIndex>();

export function groupIndexOf({ comparison, annotators }: Review): GroupIndex {
  const known = indexes.get(comparison);
  if (known) return known;
  const index = {
    spans: annotators.map(() => new Map<Id, number>()),
    cards: annotators.map(() => new Map<Id, number>()),
  };
  for (const [number, { kind, members }] of comparison.groups.entries())
    for (const [at, id] of members.entries())
      if (id !== null) (kind === "span" ? index.spans : index.cards)[at]?.set(id, number);
  indexes.set(comparison, index);
  return index;
}

export const membersOf = ({ annotators }: Review, { members }: ComparedGroup): DecisionMember[] =>
  annotators.map((annotator, at) => ({ annotator, unit: members[at] ?? null }));

/** The decisions on a group: `exact` where it was decided on just these spans or cards; `others` where on some of them. */
export interface DecisionsOn {
  readonly exact: Decision | null;
  readonly others: readonly Decision[];
}

export interface DecisionIndex {
  on(group: ComparedGroup): DecisionsOn;
}

/** Where something was decided twice, as on two machines, the later decision counts. */
export function decisionIndexOf(review: Review, decisions: Table<Decision>): DecisionIndex {
  const { annotators } = review;
  const known = new Set(annotators);
  const byMember = new Map<string, Decision[]>();
  for (const decision of records(decisions))
    for (const { annotator, unit } of decision.members) {
      if (unit === null) continue;
      const key = keyOf(decision.about, annotator, unit);
      byMember.set(key, [...(byMember.get(key) ?? []), decision]);
    }
  /** How many of the members are those of annotators who are compared here. */
  const sizeHere = ({ members }: Decision): number =>
    members.filter(({ annotator, unit }) => unit !== null && known.has(annotator)).length;
  return {
    on(group) {
      const shared = new Map<Decision, number>();
      let size = 0;
      for (const [at, unit] of group.members.entries()) {
        if (unit === null) continue;
        size += 1;
        for (const decision of byMember.get(keyOf(group.kind, annotators[at] ?? "", unit)) ?? [])
          shared.set(decision, (shared.get(decision) ?? 0) + 1);
      }
      const found = [...shared].sort(([a], [b]) => later(a, b));
      const exact =
        found.find(([decision, count]) => count === size && sizeHere(decision) === size)?.[0] ?? null;
      return { exact, others: found.flatMap(([decision]) => (decision === exact ? [] : [decision])) };
    },
  };
}

const keyOf = (about: string, annotator: Id, unit: Id): string => `${about} ${annotator} ${unit}`;

const later = (a: Decision, b: Decision): number =>
  a.provenance.at === b.provenance.at ? (a.id < b.id ? 1 : -1) : a.provenance.at < b.provenance.at ? 1 : -1;
