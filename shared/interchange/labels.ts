// The labels and names by which our own records are known in a standoff. A label of the tagset that is one of these, or could
// be taken for a marked one, is marked itself, so that reading gives back what was written.

export const attributionLabel = "attribution";
export const exclusionLabel = "exclusion";
/** Relations of a card beside those of its slots. */
export const withinLabel = "within";
export const viaPrefix = "via_";
/** Values of spans and cards that are no field of the tagset. */
export const valueNames = {
  entity: "entity",
  entityType: "entity_type",
  entityKey: "entity_key",
  kind: "kind",
  /** Whom a claim is about, a line each: names, and with them types and keys. */
  about: "about",
  aboutType: "about_type",
  aboutKey: "about_key",
  note: "note",
  reason: "reason",
  provenance: "provenance",
} as const;
export const flagPrefix = "flag_";
/** Of values that say what is known of an entity beside its name, type and key (`detail-values.ts`). */
export const detailPrefix = "entity_";

const reservedLabels: readonly string[] = [attributionLabel, exclusionLabel];
const reservedNames: readonly string[] = Object.values(valueNames);
const typePrefix = "type_";
const fieldPrefix = "field_";

export function labelOfType(type: string): string {
  return reservedLabels.includes(type) || type.startsWith(typePrefix) ? typePrefix + type : type;
}

export function typeOfLabel(label: string): string {
  return label.startsWith(typePrefix) ? label.slice(typePrefix.length) : label;
}

export function nameOfField(field: string): string {
  const isTaken =
    reservedNames.includes(field) ||
    [fieldPrefix, flagPrefix, detailPrefix].some((prefix) => field.startsWith(prefix));
  return isTaken ? fieldPrefix + field : field;
}

export function fieldOfName(name: string): string {
  return name.startsWith(fieldPrefix) ? name.slice(fieldPrefix.length) : name;
}

/** A name as people spell it in many ways: without case, blanks and signs. */
export const bareName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
