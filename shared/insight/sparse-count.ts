// Counts a measure of each of many sources, or pairs of them, of the same articles, most of which speak in few of them: what holds where
// they do not speak is worked out once for all, and each of them only where it speaks, by columns that are filled in one pass over the
// statements. Where all numbers are whole, no order of sums changes a figure; otherwise they are summed in the order of each draw.

import type { Interval } from "../agreement/bootstrap.ts";
import { placesFrom } from "../agreement/sample-continuum.ts";
import type { Id } from "../model/id.ts";
import { memoize } from "../model/memoize.ts";
import type { CountedArticle } from "./counted-article.ts";
import { type DrawsByArticle, draws, drawsByArticle, type SumsInDraws, sumsInDraws } from "./draws.ts";
import type { NamedSelection } from "./groups.ts";
import { intervalOfSums, leastArticles } from "./interval.ts";
import {
  type AddOfSource,
  type ArticleTally,
  type CountContext,
  type InsightCount,
  type InsightMeasure,
  quotient,
  type Selection,
} from "./measure.ts";

/** A figure with its interval. */
export interface CountedFigure extends InsightCount {
  readonly low: number | null;
  readonly high: number | null;
}

/** `null` where a number is not whole, or nobody in particular is chosen. */
type SparseCount = (selected: NamedSelection) => CountedFigure | null;

/** Sums over all articles. */
type Total = Pick<ArticleTally, "numerator" | "denominator" | "n" | "unknown">;

/** The sums over the articles of each draw; `null`: nothing is drawn. */
type Drawn = { readonly numerators: Float64Array; readonly denominators: Float64Array } | null;

/** What holds where no source is chosen. */
interface Base {
  readonly tallies: readonly ArticleTally[];
  readonly total: Total;
  readonly drawn: Drawn;
}

/** What is counted of which articles. */
interface Counting {
  readonly measure: InsightMeasure & Required<Pick<InsightMeasure, "tally">>;
  readonly articles: readonly CountedArticle[];
  readonly context: CountContext;
  readonly by: DrawsByArticle | null;
  readonly seed: number;
}

export function sparseCount(
  measure: Counting["measure"],
  articles: readonly CountedArticle[],
  { context, seed }: { readonly context: CountContext; readonly seed: number },
): SparseCount {
  const by = articles.length >= leastArticles ? drawsByArticle(articles.length, seed) : null;
  const counting: Counting = { measure, articles, context, by, seed };
  /** By the statements that are chosen. */
  const kept = memoize((_: Selection["hasStatement"], selection: Selection) => baseOf(counting, selection));
  const pairs = memoize((base: Base) => pairCount(counting, base));
  const sources = memoize((base: Base, selection: Selection) => sourceCount(counting, base, selection));
  /** By the statements that are chosen. */
  const fractions = memoize((_: Selection["hasStatement"], selection: Selection) =>
    fractionCount(counting, selection),
  );
  const inOrder = (source: Id, selection: Selection): CountedFigure | null =>
    fractions(selection.hasStatement, selection)?.(source) ?? null;
  return ({ selection, source, foundIn }) => {
    const base = kept(selection.hasStatement, selection);
    if (!base) return source === undefined ? null : inOrder(source, selection);
    const countPair = selection.pair && pairs(base);
    if (selection.pair && countPair) return countPair(selection.pair);
    const countSource = source === undefined ? null : sources(base, selection);
    if (source !== undefined && countSource) return countSource(source) ?? inOrder(source, selection);
    return foundIn ? countEach(counting, base, { selection, foundIn: foundIn() }) : null;
  };
}

/** `null` where a number is not whole. */
function baseOf({ measure, articles, context, by }: Counting, selection: Selection): Base | null {
  const nobody = { ...selection, hasVoice: () => false, pair: null };
  const tallies = articles.map((article) => measure.tally(article, nobody, context));
  const adding = addingTo({ numerator: 0, denominator: 0, n: 0, unknown: 0 }, by, null);
  for (const [article, one] of tallies.entries()) if (!adding.add(article, one)) return null;
  return { tallies, ...adding.sums() };
}

const nothing: ArticleTally = { numerator: 0, denominator: 0, n: 0, unknown: 0 };

