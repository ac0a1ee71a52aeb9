// Counts a measure of each of many sources, or pairs of them, of the same articles, most of which speak in few of them: what holds where they do
// not speak is worked out once for all, and each of them only where it speaks. All numbers are whole, so that no order of sums changes a figure.
import { type Interval, percentiles } from "../agreement/bootstrap.ts";
import { randomFrom } from "../agreement/sample-continuum.ts";
import type { CountedArticle } from "./counted-article.ts";
import { draws, leastArticles, share } from "./interval.ts";
import {
  type ArticleTally,
  type CountContext,
  type InsightCount,
  quotient,
  type Selection,
} from "./measure.ts";

type Tally = (article: CountedArticle, selection: Selection, context: CountContext) => ArticleTally;

/** A figure with its interval. */
export interface CountedFigure extends InsightCount {
  readonly low: number | null;
  readonly high: number | null;
}

/** `foundIn`: the articles in which the source, or one of the pair, speaks. `null` where a number is not whole. */
export type SparseCount = (
  selection: Selection,
  foundIn: ReadonlySet<CountedArticle>,
) => CountedFigure | null;

/** What one article adds, by its number. */
interface Addition extends ArticleTally {
  readonly at: number;
}

/** What the articles add up to, in all and in each draw. */
interface Sums {
  readonly whole: ArticleTally;
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
}

interface Base {
  readonly tallies: readonly ArticleTally[];
  /** `null` where a number is not whole. */
  readonly sums: Sums | null;
}

export function sparseCount(
  tally: Tally,
  articles: readonly CountedArticle[],
  { context, seed }: { readonly context: CountContext; readonly seed: number },
): SparseCount {
  const numbers = new Map(articles.map((article, at) => [article, at]));
  const drawsOf = articles.length >= leastArticles ? drawsByArticle(articles.length, seed) : null;
  const bases = new Map<Selection["hasStatement"], Base>();

  function baseOf(selection: Selection): Base {
    const known = bases.get(selection.hasStatement);
    if (known) return known;
    const nobody = { ...selection, hasVoice: () => false, pair: null };
    const tallies = articles.map((article) => tally(article, nobody, context));
    const additions = tallies.map((one, at) => ({ ...one, at }));
    const base = { tallies, sums: sumsOf(additions, drawsOf) };
    bases.set(selection.hasStatement, base);
    return base;
  }

  return (selection, foundIn) => {
    const { tallies, sums } = baseOf(selection);
    if (!sums) return null;
    const differences: Addition[] = [];
    for (const article of foundIn) {
      const at = numbers.get(article);
      const without = at === undefined ? undefined : tallies[at];
      if (at === undefined || !without) continue;
      differences.push({ at, ...combined(tally(article, selection, context), without, -1) });
    }
    const more = sumsOf(differences, drawsOf);
    if (!more) return null;
    const whole = combined(sums.whole, more.whole, 1);
    const [low, high] = (drawsOf && intervalOf(sums, more)) ?? ([null, null] as const);
    return { value: quotient(whole), ...whole, low, high };
  };
}

const combined = (one: ArticleTally, other: ArticleTally, sign: 1 | -1): ArticleTally => ({
  numerator: one.numerator + sign * other.numerator,
  denominator: one.denominator + sign * other.denominator,
  n: one.n + sign * other.n,
  unknown: one.unknown + sign * other.unknown,
});

/** `null` where a number is not whole. */
function sumsOf(
  additions: readonly Addition[],
  drawsOf: ((article: number) => Uint16Array) | null,
): Sums | null {
  let whole: ArticleTally = { numerator: 0, denominator: 0, n: 0, unknown: 0 };
  const numerators = new Float64Array(draws);
  const denominators = new Float64Array(draws);
  for (const { at, ...one } of additions) {
    if (!Number.isInteger(one.numerator) || !Number.isInteger(one.denominator)) return null;
    whole = combined(whole, one, 1);
    if (!drawsOf || (one.numerator === 0 && one.denominator === 0)) continue;
    for (const draw of drawsOf(at)) {
      numerators[draw] = (numerators[draw] ?? 0) + one.numerator;
      denominators[draw] = (denominators[draw] ?? 0) + one.denominator;
    }
  }
  return { whole, numerators, denominators };
}

function intervalOf(one: Sums, other: Sums): Interval | null {
  const values: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const value = quotient({
      numerator: (one.numerators[draw] ?? 0) + (other.numerators[draw] ?? 0),
      denominator: (one.denominators[draw] ?? 0) + (other.denominators[draw] ?? 0),
    });
    if (value !== null) values.push(value);
  }
  return values.length < draws / 2 ? null : percentiles(values, share);
}

/** In which draws an article comes, as often as it does: the draws of `intervalOverParts`, by article. Drawn twice, which takes less room. */
function drawsByArticle(articles: number, seed: number): (article: number) => Uint16Array {
  const ends = new Int32Array(articles + 1);
  eachDrawn(articles, seed, (article) => {
    ends[article + 1] = (ends[article + 1] ?? 0) + 1;
  });
  for (let article = 1; article <= articles; article += 1)
    ends[article] = (ends[article] ?? 0) + (ends[article - 1] ?? 0);
  const byArticle = new Uint16Array(articles * draws);
  const next = ends.slice();
  eachDrawn(articles, seed, (article, draw) => {
    byArticle[next[article] ?? 0] = draw;
    next[article] = (next[article] ?? 0) + 1;
  });
  return (article) => byArticle.subarray(ends[article], ends[article + 1]);
}

function eachDrawn(articles: number, seed: number, take: (article: number, draw: number) => void): void {
  const random = randomFrom(seed);
  for (let draw = 0; draw < draws; draw += 1)
    for (let at = 0; at < articles; at += 1) take(Math.floor(random() * articles), draw);
}
