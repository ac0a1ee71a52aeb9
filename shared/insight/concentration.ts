// Measures of how evenly statements are spread over sources or over their classes.
import { sourceClass } from "../model/entity.ts";
import { memoize } from "../model/memoize.ts";
import { message } from "../words/message.ts";
import type { CountedArticle, Voice } from "./counted-article.ts";
import { type DrawsByArticle, draws, sumsInDraws } from "./draws.ts";
import {
  type InsightCount,
  type InsightMeasure,
  isUnvoiced,
  quotient,
  sumIn,
  unvoicedIn,
  type VoiceWeights,
  voiceWeight,
} from "./measure.ts";

/**
 * What articles add: the weights of their statements by the number of the source or class, one article after the other. Those of an article
 * begin at its place in `starts`; the last one is where all end.
 */
interface Spreads {
  readonly starts: Int32Array;
  readonly numbers: Int32Array;
  readonly weights: Float64Array;
  readonly unknowns: Float64Array;
  /** How many sources or classes there are, numbered in the order in which they come. */
  readonly size: number;
  /** Whether all weights are whole numbers, which no order of sums changes. */
  readonly isWhole: boolean;
}

type KeyOf = (voice: Voice) => string | null;
const bySource: KeyOf = ({ entity }) => entity?.id ?? null;
const byClass: KeyOf = ({ entity }) => (entity === null ? null : sourceClass(entity));

/** The spreads of articles, which all measures of this file have alike; by what they are spread over, and how statements are weighted. */
function spreadsOf(articles: readonly CountedArticle[], keyOf: KeyOf, weights: VoiceWeights): Spreads {
  const known = spreadsBy(articles);
  const spreads = known.get(keyOf)?.[weights] ?? spreadsIn(articles, keyOf, weights);
  known.set(keyOf, { ...known.get(keyOf), [weights]: spreads });
  return spreads;
}

const spreadsBy = memoize(
  (_: readonly CountedArticle[]) => new Map<KeyOf, Partial<Record<VoiceWeights, Spreads>>>(),
);

function spreadsIn(articles: readonly CountedArticle[], keyOf: KeyOf, weights: VoiceWeights): Spreads {
  const numbersByKey = new Map<string, number>();
  const starts = new Int32Array(articles.length + 1);
  const numbers: number[] = [];
  const sums: number[] = [];
  /** By number, where its weight stands among those of this article, if it stands behind those of the articles before. */
  const places: number[] = [];
  for (const [at, { statements }] of articles.entries()) {
    const start = numbers.length;
    for (const statement of statements)
      for (const voice of statement.voices) {
        const key = keyOf(voice);
        if (key === null) continue;
        const number = numbersByKey.get(key) ?? numbersByKey.size;
        if (number === places.length) {
          numbersByKey.set(key, number);
          places.push(-1);
        }
        const known = places[number] ?? -1;
        const place = known < start ? numbers.push(number) - 1 : known;
        places[number] = place;
        sums[place] = (sums[place] ?? 0) + voiceWeight(statement, weights);
      }
    starts[at + 1] = numbers.length;
  }
  return {
    ...{ starts, numbers: Int32Array.from(numbers), weights: Float64Array.from(sums) },
    ...{ size: numbersByKey.size, isWhole: sums.every(Number.isInteger) },
    unknowns: Float64Array.from(articles, (article) => unvoicedIn(article).length),
  };
}

/** The weights of those that are heard in a sample, in the order of their numbers. */
function heardIn({ starts, numbers, weights, size }: Spreads, sample: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(size);
  for (let at = 0; at < sample.length; at += 1) {
    const article = sample[at] ?? 0;
    const end = starts[article + 1] ?? 0;
    for (let one = starts[article] ?? 0; one < end; one += 1) {
      const number = numbers[one] ?? 0;
      sums[number] = (sums[number] ?? 0) + (weights[one] ?? 0);
    }
  }
  return sums.filter(isHeard);
}

