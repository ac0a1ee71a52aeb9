// Counts a measure of each of many sources of the same articles, most of which speak in few of them: what holds where a source does not speak
// is worked out once for all, and each source only where it speaks. All numbers are whole, so that no order of sums changes a figure.
import type { CountedArticle } from "./counted-article.ts";
import { addToDraws, draws, drawsByArticle, intervalOfSums, leastArticles } from "./interval.ts";
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

/** `foundIn`: the articles in which the source speaks. `null` where a number is not whole. */
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
    const nobody = { ...selection, hasVoice: () => false };
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
    const added = sumsOf(differences, drawsOf, sums);
    if (!added) return null;
    const { whole, numerators, denominators } = added;
    const [low, high] = (drawsOf && intervalOfSums(numerators, denominators)) ?? ([null, null] as const);
    return { value: quotient(whole), ...whole, low, high };
  };
}

const combined = (one: ArticleTally, other: ArticleTally, sign: 1 | -1): ArticleTally => ({
  numerator: one.numerator + sign * other.numerator,
  denominator: one.denominator + sign * other.denominator,
  n: one.n + sign * other.n,
  unknown: one.unknown + sign * other.unknown,
});

const nothing: Sums = {
  whole: { numerator: 0, denominator: 0, n: 0, unknown: 0 },
  numerators: new Float64Array(draws),
  denominators: new Float64Array(draws),
};

/** These sums with what articles add to them; `null` where a number is not whole. */
function sumsOf(
  additions: readonly Addition[],
  by: ReturnType<typeof drawsByArticle> | null,
  before: Sums = nothing,
): Sums | null {
  let { whole } = before;
  const numerators = before.numerators.slice();
  const denominators = before.denominators.slice();
  for (const { at: article, ...one } of additions) {
    if (!Number.isInteger(one.numerator) || !Number.isInteger(one.denominator)) return null;
    whole = combined(whole, one, 1);
    if (!by) continue;
    addToDraws(numerators, one.numerator, { article, by });
    addToDraws(denominators, one.denominator, { article, by });
  }
  return { whole, numerators, denominators };
}
