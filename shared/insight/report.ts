// The figures of a project: measures by groups, each with its numerator, denominator, n, unknown and interval, and what they were counted by.
import type { Work, WorkProgress } from "../model/work.ts";
import { type Message, message } from "../words/message.ts";
import type { CountedArticle, Statement, Voice } from "./counted-article.ts";
import {
  compareKeys,
  distinctKeys,
  fieldGroupings,
  type GroupKey,
  groupingCalled,
  type InsightGrouping,
  insightGroupings,
} from "./groupings.ts";
import { insightMeasures } from "./index.ts";
import { intervalOverArticles } from "./interval.ts";
import {
  appearancesIn,
  type CountContext,
  type CountedUnit,
  type InsightMeasure,
  type Selection,
  type SelectionLevel,
} from "./measure.ts";
import { articlesIn, type IndexedProject, type InsightScope, withoutDuplicates } from "./scope.ts";
import { type CountedFigure, type SparseCount, sparseCount } from "./sparse-count.ts";
import { cuesOfDistance } from "./statements.ts";

export interface InsightQuery {
  /** Ids, in the order in which figures are listed; none: all. */
  readonly measures: readonly string[];
  /** Ids of groupings. */
  readonly by: readonly string[];
  readonly scope: InsightScope;
  readonly seed: number;
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
}

export type InsightReport =
  | { readonly ok: true; readonly measures: readonly MeasuredInsight[] }
  | { readonly ok: false; readonly problem: Message };

/** So many bins of time at most; more are a date that was mistyped. */
const mostBins = 10_000;
/** So many groups at most, of all groupings together: nobody reads more, and each takes memory. */
const mostGroups = 1_000_000;

/** Measures a project, measure by measure. */
export function* insightReport(
  project: IndexedProject,
  { measures: ids, by, scope, seed }: InsightQuery,
): Work<InsightReport> {
  const known = [...insightGroupings, ...fieldGroupings(project)];
  const problem = unknownMeasure(ids) ?? unknownGrouping(by, known);
  if (problem) return { ok: false, problem };
  const groupings = [...new Set(by.flatMap((called) => groupingCalled(known, called) ?? []))];
  const measures =
    ids.length === 0 ? insightMeasures.filter((one) => isFitting(one, groupings)) : ids.flatMap(measureOf);
  const misfits = measures.flatMap((measure) => misfit(measure, groupings) ?? []);
  if (misfits[0]) return { ok: false, problem: misfits[0] };
  const scoped = articlesIn(project, scope);
  if (!scoped.ok) return scoped;
  const distinct = withoutDuplicates(scoped.articles, scope.duplicates);
  const measured: MeasuredInsight[] = [];
  for (const measure of measures) {
    const articles = measure.heedsDuplicates ? distinct : scoped.articles;
    const context = { weights: scope.weights, distancing: new Set(cuesOfDistance), scope: scoped.articles };
    const progress = { done: measured.length, of: measures.length };
    const groups = yield* groupsOf(measure, groupingsOf(measure, groupings), {
      articles,
      context,
      seed,
      progress,
    });
    if (!groups) return { ok: false, problem: message("insight.too-many-groups") };
    const { duplicates, ...rest } = scope;
    measured.push({
      ...{ id: measure.id, unit: measure.unit, groups, seed },
      scope: { articles: articles.length, leftOut: scoped.leftOut, ...rest },
      policy: measure.heedsDuplicates ? duplicates : "all",
    });
  }
  return { ok: true, measures: measured };
}

const measureOf = (id: string): readonly InsightMeasure[] => insightMeasures.filter((one) => one.id === id);

const idsIn = (registry: readonly { readonly id: string }[]): string =>
  registry.map(({ id }) => id).join(", ");

function unknownMeasure(ids: readonly string[]): Message | null {
  const id = ids.find((one) => measureOf(one).length === 0);
  return id === undefined ? null : message("insight.no-measure", { id, known: idsIn(insightMeasures) });
}

function unknownGrouping(by: readonly string[], known: readonly InsightGrouping[]): Message | null {
  const id = by.find((called) => !groupingCalled(known, called));
  return id === undefined ? null : message("insight.no-grouping", { id, known: idsIn(known) });
}

