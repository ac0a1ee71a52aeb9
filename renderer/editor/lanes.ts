// Puts the underlines of one paragraph into lanes, so that spans that overlap are drawn below each other and each keeps
// one lane through all its segments.
import type { Id } from "../../shared/model/id.ts";
import { compareRanges, overlaps, type Range } from "../../shared/model/range.ts";

/** A span's share of a paragraph. */
interface Lined {
  readonly id: Id;
  readonly ranges: readonly Range[];
}

/**
 * The lane of each span, 0 next to the text. Spans take the lowest free lane in reading order, what encloses first: so an
 * inner span that comes or goes never moves the outer one.
 */
export function lanesOf(spans: readonly Lined[]): ReadonlyMap<Id, number> {
  const lanes: Range[][] = [];
  const laneOf = new Map<Id, number>();
  for (const { id, ranges } of [...spans].sort(inReadingOrder)) {
    const free = lanes.findIndex(
      (taken) => !taken.some((range) => ranges.some((own) => overlaps(own, range))),
    );
    const lane = free === -1 ? lanes.length : free;
    lanes[lane] = [...(lanes[lane] ?? []), ...ranges];
    laneOf.set(id, lane);
  }
  return laneOf;
}

function inReadingOrder(a: Lined, b: Lined): number {
  const [first, second] = [a.ranges[0], b.ranges[0]];
  const order = first && second ? compareRanges(first, second) : 0;
  return order || (a.id < b.id ? -1 : 1);
}
