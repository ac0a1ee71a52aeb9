// Merges two versions of one record over the one both come from, field by field: what only one side changed is taken, what both
// changed to different values is a conflict and stays as it is on our side.
import { sameValue } from "../model/same-value.ts";

interface MergedRecord<T> {
  readonly record: T;
  /** Names of the fields that both changed; those of a card's fields as `fields.polarity`. */
  readonly conflicts: readonly string[];
}

type Values = Readonly<Record<string, unknown>>;

/** `base` undefined: both sides added it. */
export function mergeRecord<T extends object>(base: T | undefined, ours: T, theirs: T): MergedRecord<T> {
  const merged = mergeValues((base ?? {}) as Values, ours as Values, theirs as Values);
  return { record: merged.record as T, conflicts: merged.conflicts };
}

function mergeValues(base: Values, ours: Values, theirs: Values): MergedRecord<Values> {
  const conflicts: string[] = [];
  const entries: [string, unknown][] = [];
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const [from, mine, other] = [valueOfKey(base, key), valueOfKey(ours, key), valueOfKey(theirs, key)];
    const setEntry = (value: unknown): void => {
      if (value !== undefined) entries.push([key, value]);
    };
    if (sameValue(mine, other) || sameValue(other, from)) setEntry(mine);
    else if (sameValue(mine, from)) setEntry(other);
    else if (key === "fields" && isObject(mine) && isObject(other)) {
      const inner = mergeValues(isObject(from) ? from : {}, mine, other);
      setEntry(inner.record);
      conflicts.push(...inner.conflicts.map((name) => `fields.${name}`));
    } else if (key === "provenance" && isObject(mine) && isObject(other) && differInEditing(mine, other))
      setEntry(later(mine, other));
    else {
      setEntry(mine);
      conflicts.push(key);
    }
  }
  return { record: Object.fromEntries(entries), conflicts: conflicts.sort() };
}

const valueOfKey = (values: Values, key: string): unknown =>
  Object.hasOwn(values, key) ? values[key] : undefined;

const isObject = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** True when both are the same but for the time at which the record was edited. */
function differInEditing(a: Values, b: Values): boolean {
  const without = ({ editedAt: _editedAt, ...rest }: Values): Values => rest;
  return sameValue(without(a), without(b));
}

const later = (a: Values, b: Values): Values =>
  String(valueOfKey(a, "editedAt") ?? "") >= String(valueOfKey(b, "editedAt") ?? "") ? a : b;
