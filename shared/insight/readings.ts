// Gathers what is counted at once: the articles of a scope; or, by annotator, those that all of them annotated, once for each of them, so that what
// differs between their figures is how they read the same articles.
import { isPerson } from "../model/curation.ts";
import type { Id } from "../model/id.ts";
import { commonArticles, type PersonWithArticles, usualPeople } from "../review/common-articles.ts";
import { oneSetEach, personOf } from "../review/one-person.ts";
import { type Message, message } from "../words/message.ts";
import type { CountedArticle } from "./counted-article.ts";
import type { GroupKey, InsightGrouping } from "./groupings.ts";
import { type CountContext, type InsightMeasure, sumOf } from "./measure.ts";
import {
  articlesIn,
  countContext,
  type IndexedProject,
  type InsightScope,
  isWanted,
  withoutDuplicates,
} from "./scope.ts";

/** Articles as one annotator has them, or as the scope says whose sets count. */
export interface ScopeReading {
  /** Whose they are, as the figures name them; empty where nobody is told apart. */
  readonly by: GroupKey["by"];
  readonly articles: readonly CountedArticle[];
  /** Without the statements that the policy of duplicates passes over. */
  readonly distinct: readonly CountedArticle[];
  readonly context: CountContext;
}

/** A reading of a project, and what it leaves out. */
export interface CountedReading extends ScopeReading {
  /** How many cards do not count since they begin in a stretch that is left out of the analysis. */
  readonly excludedCards: number;
}

/** Annotators, and the articles that all of them annotated. */
export interface CommonArticles {
  readonly annotators: readonly { readonly id: Id; readonly name: string }[];
  readonly articles: readonly { readonly id: Id; readonly title: string }[];
}

type ReadingsIn =
  | {
      readonly ok: true;
      readonly readings: readonly CountedReading[];
      /** How many articles that the filter lets through nobody chosen has a set of, or not all have. */
      readonly leftOut: number;
      /** Articles that are curated in part, where curated sets are chosen. */
      readonly curatedInPart: number;
      /** Those of all readings together. */
      readonly excludedCards: number;
      /** By annotator: whose figures are told apart. */
      readonly common: CommonArticles | null;
    }
  | { readonly ok: false; readonly problem: Message };

/** The articles of a reading that a measure counts. */
export const countedBy = ({ heedsDuplicates }: InsightMeasure, { articles, distinct }: ScopeReading) =>
  heedsDuplicates ? distinct : articles;

export function readingsIn(
  project: IndexedProject,
  scope: InsightScope,
  groupings: readonly InsightGrouping[],
): ReadingsIn {
  if (groupings.some(({ level }) => level === "annotator")) return byAnnotator(project, scope);
  const scoped = articlesIn(project, scope);
  if (!scoped.ok) return scoped;
  const { articles, leftOut, curatedInPart, excludedCards } = scoped;
  const readings = [{ ...readingOf(articles, scope, {}), excludedCards }];
  return { ok: true, readings, leftOut, curatedInPart, excludedCards, common: null };
}

/** The articles as they are counted by a scope. */
export const readingOf = (
  articles: readonly CountedArticle[],
  scope: InsightScope,
  by: GroupKey["by"],
): ScopeReading => ({
  ...{ by, articles },
  distinct: withoutDuplicates(articles, scope.duplicates),
  context: countContext(scope, articles),
});

function byAnnotator(project: IndexedProject, scope: InsightScope): ReadingsIn {
  const wanted = project.parts.filter((part) => isWanted(part, scope.filter));
  const people = peopleOf({ ...project, parts: wanted });
  const person = personOf(project.annotators);
  const asked = scope.sets.of === "people" ? [...new Set(scope.sets.ids.map(person))] : usualPeople(people);
  const readers = asked.map((id) => people.find((one) => one.id === id) ?? { id, articles: [] });
  const nameOf = (id: Id): string => project.annotators.find((one) => one.id === id)?.name ?? id;
  const annotators = asked.map((id) => ({ id, name: nameOf(id) }));
  const shared = new Set(readers.length < 2 ? [] : commonArticles(readers));
  if (shared.size === 0) {
    const names = annotators.map(({ name }) => name).join(", ");
    return { ok: false, problem: message("insight.nothing-in-common", { count: asked.length, names }) };
  }
  const parts = wanted.filter(({ id }) => shared.has(id));
  const readings: CountedReading[] = [];
  for (const { id, name } of annotators) {
    const scoped = articlesIn({ ...project, parts }, { ...scope, sets: { of: "person", id } });
    if (!scoped.ok) return scoped;
    const { articles, excludedCards } = scoped;
    readings.push({ ...readingOf(articles, scope, { annotator: name, annotatorId: id }), excludedCards });
  }
  const articles = parts.map(({ id, title }) => ({ id, title }));
  const leftOut = wanted.length - parts.length;
  const excludedCards = sumOf(readings, (reading) => reading.excludedCards);
  return { ok: true, readings, leftOut, curatedInPart: 0, excludedCards, common: { annotators, articles } };
}

/** Who annotated, in the order of the project, each person once, with the articles of which they have a set. */
function peopleOf({
  annotators,
  parts,
}: Pick<IndexedProject, "annotators" | "parts">): readonly PersonWithArticles[] {
  const person = personOf(annotators);
  const known = annotators.filter(isPerson).map(({ id }) => person(id));
  const articlesById = new Map<Id, Id[]>(known.map((id) => [id, []]));
  for (const { id: article, sets } of parts) {
    const each = oneSetEach(
      sets.map((set) => ({ set })),
      person,
    );
    for (const { set } of each) articlesById.get(set.annotatorId)?.push(article);
  }
  return Array.from(articlesById, ([id, articles]) => ({ id, articles })).filter(
    ({ articles }) => articles.length > 0,
  );
}
