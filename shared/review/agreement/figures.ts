// A measure's figures on ratings or on a continuum: over all, with an interval; the mean over articles; and for each two.

import { type Interval, intervalOf, intervalOverParts } from "../../agreement/bootstrap.ts";
import { type Continuum, unitCount } from "../../agreement/continuum.ts";
import type { ContinuumMeasure, Figure, MeasureOptions, RatingMeasure } from "../../agreement/measure.ts";
import { mean, pairsOf, type Ratings, type UnitRatings } from "../../agreement/ratings.ts";
import { memoize } from "../../model/memoize.ts";
import { joinPassages, ofPair, passagesOf } from "./set-continuum.ts";

/** `interval`: where the figure would lie with other units of the same kind, in 95 of 100 cases. */
export interface PooledFigure extends Figure {
  readonly interval?: Interval;
}

/** Two annotators, by their places. */
interface PairFigure extends Figure {
  readonly pair: readonly [number, number];
}

/** `macro`: the mean of the articles' own figures; its `n` counts those that have one, its note says why none has. */
export interface Figures {
  readonly pooled: PooledFigure;
  readonly macro: Figure;
  readonly pairs: readonly PairFigure[];
}

/** What is computed beside the figure over all: nothing costs more than it is asked for. */
export type FigurePart = "macro" | "pairs";

export interface IntervalChoice {
  readonly seed: number;
  /** 0: no intervals. */
  readonly draws: number;
}

/** Units times draws: more than these are not looked at for one interval, but two hundred draws always. */
const mostDrawn = 100_000;
const drawsFor = (draws: number, units: number): number =>
  Math.min(draws, Math.max(200, Math.floor(mostDrawn / Math.max(1, units))));

export function ratedFigures(
  measure: RatingMeasure,
  articles: readonly Ratings[],
  { seed, draws }: IntervalChoice,
  parts: readonly FigurePart[],
): Figures {
  const ratings = pooledOf(articles);
  const pooled = measure.measure(ratings);
  // Each draw sets every two of the sets that occur against each other.
  const most = ["alpha-masi", "alpha-masi-similarity", "alpha-jaccard", "alpha-set"].includes(measure.id)
    ? Math.min(draws, 200)
    : draws;
  const interval =
    draws > 0 && pooled.value !== null
      ? intervalOf(measure, ratings, { seed, draws: drawsFor(most, ratings.units.length), share: 0.95 })
      : null;
  return {
    pooled: interval ? { ...pooled, interval } : pooled,
    macro: macroOf(partsOf(articles, parts, pooled, (one) => measure.measure(one))),
    pairs: pairsOf(parts.includes("pairs") ? ratings.annotators.length : 0).map(([a, b]) => ({
      pair: [a, b],
      ...(ratings.annotators.length === 2 ? pooled : measure.measure(ratingsOfPair(ratings, a, b))),
    })),
  };
}

/** All articles' units together, once for all measures of them. */
const pooledOf = memoize(
  (articles: readonly Ratings[]): Ratings => ({
    annotators: articles[0]?.annotators ?? [],
    units: articles.flatMap(({ units }) => units),
  }),
);

/** A unit that comes again, as one character after the other does, is the same value again. */
function ratingsOfPair({ annotators, units }: Ratings, a: number, b: number): Ratings {
  const pairByUnit = new Map<UnitRatings, UnitRatings>();
  return {
    annotators: [annotators[a] ?? "", annotators[b] ?? ""],
    units: units.map((unit) => {
      const two = pairByUnit.get(unit) ?? [unit[a] ?? null, unit[b] ?? null];
      pairByUnit.set(unit, two);
      return two;
    }),
  };
}

/** Units beyond which each draw of what is no such mean would cost too much; so many units lie close around their figure. */
const mostRedrawn = 1_000;
const hasInterval = ({ interval }: ContinuumMeasure, units: number): boolean =>
  interval === "mean-of-passages" || (interval === "redrawn" && units <= mostRedrawn);

