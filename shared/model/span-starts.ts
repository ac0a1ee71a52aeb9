// The spans by where they begin: a persistent index by number, like the table of records by id, but an order of magnitude cheaper to make
// for a whole article than a key of words for every span would be.
import type { Id } from "./id.ts";
import type { Span } from "./span.ts";

/** An immutable index. Made and changed only by the functions below. */
export interface SpanStarts {
  readonly buckets: readonly (ReadonlyMap<number, readonly Id[]> | undefined)[];
}

const bucketCount = 256;
const nobody: readonly Id[] = Object.freeze([]);

const startOf = (span: Span): number => span.segments[0]?.start ?? 0;
const bucketOf = (start: number): number => start & (bucketCount - 1);

export function startsOf(spans: Iterable<Span>): SpanStarts {
  const buckets: (Map<number, Id[]> | undefined)[] = new Array(bucketCount).fill(undefined);
  for (const span of spans) {
    const start = startOf(span);
    const at = bucketOf(start);
    const bucket = buckets[at] ?? new Map<number, Id[]>();
    buckets[at] = bucket;
    const ids = bucket.get(start);
    if (!ids) bucket.set(start, [span.id]);
    else {
      ids.push(span.id);
      ids.sort();
    }
  }
  return { buckets };
}

/** Ids, in their order, of the spans whose first segment begins at an offset (UTF-16 code units). */
export function beginningAt({ buckets }: SpanStarts, offset: number): readonly Id[] {
  return buckets[bucketOf(offset)]?.get(offset) ?? nobody;
}

/** The index with some spans gone from it and others, or the same ones as they are now, come to it. */
export function startsAfter(starts: SpanStarts, gone: readonly Span[], come: readonly Span[]): SpanStarts {
  if (gone.length === 0 && come.length === 0) return starts;
  const buckets = [...starts.buckets];
  const copied = new Set<number>();
  const setIds = (start: number, ids: readonly Id[]): void => {
    const at = bucketOf(start);
    const bucket = copied.has(at) ? (buckets[at] as Map<number, readonly Id[]>) : new Map(buckets[at]);
    copied.add(at);
    if (ids.length > 0) bucket.set(start, ids);
    else bucket.delete(start);
    buckets[at] = bucket;
  };
  for (const span of gone) {
    const start = startOf(span);
    setIds(
      start,
      beginningAt({ buckets }, start).filter((id) => id !== span.id),
    );
  }
  for (const span of come) {
    const start = startOf(span);
    setIds(start, [...beginningAt({ buckets }, start), span.id].sort());
  }
  return { buckets: buckets.map((bucket) => (bucket?.size === 0 ? undefined : bucket)) };
}
