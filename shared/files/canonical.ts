// The one order of keys in which a value is written, so that the same value always gives the same bytes whatever order
// it was put together in.

/** The value with these keys first where it has them, then its other keys by the alphabet. */
export function withKeysInOrder<T extends object>(value: T, first: readonly (keyof T & string)[]): T {
  const remainingKeys = Object.keys(value)
    .filter((key) => !first.some((known) => known === key))
    .sort();
  const keys = [...first.filter((key) => Object.hasOwn(value, key)), ...remainingKeys];
  return Object.fromEntries(keys.map((key) => [key, Reflect.get(value, key)])) as T;
}

/** A JSON value in which the keys of every object stand in one order: what names it first, the others by the alphabet. */
export function sorted<T>(value: T): T {
  return sortedValue(value) as T;
}

const naming = ["id", "name"];

function sortedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedValue);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sortedValue(inner)] as const);
  return withKeysInOrder(Object.fromEntries(entries), naming);
}