export function placedFigures(
  measure: ContinuumMeasure,
  whole: Continuum,
  articles: readonly Continuum[],
  options: MeasureOptions,
  { seed, draws }: IntervalChoice,
  parts: readonly FigurePart[],
): Figures {
  const pooled = measure.measure(whole, options);
  const interval =
    draws === 0 || pooled.value === null || !hasInterval(measure, unitCount(whole))
      ? null
      : passageInterval(measure, whole, options, { seed, draws });
  return {
    pooled: interval ? { ...pooled, interval } : pooled,
    macro: macroOf(partsOf(articles, parts, pooled, (one) => measure.measure(one, options))),
    pairs: pairsOf(parts.includes("pairs") ? whole.annotators.length : 0).map(([a, b]) => ({
      pair: [a, b],
      ...(whole.annotators.length === 2 ? pooled : measure.measure(ofPair(whole, a, b), options)),
    })),
  };
}

/** Each article's own figure; of one article that is the figure over all. */
function partsOf<On>(
  articles: readonly On[],
  parts: readonly FigurePart[],
  pooled: Figure,
  measure: (on: On) => Figure,
): readonly Figure[] {
  if (!parts.includes("macro")) return [];
  return articles.length === 1 ? [pooled] : articles.map(measure);
}

function macroOf(figures: readonly Figure[]): Figures["macro"] {
  const values = figures.flatMap(({ value }) => value ?? []);
  if (values.length > 0) return { value: mean(values), n: values.length };
  const note = figures.find((one) => one.note)?.note;
  return { value: null, n: 0, ...(note && { note }) };
}

/** By passages: stretches of text over whose ends nobody's unit lies. */
function passageInterval(
  measure: ContinuumMeasure,
  whole: Continuum,
  options: MeasureOptions,
  { seed, draws }: IntervalChoice,
): Interval | null {
  const passages = passagesOf(whole);
  if (passages.length < 2) return null;
  const figureOf =
    measure.interval === "mean-of-passages"
      ? weighed(measure, passages, options)
      : (drawn: Int32Array) =>
          measure.measure(joinPassages([...drawn].flatMap((at) => passages[at] ?? [])), options).value;
  const most =
    measure.interval === "mean-of-passages" ? draws : drawsFor(Math.min(draws, 200), 2 * unitCount(whole));
  return intervalOverParts(figureOf, passages.length, { seed, draws: most, share: 0.95 });
}

/** What passages count, by passage, and their figures times that. */
interface Weighed {
  readonly weights: Float64Array;
  readonly values: Float64Array;
}

function weighed(
  measure: ContinuumMeasure,
  passages: readonly Continuum[],
  options: MeasureOptions,
): (drawn: Int32Array) => number | null {
  const pairs = pairsOf(passages[0]?.annotators.length ?? 0).flatMap(([a, b]) => {
    const two = passages.map((passage) => ofPair(passage, a, b));
    const { agreeing } = measure;
    if (!agreeing)
      return [
        two.map((passage) => {
          const weight = unitCount(passage);
          return { weight, value: weight * (measure.measure(passage, options).value ?? 0) };
        }),
      ];
    // Its directions are each a mean over the units of one of them.
    return [0, 1].map((from) =>
      two.map((passage) => {
        const [one, other] = [
          passage.annotators[from]?.units ?? [],
          passage.annotators[1 - from]?.units ?? [],
        ];
        return { weight: one.length, value: agreeing(one, other) };
      }),
    );
  });
  const rows = pairs.map(
    (pair): Weighed => ({
      weights: Float64Array.from(pair, ({ weight }) => weight),
      values: Float64Array.from(pair, ({ value }) => value),
    }),
  );
  return (drawn) => {
    const means = rows.flatMap(({ weights, values }) => {
      let [weight, value] = [0, 0];
      for (const at of drawn) {
        weight += weights[at] ?? 0;
        value += values[at] ?? 0;
      }
      return weight === 0 ? [] : [value / weight];
    });
    return means.length === 0 ? null : mean(means);
  };
}
