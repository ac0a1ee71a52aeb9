// Two scopes side by side: each measure by both, the difference, and how far that could be off by chance. Two annotators are compared over the
// articles that both annotated, all other scopes each over its own articles.
import { sameValue } from "../model/same-value.ts";
import type { Work } from "../model/work.ts";
import { type Message, message } from "../words/message.ts";
import type { CountedArticle } from "./counted-article.ts";
import { type GroupKey, type InsightGrouping, insightGroupings, isOfAnyMeasure } from "./groupings.ts";
import { inOrder, mostGroups, type NamedSelection, selectionsOf } from "./groups.ts";
import { intervalOfDifference } from "./interval.ts";
import type { CountedUnit, InsightCount, InsightMeasure } from "./measure.ts";
import { askedFigures, groupingsOf } from "./query.ts";
import { type CountedReading, countedBy, readingsIn, type ScopeReading } from "./readings.ts";
import { round } from "./report.ts";
import type { IndexedProject, InsightScope } from "./scope.ts";

export interface SideQuery {
  /** Ids, in the order in which figures are listed; none: all that are no pairs. */
  readonly measures: readonly string[];
  /** Ids of groupings, none of which divides whole articles or annotators. */
  readonly by: readonly string[];
  readonly one: InsightScope;
  readonly other: InsightScope;
  readonly seed: number;
}

/** One figure of both scopes. */
export interface SideFigure {
  readonly id: string;
  readonly unit: CountedUnit;
  readonly by: GroupKey["by"];
  readonly one: InsightCount;
  readonly other: InsightCount;
  /** The value of the one less that of the other; `null` where there is nothing to divide by in either. */
  readonly difference: number | null;
  /** The interval of the difference; `null` where a scope has too few articles. */
  readonly low: number | null;
  readonly high: number | null;
}

interface ComparedScope {
  readonly articles: number;
  /** How many articles that the filter lets through nobody chosen has a set of, or one of two annotators has none of. */
  readonly leftOut: number;
  /** How many articles that the filter lets through are curated in part, where curated sets are chosen. */
  readonly curatedInPart: number;
  /** How many cards do not count since they begin in a stretch that is left out of the analysis. */
  readonly excludedCards: number;
}

interface ComparedSides {
  readonly one: ComparedScope;
  readonly other: ComparedScope;
  /** Articles that are counted on both sides. */
  readonly inBoth: number;
  /** Whether a draw takes the same articles on both sides. */
  readonly isPaired: boolean;
}

export type SideBySide =
  | (ComparedSides & {
      readonly ok: true;
      /** Those that lie furthest apart first, those without a difference last. */
      readonly figures: readonly SideFigure[];
      readonly seed: number;
    })
  | { readonly ok: false; readonly problem: Message };

/** What was counted on both sides, and what was left out. */
export const sidesCounted = ({ one, other, inBoth, isPaired }: ComparedSides): Message =>
  message("insight.sides-counted", {
    ...{ one: one.articles, oneLeftOut: one.leftOut, oneExcluded: one.excludedCards },
    ...{ other: other.articles, otherLeftOut: other.leftOut, otherExcluded: other.excludedCards },
    ...{ oneInPart: one.curatedInPart, otherInPart: other.curatedInPart },
    inPart: one.curatedInPart + other.curatedInPart,
    ...{ inBoth, isPaired: isPaired ? "yes" : "no", excluded: one.excludedCards + other.excludedCards },
  });

/** Whether the same articles are counted by two people. */
export const isPairOfAnnotators = ({ one, other }: Pick<SideQuery, "one" | "other">): boolean =>
  one.sets.of === "person" &&
  other.sets.of === "person" &&
  one.sets.id !== other.sets.id &&
  sameValue({ ...one, sets: null }, { ...other, sets: null });

/** `projects`: what each scope is counted from, which is the same project with the articles of its set. */
export function* sideBySide(
  projects: readonly [one: IndexedProject, other: IndexedProject],
  query: SideQuery,
): Work<SideBySide> {
  const asked = askedFigures(projects[0], query);
  if (!asked.ok) return asked;
  const { measures, groupings } = asked;
  const isUnfit = (grouping: InsightGrouping): boolean =>
    isOfAnyMeasure(grouping) || grouping.level === "pair";
  if (groupings.some(isUnfit) || measures.some(({ alwaysBy }) => alwaysBy === "pair"))
    return { ok: false, problem: message("insight.not-side-by-side") };
  const read = readSides(projects, query);
  if (!read.ok) return read;
  const { sides, isPaired, left } = read;
  const figures: SideFigure[] = [];
  for (const [at, measure] of measures.entries()) {
    const progress = { done: at, of: measures.length };
    yield progress;
    const divided = groupingsOf(measure, groupings);
    const counted = sides.map((side) => countedBy(measure, side));
    const selections = selectionsOf(counted.flat(), divided);
    if (selections.length > mostGroups) return { ok: false, problem: message("insight.too-many-groups") };
    for (const [index, selected] of selections.entries()) {
      figures.push(sideFigure(measure, { selected, divided, sides, isPaired, seed: query.seed }));
      if (index % 10 === 9) yield progress;
    }
  }
  const inOther = new Set(sides[1].articles.map(({ id }) => id));
  return {
    ok: true,
    figures: figures.sort(byDistance),
    one: comparedScope(sides[0], left[0]),
    other: comparedScope(sides[1], left[1]),
    inBoth: sides[0].articles.filter(({ id }) => inOther.has(id)).length,
    ...{ isPaired, seed: query.seed },
  };
}

