// agr: the share of one annotator's units that the other has, too, by some text in common. It has a direction; the figure is
// the mean of both, the note says each.
import { message } from "../words/message.ts";
import { type Continuum, type Unit, unitCount } from "./continuum.ts";
import { figure, tooFew } from "./figures.ts";
import type { ContinuumMeasure } from "./measure.ts";
import { mean, pairsOf } from "./ratings.ts";
import { largestMatching, overlap } from "./span-matches.ts";

export const agr: ContinuumMeasure = {
  id: "agr",
  name: message("agreement.agr"),
  source:
    "Wiebe, Wilson & Cardie 2005, Language Resources and Evaluation 39: matched units of A ÷ units of A",
  of: "continuum",
  measure(continuum) {
    const n = unitCount(continuum);
    const directions = bothWays(continuum);
    if (directions.length === 0) return tooFew(n);
    const [one, other] = directions;
    const note =
      directions.length === 2 && one && other
        ? message("agreement.agr-directions", {
            from: one.from,
            to: one.to,
            there: one.value,
            back: other.value,
          })
        : message("agreement.mean-of-directions", { count: directions.length });
    return figure(mean(directions.map(({ value }) => value)), n, note);
  },
};

export interface Direction {
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

/** agr from each annotator to each other one; those without units of their own are left out. */
export function bothWays({ annotators }: Continuum): readonly Direction[] {
  return pairsOf(annotators.length).flatMap(([a, b]) => {
    const [one, other] = [annotators[a], annotators[b]];
    if (!one || !other) return [];
    const matched = largestMatching(one.units, other.units, overlap).length;
    const share = (units: readonly Unit[], from: string, to: string): readonly Direction[] =>
      units.length === 0 ? [] : [{ from, to, value: matched / units.length }];
    return [...share(one.units, one.name, other.name), ...share(other.units, other.name, one.name)];
  });
}