/** Sums that begin with these, to which articles are added. */
function addingTo(before: Total, by: DrawsByArticle | null, drawn: Drawn) {
  const total = { ...before };
  const numerators = by && sumsInDraws(by, drawn?.numerators);
  const denominators = by && sumsInDraws(by, drawn?.denominators);
  return {
    /** Adds what an article adds more than it does without anybody chosen. False where that is not whole. */
    add(article: number, one: ArticleTally, without = nothing): boolean {
      const numerator = one.numerator - without.numerator;
      const denominator = one.denominator - without.denominator;
      if (!Number.isInteger(numerator) || !Number.isInteger(denominator)) return false;
      total.numerator += numerator;
      total.denominator += denominator;
      total.n += one.n - without.n;
      total.unknown += one.unknown - without.unknown;
      numerators?.add(article, numerator);
      denominators?.add(article, denominator);
      return true;
    },
    sums: () => ({
      total,
      drawn: numerators &&
        denominators && { numerators: numerators.whole(), denominators: denominators.whole() },
    }),
  };
}

/** Counts by a tally of each article in which the source, or one of the sources, speaks. */
function countEach(
  { measure, articles, context, by }: Counting,
  base: Base,
  { selection, foundIn }: { readonly selection: Selection; readonly foundIn: ReadonlySet<CountedArticle> },
): CountedFigure | null {
  const adding = addingTo(base.total, by, base.drawn);
  for (const [article, at] of numbersAmong(articles, foundIn))
    if (!adding.add(at, measure.tally(article, selection, context), base.tallies[at])) return null;
  const { total, drawn } = adding.sums();
  return figureOf(total, drawn);
}

/** Those of the articles that are found, with their numbers. A source may speak in few of very many articles, and a group have few of those in which a class does. */
function* numbersAmong(
  articles: readonly CountedArticle[],
  found: ReadonlySet<CountedArticle>,
): Generator<readonly [CountedArticle, number], void, void> {
  if (articles.length <= found.size) {
    for (const [at, article] of articles.entries()) if (found.has(article)) yield [article, at];
    return;
  }
  const numbers = numbersOf(articles);
  for (const article of found) {
    const at = numbers.get(article);
    if (at !== undefined) yield [article, at];
  }
}

const numbersOf = memoize(
  (articles: readonly CountedArticle[]): ReadonlyMap<CountedArticle, number> =>
    new Map(articles.map((article, at) => [article, at])),
);

/** Counts sources one by one, of whom all were found in one pass; `null` for a measure that tells no sources apart by itself. */
function sourceCount(
  { measure: { eachSource }, articles, context, by }: Counting,
  { total, drawn }: Base,
  selection: Selection,
): ((source: Id) => CountedFigure | null) | null {
  if (!eachSource) return null;
  const columns = amountsBySource(articles, (article, add) => eachSource(article, selection, context, add));
  return (source) => {
    const column = columns.of(source);
    if (!column.values.every(Number.isInteger)) return null;
    const numerator = column.values.reduce((sum, amount) => sum + amount, total.numerator);
    const numerators = by && drawnSums(by, column.articles, column.values, drawn?.numerators);
    return figureOf(
      { ...total, numerator },
      numerators && drawn && { numerators, denominators: drawn.denominators },
    );
  };
}

/** Sums of so many sources are drawn at once, eight bytes for each draw. */
const mostDrawnAtOnce = 2_000;

/**
 * Counts sources whose numbers are fractions, of whom all are drawn in one pass: each draw adds what the sources of its articles add, in its order, as if each
 * source were drawn by itself. `null` for a measure that tells no sources apart by itself.
 */
