// The problems of a tagset that somebody edits or brings in: ids and names that stand twice, keys that collide, and references to what is
// not there. A tagset with a problem is never put to use.
import { entityFieldsOf } from "../model/entity-field.ts";
import { type CardField, isValueOf, type Tagset } from "../model/tagset.ts";

export type TagsetProblemCode =
  | "no-type"
  | "no-value"
  | "id-repeated"
  | "name-empty"
  | "name-repeated"
  | "key-repeated"
  | "key-not-one-character"
  | "slot-repeated"
  | "slot-accepts-unknown"
  | "default-unknown"
  | "when-unknown"
  | "when-circle";

/** `part`: where it is, e.g. `spanTypes`; `name`: what a person knows the thing by; `other`: what it collides with. */
export interface TagsetProblem {
  readonly code: TagsetProblemCode;
  readonly part: "spanTypes" | "slots" | "viaRoles" | "fields" | "choices" | "flags" | "entityFields";
  readonly id: string;
  readonly name: string;
  readonly other: string;
}

interface NamedPart {
  readonly id: string;
  readonly name: string;
}

/** Everything that is wrong; empty for a tagset that can be put to use. */
export function tagsetProblems(tagset: Tagset): TagsetProblem[] {
  const { spanTypes, slots, viaRoles, fields, flags } = tagset;
  const entityFields = entityFieldsOf(tagset);
  return [
    ...(spanTypes.length === 0 ? [problem("no-type", "spanTypes", { id: "", name: tagset.name })] : []),
    ...namedProblems("spanTypes", spanTypes),
    ...keyProblems(tagset),
    ...repeated(slots, ({ id }) => id).map(([slot, other]) =>
      problem("slot-repeated", "slots", slot, other.name),
    ),
    ...slots.flatMap((slot) =>
      slot.accepts
        .filter((type) => !spanTypes.some(({ id }) => id === type))
        .map((type) => problem("slot-accepts-unknown", "slots", slot, type)),
    ),
    ...namedProblems("viaRoles", viaRoles),
    ...namedProblems("fields", fields),
    ...fields.flatMap((field) => fieldProblems(field, fields)),
    ...namedProblems("flags", flags),
    ...namedProblems("entityFields", entityFields),
    ...entityFields.flatMap((field) => {
      if (field.kind !== "choice") return [];
      if (field.choices.length === 0) return [problem("no-value", "entityFields", field)];
      return namedProblems("choices", field.choices);
    }),
    ...entityFields
      .filter(({ id }) => fields.some((field) => field.id === id))
      .map((field) => problem("id-repeated", "entityFields", field, field.name)),
  ];
}

function problem(
  code: TagsetProblemCode,
  part: TagsetProblem["part"],
  { id, name }: NamedPart,
  other = "",
): TagsetProblem {
  return { code, part, id, name, other };
}

function namedProblems(part: TagsetProblem["part"], items: readonly NamedPart[]): TagsetProblem[] {
  return [
    ...items.filter(({ name }) => name.trim() === "").map((item) => problem("name-empty", part, item)),
    ...repeated(items, ({ id }) => id).map(([item, other]) => problem("id-repeated", part, item, other.name)),
    ...repeated(items, ({ name }) => name.trim().toLowerCase())
      .filter(([item, other]) => item.id !== other.id && item.name.trim() !== "")
      .map(([item, other]) => problem("name-repeated", part, item, other.name)),
  ];
}

function keyProblems({ spanTypes }: Tagset): TagsetProblem[] {
  return [
    ...spanTypes
      .filter(({ key }) => [...key].length !== 1 || key.trim() === "")
      .map((type) => problem("key-not-one-character", "spanTypes", type, type.key)),
    ...repeated(spanTypes, ({ key }) => key.toLowerCase()).map(([type, other]) =>
      problem("key-repeated", "spanTypes", type, other.name),
    ),
  ];
}

function fieldProblems(field: CardField, fields: readonly CardField[]): TagsetProblem[] {
  const problems: TagsetProblem[] = [];
  if (field.input === "choice") {
    problems.push(...namedProblems("choices", field.choices));
    if (!isValueOf(field, field.default))
      problems.push(problem("default-unknown", "fields", field, `${field.default}`));
  }
  const { when } = field;
  if (!when) return problems;
  const conditionField = fields.find(({ id }) => id === when.field);
  const unknown = conditionField ? when.is.find((value) => !isValueOf(conditionField, value)) : when.field;
  if (unknown !== undefined) problems.push(problem("when-unknown", "fields", field, String(unknown)));
  else if (dependsOn(fields, when.field, field.id))
    problems.push(problem("when-circle", "fields", field, when.field));
  return problems;
}

/** True when the field is asked only if, at whatever distance, `of` has some value. */
function dependsOn(fields: readonly CardField[], id: string, of: string): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
    if (at === of) return true;
    seen.add(at);
    const fieldId: string = at;
    at = fields.find((field) => field.id === fieldId)?.when?.field;
  }
  return false;
}

/** Each item whose key an earlier one has, with that one. */
function repeated<T>(items: readonly T[], keyOf: (item: T) => string): (readonly [item: T, other: T])[] {
  const firstByKey = new Map<string, T>();
  return items.flatMap((item) => {
    const earlierItem = firstByKey.get(keyOf(item));
    if (earlierItem !== undefined) return [[item, earlierItem] as const];
    firstByKey.set(keyOf(item), item);
    return [];
  });
}
