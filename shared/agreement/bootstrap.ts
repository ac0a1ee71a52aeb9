// The margin by which a figure could be off because these units and not others were looked at: the percentile interval of a bootstrap
// (Efron 1979) over units. The same seed gives the same interval.
import type { RatingMeasure } from "./measure.ts";
import type { Ratings } from "./ratings.ts";
import { randomFrom } from "./sample-continuum.ts";

export type Interval = readonly [low: number, high: number];

interface BootstrapOptions {
  readonly seed: number;
  /** How often the units are drawn. */
  readonly draws: number;
  /** How much of the drawn figures lies within, e.g. 0.95. */
  readonly share: number;
}

const defaultBootstrap: BootstrapOptions = { seed: 1, draws: 1_000, share: 0.95 };

/** `null` when hardly any draw gives a figure, or there are too few units to draw from. */
export function intervalOf(
  measure: Pick<RatingMeasure, "measure">,
  ratings: Ratings,
  { seed, draws, share }: BootstrapOptions = defaultBootstrap,
): Interval | null {
  const { units } = ratings;
  if (units.length < 2) return null;
  const values: number[] = [];
  for (const sample of samplesOf(units, seed, draws)) {
    const { value } = measure.measure({ ...ratings, units: sample });
    if (value !== null) values.push(value);
  }
  // Undefined draws, such as of one category alone, say nothing of where the figure lies.
  if (values.length < draws / 2) return null;
  return percentiles(values, share);
}

/** What was drawn last of some units: measures of one question draw the same, and what one works out of it the next one knows. */
const drawn = new WeakMap<
  Ratings["units"],
  { readonly key: string; readonly samples: readonly Ratings["units"][] }
>();

/** So many drawn units are kept. */
const mostKept = 1_000_000;

function samplesOf(units: Ratings["units"], seed: number, draws: number): Iterable<Ratings["units"]> {
  const key = `${seed} ${draws}`;
  const cachedDraw = drawn.get(units);
  if (cachedDraw?.key === key) return cachedDraw.samples;
  if (units.length * draws > mostKept) return samplesFrom(units, seed, draws);
  const samples = [...samplesFrom(units, seed, draws)];
  drawn.set(units, { key, samples });
  return samples;
}

function* samplesFrom(units: Ratings["units"], seed: number, draws: number): Generator<Ratings["units"]> {
  const random = randomFrom(seed);
  for (let draw = 0; draw < draws; draw += 1)
    yield units.map(() => units[Math.floor(random() * units.length)] ?? []);
}

/**
 * The interval of a figure over so many parts, such as passages or articles: each draw takes as many of their numbers, with repetition. `null`
 * where fewer than half of the draws give a figure.
 */
export function intervalOverParts(
  figureOf: (sample: Int32Array) => number | null,
  parts: number,
  { seed, draws, share }: BootstrapOptions,
): Interval | null {
  const random = randomFrom(seed);
  const sample = new Int32Array(parts);
  const values: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    for (let at = 0; at < parts; at += 1) sample[at] = Math.floor(random() * parts);
    const value = figureOf(sample);
    if (value !== null) values.push(value);
  }
  return values.length < draws / 2 ? null : percentiles(values, share);
}

/** Between which that share of the values lies, with as many below as above. */
export function percentiles(values: ArrayLike<number>, share: number): Interval {
  const ranked = new Float64Array(values);
  const at = (part: number): number =>
    ofRank(ranked, Math.min(ranked.length - 1, Math.floor(part * ranked.length)));
  return [at((1 - share) / 2), at(1 - (1 - share) / 2)];
}

/** The value that has so many before it in order, found without sorting them all (Hoare 1961, FIND). Puts the values into another order. */
function ofRank(values: Float64Array, rank: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const pivot = values[rank] ?? 0;
    let [left, right] = [low, high];
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left += 1;
      while ((values[right] ?? 0) > pivot) right -= 1;
      if (left > right) break;
      const value = values[left] ?? 0;
      values[left] = values[right] ?? 0;
      values[right] = value;
      left += 1;
      right -= 1;
    }
    if (right < rank) low = left;
    if (rank < left) high = right;
  }
  return values[rank] ?? 0;
}
