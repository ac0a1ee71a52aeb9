// The figures of a project: measures by groups, each with its numerator, denominator, n, unknown and interval, and what they were counted by.
import type { Id } from "../model/id.ts";
import { memoize } from "../model/memoize.ts";
import type { Work, WorkProgress } from "../model/work.ts";
import { type Message, message } from "../words/message.ts";
import type { CountedArticle } from "./counted-article.ts";
import type { GroupKey, InsightGrouping } from "./groupings.ts";
import {
  groupsOfArticles,
  inOrder,
  mostFrequentSources,
  mostGroups,
  mostHeard,
  type NamedSelection,
  selectionsOf,
} from "./groups.ts";
import { intervalOverArticles } from "./interval.ts";
import type { CountContext, CountedUnit, InsightMeasure, Selection } from "./measure.ts";
import { askedFigures, groupingsOf } from "./query.ts";
import { type CommonArticles, countedBy, readingsIn, type ScopeReading } from "./readings.ts";
import type { IndexedProject, InsightScope } from "./scope.ts";
import { type CountedFigure, sparseCount } from "./sparse-count.ts";

export interface InsightQuery {
  /** Ids, in the order in which figures are listed; none: all. */
  readonly measures: readonly string[];
  /** Ids of groupings. */
  readonly by: readonly string[];
  readonly scope: InsightScope;
  readonly seed: number;
  /** Of the sources by which figures are divided, only so many: those that speak in the most articles. Absent: all. */
  readonly mostSources?: number | undefined;
  /** Pairs are counted of so many sources only, those that appear in the most articles; absent: of all. */
  readonly pairSources?: number | undefined;
}

export interface InsightGroup extends CountedFigure {
  readonly by: GroupKey["by"];
  /** By annotator: the least and the greatest value that the sets of any of them give of this group; `null` where none does. */
  readonly least?: number | null;
  readonly most?: number | null;
}

/** Whether it says between which values those of all annotators lie. */
export const hasSpread = ({ least }: InsightGroup): boolean => least !== undefined;

export interface MeasuredInsight {
  readonly id: string;
  readonly unit: CountedUnit;
  readonly groups: readonly InsightGroup[];
  readonly scope: {
    readonly articles: number;
    /** Articles that nobody chosen has a set of; by annotator, that not all of them have. */
    readonly leftOut: number;
    /** Articles in which somebody began to curate and nobody said that they are curated, where curated sets are chosen. */
    readonly curatedInPart: number;
    /** Cards that do not count since they begin in a stretch that is left out of the analysis. */
    readonly excludedCards: number;
  } & Omit<InsightScope, "duplicates">;
  readonly policy: InsightScope["duplicates"];
  readonly seed: number;
  /** Sources that have no figures, since so many others speak in more articles; absent: none. */
  readonly sourcesLeftOut?: number;
  /** Of how many sources at most the pairs are; absent: of all, or it is no measure of pairs. */
  readonly pairSources?: number;
}

export type InsightReport =
  | {
      readonly ok: true;
      readonly measures: readonly MeasuredInsight[];
      /** By annotator: whose figures these are, over which articles. */
      readonly common: CommonArticles | null;
    }
  | { readonly ok: false; readonly problem: Message };

/** Measures a project, measure by measure. */
export function* insightReport(
  project: IndexedProject,
  { measures: ids, by, scope, seed, mostSources, pairSources }: InsightQuery,
): Work<InsightReport> {
  const asked = askedFigures(project, { measures: ids, by });
  if (!asked.ok) return asked;
  const { measures, groupings } = asked;
  const read = readingsIn(project, scope, groupings);
  if (!read.ok) return read;
  const { readings, leftOut, curatedInPart, excludedCards, common } = read;
  const { duplicates, ...others } = scope;
  const sets = common ? { of: "people" as const, ids: common.annotators.map(({ id }) => id) } : scope.sets;
  const among =
    pairSources === undefined
      ? null
      : mostFrequentSources(
          readings.flatMap(({ articles }) => articles),
          pairSources,
        );
  const measured: MeasuredInsight[] = [];
  const select = selecting(among);
  for (const measure of measures) {
    const progress = { done: measured.length, of: measures.length };
    const counted = yield* groupsOf(measure, groupingsOf(measure, groupings), {
      ...{ readings, seed, progress, mostSources, select },
    });
    if (!counted) return { ok: false, problem: message("insight.too-many-groups") };
    const groups = common ? withSpread(counted.groups) : counted.groups;
    measured.push({
      ...{ id: measure.id, unit: measure.unit, ...counted, groups, seed },
      scope: {
        ...{ articles: readings[0]?.articles.length ?? 0, leftOut, curatedInPart, excludedCards },
        ...{ ...others, sets },
      },
      policy: measure.heedsDuplicates ? duplicates : "all",
      ...(measure.alwaysBy === "pair" && pairSources !== undefined && { pairSources }),
    });
  }
  return { ok: true, measures: measured, common };
}