/** Those asked for, and the one by which the measure is always divided, unless a field takes the place of the class. */
function groupingsOf(
  { alwaysBy }: InsightMeasure,
  by: readonly InsightGrouping[],
): readonly InsightGrouping[] {
  const isDivided = by.some(
    (grouping) => grouping.id === alwaysBy || (alwaysBy === "class" && "knowledgeOf" in grouping),
  );
  return isDivided ? by : [...by, ...insightGroupings.filter(({ id }) => id === alwaysBy)];
}

/** Whether a measure is counted that nobody named: pairs, of which there may be very many, only where they are asked for. */
const isFitting = (measure: InsightMeasure, by: readonly InsightGrouping[]): boolean =>
  misfit(measure, by) === null && (measure.alwaysBy !== "pair" || by.some(({ id }) => id === "pair"));

/** Why a measure cannot be grouped like this; `null` where it can. */
function misfit(measure: InsightMeasure, by: readonly InsightGrouping[]): Message | null {
  const groupings = groupingsOf(measure, by);
  const isFit = ({ level }: InsightGrouping): boolean =>
    level === "article" || measure.levels.some((one) => one === level);
  const unfit = groupings.find((grouping) => !isFit(grouping));
  if (unfit) {
    const known = idsIn(insightGroupings.filter(isFit));
    return message("insight.not-by", { measure: measure.id, grouping: unfit.id, known });
  }
  const sources = groupings.filter(({ level }) => level === "source").map(({ id }) => id);
  const [first, second] = sources;
  if (first === undefined || second === undefined) return null;
  return message("insight.one-of-sources", { first, second });
}

interface Counting {
  readonly articles: readonly CountedArticle[];
  readonly context: CountContext;
  readonly seed: number;
  readonly progress: WorkProgress;
}

/** A group of articles; in a gap of time there are none. */
interface ArticleGroup {
  readonly by: GroupKey["by"];
  readonly articles: readonly CountedArticle[];
}

/** Groups that are counted before others have their turn. */
const groupsInTurn = 50;

/** `null` where dates lie too far apart for bins. */
function* groupsOf(
  measure: InsightMeasure,
  groupings: readonly InsightGrouping[],
  { articles, context, seed, progress }: Counting,
): Work<readonly InsightGroup[] | null> {
  yield progress;
  const articleGroups = groupsOfArticles(articles, groupings);
  if (!articleGroups) return null;
  const selections = selectionsOf(articles, groupings);
  if (articleGroups.length * selections.length > mostGroups) return null;
  const isBySource = groupings.some(({ level }) => level === "source");
  const groups: InsightGroup[] = [];
  for (const group of articleGroups) {
    const countSource: SparseCount | null =
      measure.tally && isBySource ? sparseCount(measure.tally, group.articles, { context, seed }) : null;
    for (const { by, selection, foundIn } of selections) {
      const figures =
        (foundIn && countSource?.(selection, foundIn)) ??
        countEach(measure, group.articles, { selection, context, seed });
      groups.push({ by: inOrder({ ...group.by, ...by }, groupings), ...rounded(figures) });
      if (groups.length % groupsInTurn === 0) yield progress;
    }
  }
  return groups;
}

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

/** The values in the order in which the groupings were asked for. */
const inOrder = (by: GroupKey["by"], groupings: readonly InsightGrouping[]): GroupKey["by"] =>
  Object.fromEntries(
    groupings.flatMap(({ columns }) => columns.map((column) => [column, by[column] ?? null])),
  );

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

function groupsOfArticles(
  articles: readonly CountedArticle[],
  groupings: readonly InsightGrouping[],
): readonly ArticleGroup[] | null {
  let groups: readonly ArticleGroup[] = [{ by: {}, articles }];
  for (const grouping of groupings) {
    if (grouping.level !== "article") continue;
    const { id, keysOf, next } = grouping;
    const keys = distinctKeys(articles.flatMap((one) => keysOf(one).map((key) => ({ by: { [id]: key } }))));
    const values = keys.map(({ by }) => by[id] ?? null);
    const bins = next ? withGaps(values, next) : values;
    if (!bins || groups.length * bins.length > mostGroups) return null;
    groups = groups.flatMap(({ by, articles: inGroup }) => {
      const inBins = new Map<string | null, CountedArticle[]>(bins.map((bin) => [bin, []]));
      for (const one of inGroup) for (const key of new Set(keysOf(one))) inBins.get(key)?.push(one);
      return Array.from(inBins, ([bin, inBin]) => ({ by: { ...by, [id]: bin }, articles: inBin }));
    });
  }
  return groups;
}

