// The disorders that gamma and gamma-cat are made of: that of the annotators' own best alignment, and those of continua sampled as chance
// would have them. Each text is aligned and sampled by itself, so that what is known of it serves alone and among others, and in whatever
// order texts and annotators come.
import { compareCodeUnits } from "../model/compare-code-units.ts";
import { type AlignedText, alignedText, mostSteps } from "./best-alignment.ts";
import { placeDistance } from "./candidate-groups.ts";
import { type Continuum, textsOf, unitCount, unitsByPlace } from "./continuum.ts";
import type { MeasureOptions } from "./measure.ts";
import { pairsOf } from "./ratings.ts";
import { randomFrom, sampleContinuum } from "./sample-continuum.ts";

/** What alignments come to; those of several texts add up. */
interface Disorders {
  readonly annotators: number;
  readonly units: number;
  /** Of all groups. */
  readonly cost: number;
  /** What all groups cost in any alignment: as much as `cost` where this is the best one for certain. */
  readonly least: number;
  /** Weights of aligned pairs whose labels differ, and of all aligned pairs. */
  readonly differing: number;
  readonly paired: number;
}

/** Fewer samples than these make no chance, unless fewer are asked for. */
const fewestSamples = 10;
/** For all samples of one text; some seconds at most. */
const mostSampleSteps = 400_000_000;

/** Of the annotators' own units; `null` where they cannot be aligned. */
export function ownDisorders(continuum: Continuum, options: MeasureOptions): Disorders | null {
  let totalDisorders: Disorders | null = nothing(continuum);
  for (const text of textsInOneOrder(continuum)) {
    const textDisorders: Disorders | null = ofText(text, options);
    totalDisorders = totalDisorders && textDisorders && sumOf(totalDisorders, textDisorders);
  }
  return totalDisorders;
}

/** Of sampled continua: fewer than asked for where more would be too much work, and `null` where those are too few. */
export function chanceDisorders(continuum: Continuum, options: MeasureOptions): readonly Disorders[] | null {
  let sampleTotals: readonly Disorders[] = Array.from({ length: options.samples }, () => nothing(continuum));
  for (const text of textsInOneOrder(continuum)) {
    const sampled = samplesOfText(text, options);
    sampleTotals = sampleTotals
      .slice(0, sampled.length)
      .map((sample, at) => sumOf(sample, sampled[at] ?? nothing(continuum)));
  }
  return sampleTotals.length < Math.max(1, Math.min(fewestSamples, options.samples)) ? null : sampleTotals;
}

/** The groups' costs over the mean number of units an annotator has. */
export const disorderOf = ({ annotators, units, cost }: Disorders): number =>
  units === 0 ? 0 : (cost * annotators) / units;
/** No alignment has a lower one. */
export const leastDisorderOf = ({ annotators, units, least }: Disorders): number =>
  units === 0 ? 0 : (least * annotators) / units;
/** Whether nothing is better for certain. */
export const isBest = ({ cost, least }: Disorders): boolean => cost <= least;

/**
 * How often aligned units have other labels, each pair weighed by how well its places agree (Mathet 2017, Computational
 * Linguistics 43(3), equation 4); `null` when nothing is aligned.
 */
export const labelDisorderOf = ({ differing, paired }: Disorders): number | null =>
  paired === 0 ? null : differing / paired;

const nothing = ({ annotators }: Continuum): Disorders => ({
  annotators: annotators.length,
  units: 0,
  cost: 0,
  least: 0,
  differing: 0,
  paired: 0,
});

const sumOf = (a: Disorders, b: Disorders): Disorders => ({
  annotators: a.annotators,
  units: a.units + b.units,
  cost: a.cost + b.cost,
  least: a.least + b.least,
  differing: a.differing + b.differing,
  paired: a.paired + b.paired,
});

/** Those with units, their annotators and units in an order that says nothing of how they came. */
function textsInOneOrder(continuum: Continuum): readonly Continuum[] {
  return textsOf(continuum)
    .filter((text) => unitCount(text) > 0)
    .map(({ length, annotators }) => ({
      length,
      annotators: annotators
        .map(({ units }) => ({ name: "", units: unitsByPlace(units) }))
        .map((one) => ({ one, key: JSON.stringify(one.units) }))
        .sort((a, b) => compareCodeUnits(a.key, b.key))
        .map(({ one }) => one),
    }));
}

/** Texts of which is kept what was worked out: gamma, gamma-cat, a mean of texts and a figure over all want the same. */
const mostKept = 1_000;

function memoize<T>(
  of: (text: Continuum, options: MeasureOptions) => T,
): (text: Continuum, options: MeasureOptions) => T {
  const results = new Map<string, T>();
  return (text, options) => {
    const key = JSON.stringify([text, options]);
    const cachedResult = results.get(key);
    if (cachedResult !== undefined) return cachedResult;
    const result = of(text, options);
    const [oldest] = results.keys();
    if (results.size >= mostKept && oldest !== undefined) results.delete(oldest);
    results.set(key, result);
    return result;
  };
}

const ofText = memoize((text, options) => {
  const aligned = alignedText(text, options, { left: mostSteps });
  return aligned && disordersOf(text, aligned, options);
});

const samplesOfText = memoize((text, options): readonly Disorders[] => {
  const random = randomFrom(options.seed ^ hashOf(JSON.stringify(text)));
  const steps = { left: mostSampleSteps };
  const sampled: Disorders[] = [];
  while (sampled.length < options.samples && steps.left > 0) {
    const sample = sampleContinuum(text, random);
    const aligned = alignedText(sample, options, steps);
    if (!aligned) break;
    sampled.push(disordersOf(sample, aligned, options));
  }
  return sampled;
});

function disordersOf(
  text: Continuum,
  { cost, least, groups }: AlignedText,
  weights: MeasureOptions,
): Disorders {
  let [differing, paired] = [0, 0];
  for (const group of groups) {
    const units = group.flatMap((unit) => unit ?? []);
    for (const [a, b] of pairsOf(units.length)) {
      const [one, other] = [units[a], units[b]];
      if (!one || !other) continue;
      const weight = Math.max(0, 1 - placeDistance(one, other, weights)) / (units.length - 1);
      paired += weight;
      if (one.label !== other.label) differing += weight;
    }
  }
  return { ...nothing(text), units: unitCount(text), cost, least, differing, paired };
}

/** FNV-1a, so that texts of one length are not all shifted alike. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
