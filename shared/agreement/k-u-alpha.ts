// The (k)u-alpha of 2016, a figure for each label: where two annotators both placed a unit, how reliably it is this label.

import { message } from "../words/message.ts";
import type { Continuum } from "./continuum.ts";
import { oneCategory, undefinedFigure } from "./figures.ts";
import type { Figure } from "./measure.ts";
import { hindrance, unitIntersections } from "./unit-coincidences.ts";

/** Equation 13b of Krippendorff, Mathet, Bouvry & Widlöcher 2016. */
export function kUAlpha(continuum: Continuum, label: string): Figure {
  const why = hindrance(continuum);
  if (why) return why;
  const n = continuum.annotators.reduce(
    (count, { units }) => count + units.filter((unit) => unit.label === label).length,
    0,
  );
  const { labels, observed, expected } = unitIntersections(continuum);
  const had = observed.margin(label);
  if (had === 0) return undefinedFigure(message("agreement.nothing-shared"), n);
  if (labels.length === 1) return oneCategory(n);
  const chance = (expected.margin(label) - expected.get(label, label)) / expected.margin(label);
  if (chance === 0) return oneCategory(n);
  return { value: 1 - (had - observed.get(label, label)) / had / chance, n };
}