const isHeard = (weight: number): boolean => weight > 0;

/** So many of the greatest weights are told apart. */
const mostRanked = 10;

/** What all figures of weights are made of. */
interface HeardSums {
  /** How many are heard. */
  readonly count: number;
  /** In the order of their numbers: of the weights, of their squares, and of each times its logarithm. */
  readonly total: number;
  readonly squares: number;
  readonly logs: number;
  /** The greatest, the greatest first; and the sum of all in that order, which is another one where weights are fractions. */
  readonly greatest: Float64Array;
  readonly rankedTotal: () => number;
}

function sumsOfHeard(heard: Float64Array): HeardSums {
  let [total, squares, logs] = [0, 0, 0];
  const greatest = new Float64Array(mostRanked);
  for (const weight of heard) {
    total += weight;
    squares += weight * weight;
    logs += weight * Math.log(weight);
    putGreatest(greatest, 0, weight);
  }
  const rankedTotal = (): number =>
    heard.every(Number.isInteger) ? total : sumOfFirst(heard.toSorted().reverse());
  return { count: heard.length, total, squares, logs, greatest, rankedTotal };
}

/** Puts a weight in its place among the greatest that stand from `start` on, where it is one of them. */
function putGreatest(greatest: Float64Array, start: number, weight: number): void {
  let at = start + mostRanked - 1;
  if (weight <= (greatest[at] ?? 0)) return;
  for (; at > start && weight > (greatest[at - 1] ?? 0); at -= 1) greatest[at] = greatest[at - 1] ?? 0;
  greatest[at] = weight;
}

/**
 * The same of each draw, summed source by source instead of draw by draw, which takes a fraction of the time. Of whole weights. The same as long as
 * the draws are.
 */
function sumsInEachDraw(spreads: Spreads, by: DrawsByArticle): readonly HeardSums[] {
  const known = sumsByDraws(spreads);
  const sums = known.get(by) ?? summedBySource(spreads, by);
  known.set(by, sums);
  return sums;
}

const sumsByDraws = memoize((_: Spreads) => new WeakMap<DrawsByArticle, readonly HeardSums[]>());

function summedBySource(spreads: Spreads, by: DrawsByArticle): readonly HeardSums[] {
  const [counts, totals] = [new Int32Array(draws), new Float64Array(draws)];
  const [squares, logs] = [new Float64Array(draws), new Float64Array(draws)];
  const greatest = new Float64Array(draws * mostRanked);
  for (const weights of eachInDraws(spreads, by))
    for (let draw = 0; draw < draws; draw += 1) {
      const weight = weights[draw] ?? 0;
      if (weight === 0) continue;
      counts[draw] = (counts[draw] ?? 0) + 1;
      totals[draw] = (totals[draw] ?? 0) + weight;
      squares[draw] = (squares[draw] ?? 0) + weight * weight;
      logs[draw] = (logs[draw] ?? 0) + weight * Math.log(weight);
      putGreatest(greatest, draw * mostRanked, weight);
    }
  return Array.from(totals, (total, draw) => ({
    ...{ count: counts[draw] ?? 0, total, rankedTotal: () => total },
    ...{ squares: squares[draw] ?? 0, logs: logs[draw] ?? 0 },
    greatest: greatest.subarray(draw * mostRanked, (draw + 1) * mostRanked),
  }));
}

