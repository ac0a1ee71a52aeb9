// The margin by which a figure could be off because these units and not others were looked at: the percentile interval of a bootstrap
// (Efron 1979) over units. The same seed gives the same interval.
import type { RatingMeasure } from "./measure.ts";
import type { Ratings } from "./ratings.ts";
import { placesFrom, randomFrom } from "./sample-continuum.ts";

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
  const drawPlaces = placesFrom(seed);
  const sample = new Int32Array(parts);
  const values: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    drawPlaces(sample);
    const value = figureOf(sample);
    if (value !== null) values.push(value);
  }
  return values.length < draws / 2 ? null : percentiles(values, share);
}

/** Between which that share of the values lies, with as many below as above. */
export function percentiles(values: ArrayLike<number>, share: number): Interval {
  const { length } = values;
  const rankOf = (part: number): number => Math.min(length - 1, Math.floor(part * length));
  const [low, high] = [rankOf((1 - share) / 2), rankOf(1 - (1 - share) / 2)];
  return [ofRank(values, low, 1), -ofRank(values, length - 1 - high, -1)];
}

/**
 * The value that has so many before it in order, or with a `sign` of -1 so many behind it, which is then given with the other sign. Only so many are
 * held in order: few of the others come between them.
 */
function ofRank(values: ArrayLike<number>, rank: number, sign: 1 | -1): number {
  const least = new Float64Array(rank + 1).fill(Infinity);
  let greatest = Infinity;
  for (let one = 0; one < values.length; one += 1) {
    const value = (values[one] ?? 0) * sign;
    if (value >= greatest) continue;
    let at = rank;
    for (; at > 0 && (least[at - 1] ?? 0) > value; at -= 1) least[at] = least[at - 1] ?? 0;
    least[at] = value;
    greatest = least[rank] ?? 0;
  }
  return greatest;
}
