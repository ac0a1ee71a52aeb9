// The registry of agreement measures, in the order in which tables show them.
import { agr } from "./agr.ts";
import { alphaInterval } from "./alpha-interval.ts";
import { alphaJaccard } from "./alpha-jaccard.ts";
import { alphaMasi } from "./alpha-masi.ts";
import { alphaMasiSimilarity } from "./alpha-masi-similarity.ts";
import { alphaNominal } from "./alpha-nominal.ts";
import { alphaOrdinal } from "./alpha-ordinal.ts";
import { alphaRatio } from "./alpha-ratio.ts";
import { alphaSet } from "./alpha-set.ts";
import { alphaUnitizing } from "./alpha-unitizing.ts";
import { binaryUAlpha } from "./binary-u-alpha.ts";
import { brennanPrediger } from "./brennan-prediger.ts";
import { cohenKappa } from "./cohen-kappa.ts";
import { cuAlpha } from "./cu-alpha.ts";
import { fleissKappa } from "./fleiss-kappa.ts";
import { gamma } from "./gamma.ts";
import { gammaCat } from "./gamma-cat.ts";
import { gammaDisorder } from "./gamma-disorder.ts";
import { gwetAc1 } from "./gwet-ac1.ts";
import { holsti } from "./holsti.ts";
import { holstiUnits } from "./holsti-units.ts";
import type { ContinuumMeasure, Measure, RatingMeasure } from "./measure.ts";
import { observed } from "./observed.ts";
import { scottPi } from "./scott-pi.ts";
import { spanF1Exact } from "./span-f1-exact.ts";
import { spanF1Overlap } from "./span-f1-overlap.ts";
import { spanF1Partial } from "./span-f1-partial.ts";
import { spanF1Strict } from "./span-f1-strict.ts";
import { spanF1Type } from "./span-f1-type.ts";
import { uAlpha } from "./u-alpha.ts";

/** Measures of categories on units that everybody had before them. */
export const ratingMeasures: readonly RatingMeasure[] = distinct([
  observed,
  cohenKappa,
  scottPi,
  fleissKappa,
  brennanPrediger,
  gwetAc1,
  alphaNominal,
  alphaOrdinal,
  alphaInterval,
  alphaRatio,
  alphaMasi,
  alphaMasiSimilarity,
  alphaJaccard,
  alphaSet,
  holsti,
]);

/** Measures of marks that everybody placed themselves. */
export const continuumMeasures: readonly ContinuumMeasure[] = distinct([
  spanF1Strict,
  spanF1Exact,
  spanF1Partial,
  spanF1Type,
  spanF1Overlap,
  agr,
  holstiUnits,
  alphaUnitizing,
  uAlpha,
  binaryUAlpha,
  cuAlpha,
  gammaDisorder,
  gamma,
  gammaCat,
]);

/** Throws a `RangeError` when two measures of a kind have the same id. */
function distinct<M extends Measure>(all: readonly M[]): readonly M[] {
  if (new Set(all.map(({ id }) => id)).size < all.length)
    throw new RangeError("Two measures have the same id.");
  return all;
}
