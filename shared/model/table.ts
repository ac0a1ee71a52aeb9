// A persistent table of records by id: adding one to fifty thousand costs a few hundred copied references, not fifty
// thousand, so that the work of a change does not grow with the article.

/** An immutable collection of records with unique ids. Made and changed only by the functions below. */
export interface Table<T extends { readonly id: string }> {
  readonly size: number;
  readonly buckets: readonly (ReadonlyMap<string, T> | undefined)[];
}

const bucketCount = 256;
const emptyBuckets: readonly undefined[] = Object.freeze(new Array<undefined>(bucketCount).fill(undefined));
const empty = Object.freeze({ size: 0, buckets: emptyBuckets });

/** FNV-1a over the id's code units, folded to the number of buckets. */
function bucketOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 16)) & (bucketCount - 1);
}

/** A table of the given records. Throws a `RangeError` when two have the same id. */
export function tableOf<T extends { readonly id: string }>(records: Iterable<T> = []): Table<T> {
  const buckets: (Map<string, T> | undefined)[] = new Array(bucketCount).fill(undefined);
  let size = 0;
  for (const record of records) {
    const at = bucketOf(record.id);
    const bucket = buckets[at] ?? new Map<string, T>();
    if (bucket.has(record.id)) throw new RangeError(`Two records have the id ${record.id}.`);
    bucket.set(record.id, record);
    buckets[at] = bucket;
    size += 1;
  }
  return size === 0 ? empty : { size, buckets };
}

export function get<T extends { readonly id: string }>(table: Table<T>, id: string): T | undefined {
  return table.buckets[bucketOf(id)]?.get(id);
}

export function has<T extends { readonly id: string }>(table: Table<T>, id: string): boolean {
  return get(table, id) !== undefined;
}

/** All records, in no order that means anything. */
export function* records<T extends { readonly id: string }>(table: Table<T>): Generator<T> {
  for (const bucket of table.buckets) if (bucket) yield* bucket.values();
}

/** The same table with these records put in place of those with their ids, and the records with the `removed` ids gone. */
export function withRecords<T extends { readonly id: string }>(
  table: Table<T>,
  put: readonly T[],
  removed: readonly string[] = [],
): Table<T> {
  if (put.length === 0 && removed.length === 0) return table;
  const buckets = [...table.buckets];
  const copied = new Map<number, Map<string, T>>();
  const writableBucket = (id: string): Map<string, T> => {
    const at = bucketOf(id);
    const copy = copied.get(at) ?? new Map(buckets[at] ?? []);
    copied.set(at, copy);
    buckets[at] = copy;
    return copy;
  };
  let size = table.size;
  for (const id of removed) if (writableBucket(id).delete(id)) size -= 1;
  for (const record of put) {
    const bucket = writableBucket(record.id);
    if (!bucket.has(record.id)) size += 1;
    bucket.set(record.id, record);
  }
  return { size, buckets };
}
