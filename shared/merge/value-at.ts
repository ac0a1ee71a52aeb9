// The value at a path that a conflict names: names of fields, and ids of the members of a list, joined by dots.

type Values = Readonly<Record<string, unknown>>;

const isValues = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const memberAt = (list: readonly unknown[], id: string): number =>
  list.findIndex((one) => isValues(one) && one.id === id);

/** `undefined` where there is none. */
export function valueAt(record: unknown, path: string): unknown {
  let value = record;
  for (const name of path.split(".")) {
    if (Array.isArray(value)) value = value[memberAt(value, name)];
    else if (isValues(value) && Object.hasOwn(value, name)) value = value[name];
    else return undefined;
  }
  return value;
}

/**
 * The record with this value at the path; `undefined`: without it. A member that is not in its list is put at the end. `null` where what the
 * path leads through is not there any more.
 */
export function withValueAt<T extends object>(record: T, path: string, value: unknown): T | null {
  return withValue(record, path.split("."), value) as T | null;
}

function withValue(at: unknown, [name = "", ...rest]: readonly string[], value: unknown): unknown {
  if (Array.isArray(at)) return withMember(at, name, rest, value);
  if (!isValues(at)) return null;
  if (rest.length === 0) return without(at, name, value);
  const inner = Object.hasOwn(at, name) ? withValue(at[name], rest, value) : null;
  return inner === null ? null : { ...at, [name]: inner };
}

function without(values: Values, name: string, value: unknown): Values {
  const { [name]: _before, ...others } = values;
  return value === undefined ? others : { ...values, [name]: value };
}

function withMember(
  list: readonly unknown[],
  id: string,
  rest: readonly string[],
  value: unknown,
): readonly unknown[] | null {
  const at = memberAt(list, id);
  if (rest.length > 0) {
    const inner = at < 0 ? null : withValue(list[at], rest, value);
    return inner === null ? null : list.with(at, inner);
  }
  if (value === undefined) return list.filter((_one, index) => index !== at);
  if (!isValues(value) || value.id !== id) return null;
  return at < 0 ? [...list, value] : list.with(at, value);
}