type LeftOut = Pick<ComparedScope, "leftOut" | "curatedInPart">;

const comparedScope = (
  { articles, excludedCards }: CountedReading,
  { leftOut, curatedInPart }: LeftOut,
): ComparedScope => ({ articles: articles.length, leftOut, curatedInPart, excludedCards });

type ReadSides =
  | {
      readonly ok: true;
      readonly sides: readonly [CountedReading, CountedReading];
      readonly left: readonly [LeftOut, LeftOut];
      readonly isPaired: boolean;
    }
  | { readonly ok: false; readonly problem: Message };

const byAnnotator: readonly InsightGrouping[] = insightGroupings.filter(({ level }) => level === "annotator");

function readSides(projects: readonly [IndexedProject, IndexedProject], query: SideQuery): ReadSides {
  const { one, other } = query;
  if (isPairOfAnnotators(query)) {
    const ids = [one, other].flatMap(({ sets }) => (sets.of === "person" ? [sets.id] : []));
    const read = readingsIn(projects[0], { ...one, sets: { of: "people", ids } }, byAnnotator);
    if (!read.ok) return read;
    const [first, second] = read.readings;
    if (!first || !second) return { ok: false, problem: message("insight.one-person-twice") };
    return { ok: true, sides: [first, second], left: [read, read], isPaired: true };
  }
  const [first, second] = [readingsIn(projects[0], one, []), readingsIn(projects[1], other, [])];
  if (!first.ok) return first;
  if (!second.ok) return second;
  const [reading, another] = [first.readings[0], second.readings[0]];
  if (!reading || !another) throw new RangeError("A scope without annotators told apart has one reading.");
  return { ok: true, sides: [reading, another], left: [first, second], isPaired: false };
}

interface Asked {
  readonly selected: NamedSelection;
  readonly divided: readonly InsightGrouping[];
  readonly sides: readonly [ScopeReading, ScopeReading];
  readonly isPaired: boolean;
  readonly seed: number;
}

function sideFigure(
  measure: InsightMeasure,
  { selected: { by, selection }, divided, sides, isPaired, seed }: Asked,
): SideFigure {
  const countOf = (side: ScopeReading) => {
    const articles = countedBy(measure, side);
    const count = measure.count(articles, selection, side.context);
    return { articles: articles.length, count, whole: roundedCount(count(numbersOf(articles))) };
  };
  const [one, other] = [countOf(sides[0]), countOf(sides[1])];
  const [low, high] = intervalOfDifference(one, other, { isPaired, seed }) ?? [null, null];
  const { value } = one.whole;
  return {
    ...{ id: measure.id, unit: measure.unit, by: inOrder(by, divided) },
    ...{ one: one.whole, other: other.whole },
    difference: value === null || other.whole.value === null ? null : round(value - other.whole.value),
    ...{ low: round(low), high: round(high) },
  };
}

const numbersOf = (articles: readonly CountedArticle[]): Int32Array =>
  Int32Array.from(articles, (_, at) => at);

const roundedCount = (count: InsightCount): InsightCount => ({
  ...count,
  value: round(count.value),
  numerator: round(count.numerator),
  denominator: round(count.denominator),
});

/** Those as far apart stay in the order of the registry. */
const byDistance = ({ difference: one }: SideFigure, { difference: other }: SideFigure): number =>
  one === null || other === null
    ? Number(one === null) - Number(other === null)
    : Math.abs(other) - Math.abs(one);

const numbers = ["value", "numerator", "denominator", "n", "unknown"] as const;

/** A table for a spreadsheet or a terminal, the figure that lies furthest apart first; `names`: of the two scopes. The names of the columns, and a row for each figure. */
export function sideRows(
  figures: readonly SideFigure[],
  [one, other]: readonly [string, string],
): readonly (readonly (string | number | null)[])[] {
  const groups = [...new Set(figures.flatMap(({ by }) => Object.keys(by)))];
  const columnsOf = (side: string): readonly string[] => numbers.map((number) => `${number} ${side}`);
  return [
    ["measure", "unit", ...groups, "difference", "low", "high", ...columnsOf(one), ...columnsOf(other)],
    ...figures.map((figure) => [
      ...[figure.id, figure.unit, ...groups.map((group) => figure.by[group] ?? null)],
      ...[figure.difference, figure.low, figure.high],
      ...[figure.one, figure.other].flatMap((side) => numbers.map((number) => side[number])),
    ]),
  ];
}
