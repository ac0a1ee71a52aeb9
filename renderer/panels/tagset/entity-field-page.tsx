// The project's own fields of entities: what they ask for, and between which values one chooses.
import { useState } from "react";
import { entityFieldsOf } from "../../../shared/model/entity-field.ts";
import type { Choice, EntityField } from "../../../shared/model/tagset.ts";
import { idFor, type TagsetDraft, withTagset } from "../../../shared/tagsets/tagset-draft.ts";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { ChoiceRows } from "./choice-rows.tsx";
import { ItemList } from "./item-list.tsx";
import { RemovePart } from "./remove-part.tsx";

interface Props {
  readonly draft: TagsetDraft;
  onChange(draft: TagsetDraft): void;
}

export function EntityFieldPage({ draft, onChange }: Props) {
  const { say } = useWords();
  const { before, tagset } = draft;
  const [chosenId, setChosenId] = useState<string | null>(null);
  const fields = entityFieldsOf(tagset);
  const field = fields.find(({ id }) => id === chosenId) ?? fields[0];
  function putAll(next: readonly EntityField[]): void {
    const { entityFields: _before, ...rest } = tagset;
    onChange(withTagset(draft, next.length > 0 ? { ...rest, entityFields: next } : rest));
  }
  return (
    <div className="tagset-stack">
      <p className="quiet">{say("tagset.entity-fields-about")}</p>
      <div className="tagset-page">
        <ItemList
          label={say("tagset.entity-fields")}
          addLabel={say("tagset.new-field")}
          items={fields}
          chosen={field?.id ?? null}
          onChoose={setChosenId}
          onOrder={putAll}
          onAdd={(name) => {
            const id = idFor(name, [
              ...before.fields,
              ...tagset.fields,
              ...entityFieldsOf(before),
              ...fields,
            ]);
            putAll([...fields, { id, name, kind: "text" }]);
            setChosenId(id);
          }}
        />
        {field && (
          <div className="tagset-form" key={field.id}>
            <FieldForm
              field={field}
              isNew={!entityFieldsOf(before).some(({ id }) => id === field.id)}
              onPut={(next) => putAll(fields.map((one) => (one.id === next.id ? next : one)))}
            />
            <RemovePart
              label={say("tagset.remove-field")}
              question={say("tagset.answers-become")}
              others={[]}
              nothing={say("tagset.answers-stay")}
              onRemove={() => putAll(fields.filter(({ id }) => id !== field.id))}
            />
          </div>
        )}
      </div>
    </div>
  );
}

interface FormProps {
  readonly field: EntityField;
  /** What is new can still become another kind of field. */
  readonly isNew: boolean;
  onPut(field: EntityField): void;
}

const kinds = ["text", "number", "date", "choice"] as const;

function FieldForm({ field, isNew, onPut }: FormProps) {
  const { say } = useWords();
  return (
    <>
      <TextField
        label={say("tagset.name")}
        value={field.name}
        maxLength={100}
        onChange={(name) => onPut({ ...field, name })}
      />
      <SegmentedField
        label={say("tagset.input")}
        value={field.kind}
        options={kinds.map((id) => ({ id, name: say(`tagset.kind-${id}`) }))}
        isDisabled={!isNew}
        onChange={(kind) => onPut(withKind(field, kind))}
      />
      {field.kind === "choice" && <Choices field={field} choices={field.choices} onPut={onPut} />}
    </>
  );
}

const withKind = ({ id, name }: EntityField, kind: EntityField["kind"]): EntityField =>
  kind === "choice" ? { id, name, kind, choices: [] } : { id, name, kind };

/** Values that go stay with the entities that have them, so nothing takes their place. */
function Choices({
  field: { id, name },
  choices,
  onPut,
}: Pick<FormProps, "field" | "onPut"> & { readonly choices: readonly Choice[] }) {
  const { say } = useWords();
  const put = (next: readonly Choice[]): void => onPut({ id, name, kind: "choice", choices: next });
  return (
    <ChoiceRows
      label={say("tagset.values")}
      addLabel={say("tagset.new-value")}
      removeLabel={say("tagset.remove-value")}
      question={say("tagset.answers-become")}
      nothing={say("tagset.answers-stay")}
      needsOne
      isReplaced={false}
      choices={choices}
      onChange={put}
      onAdd={(newName) => put([...choices, { id: idFor(newName, choices), name: newName }])}
      onRemove={(gone) => put(choices.filter((one) => one.id !== gone))}
    />
  );
}
