// One person under several annotators: what somebody said of it is kept with the annotators, and review counts them as one. The sets
// themselves stay as they are, under their own annotators, so that it can be taken back at any time.

import type { AnnotationSetJson } from "../model/annotation-set.ts";
import { isPerson } from "../model/curation.ts";
import type { Id } from "../model/id.ts";
import type { Annotator } from "../model/project.ts";

/** What somebody answered: one person, two people, or nothing yet. */
export type SamePersonAnswer = "same" | "different" | null;

/** By which annotator each is counted: themselves, where nobody said otherwise. */
export type PersonOf = (annotator: Id) => Id;

/**
 * The first in the order of the project is who the others are counted as, but for those that were said to be somebody else. What
 * two machines said in opposite directions, or of somebody who is not here any more, harms nothing.
 */
export function personOf(annotators: readonly Annotator[]): PersonOf {
  const parents = new Map<Id, Id>(annotators.map(({ id }) => [id, id]));
  const rootOf = (id: Id): Id => {
    let at = id;
    for (let parent = parents.get(at); parent !== undefined && parent !== at; parent = parents.get(at))
      at = parent;
    return at;
  };
  for (const annotator of annotators) {
    const { id, sameAs } = annotator;
    const sameAnnotator = annotators.find((another) => another.id === sameAs);
    if (sameAnnotator && isPerson(annotator) && isPerson(sameAnnotator))
      parents.set(rootOf(id), rootOf(sameAnnotator.id));
  }
  const groups = new Map<Id, Annotator[]>();
  for (const annotator of annotators) {
    const root = rootOf(annotator.id);
    groups.set(root, [...(groups.get(root) ?? []), annotator]);
  }
  const persons = new Map<Id, Id>();
  for (const group of groups.values()) {
    const mainAnnotator = group.find(({ sameAs }) => sameAs === undefined) ?? group[0];
    for (const { id } of group) persons.set(id, mainAnnotator?.id ?? id);
  }
  return (id) => persons.get(id) ?? id;
}

/** Those who are counted as somebody else, by who that is. */
export function countedAs(annotators: readonly Annotator[]): ReadonlyMap<Id, readonly Annotator[]> {
  const person = personOf(annotators);
  const annotatorsByPerson = new Map<Id, Annotator[]>();
  for (const annotator of annotators) {
    const id = person(annotator.id);
    if (id !== annotator.id) annotatorsByPerson.set(id, [...(annotatorsByPerson.get(id) ?? []), annotator]);
  }
  return annotatorsByPerson;
}

/** What counts of the sets of one article, and what is there beside it of the same people. */
interface CountedSets<T> {
  /** Of each person those of one annotator: who they are counted as, unless that set is empty and another is not; else the first. */
  readonly counted: readonly T[];
  /** What others of the same person marked: somebody should know that it does not count. */
  readonly passedOver: readonly T[];
}

/** A set, or whether anything is in it. */
type CountableSet =
  | Pick<AnnotationSetJson, "annotatorId" | "spans" | "attributions" | "exclusions">
  | { readonly annotatorId: Id; readonly hasWork: boolean };

export function countedSets<T extends { readonly set: CountableSet }>(
  sets: readonly T[],
  person: PersonOf,
): CountedSets<T> {
  const annotatorOf = new Map<Id, Id>();
  for (const isIn of [isTheirOwn, hasWork, isOfThemselves, () => true])
    for (const { set } of sets) {
      const id = person(set.annotatorId);
      if (!annotatorOf.has(id) && isIn(set, id)) annotatorOf.set(id, set.annotatorId);
    }
  const isCounted = ({ set: { annotatorId } }: T): boolean =>
    annotatorOf.get(person(annotatorId)) === annotatorId;
  return {
    counted: sets.filter(isCounted),
    passedOver: sets.filter((one) => !isCounted(one) && hasWork(one.set)),
  };
}

