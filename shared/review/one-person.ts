// One person under several annotators: what somebody said of it is kept with the annotators, and review counts them as one. The sets
// themselves stay as they are, under their own annotators, so that it can be taken back at any time.
import type { AnnotationSetJson } from "../model/annotation-set.ts";
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
    for (let next = parents.get(at); next !== undefined && next !== at; next = parents.get(at)) at = next;
    return at;
  };
  for (const { id, kind, sameAs } of annotators) {
    const other = annotators.find((one) => one.id === sameAs);
    if (other && !kind && !other.kind) parents.set(rootOf(id), rootOf(other.id));
  }
  const groups = new Map<Id, Annotator[]>();
  for (const annotator of annotators) {
    const root = rootOf(annotator.id);
    groups.set(root, [...(groups.get(root) ?? []), annotator]);
  }
  const persons = new Map<Id, Id>();
  for (const group of groups.values()) {
    const first = group.find(({ sameAs }) => sameAs === undefined) ?? group[0];
    for (const { id } of group) persons.set(id, first?.id ?? id);
  }
  return (id) => persons.get(id) ?? id;
}

/** Those who are counted as somebody else, by who that is. */
export function countedAs(annotators: readonly Annotator[]): ReadonlyMap<Id, readonly Annotator[]> {
  const person = personOf(annotators);
  const found = new Map<Id, Annotator[]>();
  for (const annotator of annotators) {
    const id = person(annotator.id);
    if (id !== annotator.id) found.set(id, [...(found.get(id) ?? []), annotator]);
  }
  return found;
}

/** The sets with one of each person, under the annotator that they are counted as; where several are there, that annotator's own, else the first. */
export function oneSetEach<T extends { readonly set: AnnotationSetJson }>(
  sets: readonly T[],
  person: PersonOf,
): readonly T[] {
  const found = new Map<Id, T>();
  for (const one of sets) {
    const { annotatorId } = one.set;
    const id = person(annotatorId);
    if (id === annotatorId || !found.has(id)) found.set(id, one);
  }
  return [...found].map(([id, one]) =>
    one.set.annotatorId === id ? one : { ...one, set: { ...one.set, annotatorId: id } },
  );
}

/**
 * The annotators once it was answered whether these two are one person. `first`: who is counted where it is one of them; otherwise
 * it is who comes first. Says nothing of the two any more where the answer is `null`.
 */
export function withAnswer(
  annotators: readonly Annotator[],
  people: readonly [Id, Id],
  answer: SamePersonAnswer,
  first: Id | null,
): readonly Annotator[] {
  const cleared = annotators.map((one): Annotator => {
    const other = people[0] === one.id ? people[1] : people[1] === one.id ? people[0] : null;
    if (other === null) return one;
    const { sameAs, notSameAs = [], ...rest } = one;
    const others = notSameAs.filter((id) => id !== other);
    return {
      ...rest,
      ...(sameAs !== undefined && sameAs !== other && { sameAs }),
      ...(others.length > 0 && { notSameAs: others }),
    };
  });
  if (answer === null) return cleared;
  const person = personOf(cleared);
  const order = (id: Id): number => cleared.findIndex((one) => one.id === id);
  const [one, other] = [...people].sort((a, b) => order(a) - order(b)) as [Id, Id];
  if (answer === "different")
    return cleared.map((person) =>
      person.id === one ? { ...person, notSameAs: [...(person.notSameAs ?? []), other] } : person,
    );
  const [a, b] = [person(one), person(other)];
  if (a === b) return cleared;
  const [counted, doubled] = b === first ? [b, a] : [a, b];
  return cleared.map((one) => (one.id === doubled ? { ...one, sameAs: counted } : one));
}
