// The margin by which a figure could be off because these articles and not others were read: the percentile interval of a bootstrap (Efron
// 1979) over articles, since cards of one article depend on each other. `docs/insight.md` says it so that others can compute the same.
import { type Interval, intervalOverParts, percentiles } from "../agreement/bootstrap.ts";
import { randomFrom } from "../agreement/sample-continuum.ts";
import type { SampleCount } from "./measure.ts";

/** Under so many articles there is no interval. */
export const leastArticles = 5;

export const draws = 1_000;
export const share = 0.95;

/** `null` for too few articles, or where fewer than half of the draws give a figure. */
export function intervalOverArticles(count: SampleCount, articles: number, seed: number): Interval | null {
  if (articles < leastArticles) return null;
  return intervalOverParts((sample) => count(sample).value, articles, { seed, draws, share });
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
  const random = randomFrom(seed);
  const first = new Int32Array(one.articles);
  const second = isPaired ? first : new Int32Array(other.articles);
  const take = (sample: Int32Array): void => {
    for (let at = 0; at < sample.length; at += 1) sample[at] = Math.floor(random() * sample.length);
  };
  const differences: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    take(first);
    if (!isPaired) take(second);
    const [value, another] = [one.count(first).value, other.count(second).value];
    if (value !== null && another !== null) differences.push(value - another);
  }
  return differences.length < draws / 2 ? null : percentiles(differences, share);
}
