// The order of the rows of a table that is filled in, and their places while it is.

type Compare = (one: string, other: string) => number;

interface OrderedRow {
  readonly id: string;
  readonly name: string;
  /** What its cell says in the column that the rows are sorted by. */
  readonly words: string;
}

/** A cell without a value comes last in either direction. `compareWords`: of two cells that have one. */
export const orderGridRows = (
  rows: readonly OrderedRow[],
  isDescending: boolean,
  compare: Compare,
  compareWords: Compare = compare,
): readonly string[] =>
  rows
    .toSorted(
      (one, other) =>
        Number(one.words === "") - Number(other.words === "") ||
        compareWords(one.words, other.words) * (isDescending ? -1 : 1) ||
        compare(one.name, other.name) ||
        (one.id < other.id ? -1 : 1),
    )
    .map(({ id }) => id);

/** The rows as they stood, so that none moves while it is filled in: without those that are gone, and with new ones that are listed at the end. */
export function keepGridRows(
  before: readonly string[],
  ids: Iterable<string>,
  isListed: (id: string) => boolean,
): readonly string[] {
  const now = new Set(ids);
  const earlier = new Set(before);
  const kept = before.filter((id) => now.has(id));
  const added = [...now].filter((id) => !earlier.has(id) && isListed(id));
  return kept.length === before.length && added.length === 0 ? before : [...kept, ...added];
}
