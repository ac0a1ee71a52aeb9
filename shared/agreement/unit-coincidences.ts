// The amount of text that annotators marked alike: the observed and expected coincidences from which the u-alpha family is made
// (Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50, equations 1, 4 and 10). Labels are strings, the gaps `null`.
import { message } from "../words/message.ts";
import {
  type Continuum,
  hasOverlaps,
  lengthOf,
  type Stretch,
  shared,
  stretchesOf,
  unitCount,
  unitsByPlace,
} from "./continuum.ts";
import { tooFew, undefinedFigure } from "./figures.ts";
import type { Figure } from "./measure.ts";

type Label = string | null;

/** A square table of lengths by two labels. */
interface LengthTable {
  get(a: Label, b: Label): number;
  /** Over all labels of the other side. */
  margin(label: Label): number;
  total(): number;
}

interface UnitCoincidences {
  readonly labels: readonly Label[];
  readonly observed: LengthTable;
  readonly expected: LengthTable;
}

/** Why these measures say nothing of a continuum; `null` when they do. */
export function hindrance(continuum: Continuum): Figure | null {
  const n = unitCount(continuum);
  if (continuum.annotators.length < 2 || n === 0 || continuum.length <= 0) return tooFew(n);
  return continuum.annotators.some(({ units }) => hasOverlaps(units))
    ? undefinedFigure(message("agreement.units-overlap"), n)
    : null;
}

/** Equations 1 and 4: all of the continuum, gaps included. */
export function coincidences({ length, annotators }: Continuum): UnitCoincidences {
  const parted = annotators.map(({ units }) => stretchesOf(unitsByPlace(units), length));
  const observed = lengthTable();
  eachShare(parted, (a, b, size) => observed.add(a.label, b.label, size / (annotators.length - 1)));
  // A gap has no structure of its own, so each of its characters counts by itself.
  const selfPairs = new Map<Label, number>();
  for (const stretch of parted.flat()) {
    const size = lengthOf(stretch);
    selfPairs.set(
      stretch.label,
      (selfPairs.get(stretch.label) ?? 0) + (stretch.label === null ? size : size ** 2),
    );
  }
  return { labels: observed.labels(), observed, expected: byChance(observed, observed.labels(), selfPairs) };
}

/** Equation 10: only where both of a pair placed a unit. */
export function unitIntersections({ length, annotators }: Continuum): UnitCoincidences {
  const parted = annotators.map(({ units }) =>
    stretchesOf(unitsByPlace(units), length).filter(({ label }) => label !== null),
  );
  const pairs = annotators.length - 1;
  const observed = lengthTable();
  const selfPairs = new Map<Label, number>();
  parted.forEach((mine, at) => {
    parted.forEach((theirs, other) => {
      if (at === other) return;
      for (const unit of mine) {
        let together = 0;
        for (const otherUnit of theirs) {
          const size = shared(unit, otherUnit);
          if (size > 0) observed.add(unit.label, otherUnit.label, size / pairs);
          together += size;
        }
        selfPairs.set(unit.label, (selfPairs.get(unit.label) ?? 0) + together ** 2 / pairs);
      }
    });
  });
  return { labels: observed.labels(), observed, expected: byChance(observed, observed.labels(), selfPairs) };
}

/** What chance would give: pairs of what was marked, without those within one and the same unit (`own`, by label). */
function byChance(
  observed: LengthTable,
  labels: readonly Label[],
  own: ReadonlyMap<Label, number>,
): LengthTable {
  const total = observed.total();
  let within = 0;
  for (const size of own.values()) within += size;
  const expected = lengthTable();
  const pairs = total ** 2 - within;
  for (const a of labels)
    for (const b of labels) {
      const product = observed.margin(a) * observed.margin(b) - (a === b ? (own.get(a) ?? 0) : 0);
      expected.add(a, b, pairs === 0 ? 0 : (total * product) / pairs);
    }
  return expected;
}

function eachShare(
  parted: readonly (readonly Stretch[])[],
  tell: (a: Stretch, b: Stretch, size: number) => void,
): void {
  parted.forEach((mine, at) => {
    parted.forEach((theirs, other) => {
      if (at === other) return;
      let from = 0;
      for (const a of mine) {
        while ((theirs[from]?.end ?? Number.POSITIVE_INFINITY) <= a.start) from += 1;
        for (let b = theirs[from], next = from; b && b.start < a.end; next += 1, b = theirs[next])
          tell(a, b, shared(a, b));
      }
    });
  });
}

function lengthTable() {
  const cells = new Map<Label, Map<Label, number>>();
  const margins = new Map<Label, number>();
  let total = 0;
  return {
    add(a: Label, b: Label, size: number): void {
      const row = cells.get(a) ?? new Map<Label, number>();
      row.set(b, (row.get(b) ?? 0) + size);
      cells.set(a, row);
      margins.set(a, (margins.get(a) ?? 0) + size);
      total += size;
    },
    get: (a: Label, b: Label): number => cells.get(a)?.get(b) ?? 0,
    margin: (label: Label): number => margins.get(label) ?? 0,
    total: (): number => total,
    labels: (): readonly Label[] => [...margins.keys()],
  };
}
