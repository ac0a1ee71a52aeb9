// A field that the tagset requires, and that the card asks for, wants a value.
import { setField } from "../commands/card-values.ts";
import { placeOf } from "../model/annotation-set.ts";
import type { Attribution } from "../model/attribution.ts";
import { type CardField, isAsked, type Tagset } from "../model/tagset.ts";
import { message } from "../words/message.ts";
import { choiceName, fieldName } from "../words/tagset-words.ts";
import { type CheckOf, fixBy } from "./check.ts";

/** More values than this are better chosen on the card. */
const mostFixes = 6;

export const fieldRequired: CheckOf<"card"> = {
  id: "field-required",
  of: "card",
  severity: "unfinished",
  page: "card",
  find(card, { annotations, tagset }) {
    const field = firstEmpty(card, tagset);
    return field
      ? {
          says: message("checks.field-required-says", { field: fieldName(field) }),
          range: placeOf(annotations.set, card),
        }
      : null;
  },
  fixes(card, { tagset }) {
    const field = firstEmpty(card, tagset);
    if (field?.input !== "choice" || field.choices.length > mostFixes) return [];
    return field.choices.map((choice) => {
      const values = { field: fieldName(field), value: choiceName(field, choice) };
      return fixBy(message("checks.fix-set-field", values), setField, {
        card: card.id,
        field: field.id,
        value: choice.id,
      });
    });
  },
};

/** One at a time: the next is named when this one is filled in. */
function firstEmpty({ fields }: Attribution, tagset: Tagset): CardField | undefined {
  return tagset.fields.find(
    (field) => field.required === true && isAsked(field, fields) && (fields[field.id] ?? null) === null,
  );
}
