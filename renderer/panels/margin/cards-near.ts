// Which cards have their words in a part of the article. Binary searches in the reading order, so that ten thousand cards
// cost what thirty cost.
import { type AnnotationSet, placeOf } from "../../../shared/model/annotation-set.ts";
import type { Attribution } from "../../../shared/model/attribution.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Range } from "../../../shared/model/range.ts";
import { get } from "../../../shared/model/table.ts";

interface NearCard {
  readonly card: Attribution;
  /** Its index in the reading order. */
  readonly at: number;
  /** Where its words begin. */
  readonly start: number;
  /** How many cards it lies within; counted up to `deepest`. */
  readonly depth: number;
}

/** Cards deeper than this look like this. */
const deepest = 4;

/** The cards whose words begin in the range. `order`: all ids in reading order, those without a place last. */
export function cardsNear(set: AnnotationSet, order: readonly Id[], range: Range): readonly NearCard[] {
  const nearCards: NearCard[] = [];
  for (let at = firstFrom(set, order, range.start); at < order.length; at += 1) {
    const card = get(set.attributions, order[at] ?? "");
    const place = card && placeOf(set, card);
    if (!card || !place || place.start > range.end) break;
    nearCards.push({ card, at, start: place.start, depth: depthOf(set, card) });
  }
  return nearCards;
}

/** The index of the first card whose words begin at or behind an offset, or that has none. */
function firstFrom(set: AnnotationSet, order: readonly Id[], offset: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const card = get(set.attributions, order[middle] ?? "");
    const start = (card && placeOf(set, card))?.start ?? Number.POSITIVE_INFINITY;
    if (start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function depthOf(set: AnnotationSet, card: Attribution): number {
  let depth = 0;
  for (let outer = card.within; outer !== null && depth < deepest; depth += 1) {
    const enclosingCard = get(set.attributions, outer);
    if (!enclosingCard) break;
    outer = enclosingCard.within;
  }
  return depth;
}
