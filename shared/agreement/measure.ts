// What an agreement measure is: a pure function from what several annotators did to one figure, which may be undefined.
import type { Message } from "../words/message.ts";
import type { Continuum } from "./continuum.ts";
import type { Ratings } from "./ratings.ts";

/** `value` is `null` where the measure is undefined; `note` says why, or what the figure leaves out. */
export interface Figure {
  readonly value: number | null;
  /** How many units it rests on: units that can be paired, or marks of all annotators. */
  readonly n: number;
  readonly note?: Message;
}

/** What some measures can be told. */
export interface MeasureOptions {
  /** Weights of position and category in the disorder of gamma (Mathet et al. 2015). */
  readonly alpha: number;
  readonly beta: number;
  /** The cost of a pair of which one is missing. */
  readonly empty: number;
  /** Of the sampling of chance; the same seed gives the same figure. */
  readonly seed: number;
  /** How many continua are sampled. */
  readonly samples: number;
}

export const defaultOptions: MeasureOptions = { alpha: 1, beta: 1, empty: 1, seed: 1, samples: 100 };

interface MeasureBase {
  readonly id: string;
  readonly name: Message;
  /** Author, year and place of the formula. */
  readonly source: string;
}

/** A measure of categories on units that all annotators had before them. */
export interface RatingMeasure extends MeasureBase {
  readonly of: "ratings";
  measure(ratings: Ratings): Figure;
}

/** A measure of marks on a stretch of text that the annotators placed themselves. */
export interface ContinuumMeasure extends MeasureBase {
  readonly of: "continuum";
  measure(continuum: Continuum, options: MeasureOptions): Figure;
}

export type Measure = RatingMeasure | ContinuumMeasure;
