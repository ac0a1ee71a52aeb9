// The span types of the tagset: what they are called and mean, their keys, forms, colours, and the slots they fit into.
import { useState, useSyncExternalStore } from "react";
import { entityTypes } from "../../../shared/model/entity.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import type { MarkForm, SpanType, Tagset, ThemedColour } from "../../../shared/model/tagset.ts";
import { colourChoices, contrastOf, leastContrast, pageColours } from "../../../shared/tagsets/colours.ts";
import {
  addType,
  freeKey,
  removeType,
  type TagsetDraft,
  withTagset,
} from "../../../shared/tagsets/tagset-draft.ts";
import { slotName } from "../../../shared/words/tagset-words.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { FormShape } from "../span/type-form.tsx";
import { useKeyboard } from "../use-keyboard.ts";
import { ItemList, RemovePart } from "./item-list.tsx";

interface Props {
  readonly draft: TagsetDraft;
  onChange(draft: TagsetDraft): void;
}

export function TypePage({ draft, onChange }: Props) {
  const { say } = useWords();
  const { spanTypes } = draft.tagset;
  const [chosenId, setChosenId] = useState<string | null>(null);
  const type = spanTypes.find(({ id }) => id === chosenId) ?? spanTypes[0];
  const putType = (next: SpanType): void =>
    onChange(
      withTagset(draft, {
        ...draft.tagset,
        spanTypes: spanTypes.map((one) => (one.id === next.id ? next : one)),
      }),
    );
  return (
    <div className="tagset-page">
      <ItemList
        label={say("tagset.types")}
        addLabel={say("tagset.new-type")}
        items={spanTypes}
        chosen={type?.id ?? null}
        pictureOf={({ form, colour }) => <FormSample form={form} colour={colour} />}
        onChoose={setChosenId}
        onOrder={(items) => onChange(withTagset(draft, { ...draft.tagset, spanTypes: items }))}
        onAdd={(name) => {
          const nextDraft = addType(draft, newType(draft.tagset, name));
          onChange(nextDraft);
          setChosenId(nextDraft.tagset.spanTypes.at(-1)?.id ?? null);
        }}
      />
      {type && (
        <div className="tagset-form" key={type.id}>
          <TypeForm
            type={type}
            tagset={draft.tagset}
            onPut={putType}
            onTagset={(tagset) => onChange(withTagset(draft, tagset))}
          />
          <RemovePart
            label={say("tagset.remove-type")}
            question={say("tagset.marks-become")}
            others={spanTypes.filter(({ id }) => id !== type.id)}
            nothing={say("tagset.marks-go")}
            hindrance={spanTypes.length === 1 ? say("tagset.last-type") : null}
            onRemove={(to) => onChange(removeType(draft, type.id, to))}
          />
        </div>
      )}
    </div>
  );
}

const forms = [
  "ground",
  "underline",
  "double",
  "dotted",
  "dashed",
  "wavy",
] as const satisfies readonly MarkForm[];

interface FormProps {
  readonly type: SpanType;
  readonly tagset: Tagset;
  onPut(type: SpanType): void;
  onTagset(tagset: Tagset): void;
}

function TypeForm({ type, tagset, onPut, onTagset }: FormProps) {
  const { say } = useWords();
  return (
    <>
      <NameFields type={type} onPut={onPut} />
      <TextField
        label={say("tagset.description")}
        rows={2}
        value={type.description}
        maxLength={1_000}
        onChange={(description) => onPut({ ...type, description })}
      />
      <FormField type={type} onPut={onPut} />
      <ColourField value={type.colour} onChange={(colour) => onPut({ ...type, colour })} />
      <SegmentedField
        label={say("tagset.snap")}
        value={type.snap}
        options={[
          { id: "words", name: say("tagset.snap-words") },
          { id: "quotation", name: say("tagset.snap-quotation") },
        ]}
        onChange={(snap) => onPut({ ...type, snap })}
      />
      <SlotFields type={type} tagset={tagset} onTagset={onTagset} />
      <EntityFields type={type} onPut={onPut} />
    </>
  );
}

type FieldProps = Pick<FormProps, "type" | "onPut">;

/** Its name, and its key, which may be one that a command has. */
function NameFields({ type, onPut }: FieldProps) {
  const { say, tell } = useWords();
  const keyboard = useKeyboard();
  // The keys of span types come first, so a command with the same one would lose it here.
  const command = keyboard.actions.find(
    ({ id, group }) => group !== "mark" && keyboard.actionAt(type.key, null)?.id === id,
  );
  return (
    <div className="pair">
      <TextField
        label={say("tagset.name")}
        value={type.name}
        maxLength={100}
        onChange={(name) => onPut({ ...type, name })}
      />
      <TextField
        label={say("tagset.key")}
        help={
          command ? (
            <span className="field-caution">
              {say("tagset.key-of-command", { command: tell(command.title) })}
            </span>
          ) : (
            say("tagset.key-help")
          )
        }
        value={type.key}
        maxLength={8}
        onChange={(key) => onPut({ ...type, key })}
      />
    </div>
  );
}

