// The layout of the cards in the margin: each as near to the level of its words as the others allow, in their order, without overlaps.
// Plain arithmetic; pixels throughout.

export interface MarginItem {
  /** The level of its words: where its top would stand if it were alone. */
  readonly anchor: number;
  readonly height: number;
}

interface MarginLayoutOptions {
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
  const precedingHeights = heightsBefore(items, gap);
  const wantedLevels = items.map(({ anchor }, at) => anchor - (precedingHeights[at] ?? 0));
  const levels =
    wantedLevels[pinned] === undefined
      ? atLeast(0, nearestAscending(wantedLevels))
      : around(wantedLevels, pinned);
  return levels.map((level, at) => level + (precedingHeights[at] ?? 0));
}

/** The pixels that are free below each item: up to the gap before the next one, without end below the last. */
export const spaceBelow = (
  items: readonly MarginItem[],
  tops: readonly number[],
  gap: number,
): readonly number[] =>
  items.map(({ height }, at) => {
    const nextTop = tops[at + 1] ?? Number.POSITIVE_INFINITY;
    return Math.max(0, nextTop - gap - (tops[at] ?? 0) - height);
  });

/** Each side of the pinned item by itself, as near as it leaves room. */
function around(wanted: readonly number[], pinned: number): readonly number[] {
  const fixed = wanted[pinned] ?? 0;
  return [
    ...nearestAscending(wanted.slice(0, pinned)).map((level) => Math.min(level, fixed)),
    fixed,
    ...atLeast(fixed, nearestAscending(wanted.slice(pinned + 1))),
  ];
}

/** The nearest ascending numbers, cut off at a bound, are again the nearest within it. */
const atLeast = (bound: number, levels: readonly number[]): readonly number[] =>
  levels.map((level) => Math.max(bound, level));

function heightsBefore(items: readonly MarginItem[], gap: number): readonly number[] {
  let sum = 0;
  return items.map(({ height }) => {
    const heightBefore = sum;
    sum += height + gap;
    return heightBefore;
  });
}

/** The ascending numbers nearest to the given ones, by least squares: neighbours out of order share their mean. */
function nearestAscending(values: readonly number[]): readonly number[] {
  const pools: { sum: number; count: number }[] = [];
  for (const value of values) {
    let pool = { sum: value, count: 1 };
    for (
      let lastPool = pools.at(-1);
      lastPool && lastPool.sum / lastPool.count > pool.sum / pool.count;
      lastPool = pools.at(-1)
    ) {
      pool = { sum: pool.sum + lastPool.sum, count: pool.count + lastPool.count };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count));
}
