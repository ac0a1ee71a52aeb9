// The names of the parts of a tagset in the language chosen. A part that is named as the tagset that ships names it is translated; what a
// project has named itself stays as it is.
import type { CardField, Choice, Slot, SpanType, Tagset } from "../model/tagset.ts";
import { en } from "./en/index.ts";
import { isKey } from "./keys.ts";
import type { Text } from "./message.ts";

const shippedTexts: Readonly<Record<string, string>> = en.shipped;

function named(id: string, text: string): Text {
  const key = `shipped.${id}`;
  return isKey(key) && shippedTexts[id] === text ? { key, values: {} } : text;
}

export const tagsetName = ({ id, name }: Tagset): Text => named(`tagset-${id}`, name);
export const typeName = ({ id, name }: SpanType): Text => named(`type-${id}`, name);
export const typeAbout = ({ id, description }: SpanType): Text => named(`type-${id}-about`, description);
export const slotName = ({ id, name }: Slot): Text => named(`slot-${id}`, name);
export const roleName = ({ id, name }: Choice): Text => named(`role-${id}`, name);
export const roleAbout = ({ id, description = "" }: Choice): Text => named(`role-${id}-about`, description);
export const fieldName = ({ id, name }: CardField): Text => named(`field-${id}`, name);
export const fieldAbout = ({ id, description }: CardField): Text => named(`field-${id}-about`, description);
export const choiceName = (field: CardField, { id, name }: Choice): Text =>
  named(`choice-${field.id}-${id}`, name);
export const choiceAbout = (field: CardField, { id, description = "" }: Choice): Text =>
  named(`choice-${field.id}-${id}-about`, description);
export const flagName = ({ id, name }: Choice): Text => named(`flag-${id}`, name);
export const flagAbout = ({ id, description = "" }: Choice): Text => named(`flag-${id}-about`, description);

/** Whether any part is shown by another name than the tagset holds, in languages other than English. */
export const hasShippedNames = ({ spanTypes, viaRoles, fields, flags }: Tagset): boolean =>
  [
    ...spanTypes.map(typeName),
    ...viaRoles.map(roleName),
    ...fields.map(fieldName),
    ...flags.map(flagName),
  ].some((text) => typeof text !== "string");
