// An agreement measure, as a type: a pure function from what several annotators did to one figure, which may be undefined.
import { type Message, message, type PairedName } from "../words/message.ts";
import type { Continuum, Unit } from "./continuum.ts";
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

/** What the ratings of a question are: categories of a list, values of any kind, sets of labels, or what is said of each character. */
type Scale = "category" | "open" | "set" | "characters";

/** In what two marks can differ: one of them is missing, or they have other edges, or another type. */
export type MarkAspect = "missing" | "edges" | "type";

/** Parts of formulas that several measures share. Pₒ: observed, Pₑ: by chance. */
export const correctedForChance = "(Pₒ − Pₑ) ÷ (1 − Pₑ)";
export const alphaFormula = "α = 1 − Dₒ ÷ Dₑ";

interface MeasureBase {
  /** The catalogue has its words under it. */
  readonly id: PairedName<"agreement", "about-", "">;
  /** In one line, as it stands beside a figure. Pₒ: observed, Pₑ: by chance, k: a category. */
  readonly formula: string;
  /** Author, year and place of the formula. */
  readonly source: string;
}

/** A measure of categories on units that all annotators had before them. */
export interface RatingMeasure extends MeasureBase {
  readonly of: "ratings";
  /** The questions of a report that it answers without being named: those whose ratings are on these scales. */
  readonly scales: readonly Scale[];
  measure(ratings: Ratings): Figure;
}

/** A measure of marks on a stretch of text that the annotators placed themselves. */
export interface ContinuumMeasure extends MeasureBase {
  readonly of: "continuum";
  /** What makes two annotators disagree in it: its figure leads to these disagreements. */
  readonly counts: readonly MarkAspect[];
  /**
   * How its interval is found. `mean-of-passages`: its figure is the mean of the passages', weighed by the units in them, which are drawn;
   * `redrawn`: it is measured anew for each draw, where there are not too many units; `none`: each draw would cost as much as the figure.
   */
  readonly interval: "mean-of-passages" | "redrawn" | "none";
  /** Reported only where slow measures are asked for. */
  readonly isSlow?: true;
  /**
   * Of a measure with a direction: how many of one annotator's units agree with the other's. Its figure is then the mean of both directions,
   * each weighed by the units that it starts from.
   */
  agreeing?(units: readonly Unit[], others: readonly Unit[]): number;
  measure(continuum: Continuum, options: MeasureOptions): Figure;
}

export type Measure = RatingMeasure | ContinuumMeasure;

export const measureName = ({ id }: Pick<Measure, "id">): Message => message(`agreement.${id}`);

/** In one sentence what it tells, as it stands beside a figure. */
export const aboutMeasure = ({ id }: Pick<Measure, "id">): Message => message(`agreement.about-${id}`);