interface Counting {
  readonly readings: readonly ScopeReading[];
  readonly seed: number;
  readonly progress: WorkProgress;
  readonly mostSources: number | undefined;
  readonly select: ReturnType<typeof selecting>;
}

/** Selections of the same articles by the same groupings, which several measures have alike, made once; pairs of the sources `among` only. */
function selecting(among: ReadonlySet<Id> | null) {
  const byArticles = memoize((_: readonly CountedArticle[]) => new Map<string, readonly NamedSelection[]>());
  return (articles: readonly CountedArticle[], groupings: readonly InsightGrouping[]) => {
    const known = byArticles(articles);
    const key = JSON.stringify(groupings.map(({ id }) => id));
    const selections = known.get(key) ?? selectionsOf(articles, groupings, among);
    known.set(key, selections);
    return selections;
  };
}

/** Groups that are counted before others have their turn. */
const groupsInTurn = 50;

/** `null` where dates lie too far apart for bins. */
function* groupsOf(
  measure: InsightMeasure,
  groupings: readonly InsightGrouping[],
  { readings, seed, progress, mostSources, select }: Counting,
): Work<Pick<MeasuredInsight, "groups" | "sourcesLeftOut"> | null> {
  yield progress;
  // Each annotator has the groups of all, so that one who never has somebody speak says 0.
  const [reading, ...others] = readings.map((one) => countedBy(measure, one));
  const all = others.length === 0 && reading ? reading : [reading ?? [], ...others].flat();
  const { selections, sourcesLeftOut } = mostHeard(select(all, groupings), mostSources);
  const groups: InsightGroup[] = [];
  for (const reading of readings) {
    const { by: whose, context } = reading;
    const articleGroups = groupsOfArticles(countedBy(measure, reading), groupings);
    if (!articleGroups || articleGroups.length * selections.length * readings.length > mostGroups)
      return null;
    for (const { by: part, articles } of articleGroups)
      for (const { by, figures } of figuresOf(measure, { articles, context, seed, selections })) {
        groups.push({ by: inOrder({ ...whose, ...part, ...by }, groupings), ...rounded(figures) });
        if (groups.length % groupsInTurn === 0) yield progress;
      }
  }
  return { groups, ...(sourcesLeftOut > 0 && { sourcesLeftOut }) };
}

interface Selected {
  readonly articles: readonly CountedArticle[];
  readonly selections: readonly NamedSelection[];
  readonly context: CountContext;
  readonly seed: number;
}

/** The figure of each selection in these articles. */
function* figuresOf(
  measure: InsightMeasure,
  { articles, selections, context, seed }: Selected,
): Generator<GroupKey & { readonly figures: CountedFigure }, void, void> {
  const { tally } = measure;
  const isBySource = selections.some(({ foundIn }) => foundIn);
  const countSource =
    tally && isBySource ? sparseCount({ ...measure, tally }, articles, { context, seed }) : null;
  for (const selected of selections) {
    const sparse = selected.foundIn && countSource?.(selected);
    const { by, selection } = selected;
    yield { by, figures: sparse ?? countEach(measure, articles, { selection, context, seed }) };
  }
}

/** Says of each group between which values those of all annotators lie. */
function withSpread(groups: readonly InsightGroup[]): readonly InsightGroup[] {
  const valuesByGroup = new Map<string, number[]>();
  const keyOf = ({ by: { annotator: _name, annotatorId: _id, ...by } }: InsightGroup): string =>
    JSON.stringify(by);
  for (const group of groups) {
    const values = valuesByGroup.get(keyOf(group)) ?? [];
    valuesByGroup.set(keyOf(group), values);
    if (group.value !== null) values.push(group.value);
  }
  return groups.map((group) => {
    const values = valuesByGroup.get(keyOf(group)) ?? [];
    const [least, most] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [null, null];
    return { ...group, least, most };
  });
}

/** A figure from what each of the articles adds. */
function countEach(
  measure: InsightMeasure,
  articles: readonly CountedArticle[],
  { selection, context, seed }: Pick<Selected, "context" | "seed"> & { readonly selection: Selection },
): CountedFigure {
  const count = measure.count(articles, selection, context);
  const [low, high] = intervalOverArticles(count, articles.length, seed) ?? [null, null];
  return { ...count(Int32Array.from(articles, (_, at) => at)), low, high };
}

/** To twelve digits, which is as far as different machines agree on logarithms. */
const digits = 12;
export const round = <Value extends number | null>(value: Value): Value =>
  (value === null || isShort(value) ? value : Number(value.toPrecision(digits))) as Value;

/** Whether it has no more digits, as most numerators and denominators; a 0 may have a sign, which rounding takes away. */
const isShort = (value: number): boolean =>
  Number.isInteger(value) && Math.abs(value) < 10 ** digits && value !== 0;

const rounded = <Figures extends Omit<InsightGroup, "by">>(figures: Figures): Figures => ({
  ...figures,
  value: round(figures.value),
  numerator: round(figures.numerator),
  denominator: round(figures.denominator),
  low: round(figures.low),
  high: round(figures.high),
});
