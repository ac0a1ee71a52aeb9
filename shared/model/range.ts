// A stretch of the article's text, and the few questions that everything asks of one.

/** UTF-16 code units into the article's text; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** True when both cover at least one common character. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True when `inner` lies within `outer` (equal ranges contain each other). */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True when both are the same stretch. */
export function sameRange(a: Range, b: Range): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Reading order: earlier start first, then the longer range first, so that what encloses precedes what it holds. */
export function compareRanges(a: Range, b: Range): number {
  return a.start - b.start || b.end - a.end;
}

/** The smallest range that covers all. Throws a `RangeError` when there is none. */
export function hull(ranges: readonly Range[]): Range {
  const [first, ...rest] = ranges;
  if (!first) throw new RangeError("No range to cover.");
  return rest.reduce<Range>(
    (whole, range) => ({ start: Math.min(whole.start, range.start), end: Math.max(whole.end, range.end) }),
    { start: first.start, end: first.end },
  );
}

/** The same characters as sorted ranges that neither overlap nor touch. */
export function joinRanges(ranges: readonly Range[]): Range[] {
  const mergedRanges: Range[] = [];
  for (const range of [...ranges].sort(compareRanges)) {
    const lastRange = mergedRanges.at(-1);
    if (lastRange && range.start <= lastRange.end)
      mergedRanges[mergedRanges.length - 1] = hull([lastRange, range]);
    else mergedRanges.push({ start: range.start, end: range.end });
  }
  return mergedRanges;
}

/** Whether a range shares text with any of these, which are in order and apart from each other, as `joinRanges` gives them. */
export function touchesAny(ranges: readonly Range[], { start, end }: Range): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.start ?? Infinity) < end;
}