/** The weight of each source or class in each draw, one after the other in the order of their numbers. */
function* eachInDraws(
  { starts, numbers, weights, size }: Spreads,
  by: DrawsByArticle,
): Generator<Float64Array, void, void> {
  /** Where the weights of each begin, sorted by number. */
  const begins = new Int32Array(size + 1);
  for (const number of numbers) begins[number + 1] = (begins[number + 1] ?? 0) + 1;
  for (let number = 0; number < size; number += 1)
    begins[number + 1] = (begins[number + 1] ?? 0) + (begins[number] ?? 0);
  const ends = begins.slice();
  const [articles, amounts] = [new Int32Array(numbers.length), new Float64Array(numbers.length)];
  for (let article = 0; article + 1 < starts.length; article += 1)
    for (let one = starts[article] ?? 0; one < (starts[article + 1] ?? 0); one += 1) {
      const number = numbers[one] ?? 0;
      const place = ends[number] ?? 0;
      ends[number] = place + 1;
      articles[place] = article;
      amounts[place] = weights[one] ?? 0;
    }
  for (let number = 0; number < size; number += 1) {
    const sums = sumsInDraws(by);
    for (let one = begins[number] ?? 0; one < (begins[number + 1] ?? 0); one += 1)
      sums.add(articles[one] ?? 0, amounts[one] ?? 0);
    yield sums.whole();
  }
}

/** A measure of the weights of sources or classes, those that do not speak left out. */
function spreadMeasure({
  keyOf,
  partsOf,
  most = Infinity,
  ...facts
}: Pick<InsightMeasure, "id" | "name" | "about" | "formula" | "source"> & {
  readonly keyOf: KeyOf;
  readonly partsOf: (sums: HeardSums) => Parts;
  /** It counts only so many of them, those with the most. */
  readonly most?: number;
}): InsightMeasure {
  return {
    ...{ ...facts, unit: "source", levels: [], heedsDuplicates: true },
    statementsBehind(articles, _selection, { weights }) {
      const counted = new Set(keysRanked(articles, keyOf, weights).slice(0, most));
      const has = (voice: Voice): boolean => counted.has(keyOf(voice) ?? "");
      return ({ statements }) => ({
        numerator: statements.filter(({ voices }) => voices.some(has)),
        denominator: statements.filter(({ voices }) => voices.some((voice) => keyOf(voice) !== null)),
        unknown: statements.filter(isUnvoiced),
      });
    },
    count(articles, _selection, { weights }) {
      const spreads = spreadsOf(articles, keyOf, weights);
      const count = (sample: ArrayLike<number>): InsightCount => {
        const sums = sumsOfHeard(heardIn(spreads, sample));
        return { ...figureOf(partsOf(sums)), n: sums.count, unknown: sumIn(spreads.unknowns, sample) };
      };
      const figureValue = (sums: HeardSums): number | null => figureOf(partsOf(sums)).value;
      return Object.assign(count, {
        valueIn: (sample: ArrayLike<number>): number | null =>
          figureValue(sumsOfHeard(heardIn(spreads, sample))),
        ...(spreads.isWhole && {
          valuesIn: (by: DrawsByArticle) => sumsInEachDraw(spreads, by).map(figureValue),
        }),
      });
    },
  };
}

/** Sources or classes, those with the most statements first; of equals the one that is heard first. */
function keysRanked(
  articles: readonly CountedArticle[],
  keyOf: KeyOf,
  weights: VoiceWeights,
): readonly string[] {
  const sums = new Map<string, number>();
  for (const { statements } of articles)
    for (const statement of statements)
      for (const voice of statement.voices) {
        const key = keyOf(voice);
        if (key !== null) sums.set(key, (sums.get(key) ?? 0) + voiceWeight(statement, weights));
      }
  return [...sums].sort(([, one], [, other]) => other - one).map(([key]) => key);
}

const figureOf = ({ value, ...parts }: Parts): Omit<InsightCount, "n" | "unknown"> => ({
  value: parts.denominator === 0 ? null : (value ?? quotient(parts)),
  ...parts,
});

type Parts = Pick<InsightCount, "numerator" | "denominator"> & { readonly value?: number };

const sumOfFirst = (weights: Float64Array, most = weights.length): number => {
  let sum = 0;
  for (let at = 0; at < most; at += 1) sum += weights[at] ?? 0;
  return sum;
};

const concentrationParts = ({ squares, total }: HeardSums): Parts => ({
  numerator: squares,
  denominator: total * total,
});

