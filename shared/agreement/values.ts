// Values of ratings that are more than names: sets of labels, written in one cell (`A|B`, `A;B`, `A,B` or `A B`; `∅` or `{}` is the empty set), and
// numbers.
import { message } from "../words/message.ts";
import { undefinedFigure } from "./figures.ts";
import type { Figure } from "./measure.ts";
import { categoriesOf, type Ratings } from "./ratings.ts";

const separators = [/\|/u, /;/u, /,/u, /\s+/u] as const;

/** Reads sets by the first separator that any value of the ratings holds, so that labels may have spaces in them. */
export function setReader({ units }: Ratings): (value: string) => ReadonlySet<string> {
  const values = categoriesOf(units).map(inner);
  const separator = separators.find((one) => values.some((value) => one.test(value)));
  const labelSets = new Map<string, ReadonlySet<string>>();
  return (value) => {
    const cachedSet = labelSets.get(value);
    if (cachedSet) return cachedSet;
    const text = inner(value);
    const labels = separator ? text.split(separator) : [text];
    const labelSet = new Set(
      labels.map((label) => label.trim()).filter((label) => label !== "" && label !== "∅"),
    );
    labelSets.set(value, labelSet);
    return labelSet;
  };
}

const inner = (value: string): string => value.trim().replace(/^[{[(](.*)[)\]}]$/u, "$1");

const common = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].reduce((count, label) => count + (b.has(label) ? 1 : 0), 0);

/** Jaccard 1908: the share of labels that only one of the two has; 0 for two empty sets. */
export function jaccardDistance(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const sharedCount = common(a, b);
  const unionSize = a.size + b.size - sharedCount;
  return unionSize === 0 ? 0 : 1 - sharedCount / unionSize;
}

/** Passonneau 2004: 0 for the same, ⅓ where one holds the other, ⅔ for some in common, 1 for none. */
export function overlapDistance(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const sharedCount = common(a, b);
  if (sharedCount === a.size && sharedCount === b.size) return 0;
  if (sharedCount === a.size || sharedCount === b.size) return 1 / 3;
  return sharedCount > 0 ? 2 / 3 : 1;
}

/** The measure of ratings whose values are all numbers; undefined, and says so, for others. */
export function ofNumbers(ratings: Ratings, measure: (ratings: Ratings) => Figure): Figure {
  const odd = categoriesOf(ratings.units).find((value) => !isNumber(value));
  if (odd !== undefined) return undefinedFigure(message("agreement.not-a-number", { value: odd }));
  return measure({ ...ratings, units: ratings.units.map((unit) => unit.map(plain)) });
}

const isNumber = (value: string): boolean => value.trim() !== "" && Number.isFinite(Number(value));

/** The same number always in the same letters: `2`, `2.0` and `02` are one value. */
const plain = (value: string | null): string | null => (value === null ? null : String(Number(value)));
