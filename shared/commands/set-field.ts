// Gives a field of a card one of the values that the tagset knows.
import type { FieldValue } from "../model/attribution.ts";
import type { Id } from "../model/id.ts";
import { isValueOf } from "../model/tagset.ts";
import type { Command } from "./command.ts";
import { refuse } from "./draft.ts";
import { cardEdited } from "./edit-card.ts";

interface SetField {
  readonly card: Id;
  readonly field: string;
  readonly value: FieldValue;
}

export const setField: Command<SetField> = {
  id: "set-field",
  run(context, { card: cardId, field: fieldId, value }) {
    const field = context.tagset.fields.find(({ id }) => id === fieldId);
    if (!field) return refuse("unknown-field");
    if (!isValueOf(field, value)) return refuse("unknown-value");
    return cardEdited(context, cardId, (card) => ({ ...card, fields: { ...card.fields, [fieldId]: value } }));
  },
};
