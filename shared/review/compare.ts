// Compares several annotators' sets of one article: which span and which card is the same one, and in what they differ,
// strictly and under policies for edges. Notes and flags are remarks of their owners and are not compared.
import type { Id } from "../model/id.ts";
import { hull } from "../model/range.ts";
import type { Progress, Work } from "../model/work.ts";
import type { Alignable } from "./affinity.ts";
import { type AlignedUnits, align } from "./align.ts";
import { cardDifferences } from "./compare-cards.ts";
import { spanDifferences } from "./compare-spans.ts";
import type { ComparedGroup, CompareOptions, Comparison, ReviewedSet } from "./comparison.ts";
import { bySize } from "./difference.ts";
import { cardCosts, spanCosts } from "./review-costs.ts";
import { cardUnitsOf, spanUnitsOf } from "./review-unit.ts";

/** The sets are of the same text. Progress is counted in spans and cards. */
export function* compareSets(sets: readonly ReviewedSet[], options: CompareOptions): Work<Comparison> {
  const spanUnits = sets.map(({ set }) => spanUnitsOf(set));
  const cardUnits = sets.map(({ set }) => cardUnitsOf(set));
  const [spanCount, cardCount] = [countOf(spanUnits), countOf(cardUnits)];
  const of = spanCount + cardCount;
  const spans = yield* offsetProgress(align(spanUnits, spanCosts), 0, of);
  const cards = yield* offsetProgress(align(cardUnits, cardCosts), spanCount, of);
  const numbers = { spans: numbersIn(spans.groups, sets), cards: numbersIn(cards.groups, sets) };
  const groups: ComparedGroup[] = [
    ...spans.groups.map((units) => ({
      kind: "span" as const,
      ...placed(units),
      differences: spanDifferences(units, sets, options),
    })),
    ...cards.groups.map((units) => ({
      kind: "card" as const,
      ...placed(units),
      differences: [...cardDifferences(units, sets, numbers, options)].sort(bySize),
    })),
  ];
  return { groups: inReadingOrder(groups), isExact: spans.isExact && cards.isExact };
}

function* offsetProgress<T>(work: Work<T>, before: number, of: number): Generator<Progress, T, void> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    yield { done: before + step.value.done, of };
  }
}

const countOf = (lists: readonly (readonly unknown[])[]): number =>
  lists.reduce((sum, list) => sum + list.length, 0);

const numbersIn = (
  groups: readonly AlignedUnits<Alignable>[],
  sets: readonly unknown[],
): ReadonlyMap<Id, number>[] =>
  sets.map(
    (_, column) =>
      new Map(
        groups.flatMap((group, number) => {
          const unit = group[column];
          return unit ? [[unit.id, number] as const] : [];
        }),
      ),
  );

function placed(units: AlignedUnits<Alignable>): Pick<ComparedGroup, "members" | "place"> {
  const ranges = units.filter((unit) => unit !== null).filter(({ start, end }) => start < end);
  return {
    members: units.map((unit) => unit?.id ?? null),
    place: ranges.length > 0 ? hull(ranges) : null,
  };
}

function inReadingOrder(groups: readonly ComparedGroup[]): ComparedGroup[] {
  const startOf = ({ place }: ComparedGroup): number => place?.start ?? Number.POSITIVE_INFINITY;
  return [...groups].sort((a, b) => {
    const [first, second] = [startOf(a), startOf(b)];
    return first === second ? 0 : first - second;
  });
}
