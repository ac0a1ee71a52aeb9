// F1 of units between two annotators, whichever of them is taken for right; the mean over pairs where there are more. Not
// corrected for chance.
import { message } from "../words/message.ts";
import { type Continuum, type Unit, unitCount } from "./continuum.ts";
import { figure, tooFew } from "./figures.ts";
import type { Figure } from "./measure.ts";
import { mean, pairsOf } from "./ratings.ts";

/** `score`: how much of the units match, counted in units. F1 is twice that over all units of both. */
export function spanF1(
  continuum: Continuum,
  score: (mine: readonly Unit[], theirs: readonly Unit[]) => number,
): Figure {
  const { annotators } = continuum;
  const n = unitCount(continuum);
  const values = pairsOf(annotators.length).flatMap(([a, b]) => {
    const [mine, theirs] = [annotators[a]?.units ?? [], annotators[b]?.units ?? []];
    const totalUnits = mine.length + theirs.length;
    return totalUnits === 0 ? [] : [(2 * score(mine, theirs)) / totalUnits];
  });
  if (values.length === 0) return tooFew(n);
  const note = message("agreement.mean-of-pairs", { pairs: values.length, all: values.length });
  return figure(mean(values), n, values.length > 1 ? note : undefined);
}
