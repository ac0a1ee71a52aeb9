// What gamma and gamma-cat hold the annotators' own disorder against: that of sampled continua.
import { type Alignment, bestAlignment, positionalDistance } from "./best-alignment.ts";
import type { Continuum } from "./continuum.ts";
import type { MeasureOptions } from "./measure.ts";
import { mean, pairsOf } from "./ratings.ts";
import { randomFrom, sampleContinuum } from "./sample-continuum.ts";

/**
 * The mean over the samples of what `disorderOf` says of their best alignments; `null` when none says anything, or when one
 * cannot be aligned exactly.
 */
export function expectedDisorder(
  continuum: Continuum,
  options: MeasureOptions,
  disorderOf: (alignment: Alignment) => number | null,
): number | null {
  const disorders = (sampled(continuum, options) ?? []).flatMap((sample) => disorderOf(sample) ?? []);
  return disorders.length === 0 ? null : mean(disorders);
}

/** What was sampled last of a continuum: gamma and gamma-cat want the same. */
const known = new WeakMap<
  Continuum,
  { readonly key: string; readonly samples: readonly Alignment[] | null }
>();

function sampled(continuum: Continuum, options: MeasureOptions): readonly Alignment[] | null {
  const key = JSON.stringify(options);
  const before = known.get(continuum);
  if (before?.key === key) return before.samples;
  const random = randomFrom(options.seed);
  let samples: Alignment[] | null = [];
  for (let drawn = 0; samples && drawn < options.samples; drawn += 1) {
    const alignment = bestAlignment(sampleContinuum(continuum, random), options);
    if (alignment) samples.push(alignment);
    else samples = null;
  }
  known.set(continuum, { key, samples });
  return samples;
}

/**
 * How often aligned units have other labels, each pair weighed by how well its places agree (Mathet 2017, Computational
 * Linguistics 43(3), equation 4); `null` when nothing is aligned.
 */
export function categoricalDisorder(
  { groups }: Pick<Alignment, "groups">,
  { alpha }: Pick<MeasureOptions, "alpha">,
): number | null {
  let differing = 0;
  let weights = 0;
  for (const group of groups) {
    const units = group.flatMap((unit) => unit ?? []);
    for (const [a, b] of pairsOf(units.length)) {
      const [one, other] = [units[a], units[b]];
      if (!one || !other) continue;
      const weight = Math.max(0, 1 - alpha * positionalDistance(one, other)) / (units.length - 1);
      weights += weight;
      if (one.label !== other.label) differing += weight;
    }
  }
  return weights === 0 ? null : differing / weights;
}
