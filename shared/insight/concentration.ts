// Measures of how evenly statements are spread over sources or over their classes.
import { sourceClass } from "../model/entity.ts";
import { message } from "../words/message.ts";
import type { CountedArticle, Voice } from "./counted-article.ts";
import {
  type InsightCount,
  type InsightMeasure,
  isUnvoiced,
  quotient,
  sumOf,
  type VoiceWeights,
  voiceWeight,
} from "./measure.ts";

/** What an article adds: the weights of its statements by the number of the source or class. */
interface Spread {
  readonly numbers: Int32Array;
  readonly weights: Float64Array;
  readonly unknown: number;
}

type KeyOf = (voice: Voice) => string | null;
const bySource: KeyOf = ({ entity }) => entity?.id ?? null;
const byClass: KeyOf = ({ entity }) => (entity === null ? null : sourceClass(entity));

/** `numbers`: of the sources or classes seen so far, in the order in which they come; grows. */
function spreadOf(
  { statements }: CountedArticle,
  { keyOf, numbers, weights }: { keyOf: KeyOf; numbers: Map<string, number>; weights: VoiceWeights },
): Spread {
  const sums = new Map<number, number>();
  for (const statement of statements)
    for (const voice of statement.voices) {
      const key = keyOf(voice);
      if (key === null) continue;
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      sums.set(number, (sums.get(number) ?? 0) + voiceWeight(statement, weights));
    }
  return {
    numbers: Int32Array.from(sums.keys()),
    weights: Float64Array.from(sums.values()),
    unknown: statements.filter(isUnvoiced).length,
  };
}

/** A measure of the weights of sources or classes, those that do not speak left out. */
function spreadMeasure({
  keyOf,
  partsOf,
  most = Infinity,
  ...facts
}: Pick<InsightMeasure, "id" | "name" | "about" | "formula" | "source"> & {
  readonly keyOf: KeyOf;
  readonly partsOf: (weights: readonly number[]) => Parts;
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
      const numbers = new Map<string, number>();
      const spreads = articles.map((article) => spreadOf(article, { keyOf, numbers, weights }));
      return (sample) => {
        const sums = new Float64Array(numbers.size);
        let unknown = 0;
        for (let at = 0; at < sample.length; at += 1) {
          const spread = spreads[sample[at] ?? 0];
          if (!spread) continue;
          unknown += spread.unknown;
          for (let one = 0; one < spread.numbers.length; one += 1)
            sums[spread.numbers[one] ?? 0] =
              (sums[spread.numbers[one] ?? 0] ?? 0) + (spread.weights[one] ?? 0);
        }
        const heard = [...sums].filter((weight) => weight > 0);
        return { ...figureOf(partsOf(heard)), n: heard.length, unknown };
      };
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

const total = (weights: readonly number[]): number => sumOf(weights, (weight) => weight);
const squares = (weights: readonly number[]): number => sumOf(weights, (weight) => weight * weight);

const concentrationParts = (weights: readonly number[]): Parts => ({
  numerator: squares(weights),
  denominator: total(weights) * total(weights),
});

const diversityParts = (weights: readonly number[]): Parts => {
  const denominator = total(weights) * total(weights);
  return { numerator: denominator - squares(weights), denominator };
};

/** −Σ p ln p as one quotient. */
const entropyParts = (weights: readonly number[]): Parts => {
  const all = total(weights);
  const numerator = all * Math.log(all) - sumOf(weights, (weight) => weight * Math.log(weight));
  return { numerator: all === 0 ? 0 : numerator, denominator: all };
};

const effectiveParts = (weights: readonly number[]): Parts => {
  const { numerator, denominator } = entropyParts(weights);
  return { numerator: denominator, denominator: weights.length, value: Math.exp(numerator / denominator) };
};

const topParts =
  (most: number) =>
  (weights: readonly number[]): Parts => {
    const ranked = [...weights].sort((one, other) => other - one);
    return { numerator: total(ranked.slice(0, most)), denominator: total(ranked) };
  };

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
