// Units to align, the costs of Mathet et al. 2015, and every grouping there is, to hold the search against.
import fc from "fast-check";
import { finish } from "../../../shared/model/work.ts";
import type { Alignable, AlignmentCosts } from "../../../shared/review/affinity.ts";
import { type AlignedUnits, type Alignment, align } from "../../../shared/review/align.ts";

export interface Labelled extends Alignable {
  readonly label: string;
}

export const unit = (id: string, label: string, start: number, end: number): Labelled => ({
  id,
  label,
  key: label,
  start,
  end,
});

/** Of position, `alpha` times, and of label. */
export const dissimilarity = (a: Labelled, b: Labelled, alpha = 1): number =>
  alpha *
    ((Math.abs(a.start - b.start) + Math.abs(a.end - b.end)) / (a.end - a.start + b.end - b.start)) ** 2 +
  (a.label === b.label ? 0 : 1);

/** Gamma's disorder: a pair of missing units costs as much as one of them. Everything may stand with everything. */
export const gammaCosts: AlignmentCosts<Labelled> = {
  pair: (a, b) => dissimilarity(a, b),
  missing: 1,
  bothMissing: 1,
  reach: () => 1_000,
};

/** Only units count, and those of one group share text. */
export const sharingCosts: AlignmentCosts<Labelled> = {
  pair: (a, b) => (a.start < b.end && b.start < a.end ? dissimilarity(a, b) : null),
  missing: 1,
  bothMissing: 0,
};

export const aligned = <Unit extends Alignable>(
  lists: readonly (readonly Unit[])[],
  costs: AlignmentCosts<Unit>,
): Alignment<Unit> => finish(align(lists, costs));

/** The ids of the units of each group, in the order of the annotators. */
export const idsOf = (groups: readonly AlignedUnits<Alignable>[]): (string | null)[][] =>
  groups.map((group) => group.map((one) => one?.id ?? null));

/** Every way to group all units with at most one of each list in a group. */
export function* allGroupings<Unit>(lists: readonly (readonly Unit[])[]): Generator<(Unit | null)[][]> {
  const flat = lists.flatMap((list, column) => list.map((one) => ({ one, column })));
  const groups: (Unit | null)[][] = [];
  function* place(at: number): Generator<(Unit | null)[][]> {
    const next = flat[at];
    if (!next) {
      yield groups.map((group) => [...group]);
      return;
    }
    for (const group of groups) {
      if (group[next.column] !== null) continue;
      group[next.column] = next.one;
      yield* place(at + 1);
      group[next.column] = null;
    }
    groups.push(lists.map((_, column) => (column === next.column ? next.one : null)));
    yield* place(at + 1);
    groups.pop();
  }
  yield* place(0);
}

const shape = fc.record({
  start: fc.nat({ max: 16 }),
  length: fc.integer({ min: 1, max: 6 }),
  label: fc.constantFrom("x", "y"),
});

/** Lists of a few units that lie close together; ids tell everything apart. */
export const lists = (annotators: number, most: number): fc.Arbitrary<Labelled[][]> =>
  fc
    .array(fc.array(shape, { maxLength: most }), { minLength: annotators, maxLength: annotators })
    .map((all) =>
      all.map((list, column) =>
        list.map(({ start, length, label }, at) => unit(`${column}-${at}`, label, start, start + length)),
      ),
    );
