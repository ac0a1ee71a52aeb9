// Where the cards of the margin stand: each as near to the level of its words as the others allow, in their order, without
// overlaps. Plain arithmetic; pixels throughout.

export interface MarginItem {
  /** The level of its words: where its top would stand if it were alone. */
  readonly anchor: number;
  readonly height: number;
}

export interface MarginLayoutOptions {
  /** Kept free between two cards. */
  readonly gap: number;
  /** The index of the card that keeps its exact level while the others give way, or -1. */
  readonly pinned: number;
}

/**
 * The top of each item, in the order given. Tops ascend and items never overlap; among all such layouts it is the one in
 * which the squares of their distances from their levels add up to the least. Without a pinned item none stands above 0;
 * those before a pinned one may, where the room above it is too small.
 */
export function marginTops(
  items: readonly MarginItem[],
  { gap, pinned }: MarginLayoutOptions,
): readonly number[] {
  // With the heights before it taken off, "no overlap" becomes "no smaller than the one before".
  const before = heightsBefore(items, gap);
  const wanted = items.map(({ anchor }, at) => anchor - (before[at] ?? 0));
  const fixed = wanted[pinned];
  return nearestAscending(wanted).map((level, at) => {
    const kept = fixed === undefined ? Math.max(0, level) : bounded(level, at, pinned, fixed);
    return kept + (before[at] ?? 0);
  });
}

/** A bound cuts the nearest ascending levels off: that is again the nearest within it. */
function bounded(level: number, at: number, pinned: number, fixed: number): number {
  if (at === pinned) return fixed;
  return at < pinned ? Math.min(level, fixed) : Math.max(level, fixed);
}

function heightsBefore(items: readonly MarginItem[], gap: number): readonly number[] {
  let sum = 0;
  return items.map(({ height }) => {
    const own = sum;
    sum += height + gap;
    return own;
  });
}

/** The ascending numbers nearest to the given ones, by least squares: neighbours out of order share their mean. */
function nearestAscending(values: readonly number[]): readonly number[] {
  const pools: { sum: number; count: number }[] = [];
  for (const value of values) {
    let pool = { sum: value, count: 1 };
    for (
      let last = pools.at(-1);
      last && last.sum / last.count > pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count));
}
