// The margin by which a figure could be off because these articles and not others were read: the percentile interval of a bootstrap (Efron
// 1979) over articles, since cards of one article depend on each other. `docs/insight.md` says it so that others can compute the same. Figures of
// one question draw the same articles, and what one of them was drawn for the next one knows.
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
  if (count.columns?.every(isWhole)) return intervalOfColumns(count.columns, articles, seed);
  const valueIn = count.valueIn ?? ((sample) => count(sample).value);
  return intervalOverParts(valueIn, articles, { seed, draws, share });
}

const isWhole = (column: Float64Array): boolean => column.every(Number.isInteger);

/** Article by article, which looks up each of them once instead of once a draw. */
function intervalOfColumns(
  [numerators, denominators]: NonNullable<SampleCount["columns"]>,
  articles: number,
  seed: number,
): Interval | null {
  const by = drawsByArticle(articles, seed);
  const sums = [new Float64Array(draws), new Float64Array(draws)] as const;
  for (let article = 0; article < articles; article += 1) {
    addToDraws(sums[0], numerators[article] ?? 0, { article, by });
    addToDraws(sums[1], denominators[article] ?? 0, { article, by });
  }
  return intervalOfSums(...sums);
}

/** In which draws each article comes, as often as it does, one article after the other. */
interface DrawsByArticle {
  readonly drawn: Uint16Array;
  /** Where the draws of an article begin; those of the last one end at the last number. */
  readonly starts: Int32Array;
}

/** So many drawn articles are kept at once, two bytes each. */
const mostKept = 12_000_000;

/** By the number of articles and the seed, the latest last. */
const kept = new Map<string, DrawsByArticle>();

/** The draws of `intervalOverParts`, by article. */
export function drawsByArticle(articles: number, seed: number): DrawsByArticle {
  const key = `${articles} ${seed}`;
  const known = kept.get(key) ?? drawByArticle(articles, seed);
  kept.delete(key);
  kept.set(key, known);
  let room = mostKept;
  for (const [one, { drawn }] of [...kept].reverse()) {
    room -= drawn.length;
    if (room < 0 && one !== key) kept.delete(one);
  }
  return known;
}

/** Drawn twice, which takes less room. */
function drawByArticle(articles: number, seed: number): DrawsByArticle {
  const starts = new Int32Array(articles + 1);
  eachDrawn(articles, seed, (article) => {
    starts[article + 1] = (starts[article + 1] ?? 0) + 1;
  });
  for (let article = 1; article <= articles; article += 1)
    starts[article] = (starts[article] ?? 0) + (starts[article - 1] ?? 0);
  const drawn = new Uint16Array(articles * draws);
  const next = starts.slice();
  eachDrawn(articles, seed, (article, draw) => {
    const at = next[article] ?? 0;
    drawn[at] = draw;
    next[article] = at + 1;
  });
  return { drawn, starts };
}

function eachDrawn(articles: number, seed: number, take: (article: number, draw: number) => void): void {
  const random = randomFrom(seed);
  for (let draw = 0; draw < draws; draw += 1)
    for (let at = 0; at < articles; at += 1) take(Math.floor(random() * articles), draw);
}

/** Adds what one article adds to the sum of each draw in which it comes. The sums are the same in any order where all numbers are whole. */
export function addToDraws(
  sums: Float64Array,
  amount: number,
  { article, by: { drawn, starts } }: { readonly article: number; readonly by: DrawsByArticle },
): void {
  if (amount === 0) return;
  const end = starts[article + 1] ?? 0;
  for (let at = starts[article] ?? 0; at < end; at += 1) {
    const draw = drawn[at] ?? 0;
    sums[draw] = (sums[draw] ?? 0) + amount;
  }
}

/** Between which the quotients of the draws lie; `null` where fewer than half of the draws have one. */
export function intervalOfSums(numerators: Float64Array, denominators: Float64Array): Interval | null {
  const values = new Float64Array(draws);
  let count = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const denominator = denominators[draw] ?? 0;
    if (denominator === 0) continue;
    values[count] = (numerators[draw] ?? 0) / denominator;
    count += 1;
  }
  return count < draws / 2 ? null : percentiles(values.subarray(0, count), share);
}
