// Values that are numbers: what the ordinal, interval and ratio differences need.
import { message } from "../words/message.ts";
import { undefinedFigure } from "./figures.ts";
import type { Figure } from "./measure.ts";
import { categoriesOf, type Ratings } from "./ratings.ts";

/** The measure of ratings whose values are all numbers; undefined, and says so, for others. */
export function ofNumbers(ratings: Ratings, measure: (ratings: Ratings) => Figure): Figure {
  const odd = categoriesOf(ratings.units).find((value) => !isNumber(value));
  if (odd !== undefined) return undefinedFigure(message("agreement.not-a-number", { value: odd }));
  return measure({ ...ratings, units: ratings.units.map((unit) => unit.map(plain)) });
}

const isNumber = (value: string): boolean => value.trim() !== "" && Number.isFinite(Number(value));

/** The same number always in the same letters: `2`, `2.0` and `02` are one value. */
const plain = (value: string | null): string | null => (value === null ? null : String(Number(value)));
