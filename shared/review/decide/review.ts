// Holds what is decided on: the sets of several annotators with their comparison, and what of it has to be found again and again.
import type { Decision, DecisionMember } from "../../model/decision.ts";
import type { Id } from "../../model/id.ts";
import { memoize } from "../../model/memoize.ts";
import { records, type Table } from "../../model/table.ts";
import type { ComparedGroup, Comparison, ReviewedSet } from "../comparison.ts";

/** `annotators` and `sets` in the order of the members of the comparison's groups. */
export interface Review {
  readonly annotators: readonly Id[];
  /** Whose set stands for each of them: another's, who counts as them. Absent: their own. */
  readonly sources?: readonly Id[];
  /** The spans of those who are not compared, or whose set another of theirs stands for: what was decided on them too stands. */
  readonly beside?: ReadonlySet<Id>;
  readonly sets: readonly ReviewedSet[];
  readonly comparison: Comparison;
}

/** By number of the set: in which group each of its spans and cards is. */
interface GroupIndex {
  readonly spans: readonly ReadonlyMap<Id, number>[];
  readonly cards: readonly ReadonlyMap<Id, number>[];
}

export const groupIndexOf = ({ comparison, annotators }: Review): GroupIndex =>
  indexOfGroups(comparison, annotators);

const indexOfGroups = memoize((comparison: Comparison, annotators: readonly Id[]): GroupIndex => {
  const index = {
    spans: annotators.map(() => new Map<Id, number>()),
    cards: annotators.map(() => new Map<Id, number>()),
  };
  for (const [number, { kind, members }] of comparison.groups.entries())
    for (const [at, id] of members.entries())
      if (id !== null) (kind === "span" ? index.spans : index.cards)[at]?.set(id, number);
  return index;
});

const sourcesOf = ({ annotators, sources }: Review): readonly Id[] => sources ?? annotators;

/** The annotator under whom the set of this number was made. */
export const sourceAt = (review: Review, at: number): Id | null => sourcesOf(review)[at] ?? null;

/**
 * The number of the set that a decision means by an annotator: the one that is theirs, or stands for them unless the decision names its own
 * annotator beside them. `undefined` for one who is not compared here.
 */
export function columnOf(review: Review, { members }: Decision, annotator: Id): number | undefined {
  const sources = sourcesOf(review);
  const sourceColumn = sources.indexOf(annotator);
  if (sourceColumn >= 0) return sourceColumn;
  const at = review.annotators.indexOf(annotator);
  return at < 0 || members.some((member) => member.annotator === sources[at]) ? undefined : at;
}

export const membersOf = (review: Review, { members }: ComparedGroup): DecisionMember[] =>
  sourcesOf(review).map((annotator, at) => ({ annotator, unit: members[at] ?? null }));

/** What each set had when it was decided: of a person's annotators the one whose set is compared says it, else they themselves. */
function unitsHad(review: Review, { members }: Decision): readonly (Id | null)[] {
  const sources = sourcesOf(review);
  const had = new Map(members.map(({ annotator, unit }) => [annotator, unit]));
  return review.annotators.map((person, at) => {
    const source = sources[at] ?? person;
    return (had.has(source) ? had.get(source) : had.get(person)) ?? null;
  });
}

/** The decisions on a group: `exact` where it was decided on just these spans or cards; `others` where on some of them. */
interface DecisionsOn {
  readonly exact: Decision | null;
  readonly others: readonly Decision[];
}

export interface DecisionIndex {
  on(group: ComparedGroup): DecisionsOn;
}

const decisionIndexes = new WeakMap<
  Table<Decision>,
  { readonly review: Review; readonly index: DecisionIndex }
>();

/**
 * Where something was decided twice, as on two machines, the later decision counts. The same decisions on the same review are
 * looked through once.
 */
export function decisionIndexOf(review: Review, decisions: Table<Decision>): DecisionIndex {
  const cachedEntry = decisionIndexes.get(decisions);
  if (cachedEntry?.review === review) return cachedEntry.index;
  const index = newDecisionIndex(review, decisions);
  decisionIndexes.set(decisions, { review, index });
  return index;
}

function newDecisionIndex(review: Review, decisions: Table<Decision>): DecisionIndex {
  const ofUnits = () => review.annotators.map(() => new Map<Id, Decision[]>());
  const byMember = { span: ofUnits(), card: ofUnits() };
  /** How many of the members are those of annotators who are compared here. */
  const sizesHere = new Map<Decision, number>();
  for (const decision of records(decisions)) {
    const had = unitsHad(review, decision);
    sizesHere.set(decision, had.filter((unit) => unit !== null).length);
    for (const [column, unit] of had.entries()) {
      if (unit === null) continue;
      const units = byMember[decision.about][column];
      const unitDecisions = units?.get(unit);
      if (unitDecisions) unitDecisions.push(decision);
      else units?.set(unit, [decision]);
    }
  }
  const decisionsByGroup = new Map<ComparedGroup, DecisionsOn>();
  const decisionsOf = (group: ComparedGroup): DecisionsOn => {
    const shared = new Map<Decision, number>();
    let size = 0;
    for (const [at, unit] of group.members.entries()) {
      if (unit === null) continue;
      size += 1;
      for (const decision of byMember[group.kind][at]?.get(unit) ?? [])
        shared.set(decision, (shared.get(decision) ?? 0) + 1);
    }
    if (shared.size === 0) return nothing;
    const inOrder = [...shared].sort(([a], [b]) => laterDecision(a, b));
    const exact =
      inOrder.find(([decision, count]) => count === size && sizesHere.get(decision) === size)?.[0] ?? null;
    return { exact, others: inOrder.flatMap(([decision]) => (decision === exact ? [] : [decision])) };
  };
  return {
    on(group) {
      const groupDecisions = decisionsByGroup.get(group) ?? decisionsOf(group);
      decisionsByGroup.set(group, groupDecisions);
      return groupDecisions;
    },
  };
}

const nothing: DecisionsOn = { exact: null, others: [] };

/** The index after some groups were decided on anew, or opened again, and what was decided on them before is gone. */
export function indexAfter(
  before: DecisionIndex,
  decided: ReadonlyMap<ComparedGroup, Decision | null>,
  gone: ReadonlySet<Decision>,
): DecisionIndex {
  return {
    on(group) {
      const newDecision = decided.get(group);
      if (newDecision !== undefined) return { exact: newDecision, others: [] };
      const { exact, others } = before.on(group);
      if (!others.some((one) => gone.has(one)) && !(exact && gone.has(exact))) return { exact, others };
      return {
        exact: exact && gone.has(exact) ? null : exact,
        others: others.filter((one) => !gone.has(one)),
      };
    },
  };
}

/** The order in which decisions count: the latest first, and of one time the one with the greater id. */
export const laterDecision = (a: Decision, b: Decision): number =>
  a.provenance.at === b.provenance.at ? (a.id < b.id ? 1 : -1) : a.provenance.at < b.provenance.at ? 1 : -1;
