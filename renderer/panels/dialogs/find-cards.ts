// Finds cards by words or by nearness to a place in the text.
import { type Annotations, placeOf } from "../../../shared/model/annotation-set.ts";
import type { Attribution } from "../../../shared/model/attribution.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Range } from "../../../shared/model/range.ts";
import { get } from "../../../shared/model/table.ts";
import { cardWords } from "../card-words.ts";
import { folded } from "../span/spelling.ts";

export interface FoundCard {
  readonly card: Attribution;
  readonly words: string;
}

/** The cards that hold what is typed, nearest to `near` first, `limit` at most. `order`: all ids in reading order. */
export function findCards(
  annotations: Annotations,
  order: readonly Id[],
  {
    typed,
    near,
    limit = 100,
  }: { readonly typed: string; readonly near: Range | null; readonly limit?: number },
): readonly FoundCard[] {
  const query = folded(typed.trim());
  const cardDistances = order.flatMap((id) => {
    const card = get(annotations.set.attributions, id);
    return card ? [{ card, distance: distance(placeOf(annotations.set, card), near) }] : [];
  });
  const byDistance = cardDistances.sort((a, b) => a.distance - b.distance);
  const worded = ({ card }: { readonly card: Attribution }): FoundCard => ({
    card,
    words: cardWords(card, annotations),
  });
  // An article has thousands of cards: only those that are shown, or searched, are put into words.
  return query === ""
    ? byDistance.slice(0, limit).map(worded)
    : byDistance
        .map(worded)
        .filter(({ words }) => folded(words).includes(query))
        .slice(0, limit);
}

/** Code units between two places; cards without a place come last. */
function distance(a: Range | null, b: Range | null): number {
  if (b === null) return 0;
  if (a === null) return Number.MAX_SAFE_INTEGER;
  return Math.max(0, a.start - b.end, b.start - a.end);
}
