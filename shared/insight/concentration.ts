// Measures of how evenly statements are spread over sources or over their classes.
import { sourceClass } from "../model/entity.ts";
import { message } from "../words/message.ts";
import type { CountedArticle, Voice } from "./counted-article.ts";
import {
  type CountContext,
  type InsightCount,
  type InsightMeasure,
  isUnvoiced,
  quotient,
  type Selection,
  sampleMeasure,
  sumOf,
  voiceWeight,
} from "./measure.ts";

const base = { unit: "source", levels: [], heedsDuplicates: true } as const;

/** What an article adds: the weights of its statements by source or class, in reading order. */
interface Spread {
  readonly weights: readonly (readonly [key: string, weight: number])[];
  readonly unknown: number;
}

type KeyOf = (voice: Voice) => string | null;
const bySource: KeyOf = ({ entity }) => entity?.id ?? null;
const byClass: KeyOf = ({ entity }) => (entity === null ? null : sourceClass(entity));

const spreadBy =
  (keyOf: KeyOf) =>
  ({ statements }: CountedArticle, _selection: Selection, { weights }: CountContext): Spread => ({
    weights: statements.flatMap((statement) =>
      statement.voices.flatMap((voice) => {
        const key = keyOf(voice);
        return key === null ? [] : [[key, voiceWeight(statement, weights)] as const];
      }),
    ),
    unknown: statements.filter(isUnvoiced).length,
  });

type Parts = Pick<InsightCount, "numerator" | "denominator"> & { readonly value?: number };

const figureOf =
  (partsOf: (weights: readonly number[]) => Parts) =>
  (spreads: readonly Spread[]): InsightCount => {
    const sums = new Map<string, number>();
    for (const [key, weight] of spreads.flatMap((spread) => spread.weights))
      sums.set(key, (sums.get(key) ?? 0) + weight);
    const { value, numerator, denominator } = partsOf([...sums.values()]);
    const unknown = sumOf(spreads, (spread) => spread.unknown);
    const quotientOrNull = quotient({ numerator, denominator });
    const figure = denominator === 0 ? null : (value ?? quotientOrNull);
    return { value: figure, numerator, denominator, n: sums.size, unknown };
  };

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

export const concentration: InsightMeasure = sampleMeasure<Spread>({
  ...base,
  id: "concentration",
  about: message("insight.concentration"),
  formula: "Σ p², p = n(e) ÷ Σ n",
  source: "Herfindahl 1950; Hirschman 1945",
  part: spreadBy(bySource),
  figure: figureOf(concentrationParts),
});

const top = {
  ...base,
  source: "concentration ratio CR(k), Bain 1951, Quarterly Journal of Economics 65(3)",
} as const;

export const topFive: InsightMeasure = sampleMeasure<Spread>({
  ...top,
  id: "top-5",
  about: message("insight.top-5"),
  formula: "n of the five e with the most ÷ Σ n",
  part: spreadBy(bySource),
  figure: figureOf(topParts(5)),
});

export const topTen: InsightMeasure = sampleMeasure<Spread>({
  ...top,
  id: "top-10",
  about: message("insight.top-10"),
  formula: "n of the ten e with the most ÷ Σ n",
  part: spreadBy(bySource),
  figure: figureOf(topParts(10)),
});

const simpson = "Simpson 1949, Nature 163: Gini–Simpson";
const shannon = "Shannon 1948, Bell System Technical Journal 27";
const hill = "Hill 1973, Ecology 54(2): number of order 1";

export const diversity: InsightMeasure = sampleMeasure<Spread>({
  ...{ ...base, id: "diversity", formula: "1 − Σ p² over e", source: simpson },
  about: message("insight.diversity"),
  part: spreadBy(bySource),
  figure: figureOf(diversityParts),
});

export const entropy: InsightMeasure = sampleMeasure<Spread>({
  ...{ ...base, id: "entropy", formula: "H = −Σ p ln p over e", source: shannon },
  about: message("insight.entropy"),
  part: spreadBy(bySource),
  figure: figureOf(entropyParts),
});

export const effectiveSources: InsightMeasure = sampleMeasure<Spread>({
  ...{ ...base, id: "effective-sources", formula: "e^H over e", source: hill },
  about: message("insight.effective-sources"),
  part: spreadBy(bySource),
  figure: figureOf(effectiveParts),
});

export const classDiversity: InsightMeasure = sampleMeasure<Spread>({
  ...{ ...base, id: "class-diversity", formula: "1 − Σ p² over classes", source: simpson },
  about: message("insight.class-diversity"),
  part: spreadBy(byClass),
  figure: figureOf(diversityParts),
});

export const classEntropy: InsightMeasure = sampleMeasure<Spread>({
  ...{ ...base, id: "class-entropy", formula: "H = −Σ p ln p over classes", source: shannon },
  about: message("insight.class-entropy"),
  part: spreadBy(byClass),
  figure: figureOf(entropyParts),
});

export const effectiveClasses: InsightMeasure = sampleMeasure<Spread>({
  ...{ ...base, id: "effective-classes", formula: "e^H over classes", source: hill },
  about: message("insight.effective-classes"),
  part: spreadBy(byClass),
  figure: figureOf(effectiveParts),
});
