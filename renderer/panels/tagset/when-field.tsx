// When a field of the card is asked: always, or while another one has certain values.
import type { CardField } from "../../../shared/model/tagset.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly field: CardField;
  readonly fields: readonly CardField[];
  onPut(field: CardField): void;
}

export function WhenField({ field, fields, onPut }: Props) {
  const { say } = useWords();
  const others = fields.filter(({ id }) => id !== field.id);
  const asked = others.find(({ id }) => id === field.when?.field);
  const { when, ...always } = field;
  const put = (next: NonNullable<CardField["when"]> | null): void =>
    onPut(next === null ? always : { ...always, when: next });
  return (
    <fieldset className="tagset-checks">
      <legend className="field-label">{say("tagset.when")}</legend>
      <ChoiceField
        label={say("tagset.when-field")}
        labelHidden
        options={[{ id: "", name: say("tagset.when-always") }, ...others]}
        value={asked?.id ?? ""}
        onChange={(id) => {
          const other = others.find((one) => one.id === id);
          const first = other && valuesOf(other)[0];
          put(other && first ? { field: other.id, is: [first.value] } : null);
        }}
      />
      {asked &&
        when &&
        valuesOf(asked).map(({ value, name }) => (
          <SwitchField
            key={String(value)}
            label={name ?? say(value === true ? "tagset.when-on" : "tagset.when-off")}
            value={when.is.includes(value)}
            onChange={(on) => {
              const rest = when.is.filter((one) => one !== value);
              put({ ...when, is: on ? [...rest, value] : rest });
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