function fractionCount(
  { measure: { eachSource, tally }, articles, context, seed }: Counting,
  selection: Selection,
): ((source: Id) => CountedFigure | null) | null {
  if (!eachSource) return null;
  const nobody = { ...selection, hasVoice: () => false, pair: null };
  const tallies = articles.map((article) => tally(article, nobody, context));
  if (tallies.some(({ numerator }) => numerator !== 0)) return null;
  const columns = amountsBySource(articles, (article, add) => eachSource(article, selection, context, add));
  const sums = { denominator: 0, n: 0, unknown: 0 };
  for (const { denominator, n, unknown } of tallies) {
    sums.denominator += denominator;
    sums.n += n;
    sums.unknown += unknown;
  }
  const denominators = Float64Array.from(tallies, ({ denominator }) => denominator);
  const intervals = intervalsInOrder(columns, denominators, seed);
  return (source) => {
    const numerator = columns.of(source).values.reduce((sum, amount) => sum + amount, 0);
    const [low, high] = intervals.get(source) ?? [null, null];
    return { value: quotient({ ...sums, numerator }), numerator, ...sums, low, high };
  };
}

/** Of each source; empty for too few articles. */
function intervalsInOrder(
  { all }: SourceColumns,
  denominators: Float64Array,
  seed: number,
): ReadonlyMap<Id, Interval | null> {
  const intervals = new Map<Id, Interval | null>();
  const { length } = denominators;
  if (length < leastArticles) return intervals;
  const sources = [...all];
  for (let from = 0; from < sources.length; from += mostDrawnAtOnce) {
    const some = sources.slice(from, from + mostDrawnAtOnce);
    const drawn = drawnInOrder(
      rowsOf(
        some.map(([, column]) => column),
        length,
      ),
      denominators,
      seed,
    );
    for (const [at, [source]] of some.entries())
      intervals.set(
        source,
        intervalOfSums(drawn.numerators.subarray(at * draws, (at + 1) * draws), drawn.denominators),
      );
  }
  return intervals;
}

/** What the sources add in each article, article by article: those of one begin at its place in `starts`. */
interface SourceRows {
  readonly sources: number;
  readonly starts: Int32Array;
  readonly numbers: Int32Array;
  readonly amounts: Float64Array;
}

function rowsOf(columns: readonly SourceColumn[], articles: number): SourceRows {
  const starts = new Int32Array(articles + 1);
  for (const column of columns)
    for (const article of column.articles) starts[article + 1] = (starts[article + 1] ?? 0) + 1;
  for (let at = 0; at < articles; at += 1) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const ends = starts.slice();
  const [numbers, amounts] = [new Int32Array(starts.at(-1) ?? 0), new Float64Array(starts.at(-1) ?? 0)];
  for (const [number, { articles: found, values }] of columns.entries())
    for (const [at, article] of found.entries()) {
      const place = ends[article] ?? 0;
      ends[article] = place + 1;
      numbers[place] = number;
      amounts[place] = values[at] ?? 0;
    }
  return { sources: columns.length, starts, numbers, amounts };
}

/** The sums of each draw: of each source one after the other, and of the denominators. */
function drawnInOrder(
  { sources, starts, numbers, amounts }: SourceRows,
  denominators: Float64Array,
  seed: number,
) {
  const drawPlaces = placesFrom(seed);
  const sample = new Int32Array(denominators.length);
  const sums = new Float64Array(sources);
  const drawn = { numerators: new Float64Array(sources * draws), denominators: new Float64Array(draws) };
  for (let draw = 0; draw < draws; draw += 1) {
    drawPlaces(sample);
    sums.fill(0);
    let denominator = 0;
    for (let at = 0; at < sample.length; at += 1) {
      const article = sample[at] ?? 0;
      denominator += denominators[article] ?? 0;
      const end = starts[article + 1] ?? 0;
      for (let one = starts[article] ?? 0; one < end; one += 1) {
        const number = numbers[one] ?? 0;
        sums[number] = (sums[number] ?? 0) + (amounts[one] ?? 0);
      }
    }
    drawn.denominators[draw] = denominator;
    for (let number = 0; number < sources; number += 1)
      drawn.numerators[number * draws + draw] = sums[number] ?? 0;
  }
  return drawn;
}

