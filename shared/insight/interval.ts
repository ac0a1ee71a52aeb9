// The margin by which a figure could be off because these articles and not others were read: the percentile interval of a bootstrap (Efron
// 1979) over articles, since cards of one article depend on each other. `docs/insight.md` says it so that others can compute the same.
import { type Interval, intervalOverParts, percentiles } from "../agreement/bootstrap.ts";
import { placesFrom } from "../agreement/sample-continuum.ts";
import { memoize } from "../model/memoize.ts";
import { type DrawsByArticle, draws, drawsByArticle, drawsOfSides, sumsInDraws } from "./draws.ts";
import { quotient, type SampleCount } from "./measure.ts";

/** Under so many articles there is no interval. */
export const leastArticles = 5;

const share = 0.95;

/** `null` for too few articles, or where fewer than half of the draws give a figure. */
export function intervalOverArticles(count: SampleCount, articles: number, seed: number): Interval | null {
  if (articles < leastArticles) return null;
  if (count.columns?.every(isWhole))
    return intervalOfSums(...sumsOfColumns(count.columns, drawsByArticle(articles, seed)));
  if (count.valuesIn) return intervalOfValues(count.valuesIn(drawsByArticle(articles, seed)));
  const valueIn = count.valueIn ?? ((sample) => count(sample).value);
  return intervalOverParts(valueIn, articles, { seed, draws, share });
}

type Columns = NonNullable<SampleCount["columns"]>;

const isWhole = (column: Float64Array): boolean => column.every(Number.isInteger);

const sumsOfColumns = (columns: Columns, by: DrawsByArticle): readonly [Float64Array, Float64Array] => [
  sumsOfColumn(columns[0], by),
  sumsOfColumn(columns[1], by),
];

/** So many columns are kept of the same draws. */
const mostColumns = 4;

/** The latest columns that were summed in these draws: classes of one measure have a denominator alike. */
const latestSums = memoize(
  (_: DrawsByArticle): { readonly column: Float64Array; readonly sums: Float64Array }[] => [],
);

function sumsOfColumn(column: Float64Array, by: DrawsByArticle): Float64Array {
  const [first = 0] = column;
  // Each draw has as many articles as there are.
  if (column.every((amount) => amount === first)) return new Float64Array(draws).fill(first * column.length);
  const latest = latestSums(by);
  const known = latest.find((one) => column.every((amount, at) => amount === one.column[at]));
  if (known) return known.sums;
  const sums = summedByArticle(column, by);
  latest.unshift({ column, sums });
  latest.splice(mostColumns);
  return sums;
}

/** Summed article by article, which looks up each of them once instead of once a draw. */
function summedByArticle(column: Float64Array, by: DrawsByArticle): Float64Array {
  const sums = sumsInDraws(by);
  for (let article = 0; article < column.length; article += 1) sums.add(article, column[article] ?? 0);
  return sums.whole();
}

/** Between which the quotients of the draws lie; `null` where fewer than half of the draws have one. */
export function intervalOfSums(numerators: Float64Array, denominators: Float64Array): Interval | null {
  const values = new Float64Array(draws);
  let known = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const denominator = denominators[draw] ?? 0;
    if (denominator === 0) continue;
    values[known] = (numerators[draw] ?? 0) / denominator;
    known += 1;
  }
  return known < draws / 2 ? null : percentiles(values.subarray(0, known), share);
}

function intervalOfValues(values: readonly (number | null)[]): Interval | null {
  const known = values.filter((value) => value !== null);
  return known.length < draws / 2 ? null : percentiles(known, share);
}

/** What is counted on one side: how, and of how many articles. */
interface CountedSide {
  readonly count: SampleCount;
  readonly articles: number;
}

/**
 * The interval of the difference between a figure of one side and that of another (Efron & Tibshirani 1993, chapter 8). `isPaired`: both sides are
 * the same articles in the same order, and a draw takes the same ones of both; otherwise each draw takes first as many of the one side as it
 * has, and then of the other. `null` where a side has too few articles, or fewer than half of the draws give a figure on both.
 */
export function intervalOfDifference(
  one: CountedSide,
  other: CountedSide,
  { isPaired, seed }: { readonly isPaired: boolean; readonly seed: number },
): Interval | null {
  if (Math.min(one.articles, other.articles) < leastArticles) return null;
  const [by, byOther] = isPaired
    ? [drawsByArticle(one.articles, seed), drawsByArticle(one.articles, seed)]
    : drawsOfSides([one.articles, other.articles], seed);
  const values = by && valuesInDraws(one.count, by);
  const others = byOther && values && valuesInDraws(other.count, byOther);
  if (others)
    return intervalOfValues(
      values.map((value, draw) => {
        const another = others[draw] ?? null;
        return value === null || another === null ? null : value - another;
      }),
    );
  return intervalOfSamples(one, other, { isPaired, seed });
}

/** The values of all draws at once; `null` where each draw has to be counted by itself. */
function valuesInDraws(
  { columns, valuesIn }: SampleCount,
  by: DrawsByArticle,
): readonly (number | null)[] | null {
  if (!columns?.every(isWhole)) return valuesIn?.(by) ?? null;
  const [numerators, denominators] = sumsOfColumns(columns, by);
  return Array.from(numerators, (numerator, draw) =>
    quotient({ numerator, denominator: denominators[draw] ?? 0 }),
  );
}

/** The same, one draw after the other. */
function intervalOfSamples(
  one: CountedSide,
  other: CountedSide,
  { isPaired, seed }: { readonly isPaired: boolean; readonly seed: number },
): Interval | null {
  const drawPlaces = placesFrom(seed);
  const first = new Int32Array(one.articles);
  const second = isPaired ? first : new Int32Array(other.articles);
  const differences: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    drawPlaces(first);
    if (!isPaired) drawPlaces(second);
    const [value, another] = [valueIn(one.count, first), valueIn(other.count, second)];
    if (value !== null && another !== null) differences.push(value - another);
  }
  return differences.length < draws / 2 ? null : percentiles(differences, share);
}

const valueIn = (count: SampleCount, sample: Int32Array): number | null =>
  count.valueIn ? count.valueIn(sample) : count(sample).value;
