// Going from one thing to the next in the order of the text.

interface Position {
  /** The index of the one that is looked at; -1: none is. */
  readonly at: number;
  /** Where one stands without one, as an offset in the article. */
  readonly from: number;
  readonly direction: 1 | -1;
}

/** The one after or before the one that is looked at, or, without one, after or before a place. Goes round at the end; `null` for none. */
export function neighbourOf<T>(
  items: readonly T[],
  placeOf: (item: T) => number,
  { at, from, direction }: Position,
): T | null {
  if (at >= 0) return items[(at + direction + items.length) % items.length] ?? null;
  const nextIndex = items.findIndex((item) => placeOf(item) >= from);
  if (direction === 1) return items[Math.max(0, nextIndex)] ?? null;
  return items.at(nextIndex < 0 ? -1 : nextIndex - 1) ?? null;
}
