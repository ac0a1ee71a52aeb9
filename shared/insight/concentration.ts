// Measures of how evenly statements are spread over sources or over their classes.
import { sourceClass } from "../model/entity.ts";
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
  readonly unknowns: Int32Array;
  /** How many sources or classes there are, numbered in the order in which they come. */
  readonly size: number;
  /** Whether all weights are whole numbers, which no order of sums changes. */
  readonly isWhole: boolean;
}

type KeyOf = (voice: Voice) => string | null;
const bySource: KeyOf = ({ entity }) => entity?.id ?? null;
const byClass: KeyOf = ({ entity }) => (entity === null ? null : sourceClass(entity));

function spreadsOf(articles: readonly CountedArticle[], keyOf: KeyOf, weights: VoiceWeights): Spreads {
  const keys = new Map<string, number>();
  const sums = articles.map(({ statements }) => {
    const ofArticle = new Map<number, number>();
    for (const statement of statements)
      for (const voice of statement.voices) {
        const key = keyOf(voice);
        if (key === null) continue;
        const number = keys.get(key) ?? keys.size;
        keys.set(key, number);
        ofArticle.set(number, (ofArticle.get(number) ?? 0) + voiceWeight(statement, weights));
      }
    return ofArticle;
  });
  const starts = new Int32Array(articles.length + 1);
  for (const [at, { size }] of sums.entries()) starts[at + 1] = (starts[at] ?? 0) + size;
  const all = Float64Array.from(sums.flatMap((ofArticle) => [...ofArticle.values()]));
  return {
    ...{ starts, weights: all, isWhole: all.every(Number.isInteger) },
    numbers: Int32Array.from(sums.flatMap((ofArticle) => [...ofArticle.keys()])),
    unknowns: Int32Array.from(articles, (article) => unvoicedIn(article).length),
    size: keys.size,
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

/** Sources whose sums in all draws are held at once. */
const mostInMatrix = 3_000;

/** A figure of those that are heard in each draw, summed source by source instead of draw by draw, which takes a fraction of the time. Of whole weights. */
function inDraws<Figure>(
  { starts, numbers, weights, size }: Spreads,
  by: DrawsByArticle,
  figureValue: (heard: Float64Array) => Figure,
): readonly Figure[] {
  const sums = Array.from({ length: size }, () => sumsInDraws(by));
  for (let article = 0; article + 1 < starts.length; article += 1) {
    const end = starts[article + 1] ?? 0;
    for (let one = starts[article] ?? 0; one < end; one += 1)
      sums[numbers[one] ?? 0]?.add(article, weights[one] ?? 0);
  }
  const matrix = sums.map((ofSource) => ofSource.whole());
  const heard = new Float64Array(size);
  const figures: Figure[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    let count = 0;
    for (const ofSource of matrix) {
      const weight = ofSource[draw] ?? 0;
      if (weight > 0) heard[count++] = weight;
    }
    figures.push(figureValue(heard.subarray(0, count)));
  }
  return figures;
}

/** A measure of the weights of sources or classes, those that do not speak left out. */
function spreadMeasure({
  keyOf,
  partsOf,
  most = Infinity,
  ...facts
}: Pick<InsightMeasure, "id" | "name" | "about" | "formula" | "source"> & {
  readonly keyOf: KeyOf;
  readonly partsOf: (weights: Float64Array) => Parts;
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
        const heard = heardIn(spreads, sample);
        return { ...figureOf(partsOf(heard)), n: heard.length, unknown: sumIn(spreads.unknowns, sample) };
      };
      const figureValue = (heard: Float64Array): number | null => figureOf(partsOf(heard)).value;
      const isMatrix = spreads.isWhole && spreads.size <= mostInMatrix;
      return Object.assign(count, {
        valueIn: (sample: ArrayLike<number>): number | null => figureValue(heardIn(spreads, sample)),
        ...(isMatrix && { valuesIn: (by: DrawsByArticle) => inDraws(spreads, by, figureValue) }),
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

function total(weights: Float64Array): number {
  let sum = 0;
  for (const weight of weights) sum += weight;
  return sum;
}

function squares(weights: Float64Array): number {
  let sum = 0;
  for (const weight of weights) sum += weight * weight;
  return sum;
}

const concentrationParts = (weights: Float64Array): Parts => ({
  numerator: squares(weights),
  denominator: total(weights) * total(weights),
});

const diversityParts = (weights: Float64Array): Parts => {
  const denominator = total(weights) * total(weights);
  return { numerator: denominator - squares(weights), denominator };
};

/** −Σ p ln p as one quotient. */
const entropyParts = (weights: Float64Array): Parts => {
  const all = total(weights);
  const logs = weights.reduce((sum, weight) => sum + weight * Math.log(weight), 0);
  const numerator = all * Math.log(all) - logs;
  return { numerator: all === 0 ? 0 : numerator, denominator: all };
};

const effectiveParts = (weights: Float64Array): Parts => {
  const { numerator, denominator } = entropyParts(weights);
  return { numerator: denominator, denominator: weights.length, value: Math.exp(numerator / denominator) };
};

const topParts =
  (most: number) =>
  (weights: Float64Array): Parts => {
    if (!weights.every(Number.isInteger)) return topOfRanked(weights.toSorted().reverse(), most);
    // Whole numbers need not be ranked, since no order of sums changes them.
    return { numerator: total(greatestOf(weights, most)), denominator: total(weights) };
  };

const topOfRanked = (ranked: Float64Array, most: number): Parts => ({
  numerator: total(ranked.subarray(0, most)),
  denominator: total(ranked),
});

/** So many of the greatest, the greatest first. */
function greatestOf(weights: Float64Array, most: number): Float64Array {
  const greatest = new Float64Array(most);
  for (const weight of weights) {
    let at = most - 1;
    if (weight <= (greatest[at] ?? 0)) continue;
    for (; at > 0 && weight > (greatest[at - 1] ?? 0); at -= 1) greatest[at] = greatest[at - 1] ?? 0;
    greatest[at] = weight;
  }
  return greatest;
}

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