/** All bins from the first to the last, and those without a date. `null` where there are too many. */
function withGaps(
  bins: readonly (string | null)[],
  next: (bin: string) => string,
): readonly (string | null)[] | null {
  const dated = bins.flatMap((bin) => bin ?? []);
  const [first, last] = [dated[0], dated.at(-1)];
  const filled: string[] = first === undefined ? [] : [first];
  for (let bin = first; bin !== undefined && bin !== last; filled.push(bin)) {
    if (filled.length === mostBins) return null;
    bin = next(bin);
  }
  return bins.includes(null) ? [...filled, null] : filled;
}

const everySelection: Selection = {
  bySource: false,
  hasVoice: () => true,
  hasStatement: () => true,
  knowledgeOf: ({ entity }) => (entity === null ? "unknown" : "known"),
  pair: null,
};

interface NamedSelection extends GroupKey {
  readonly selection: Selection;
  /** The articles in which the source that is chosen speaks; absent: none is chosen. */
  readonly foundIn?: ReadonlySet<CountedArticle>;
}

/** What of the articles each group is about, in all combinations. */
function selectionsOf(
  articles: readonly CountedArticle[],
  groupings: readonly InsightGrouping[],
): readonly NamedSelection[] {
  let selections: readonly NamedSelection[] = [{ by: {}, selection: everySelection }];
  for (const grouping of groupings) {
    if (grouping.level === "article") continue;
    const narrowings = narrowingsIn(articles, grouping);
    selections = selections.flatMap((selected) =>
      narrowings.map(({ by, selection, ...found }) => ({
        ...selected,
        ...found,
        by: { ...selected.by, ...by },
        selection: { ...selected.selection, ...selection },
      })),
    );
  }
  return selections;
}

type NarrowingGrouping = Extract<InsightGrouping, { readonly level: SelectionLevel }>;

interface Narrowing extends Omit<NamedSelection, "selection"> {
  readonly selection: Partial<Selection>;
}

function narrowingsIn(
  articles: readonly CountedArticle[],
  grouping: NarrowingGrouping,
): readonly Narrowing[] {
  if (grouping.level === "source") return sourcesIn(articles, grouping);
  if (grouping.level === "pair")
    return distinctKeys(articles.flatMap(grouping.keysOf)).map(({ by }) => ({
      by,
      selection: { pair: [by.entityId ?? "", by.otherId ?? ""] },
    }));
  const statements = articles.flatMap((article) => article.statements);
  return distinctKeys(statements.flatMap(grouping.keysOf)).map((wanted) => ({
    by: wanted.by,
    selection: {
      hasStatement: (statement: Statement) =>
        grouping.keysOf(statement).some((key) => compareKeys(key, wanted) === 0),
    },
  }));
}

/** Each source, or class of sources, with the articles in which it speaks. */
function sourcesIn(
  articles: readonly CountedArticle[],
  grouping: Extract<NarrowingGrouping, { readonly level: "source" }>,
): readonly Narrowing[] {
  const found = new Map<string, GroupKey & { ids: Set<string>; foundIn: Set<CountedArticle> }>();
  const idOf = ({ id, role }: Voice): string => (grouping.isOfAppearance ? `${id} ${role}` : id);
  const keysById = new Map<string, readonly string[]>();
  function keysFor(voice: Voice): readonly string[] {
    const known = keysById.get(idOf(voice));
    if (known) return known;
    const keys = grouping.keysOf(voice).map((key) => {
      const name = JSON.stringify(key.by);
      const source = found.get(name) ?? {
        ...key,
        ids: new Set<string>(),
        foundIn: new Set<CountedArticle>(),
      };
      found.set(name, source);
      source.ids.add(idOf(voice));
      return name;
    });
    keysById.set(idOf(voice), keys);
    return keys;
  }
  for (const article of articles)
    for (const voice of appearancesIn(article))
      for (const name of keysFor(voice)) found.get(name)?.foundIn.add(article);
  return [...found.values()].sort(compareKeys).map(({ by, ids, foundIn }) => ({
    by,
    foundIn,
    selection: {
      ...{ bySource: true, hasVoice: (voice: Voice) => ids.has(idOf(voice)) },
      ...(grouping.knowledgeOf && { knowledgeOf: grouping.knowledgeOf }),
    },
  }));
}
