// Counts a measure of each of many sources, or pairs of them, of the same articles, most of which speak in few of them: what holds where they do
// not speak is worked out once for all, and each of them only where it speaks. All numbers are whole, so that no order of sums changes a figure.
import type { CountedArticle } from "./counted-article.ts";
import { type DrawsByArticle, drawsByArticle, type SumsInDraws, sumsInDraws } from "./draws.ts";
import { intervalOfSums, leastArticles } from "./interval.ts";
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

/** What articles add up to, in all and in each draw; `null`: nothing is drawn. */
interface Sums {
  numerator: number;
  denominator: number;
  n: number;
  unknown: number;
  readonly drawn: { readonly numerators: SumsInDraws; readonly denominators: SumsInDraws } | null;
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
    const sums = sumsFrom(drawsOf);
    const isWhole = tallies.every((one, article) => addArticle(sums, article, one, nothing));
    const base = { tallies, sums: isWhole ? sums : null };
    bases.set(selection.hasStatement, base);
    return base;
  }

  return (selection, foundIn) => {
    const { tallies, sums } = baseOf(selection);
    if (!sums) return null;
    const added = sumsFrom(drawsOf, sums);
    for (const article of foundIn) {
      const at = numbers.get(article);
      const without = at === undefined ? undefined : tallies[at];
      if (at === undefined || !without) continue;
      const one = tally(article, selection, context);
      if (!addArticle(added, at, one, without)) return null;
    }
    const { numerator, denominator, n, unknown, drawn } = added;
    const interval = drawn && intervalOfSums(drawn.numerators.whole(), drawn.denominators.whole());
    const [low, high] = interval ?? ([null, null] as const);
    return { value: quotient(added), numerator, denominator, n, unknown, low, high };
  };
}

const nothing: ArticleTally = { numerator: 0, denominator: 0, n: 0, unknown: 0 };

/** Sums that begin with these. */
const sumsFrom = (by: DrawsByArticle | null, before?: Sums): Sums => ({
  ...(before ?? nothing),
  drawn: by && {
    numerators: sumsInDraws(by, before?.drawn?.numerators.whole()),
    denominators: sumsInDraws(by, before?.drawn?.denominators.whole()),
  },
});

/** Adds what an article adds with a source more than without it. False where that is not whole. */
function addArticle(sums: Sums, article: number, one: ArticleTally, without: ArticleTally): boolean {
  const numerator = one.numerator - without.numerator;
  const denominator = one.denominator - without.denominator;
  if (!Number.isInteger(numerator) || !Number.isInteger(denominator)) return false;
  sums.numerator += numerator;
  sums.denominator += denominator;
  sums.n += one.n - without.n;
  sums.unknown += one.unknown - without.unknown;
  sums.drawn?.numerators.add(article, numerator);
  sums.drawn?.denominators.add(article, denominator);
  return true;
}
