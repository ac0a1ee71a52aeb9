// Krippendorff's alpha with the ordinal difference: how many values lie between two, themselves by half. Values are numbers.
import { alphaOf, type Coincidences, type DifferenceFunction } from "./krippendorff.ts";
import { alphaFormula, type RatingMeasure } from "./measure.ts";
import { ofNumbers } from "./values.ts";

export const alphaOrdinal: RatingMeasure = {
  id: "alpha-ordinal",
  formula: `${alphaFormula}, δ² = (Σ n(g) from c to k − (n(c) + n(k)) ÷ 2)²`,
  source: "Krippendorff 2011, Computing Krippendorff's alpha-reliability, section E",
  of: "ratings",
  scales: [],
  measure: (ratings) => ofNumbers(ratings, (numbers) => alphaOf(numbers, between)),
};

function between({ values, margins }: Coincidences): DifferenceFunction {
  const places = new Map<string, number>();
  let below = 0;
  for (const value of [...values].sort((a, b) => Number(a) - Number(b))) {
    const count = margins.get(value) ?? 0;
    // The middle of the value's own ratings, counted from the lowest.
    places.set(value, below + count / 2);
    below += count;
  }
  return (a, b) => ((places.get(a) ?? 0) - (places.get(b) ?? 0)) ** 2;
}