const diversityParts = ({ squares, total }: HeardSums): Parts => {
  const denominator = total * total;
  return { numerator: denominator - squares, denominator };
};

/** −Σ p ln p as one quotient. */
const entropyParts = ({ total, logs }: HeardSums): Parts => ({
  numerator: total === 0 ? 0 : total * Math.log(total) - logs,
  denominator: total,
});

const effectiveParts = (sums: HeardSums): Parts => {
  const { numerator, denominator } = entropyParts(sums);
  return { numerator: denominator, denominator: sums.count, value: Math.exp(numerator / denominator) };
};

const topParts =
  (most: number) =>
  ({ greatest, rankedTotal }: HeardSums): Parts => ({
    numerator: sumOfFirst(greatest, most),
    denominator: rankedTotal(),
  });

export const concentration: InsightMeasure = spreadMeasure({
  id: "concentration",
  name: message("insight.name-concentration"),
  about: message("insight.concentration"),
  formula: "Σ p², p = n(e) ÷ Σ n",
  source: "Herfindahl 1950; Hirschman 1945",
  keyOf: bySource,
  partsOf: concentrationParts,
});

const top = { source: "concentration ratio CR(k), Bain 1951, Quarterly Journal of Economics 65(3)" } as const;

export const topFive: InsightMeasure = spreadMeasure({
  ...top,
  id: "top-5",
  name: message("insight.name-top-5"),
  about: message("insight.top-5"),
  formula: "n of the five e with the most ÷ Σ n",
  keyOf: bySource,
  partsOf: topParts(5),
  most: 5,
});

export const topTen: InsightMeasure = spreadMeasure({
  ...top,
  id: "top-10",
  name: message("insight.name-top-10"),
  about: message("insight.top-10"),
  formula: "n of the ten e with the most ÷ Σ n",
  keyOf: bySource,
  partsOf: topParts(10),
  most: 10,
});

const simpson = "Simpson 1949, Nature 163: Gini–Simpson";
const shannon = "Shannon 1948, Bell System Technical Journal 27";
const hill = "Hill 1973, Ecology 54(2): number of order 1";

export const diversity: InsightMeasure = spreadMeasure({
  ...{ id: "diversity", formula: "1 − Σ p² over e", source: simpson },
  name: message("insight.name-diversity"),
  about: message("insight.diversity"),
  keyOf: bySource,
  partsOf: diversityParts,
});

export const entropy: InsightMeasure = spreadMeasure({
  ...{ id: "entropy", formula: "H = −Σ p ln p over e", source: shannon },
  name: message("insight.name-entropy"),
  about: message("insight.entropy"),
  keyOf: bySource,
  partsOf: entropyParts,
});

export const effectiveSources: InsightMeasure = spreadMeasure({
  ...{ id: "effective-sources", formula: "e^H over e", source: hill },
  name: message("insight.name-effective-sources"),
  about: message("insight.effective-sources"),
  keyOf: bySource,
  partsOf: effectiveParts,
});

export const classDiversity: InsightMeasure = spreadMeasure({
  ...{ id: "class-diversity", formula: "1 − Σ p² over classes", source: simpson },
  name: message("insight.name-class-diversity"),
  about: message("insight.class-diversity"),
  keyOf: byClass,
  partsOf: diversityParts,
});

export const classEntropy: InsightMeasure = spreadMeasure({
  ...{ id: "class-entropy", formula: "H = −Σ p ln p over classes", source: shannon },
  name: message("insight.name-class-entropy"),
  about: message("insight.class-entropy"),
  keyOf: byClass,
  partsOf: entropyParts,
});

export const effectiveClasses: InsightMeasure = spreadMeasure({
  ...{ id: "effective-classes", formula: "e^H over classes", source: hill },
  name: message("insight.name-effective-classes"),
  about: message("insight.effective-classes"),
  keyOf: byClass,
  partsOf: effectiveParts,
});
