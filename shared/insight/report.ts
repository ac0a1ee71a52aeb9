// The figures of a project: measures by groups, each with its numerator, denominator, n, unknown and interval, and what they were counted by.
import type { Id } from "../model/id.ts";
import type { Work, WorkProgress } from "../model/work.ts";
import { type Message, message } from "../words/message.ts";
import type { CountedArticle } from "./counted-article.ts";
import type { GroupKey, InsightGrouping } from "./groupings.ts";
import { groupsOfArticles, inOrder, mostFrequentSources, mostGroups, selectionsOf } from "./groups.ts";
import { intervalOverArticles } from "./interval.ts";
import type { CountContext, CountedUnit, InsightMeasure, Selection } from "./measure.ts";
import { askedFigures, groupingsOf } from "./query.ts";
import {
  articlesIn,
  countContext,
  type IndexedProject,
  type InsightScope,
  withoutDuplicates,
} from "./scope.ts";
import { type CountedFigure, type SparseCount, sparseCount } from "./sparse-count.ts";

export interface InsightQuery {
  /** Ids, in the order in which figures are listed; none: all. */
  readonly measures: readonly string[];
  /** Ids of groupings. */
  readonly by: readonly string[];
  readonly scope: InsightScope;
  readonly seed: number;
  /** Pairs are counted of so many sources only, those that appear in the most articles; absent: of all. */
  readonly pairSources?: number | undefined;
}

export interface InsightGroup extends CountedFigure {
  readonly by: GroupKey["by"];
}

export interface MeasuredInsight {
  readonly id: string;
  readonly unit: CountedUnit;
  readonly groups: readonly InsightGroup[];
  readonly scope: {
    readonly articles: number;
    /** Articles that nobody chosen has a set of. */
    readonly leftOut: number;
  } & Omit<InsightScope, "duplicates">;
  readonly policy: InsightScope["duplicates"];
  readonly seed: number;
  /** Of how many sources at most the pairs are; absent: of all, or it is no measure of pairs. */
  readonly pairSources?: number;
}

export type InsightReport =
  | { readonly ok: true; readonly measures: readonly MeasuredInsight[] }
  | { readonly ok: false; readonly problem: Message };

/** Measures a project, measure by measure. */
export function* insightReport(
  project: IndexedProject,
  { measures: ids, by, scope, seed, pairSources }: InsightQuery,
): Work<InsightReport> {
  const asked = askedFigures(project, { measures: ids, by });
  if (!asked.ok) return asked;
  const { measures, groupings } = asked;
  const scoped = articlesIn(project, scope);
  if (!scoped.ok) return scoped;
  const distinct = withoutDuplicates(scoped.articles, scope.duplicates);
  const context = countContext(scope, scoped.articles);
  const among = pairSources === undefined ? null : mostFrequentSources(scoped.articles, pairSources);
  const measured: MeasuredInsight[] = [];
  for (const measure of measures) {
    const articles = measure.heedsDuplicates ? distinct : scoped.articles;
    const progress = { done: measured.length, of: measures.length };
    const groups = yield* groupsOf(measure, groupingsOf(measure, groupings), {
      ...{ articles, context, seed, progress, among },
    });
    if (!groups) return { ok: false, problem: message("insight.too-many-groups") };
    const { duplicates, ...rest } = scope;
    measured.push({
      ...{ id: measure.id, unit: measure.unit, groups, seed },
      scope: { articles: articles.length, leftOut: scoped.leftOut, ...rest },
      policy: measure.heedsDuplicates ? duplicates : "all",
      ...(measure.alwaysBy === "pair" && pairSources !== undefined && { pairSources }),
    });
  }
  return { ok: true, measures: measured };
}

interface Counting {
  readonly articles: readonly CountedArticle[];
  readonly context: CountContext;
  readonly seed: number;
  readonly progress: WorkProgress;
  /** The sources of which pairs are counted; `null`: all. */
  readonly among: ReadonlySet<Id> | null;
}

/** Groups that are counted before others have their turn. */
const groupsInTurn = 50;

/** `null` where dates lie too far apart for bins. */
function* groupsOf(
  measure: InsightMeasure,
  groupings: readonly InsightGrouping[],
  { articles, context, seed, progress, among }: Counting,
): Work<readonly InsightGroup[] | null> {
  yield progress;
  const articleGroups = groupsOfArticles(articles, groupings);
  if (!articleGroups) return null;
  const selections = selectionsOf(articles, groupings, among);
  if (articleGroups.length * selections.length > mostGroups) return null;
  const isBySource = groupings.some(({ level }) => level === "source" || level === "pair");
  const groups: InsightGroup[] = [];
  for (const group of articleGroups) {
    const countSource: SparseCount | null =
      measure.tally && isBySource ? sparseCount(measure.tally, group.articles, { context, seed }) : null;
    for (const { by, selection, foundIn } of selections) {
      const speaking = foundIn?.();
      const figures =
        (speaking && countSource?.(selection, speaking)) ??
        countEach(measure, group.articles, { selection, context, seed });
      const isLopsided = measure.isLopsided?.(speakingIn(group.articles, speaking), selection) ?? false;
      groups.push({
        by: inOrder({ ...group.by, ...by }, groupings),
        ...rounded(figures),
        ...(isLopsided && { isLopsided }),
      });
      if (groups.length % groupsInTurn === 0) yield progress;
    }
  }
  return groups;
}

/** Those of the articles in which somebody who is chosen speaks; all where nobody in particular is. */
const speakingIn = (
  articles: readonly CountedArticle[],
  speaking: ReadonlySet<CountedArticle> | undefined,
): readonly CountedArticle[] => (speaking ? articles.filter((article) => speaking.has(article)) : articles);

/** A figure from what each of the articles adds. */
function countEach(
  measure: InsightMeasure,
  articles: readonly CountedArticle[],
  { selection, context, seed }: Pick<Counting, "context" | "seed"> & { readonly selection: Selection },
): CountedFigure {
  const count = measure.count(articles, selection, context);
  const [low, high] = intervalOverArticles(count, articles.length, seed) ?? [null, null];
  return { ...count(Int32Array.from(articles, (_, at) => at)), low, high };
}

/** To twelve digits, which is as far as different machines agree on logarithms. */
const digits = 12;
const round = <Value extends number | null>(value: Value): Value =>
  (value === null ? null : Number(value.toPrecision(digits))) as Value;

const rounded = <Figures extends Omit<InsightGroup, "by">>(figures: Figures): Figures => ({
  ...figures,
  value: round(figures.value),
  numerator: round(figures.numerator),
  denominator: round(figures.denominator),
  low: round(figures.low),
  high: round(figures.high),
});
