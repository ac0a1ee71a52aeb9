// The keys of an item of a foreign JSON file, so that nothing of it goes missing untold: what is read, what is known to be no annotation, what
// is said of a text as a whole, and, by exclusion, what is not read.
import { isFactMember } from "./detail-values.ts";
import { type JsonObject, listIn, objectIn, stringAt, textOf } from "./json-value.ts";
import type { PassedOver } from "./tally.ts";

export interface ItemKeys {
  /** Keys whose lists are read. Anything else in them is not. */
  readonly lists: readonly string[];
  /** Other keys that are read, whatever is in them, and those that hold no annotation: names, numbers, times, settings. */
  readonly others: readonly string[];
  /** What annotators say of a whole text. */
  readonly whole?: readonly string[];
  /** Other keys may say what is known of the article (`detail-values.ts`). */
  readonly facts?: true;
}

/** What of an item nobody reads, by its keys below `path`, each with how much it holds. Empty values hold nothing. */
export function unreadKeys(
  item: unknown,
  { lists, others, whole = [], facts }: ItemKeys,
  path = "",
): PassedOver[] {
  return Object.entries(objectIn(item) ?? {}).flatMap(([key, value]): PassedOver[] => {
    if (others.includes(key) || whole.includes(key) || (lists.includes(key) && Array.isArray(value)))
      return [];
    if (facts && isFactMember(key, value)) return [];
    const count = sizeOf(value);
    return count === 0 ? [] : [{ name: `${path}${key}`.slice(0, longestName), why: "not-read", count }];
  });
}

/** What an item says of the whole text under these keys: each entry of a list, or each name and value of a table, for itself. */
export function saidOfWhole(item: unknown, { whole = [] }: ItemKeys): string[] {
  const object: JsonObject = objectIn(item) ?? {};
  return whole.flatMap((key) => (Object.hasOwn(object, key) ? labelsIn(object[key]) : []));
}

/** Code units of a name that is shown. */
const longestName = 60;

function sizeOf(value: unknown): number {
  if (value === null || value === "") return 0;
  if (Array.isArray(value)) return value.length;
  return typeof value === "object" ? Number(Object.keys(value).length > 0) : 1;
}

function labelsIn(value: unknown): string[] {
  const table = objectIn(value);
  if (table) return Object.entries(table).map(([name, one]) => `${name}: ${labelOf(one)}`);
  return (Array.isArray(value) ? listIn(value) : [value]).filter((one) => sizeOf(one) > 0).map(labelOf);
}

/** A comment by its words; else whatever it is, as it stands in the file. */
const labelOf = (value: unknown): string => textOf(value) ?? stringAt(value, "text") ?? JSON.stringify(value);
