// The order in which spans and cards are read, kept from change to change, so that lists and the Tab key never sort.
import { type AnnotationSet, compareSpans, placeOf, usersOf } from "./annotation-set.ts";
import type { Attribution } from "./attribution.ts";
import type { Change } from "./change.ts";
import { compareTexts } from "./compare-texts.ts";
import type { Id } from "./id.ts";
import { compareRanges } from "./range.ts";
import type { Span } from "./span.ts";
import { get, records } from "./table.ts";

/** Ids of spans by `compareSpans`; those that stand in that order already, as in a file, take a single look. */
export function spanOrderOf(spans: Iterable<Span>): readonly Id[] {
  return [...spans].sort(compareSpans).map(({ id }) => id);
}

/** The spans' order after a change that led from `before` to `after`. The same array when no span moved. */
export function spanOrderAfter(
  order: readonly Id[],
  before: AnnotationSet,
  after: AnnotationSet,
  change: Change,
): readonly Id[] {
  const touched = touchedIds(change.spans);
  if (touched.size === 0) return order;
  const spanIn = (set: AnnotationSet, id: Id): Span | undefined => get(set.spans, id);
  return reordered(order, touched, {
    before: (id) => spanIn(before, id),
    after: (id) => spanIn(after, id),
    compare: compareSpans,
  });
}

/** Ids of the cards of a set by their place in the text; cards without a place come last. */
export function cardOrderOf(set: AnnotationSet): readonly Id[] {
  return [...records(set.attributions)]
    .map((card) => placed(set, card))
    .sort(comparePlaced)
    .map(({ id }) => id);
}

/** The cards' order after a change that led from `before` to `after`. The same array when no card can have moved. */
export function cardOrderAfter(
  order: readonly Id[],
  before: AnnotationSet,
  after: AnnotationSet,
  change: Change,
): readonly Id[] {
  const touched = touchedIds(change.attributions);
  for (const span of touchedIds(change.spans))
    for (const annotationSet of [before, after])
      for (const card of usersOf(annotationSet, span)) touched.add(card.id);
  if (touched.size === 0) return order;
  const placedIn = (set: AnnotationSet, id: Id): PlacedRecord | undefined => {
    const card = get(set.attributions, id);
    return card && placed(set, card);
  };
  return reordered(order, touched, {
    before: (id) => placedIn(before, id),
    after: (id) => placedIn(after, id),
    compare: comparePlaced,
  });
}

interface PlacedRecord {
  readonly id: Id;
  readonly place: ReturnType<typeof placeOf>;
}

const placed = (set: AnnotationSet, card: Attribution): PlacedRecord => ({
  id: card.id,
  place: placeOf(set, card),
});

function comparePlaced(a: PlacedRecord, b: PlacedRecord): number {
  if (!a.place !== !b.place) return a.place ? -1 : 1;
  const byPlace = a.place && b.place ? compareRanges(a.place, b.place) : 0;
  return byPlace || compareTexts(a.id, b.id);
}

function touchedIds(change: Change["spans"] | Change["attributions"]): Set<Id> {
  if (!change) return new Set();
  return new Set(
    [...change.added, ...change.removed, ...change.updated.map(({ to }) => to)].map(({ id }) => id),
  );
}

/** What an id stands for before and after a change, and the order of those. */
interface Ordering<T> {
  before(id: Id): T | undefined;
  after(id: Id): T | undefined;
  compare(a: T, b: T): number;
}

/** The order with the touched ids taken out and put in where they belong now. Binary searches, and one copy. */
function reordered<T>(order: readonly Id[], touched: ReadonlySet<Id>, by: Ordering<T>): readonly Id[] {
  const removedIndexes = [...touched]
    .flatMap((id) => {
      const item = by.before(id);
      return item === undefined ? [] : indexFor(order, item, by.before, by.compare);
    })
    .sort((a, b) => a - b);
  const remainingIds = withoutIndexes(order, removedIndexes);
  const added = [...touched]
    .flatMap((id) => {
      const item = by.after(id);
      return item === undefined ? [] : [{ id, item }];
    })
    .sort((a, b) => by.compare(a.item, b.item))
    .map(({ id, item }) => ({ id, at: indexFor(remainingIds, item, by.after, by.compare) }));
  return withInsertions(remainingIds, added);
}

/** The index of the first id that does not stand before the item. */
function indexFor<T>(
  order: readonly Id[],
  item: T,
  of: (id: Id) => T | undefined,
  compare: (a: T, b: T) => number,
): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const middleItem = of(order[middle] ?? "");
    if (middleItem !== undefined && compare(middleItem, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `indexes` ascend. */
function withoutIndexes(order: readonly Id[], indexes: readonly number[]): Id[] {
  const remainingIds = order.slice();
  for (const at of indexes.toReversed()) remainingIds.splice(at, 1);
  return remainingIds;
}

/** `insertions` ascend; those for one place stay in their order. */
function withInsertions(order: Id[], insertions: readonly { id: Id; at: number }[]): readonly Id[] {
  for (const { id, at } of insertions.toReversed()) order.splice(at, 0, id);
  return order;
}
