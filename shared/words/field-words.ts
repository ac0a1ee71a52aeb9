// The names of a record's fields, of their values and of the classes of sources: by the tagset where they are its own.
import { appearanceRoles } from "../model/appearance.ts";
import type { SourceClass } from "../model/entity.ts";
import { entityFieldsOf } from "../model/entity-field.ts";
import type { Tagset } from "../model/tagset.ts";
import { isKey } from "./keys.ts";
import { message, type Text } from "./message.ts";
import * as tagsetWords from "./tagset-words.ts";

/** What a field of a record is called: by the tagset where it is one of a card's, or the project's own of entities. */
export function fieldName(name: string, tagset: Tagset): Text {
  const field = tagset.fields.find(({ id }) => `fields.${id}` === name);
  if (field) return tagsetWords.fieldName(field);
  const ofEntities = entityFieldsOf(tagset).find(({ id }) => `fields.${id}` === name);
  if (ofEntities) return ofEntities.name;
  const key = `handover.field-${name}`;
  return isKey(key) ? { key, values: {} } : name;
}

/** A value as people read it: a type and a choice by their names in the tagset. */
export function valueName(name: string, value: string, tagset: Tagset): Text {
  if (value === "") return message("handover.nothing");
  const type = name === "type" ? tagset.spanTypes.find(({ id }) => id === value) : undefined;
  if (type) return tagsetWords.typeName(type);
  const ofEntity = `entities.${name}-${value}`;
  const isRole = name === "role" && appearanceRoles.some((role) => role === value);
  if ((name === "type" || name === "naming" || isRole) && isKey(ofEntity))
    return { key: ofEntity, values: {} };
  const field = tagset.fields.find(({ id }) => `fields.${id}` === name);
  const choice = field?.input === "choice" ? field.choices.find(({ id }) => id === value) : undefined;
  return field && choice ? tagsetWords.choiceName(field, choice) : value;
}

const classKeys = {
  "named person": "entities.class-named-person",
  "named organization": "entities.class-named-organization",
  described: "entities.class-described",
  anonymous: "entities.class-anonymous",
  document: "entities.class-document",
  outlet: "entities.class-outlet",
  platform: "entities.class-platform",
} as const satisfies Record<SourceClass, string>;

/** The catalogue's key for what sources are counted by, whose names are those of the export format. */
export const classKey = <Class extends SourceClass>(sourceClass: Class): (typeof classKeys)[Class] =>
  classKeys[sourceClass];