/** Counts pairs one by one: where either is, is where the one is and where the other is, less where both are. */
function pairCount(
  { measure: { meetings }, articles, by }: Counting,
  { total }: Base,
): ((pair: readonly [Id, Id]) => CountedFigure) | null {
  if (!meetings) return null;
  const columns = placesBySource(articles, meetings.eachPlace);
  const drawnOf = memoize((column: SourceColumn) => by && drawnSums(by, column.articles));
  return ([one, other]) => {
    const [first, second] = [columns.of(one), columns.of(other)];
    const both = commonPlaces(first, second);
    const [firsts, seconds] = [drawnOf(first), drawnOf(second)];
    const numerators = by && drawnSums(by, both);
    const counts = [first.articles.length, second.articles.length] as const;
    const figure = figureOf(
      { ...total, numerator: both.length, denominator: counts[0] + counts[1] - both.length },
      numerators && {
        numerators,
        denominators: numerators.map((count, draw) => (firsts?.[draw] ?? 0) + (seconds?.[draw] ?? 0) - count),
      },
    );
    return { ...figure, ...(meetings.isLopsided(...counts) && { isLopsided: true }) };
  };
}

/** The sums in each draw of what these articles add, which is 1 where no amounts are given. */
function drawnSums(
  by: DrawsByArticle,
  articles: readonly number[],
  amounts?: readonly number[],
  before?: Float64Array,
): Float64Array {
  const sums: SumsInDraws = sumsInDraws(by, before);
  for (const [at, article] of articles.entries()) sums.add(article, amounts?.[at] ?? 1);
  return sums.whole();
}

function figureOf(total: Total, drawn: Drawn): CountedFigure {
  const interval = drawn && intervalOfSums(drawn.numerators, drawn.denominators);
  const [low, high] = interval ?? ([null, null] as const);
  const { numerator, denominator, n, unknown } = total;
  return { value: quotient(total), numerator, denominator, n, unknown, low, high };
}

/** The numbers of articles, ascending, and what stands beside each of them. */
interface SourceColumn {
  readonly articles: readonly number[];
  readonly values: readonly number[];
}

interface GrowingColumn {
  readonly articles: number[];
  readonly values: number[];
}

const emptyColumn: SourceColumn = { articles: [], values: [] };

/** The columns by source. */
interface SourceColumns {
  of(source: Id): SourceColumn;
  readonly all: ReadonlyMap<Id, SourceColumn>;
}

type Each = (article: CountedArticle, add: AddOfSource) => void;

function columnsOf(
  articles: readonly CountedArticle[],
  each: Each,
  put: (column: GrowingColumn, article: number, value: number) => void,
): SourceColumns {
  const columns = new Map<Id, GrowingColumn>();
  for (const [at, article] of articles.entries())
    each(article, (source, value) => {
      const column = columns.get(source) ?? { articles: [], values: [] };
      if (column.articles.length === 0) columns.set(source, column);
      put(column, at, value);
    });
  return { of: (source) => columns.get(source) ?? emptyColumn, all: columns };
}

/** Each article once, with the sum of the amounts that the source adds in it. */
const amountsBySource = (articles: readonly CountedArticle[], each: Each): SourceColumns =>
  columnsOf(articles, each, (column, article, amount) => {
    const last = column.articles.length - 1;
    if (column.articles[last] === article) column.values[last] = (column.values[last] ?? 0) + amount;
    else {
      column.articles.push(article);
      column.values.push(amount);
    }
  });

/** Each place of each article once, in the order of their numbers. */
const placesBySource = (articles: readonly CountedArticle[], each: Each): SourceColumns =>
  columnsOf(articles, each, (column, article, place) => {
    let at = column.articles.length;
    while (column.articles[at - 1] === article && (column.values[at - 1] ?? 0) > place) at -= 1;
    if (column.articles[at - 1] === article && column.values[at - 1] === place) return;
    column.articles.push(article);
    column.values.splice(at, 0, place);
  });

/** The article of each place that both have. */
function commonPlaces(one: SourceColumn, other: SourceColumn): readonly number[] {
  const common: number[] = [];
  let [first, second] = [0, 0];
  while (first < one.articles.length && second < other.articles.length) {
    const order =
      (one.articles[first] ?? 0) - (other.articles[second] ?? 0) ||
      (one.values[first] ?? 0) - (other.values[second] ?? 0);
    if (order === 0) common.push(one.articles[first] ?? 0);
    if (order <= 0) first += 1;
    if (order >= 0) second += 1;
  }
  return common;
}
