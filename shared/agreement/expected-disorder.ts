// What gamma and gamma-cat hold the annotators' own disorder against: that of sampled continua.
import { type Alignment, bestAlignment, positionalDistance } from "./best-alignment.ts";
import type { Continuum } from "./continuum.ts";
import type { MeasureOptions } from "./measure.ts";
import { mean, pairsOf } from "./ratings.ts";
import { randomFrom, sampleContinuum } from "./sample-continuum.ts";

/** The mean over the samples of what `disorderOf` says of their best alignments; `null` when none says anything. */
export function expectedDisorder(
  continuum: Continuum,
  options: MeasureOptions,
  disorderOf: (alignment: Alignment) => number | null,
): number | null {
  const random = randomFrom(options.seed);
  const disorders: number[] = [];
  for (let sample = 0; sample < options.samples; sample += 1) {
    const alignment = bestAlignment(sampleContinuum(continuum, random), options);
    const disorder = alignment && disorderOf(alignment);
    if (disorder !== null) disorders.push(disorder);
  }
  return disorders.length === 0 ? null : mean(disorders);
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
