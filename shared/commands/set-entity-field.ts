// Enters what is known of an entity in one of the project's own fields, or takes it out again.
import { answerOf, type EntityAnswer, enteredIn, entityFieldsOf, isAnswerOf } from "../model/entity-field.ts";
import type { Id } from "../model/id.ts";
import { sameValue } from "../model/same-value.ts";
import { get } from "../model/table.ts";
import type { Command } from "./command.ts";
import { draftOf, newProvenance, refuse } from "./draft.ts";

interface SetEntityField {
  readonly entity: Id;
  readonly field: string;
  /** `null`: not known. */
  readonly answer: EntityAnswer | null;
}

export const setEntityField: Command<SetEntityField> = {
  id: "set-entity-field",
  run(context, { entity: entityId, field: fieldId, answer }) {
    const entity = get(context.annotations.entities, entityId);
    if (!entity) return refuse("entity-missing");
    const field = entityFieldsOf(context.tagset).find(({ id }) => id === fieldId);
    if (!field) return refuse("unknown-field");
    if (answer && !isAnswerOf(field, answer)) return refuse("unknown-value");
    const draft = draftOf(context);
    const before = enteredIn(entity, fieldId);
    if (answer && before && sameValue(answerOf(before), answerOf(answer))) return draft.outcome();
    const { [fieldId]: _before, ...others } = entity.fields ?? {};
    const fields = answer
      ? { ...others, [fieldId]: { ...answerOf(answer), provenance: newProvenance(context) } }
      : others;
    const { fields: _fields, ...rest } = entity;
    draft.entities.put(Object.keys(fields).length > 0 ? { ...rest, fields } : rest);
    return draft.outcome();
  },
};
