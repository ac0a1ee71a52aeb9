// Who says what where another says something else: a table for each two annotators.
import { pairsOf, type UnitRatings } from "../../agreement/ratings.ts";

export interface Confusions {
  /** What is said, by how often; `null` last: has no such unit. */
  readonly categories: readonly (string | null)[];
  /** For each two annotators, in the order of `pairsOf`: rows are what the first says, columns what the second says. */
  readonly tables: readonly (readonly (readonly number[])[])[];
}

/** More categories than these make no table that anybody reads. */
const mostCategories = 24;

/** `null` where there is nothing to set against each other, or too much. `withMissing`: a unit that only one has counts. */
export function confusionsOf(
  units: readonly UnitRatings[],
  annotators: number,
  withMissing: boolean,
): Confusions | null {
  const counts = new Map<string, number>();
  let lacks = false;
  for (const unit of units)
    for (const value of unit)
      if (value === null) lacks = true;
      else counts.set(value, (counts.get(value) ?? 0) + 1);
  if (counts.size === 0 || counts.size > mostCategories) return null;
  const named = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([value]) => value);
  const categories = withMissing && lacks ? [...named, null] : named;
  const place = new Map(categories.map((value, at) => [value, at]));
  const tables = pairsOf(annotators).map(([a, b]) => {
    const table = categories.map(() => categories.map(() => 0));
    for (const unit of units) {
      const [one, other] = [unit[a] ?? null, unit[b] ?? null];
      if (one === null && other === null) continue;
      const row = table[place.get(one) ?? -1];
      const column = place.get(other);
      if (row && column !== undefined) row[column] = (row[column] ?? 0) + 1;
    }
    return table;
  });
  return { categories, tables };
}
