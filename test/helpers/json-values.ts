// JSON as readers take it: for the key `__proto__` they refuse a whole file.
import type fc from "fast-check";

/** The values that have no such key, at any depth. */
export const takenByReaders = <Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  values.filter((value) => !JSON.stringify(value).includes('"__proto__":'));
