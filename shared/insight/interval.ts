// How far a figure could be off because these articles and not others were read: the percentile interval of a bootstrap (Efron 1979) over
// articles, since cards of one article depend on each other. `docs/insight.md` says it so that others can compute the same.
import { type Interval, percentiles } from "../agreement/bootstrap.ts";
import { randomFrom } from "../agreement/sample-continuum.ts";
import type { SampleCount } from "./measure.ts";

/** Under so many articles there is no interval. */
export const leastArticles = 5;

const draws = 1_000;
const share = 0.95;

/** `null` for too few articles, or where fewer than half of the draws give a figure. */
export function intervalOverArticles(count: SampleCount, articles: number, seed: number): Interval | null {
  if (articles < leastArticles) return null;
  const random = randomFrom(seed);
  const sample = new Int32Array(articles);
  const values: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    for (let at = 0; at < articles; at += 1) sample[at] = Math.floor(random() * articles);
    const { value } = count(sample);
    if (value !== null) values.push(value);
  }
  return values.length < draws / 2 ? null : percentiles(values, share);
}
