// The margin by which a figure could be off because these articles and not others were read: the percentile interval of a bootstrap (Efron
// 1979) over articles, since cards of one article depend on each other. `docs/insight.md` says it so that others can compute the same.
import { type Interval, intervalOverParts } from "../agreement/bootstrap.ts";
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