function FormField({ type, onPut }: FieldProps) {
  const { say } = useWords();
  return (
    <SegmentedField
      label={say("tagset.form")}
      value={type.form}
      options={forms.map((form) => ({
        id: form,
        name: say(`tagset.form-${form}`),
        picture: <FormSample form={form} colour={type.colour} />,
      }))}
      onChange={(form) => onPut({ ...type, form })}
    />
  );
}

/** The slots of a card that it fits into. */
function SlotFields({ type, tagset, onTagset }: Omit<FormProps, "onPut">) {
  const { say, tell } = useWords();
  const setSlot = (slot: string, fits: boolean): void =>
    onTagset({
      ...tagset,
      slots: tagset.slots.map((one) => {
        if (one.id !== slot) return one;
        const others = one.accepts.filter((id) => id !== type.id);
        return { ...one, accepts: fits ? [...others, type.id] : others };
      }),
    });
  return (
    <fieldset className="tagset-checks">
      <legend className="field-label">{say("tagset.slots")}</legend>
      {tagset.slots.map((slot) => (
        <SwitchField
          key={slot.id}
          label={tell(slotName(slot))}
          value={slot.accepts.includes(type.id)}
          onChange={(fits) => setSlot(slot.id, fits)}
        />
      ))}
    </fieldset>
  );
}

/** Whether it refers to an entity, and of which type a new one is. */
function EntityFields({ type, onPut }: FieldProps) {
  const { say } = useWords();
  return (
    <div className="pair">
      <SwitchField
        label={say("tagset.refers-to-entity")}
        value={type.refersToEntity}
        onChange={(refersToEntity) => onPut({ ...type, refersToEntity })}
      />
      {type.refersToEntity && (
        <ChoiceField
          label={say("tagset.new-entity-type")}
          options={entityTypes.map((id) => ({ id, name: say(`entities.type-${id}`) }))}
          value={type.newEntityType ?? "person"}
          onChange={(newEntityType) => onPut({ ...type, newEntityType })}
        />
      )}
    </div>
  );
}

/** A type to begin with: the first free number as its key, and a colour that no other has. */
function newType(tagset: Tagset, name: string): Omit<SpanType, "id"> {
  const unused = colourChoices.find(
    ({ light }) => !tagset.spanTypes.some(({ colour }) => colour.light === light),
  );
  const { id: _id, ...colour } = unused ?? {
    id: "",
    light: "#55606b",
    dark: "#aeb9c4",
    highContrast: "#2b343c",
  };
  const letters = [..."1234567890"].join("");
  return {
    name,
    description: "",
    key: freeKey(tagset, letters) ?? "",
    form: "dashed",
    colour,
    snap: "words",
    refersToEntity: false,
  };
}

interface FormSampleProps {
  readonly form: MarkForm;
  readonly colour: ThemedColour;
}

/** The editor shows colours that no style sheet knows yet, so it takes them by the theme's name on the root element. */
function FormSample({ form, colour }: FormSampleProps) {
  const theme = useSyncExternalStore(followTheme, themeNow);
  return <FormShape form={form} colour={colour[theme]} />;
}

function themeNow(): keyof ThemedColour {
  const { theme } = document.documentElement.dataset;
  if (theme === "dark") return "dark";
  return theme === "high-contrast" ? "highContrast" : "light";
}

function followTheme(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

interface ColourFieldProps {
  readonly value: ThemedColour;
  onChange(value: ThemedColour): void;
}

const themes = ["light", "dark", "highContrast"] as const satisfies readonly (keyof ThemedColour)[];

/** The colour of a span type: one of those that can be told apart by everybody, or one's own for each theme. */
function ColourField({ value, onChange }: ColourFieldProps) {
  const { say, number } = useWords();
  const plain: ThemedColour = { light: value.light, dark: value.dark, highContrast: value.highContrast };
  return (
    <fieldset className="colour-field">
      <legend className="field-label">{say("tagset.colour")}</legend>
      <div className="colour-choices">
        {colourChoices.map(({ id, ...colour }) => (
          <label key={id} className="colour-choice" title={say(`tagset.colour-${id}`)}>
            <input
              type="radio"
              name="type-colour"
              className="visually-hidden"
              aria-label={say(`tagset.colour-${id}`)}
              checked={sameValue(plain, colour)}
              onChange={() => onChange(colour)}
            />
            <span className="colour-sample" style={{ background: colour.light }} />
          </label>
        ))}
      </div>
      <div className="colour-own">
        {themes.map((theme) => {
          const contrast = contrastOf(value[theme], pageColours[theme]);
          return (
            <label key={theme} className="colour-theme">
              <input
                type="color"
                value={value[theme]}
                onChange={(event) => onChange({ ...plain, [theme]: event.target.value })}
              />
              <span>{say(`tagset.theme-${theme}`)}</span>
              <span className={contrast < leastContrast ? "field-error" : "quiet"}>
                {say(contrast < leastContrast ? "tagset.contrast-faint" : "tagset.contrast", {
                  ratio: number(contrast),
                })}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
