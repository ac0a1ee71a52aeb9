// Sets of articles that a project's people share: a filter under a name, or articles picked by hand, which is a filter too. A set asks only
// what is the same for everybody, so that a figure over it is.
import {
  type ArticleFacts,
  type ArticleFilter,
  activeConditions,
  everyArticle,
  matches,
} from "./article-filter.ts";
import { isEmptyRecords, type RecordsChange } from "./change.ts";
import { foldedName } from "./folded-name.ts";
import type { Id } from "./id.ts";
import { sameValue } from "./same-value.ts";

/** Conditions that every person answers alike; the others are about one's own work. */
export const sharedConditions = [
  "words",
  "work",
  "assigned",
  "annotated",
  "publishers",
  "tags",
  "from",
  "to",
  "articles",
] as const satisfies readonly (keyof ArticleFilter)[];

/** The conditions that ask anything. */
export type SharedFilter = Partial<Pick<ArticleFilter, (typeof sharedConditions)[number]>>;

export interface ArticleSet {
  readonly id: Id;
  readonly name: string;
  readonly filter: SharedFilter;
}

/** What a set asks, of all conditions that there are. */
export const filterOfSet = ({ filter }: Pick<ArticleSet, "filter">): ArticleFilter => ({
  ...everyArticle,
  ...filter,
});

/** What a set can ask of an article. */
export type SharedFacts = Omit<ArticleFacts, "state" | "gaps" | "hasNote">;

export const isInSet = (set: Pick<ArticleSet, "filter">, facts: SharedFacts): boolean =>
  matches(filterOfSet(set), { ...facts, state: "new", gaps: 0, hasNote: false });

/** What a filter asks that no set can, since it is about one person's own work. */
export const personalConditions = (filter: ArticleFilter): readonly (keyof ArticleFilter)[] =>
  activeConditions(filter).filter((name) => !sharedConditions.some((one) => one === name));

/** The conditions of a filter that ask anything, for a set. */
export const sharedFilter = (filter: ArticleFilter): SharedFilter =>
  Object.fromEntries(
    sharedConditions
      .filter((name) => activeConditions(filter).includes(name))
      .map((name) => [name, filter[name]]),
  ) as SharedFilter;

/** The set of this name, however it is written, or of this id; several of one name come from two machines. */
export const setsNamed = (sets: readonly ArticleSet[], wanted: string): readonly ArticleSet[] => {
  const byId = sets.filter(({ id }) => id === wanted);
  return byId.length > 0 ? byId : sets.filter(({ name }) => foldedName(name) === foldedName(wanted));
};

export type ArticleSetsChange = RecordsChange<ArticleSet>;

/** What leads from these sets to those. */
export function articleSetsBetween(
  before: readonly ArticleSet[],
  after: readonly ArticleSet[],
): ArticleSetsChange {
  const earlierById = new Map(before.map((set) => [set.id, set]));
  const laterIds = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !earlierById.has(id)),
    updated: after.flatMap((to) => {
      const from = earlierById.get(to.id);
      return from && !sameValue(from, to) ? [{ from, to }] : [];
    }),
    removed: before.filter(({ id }) => !laterIds.has(id)),
  };
}

/** What of a change still changes something; `null` where nothing does. A set that somebody has changed since stays as it is. */
export function fittingArticleSets(
  sets: readonly ArticleSet[],
  { added, updated, removed }: ArticleSetsChange,
): ArticleSetsChange | null {
  const setsById = new Map(sets.map((set) => [set.id, set]));
  const stands = (set: ArticleSet): boolean => sameValue(setsById.get(set.id), set);
  const fitting = {
    added: added.filter(({ id }) => !setsById.has(id)),
    updated: updated.filter(({ from, to }) => stands(from) && from.id === to.id),
    removed: removed.filter(stands),
  };
  return isEmptyRecords(fitting) ? null : fitting;
}

/** The sets after a change that fits. */
export function withArticleSets(
  sets: readonly ArticleSet[],
  { added, updated, removed }: ArticleSetsChange,
): readonly ArticleSet[] {
  const removedIds = new Set(removed.map(({ id }) => id));
  const updatedById = new Map(updated.map(({ to }) => [to.id, to]));
  return [
    ...sets.filter(({ id }) => !removedIds.has(id)).map((set) => updatedById.get(set.id) ?? set),
    ...added,
  ];
}
