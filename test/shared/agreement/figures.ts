// A measure on data, by its id.
import type { Continuum } from "../../../shared/agreement/continuum.ts";
import { continuumMeasures, ratingMeasures } from "../../../shared/agreement/index.ts";
import { defaultOptions, type Figure } from "../../../shared/agreement/measure.ts";
import type { Ratings } from "../../../shared/agreement/ratings.ts";

export const rated = (id: string, ratings: Ratings): Figure => {
  const measure = ratingMeasures.find((one) => one.id === id);
  if (!measure) throw new RangeError(id);
  return measure.measure(ratings);
};
export const placed = (id: string, on: Continuum, samples = 30): Figure => {
  const measure = continuumMeasures.find((one) => one.id === id);
  if (!measure) throw new RangeError(id);
  return measure.measure(on, { ...defaultOptions, samples });
};