export const hasWork = (set: CountableSet): boolean =>
  "hasWork" in set ? set.hasWork : set.spans.length + set.attributions.length + set.exclusions.length > 0;

const isOfThemselves = ({ annotatorId }: CountableSet, person: Id): boolean => annotatorId === person;

const isTheirOwn = (set: CountableSet, person: Id): boolean => isOfThemselves(set, person) && hasWork(set);

/** The counted sets under the annotator that each person is counted as. */
export const oneSetEach = <T extends { readonly set: CountableSet }>(
  sets: readonly T[],
  person: PersonOf,
): readonly T[] =>
  countedSets(sets, person).counted.map((one) => {
    const id = person(one.set.annotatorId);
    return one.set.annotatorId === id ? one : { ...one, set: { ...one.set, annotatorId: id } };
  });

/**
 * The annotators once it was answered whether these two are one person. `first`: who is counted where it is one of them; otherwise
 * it is who comes first. Where they are two, or nothing is said any more (`null`), whoever of them is not the person leaves the
 * group, of two who both are not the later one; everybody else stays as they are. A group is kept as a star: all of it point to who
 * is counted, so that nobody's leaving parts the others.
 */
export function withAnswer(
  annotators: readonly Annotator[],
  people: readonly [Id, Id],
  answer: SamePersonAnswer,
  first: Id | null,
): readonly Annotator[] {
  const order = (id: Id): number => annotators.findIndex((one) => one.id === id);
  const [one, other] = [...people].sort((a, b) => order(a) - order(b)) as [Id, Id];
  if (answer === "same") return asOne(annotators, [one, other], first);
  const person = personOf(annotators);
  const leaving = person(one) !== person(other) ? null : person(other) === other ? one : other;
  const apart = leaving === null ? annotators : withoutMember(annotators, leaving);
  if (answer === null) return unanswered(apart, [one, other]);
  return apart.map((annotator) => {
    const { id, notSameAs = [] } = annotator;
    return id === one && !notSameAs.includes(other)
      ? { ...annotator, notSameAs: [...notSameAs, other] }
      : annotator;
  });
}

function asOne(
  annotators: readonly Annotator[],
  people: readonly [Id, Id],
  first: Id | null,
): readonly Annotator[] {
  const person = personOf(annotators);
  const order = (id: Id): number => annotators.findIndex((one) => one.id === id);
  const [a, b] = people.map(person).sort((one, other) => order(one) - order(other)) as [Id, Id];
  const counted = b === first ? b : a;
  return unanswered(annotators, people).map((one) =>
    [a, b].includes(person(one.id)) ? pointing(one, counted) : one,
  );
}

/** The others of the group stay with who is counted. */
function withoutMember(annotators: readonly Annotator[], leaving: Id): readonly Annotator[] {
  const person = personOf(annotators);
  const counted = person(leaving);
  return annotators.map((one) =>
    person(one.id) === counted ? pointing(one, one.id === leaving ? leaving : counted) : one,
  );
}

function pointing(annotator: Annotator, counted: Id): Annotator {
  const { sameAs: _before, ...rest } = annotator;
  return annotator.id === counted ? rest : { ...rest, sameAs: counted };
}

/** Without what was said of the two being different, by whichever of their annotators it is kept. */
function unanswered(annotators: readonly Annotator[], people: readonly [Id, Id]): readonly Annotator[] {
  const person = personOf(annotators);
  const [a, b] = people.map(person);
  const isAbout = (one: Id, other: Id): boolean =>
    (person(one) === a && person(other) === b) || (person(one) === b && person(other) === a);
  return annotators.map((annotator) => {
    const { notSameAs, ...rest } = annotator;
    const others = notSameAs?.filter((id) => !isAbout(annotator.id, id));
    if (!others || others.length === notSameAs?.length) return annotator;
    return others.length > 0 ? { ...rest, notSameAs: others } : rest;
  });
}
