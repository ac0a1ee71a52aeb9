// Looks into JSON values of foreign files: each function answers with what it found or nothing, and never throws.

export type JsonObject = Readonly<Record<string, unknown>>;

export function objectIn(value: unknown): JsonObject | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Own properties only, so that a file cannot reach what every object has. */
export function at(value: unknown, key: string): unknown {
  const object = objectIn(value);
  return object && Object.hasOwn(object, key) ? object[key] : undefined;
}

export function stringAt(value: unknown, key: string): string | undefined {
  const member = at(value, key);
  return typeof member === "string" ? member : undefined;
}

/** A string, or the text of a number or a switch: what other tools use as ids and values. */
export function textAt(value: unknown, key: string): string | undefined {
  return textOf(at(value, key));
}

export function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** The same of any value: of a list or an object its JSON; nothing of `null`. */
export function textOrJson(value: unknown): string | undefined {
  return textOf(value) ?? (value === undefined || value === null ? undefined : JSON.stringify(value));
}

export function listAt(value: unknown, key: string): readonly unknown[] {
  return listIn(at(value, key));
}
