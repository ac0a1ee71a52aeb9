// A comparison of several annotators' sets: groups of spans and cards that are the same one, with their differences.
import type { AnnotationSet } from "../model/annotation-set.ts";
import type { ArticleText } from "../model/article-text.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import type { Range } from "../model/range.ts";
import type { Table } from "../model/table.ts";
import type { Tagset } from "../model/tagset.ts";
import { type Message, message } from "../words/message.ts";
import type { Difference } from "./difference.ts";
import type { EdgePolicy } from "./edge-policies.ts";

/** A set with the registry that its mentions point into. */
export interface ReviewedSet {
  readonly set: AnnotationSet;
  readonly entities: Table<Entity>;
}

export interface ComparedGroup {
  readonly kind: "span" | "card";
  /** By annotator: the id of their span or card; `null` for one who has none. */
  readonly members: readonly (Id | null)[];
  /** What its units cover together; `null` for a card of which nothing is marked. */
  readonly place: Range | null;
  /** Empty where all say the same; the smallest first. */
  readonly differences: readonly Difference[];
}

export interface Comparison {
  /** In reading order; of one place the spans first. */
  readonly groups: readonly ComparedGroup[];
  /** Whether the alignment is proven to be the best (see `align`). */
  readonly isExact: boolean;
}

export interface CompareOptions {
  readonly article: ArticleText;
  readonly tagset: Tagset;
  readonly policies: readonly EdgePolicy[];
}

/** Which group each span and each card of a set is in, by the number of the set. */
export interface GroupNumbers {
  readonly spans: readonly ReadonlyMap<Id, number>[];
  readonly cards: readonly ReadonlyMap<Id, number>[];
}

/** True where nobody differs, or only in what the policies pass over. */
export const isAgreed = ({ differences }: ComparedGroup, how: "strict" | "lenient"): boolean =>
  differences.every(({ isPassed }) => how === "lenient" && isPassed);

/** What a decision says that a group differed in. */
export const aspectsOf = ({ differences }: ComparedGroup): string[] =>
  differences.map(({ aspect, field }) => (field === undefined ? aspect : `field:${field}`));

/**
 * Those who have it and say the same in everything: the most there are, and among as many those with the first of the
 * annotators. By number of the annotator.
 */
export function supportersOf({
  members,
  differences,
}: Pick<ComparedGroup, "members" | "differences">): readonly number[] {
  const supportersByAnswer = new Map<string, number[]>();
  for (const [at, unit] of members.entries()) {
    if (unit === null) continue;
    const key = differences.map(({ classes }) => classes[at] ?? "").join(" ");
    supportersByAnswer.set(key, [...(supportersByAnswer.get(key) ?? []), at]);
  }
  return [...supportersByAnswer.values()].reduce<readonly number[]>(
    (best, one) => (one.length > best.length ? one : best),
    [],
  );
}

/**
 * Who has a unit that not everybody has, said by the smaller side: “only A”, or “not C”. `names`: of the members, in their order. `list`: as
 * a list in the language of the words.
 */
export function presenceOf(
  { members }: Pick<ComparedGroup, "members">,
  names: readonly string[],
  list: (names: readonly string[]) => string,
): Message {
  const having = names.filter((_name, at) => members[at] !== null);
  const lacking = names.filter((_name, at) => members[at] === null);
  return having.length > lacking.length
    ? message("review.not-people", { people: list(lacking) })
    : message("review.only-people", { people: list(having) });
}
