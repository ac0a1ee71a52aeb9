// The fields of the card: what they ask, which values they take, when they are asked, and whether an answer is wanted.
import { useState } from "react";
import { entityFieldsOf } from "../../../shared/model/entity-field.ts";
import type { CardField, Choice, EntityField } from "../../../shared/model/tagset.ts";
import {
  idFor,
  removeField,
  removeValue,
  type TagsetDraft,
  withTagset,
} from "../../../shared/tagsets/tagset-draft.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { ChoiceRows, ItemList, RemovePart } from "./item-list.tsx";

interface Props {
  readonly draft: TagsetDraft;
  onChange(draft: TagsetDraft): void;
}

export function FieldPage({ draft, onChange }: Props) {
  const { say } = useWords();
  const { before, tagset } = draft;
  const [chosenId, setChosenId] = useState<string | null>(null);
  const field = tagset.fields.find(({ id }) => id === chosenId) ?? tagset.fields[0];
  const putAll = (fields: readonly CardField[]): void => onChange(withTagset(draft, { ...tagset, fields }));
  const putField = (next: CardField): void =>
    putAll(tagset.fields.map((one) => (one.id === next.id ? next : one)));
  return (
    <div className="tagset-page">
      <ItemList
        label={say("tagset.fields")}
        addLabel={say("tagset.new-field")}
        items={tagset.fields}
        chosen={field?.id ?? null}
        onChoose={setChosenId}
        onOrder={putAll}
        onAdd={(name) => {
          const id = idFor(name, [...before.fields, ...tagset.fields]);
          putAll([...tagset.fields, { id, name, description: "", input: "switch", default: false }]);
          setChosenId(id);
        }}
      />
      {field && (
        <div className="tagset-form" key={field.id}>
          <FieldForm
            field={field}
            draft={draft}
            isNew={!before.fields.some(({ id }) => id === field.id)}
            onPut={putField}
            onChange={onChange}
          />
          <RemovePart
            label={say("tagset.remove-field")}
            question={say("tagset.answers-become")}
            others={[]}
            nothing={say("tagset.answers-go")}
            onRemove={() => onChange(removeField(draft, field.id))}
          />
        </div>
      )}
    </div>
  );
}

interface FormProps extends Props {
  readonly field: CardField;
  /** What is new can still become another kind of field. */
  readonly isNew: boolean;
  onPut(field: CardField): void;
}

function FieldForm({ field, draft, isNew, onPut, onChange }: FormProps) {
  const { say } = useWords();
  const inputs = [
    { id: "choice", name: say("tagset.input-choice") },
    { id: "switch", name: say("tagset.input-switch") },
  ] as const;
  return (
    <>
      <TextField
        label={say("tagset.name")}
        value={field.name}
        maxLength={100}
        onChange={(name) => onPut({ ...field, name })}
      />
      <TextField
        label={say("tagset.description")}
        value={field.description}
        maxLength={1_000}
        onChange={(description) => onPut({ ...field, description })}
      />
      <SegmentedField
        label={say("tagset.input")}
        value={field.input}
        options={inputs}
        isDisabled={!isNew}
        onChange={(id) => onPut(withInput(field, id, say("tagset.first-value")))}
      />
      {field.input === "choice" ? (
        <ChoiceFields {...{ field, draft, onPut, onChange }} />
      ) : (
        <SwitchField
          label={say("tagset.default-on")}
          value={field.default}
          onChange={(on) => onPut({ ...field, default: on })}
        />
      )}
      <WhenField field={field} fields={draft.tagset.fields} onPut={onPut} />
    </>
  );
}

interface ChoiceFieldsProps extends Omit<FormProps, "isNew"> {
  readonly field: Extract<CardField, { input: "choice" }>;
}

