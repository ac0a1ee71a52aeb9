// Freezes values for development and tests: a value that something changes in place fails loudly instead of corrupting undo.

/** Values already frozen all through; what annotation sets share with their predecessors is not walked again. */
const frozen = new WeakSet<object>();

/** Freezes a value and everything it holds, the records in maps included (a map itself cannot be frozen). Returns it. */
export function deepFreeze<T>(value: T): T {
  freezeAll(value);
  return value;
}

function freezeAll(value: unknown): void {
  if (typeof value !== "object" || value === null || frozen.has(value)) return;
  frozen.add(value);
  Object.freeze(value);
  for (const child of value instanceof Map ? value.values() : Object.values(value)) freezeAll(child);
}
