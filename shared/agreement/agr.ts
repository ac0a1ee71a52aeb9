// agr: the share of one annotator's units that some unit of the other's overlaps; one of theirs may meet several. It has a direction; the
// figure is the mean of both, the note says each.
import { message } from "../words/message.ts";
import { type Continuum, type Unit, unitCount, unitsByPlace } from "./continuum.ts";
import { figure, tooFew } from "./figures.ts";
import type { ContinuumMeasure } from "./measure.ts";
import { mean, pairsOf } from "./ratings.ts";

export const agr: ContinuumMeasure = {
  id: "agr",
  formula: "agr(A‖B) = matched units of A ÷ units of A",
  source:
    "Wiebe, Wilson & Cardie 2005, Language Resources and Evaluation 39: units of A that overlap one of B ÷ units of A",
  of: "continuum",
  counts: ["missing"],
  interval: "mean-of-passages",
  agreeing: overlapped,
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

interface Direction {
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

/** agr from each annotator to each other one; those without units of their own are left out. */
export function bothWays({ annotators }: Continuum): readonly Direction[] {
  return pairsOf(annotators.length).flatMap(([a, b]) => {
    const [one, other] = [annotators[a], annotators[b]];
    if (!one || !other) return [];
    const share = (from: typeof one, to: typeof one): readonly Direction[] => {
      const { length } = from.units;
      if (length === 0) return [];
      return [{ from: from.name, to: to.name, value: overlapped(from.units, to.units) / length }];
    };
    return [...share(one, other), ...share(other, one)];
  });
}

/** How many of these units share some text with any of the others. */
function overlapped(units: readonly Unit[], others: readonly Unit[]): number {
  const remainingUnits = [...unitsByPlace(others)].reverse();
  // How far those reach that begin before the end of the unit.
  let reach = Number.NEGATIVE_INFINITY;
  let count = 0;
  for (const { start, end } of [...units].sort((a, b) => a.end - b.end)) {
    for (
      let nextUnit = remainingUnits.at(-1);
      nextUnit && nextUnit.start < end;
      nextUnit = remainingUnits.at(-1)
    ) {
      reach = Math.max(reach, nextUnit.end);
      remainingUnits.pop();
    }
    if (reach > start) count += 1;
  }
  return count;
}