/** The values to choose from, the one that a new card has, and whether one must be chosen. */
function ChoiceFields({ field, draft, onPut, onChange }: ChoiceFieldsProps) {
  const { say } = useWords();
  return (
    <>
      <ChoiceRows
        label={say("tagset.values")}
        addLabel={say("tagset.new-value")}
        removeLabel={say("tagset.remove-value")}
        question={say("tagset.cards-become")}
        {...(field.default === null ? { nothing: say("tagset.not-said") } : {})}
        needsOne
        choices={field.choices}
        onChange={(choices) => onPut({ ...field, choices })}
        onAdd={(name) => {
          const old = draft.before.fields.find(({ id }) => id === field.id);
          const oldChoices = old?.input === "choice" ? old.choices : [];
          const id = idFor(name, [...oldChoices, ...field.choices]);
          onPut({ ...field, choices: [...field.choices, { id, name }] });
        }}
        onRemove={(id, to) => onChange(removeValue(draft, field.id, id, to))}
      />
      <ChoiceField
        label={say("tagset.default")}
        options={[{ id: "", name: say("tagset.not-said") }, ...field.choices]}
        value={field.default ?? ""}
        onChange={(id) => onPut({ ...field, default: id === "" ? null : id })}
      />
      <SwitchField
        label={say("tagset.required")}
        value={field.required ?? false}
        onChange={(required) => onPut({ ...field, required })}
      />
    </>
  );
}

function withInput(field: CardField, input: CardField["input"], firstValue: string): CardField {
  const { id, name, description, when } = field;
  const base = { id, name, description, ...(when ? { when } : {}) };
  return input === "switch"
    ? { ...base, input, default: false }
    : { ...base, input, choices: [{ id: idFor(firstValue, []), name: firstValue }], default: null };
}

interface WhenFieldProps {
  readonly field: CardField;
  readonly fields: readonly CardField[];
  onPut(field: CardField): void;
}

/** When a field of the card is asked: always, or while another one has certain values. */
function WhenField({ field, fields, onPut }: WhenFieldProps) {
  const { say } = useWords();
  const others = fields.filter(({ id }) => id !== field.id);
  const conditionField = others.find(({ id }) => id === field.when?.field);
  const { when, ...always } = field;
  const putCondition = (next: NonNullable<CardField["when"]> | null): void =>
    onPut(next === null ? always : { ...always, when: next });
  return (
    <fieldset className="tagset-checks">
      <legend className="field-label">{say("tagset.when")}</legend>
      <ChoiceField
        label={say("tagset.when-field")}
        labelHidden
        options={[{ id: "", name: say("tagset.when-always") }, ...others]}
        value={conditionField?.id ?? ""}
        onChange={(id) => {
          const chosenField = others.find((one) => one.id === id);
          const firstValue = chosenField && valuesOf(chosenField)[0];
          putCondition(chosenField && firstValue ? { field: chosenField.id, is: [firstValue.value] } : null);
        }}
      />
      {conditionField &&
        when &&
        valuesOf(conditionField).map(({ value, name }) => (
          <SwitchField
            key={String(value)}
            label={name ?? say(value === true ? "tagset.when-on" : "tagset.when-off")}
            value={when.is.includes(value)}
            onChange={(on) => {
              const otherValues = when.is.filter((one) => one !== value);
              putCondition({ ...when, is: on ? [...otherValues, value] : otherValues });
            }}
          />
        ))}
    </fieldset>
  );
}

function valuesOf(field: CardField): readonly { readonly value: string | boolean; readonly name?: string }[] {
  return field.input === "choice"
    ? field.choices.map(({ id, name }) => ({ value: id, name }))
    : [{ value: true }, { value: false }];
}

// The project's own fields of entities: what they ask for, and between which values one chooses.

interface EntityFieldPageProps {
  readonly draft: TagsetDraft;
  onChange(draft: TagsetDraft): void;
}

export function EntityFieldPage({ draft, onChange }: EntityFieldPageProps) {
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
            <EntityFieldForm
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

interface EntityFieldFormProps {
  readonly field: EntityField;
  /** What is new can still become another kind of field. */
  readonly isNew: boolean;
  onPut(field: EntityField): void;
}

const kinds = ["text", "number", "date", "choice"] as const;

function EntityFieldForm({ field, isNew, onPut }: EntityFieldFormProps) {
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
}: Pick<EntityFieldFormProps, "field" | "onPut"> & { readonly choices: readonly Choice[] }) {
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
