// Values to choose from, each with its name and what it means: a field's values, the via roles, the flags.
import { useState } from "react";
import type { Choice } from "../../../shared/model/tagset.ts";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { ItemList } from "./item-list.tsx";
import { RemovePart } from "./remove-part.tsx";

interface Props {
  readonly label: string;
  readonly addLabel: string;
  readonly removeLabel: string;
  readonly question: string;
  readonly nothing?: string;
  /** Whether one must stay. */
  readonly needsOne?: boolean;
  /** Whether another one takes the place of one that goes. */
  readonly isReplaced?: boolean;
  readonly choices: readonly Choice[];
  onChange(choices: readonly Choice[]): void;
  onAdd(name: string): void;
  onRemove(id: string, to: string | null): void;
}

export function ChoiceRows({
  label,
  addLabel,
  removeLabel,
  question,
  nothing,
  needsOne = false,
  isReplaced = true,
  choices,
  onChange,
  onAdd,
  onRemove,
}: Props) {
  const { say } = useWords();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const selectedChoice = choices.find(({ id }) => id === chosenId) ?? choices[0];
  const putChoice = (next: Choice): void => onChange(choices.map((one) => (one.id === next.id ? next : one)));
  const others = choices.filter(({ id }) => id !== selectedChoice?.id);
  return (
    <section className="choice-rows">
      <h3 className="field-label">{label}</h3>
      <div className="tagset-page">
        <ItemList
          label={label}
          addLabel={addLabel}
          items={choices}
          chosen={selectedChoice?.id ?? null}
          onChoose={setChosenId}
          onOrder={onChange}
          onAdd={onAdd}
        />
        {selectedChoice && (
          <div className="tagset-form" key={selectedChoice.id}>
            <TextField
              label={say("tagset.name")}
              value={selectedChoice.name}
              maxLength={100}
              onChange={(name) => putChoice({ ...selectedChoice, name })}
            />
            <TextField
              label={say("tagset.description")}
              value={selectedChoice.description ?? ""}
              maxLength={1_000}
              onChange={(description) => putChoice({ ...selectedChoice, description })}
            />
            <RemovePart
              label={removeLabel}
              question={question}
              others={isReplaced ? others : []}
              {...(nothing === undefined ? {} : { nothing })}
              hindrance={needsOne && others.length === 0 ? say("tagset.last-one") : null}
              onRemove={(to) => onRemove(selectedChoice.id, to)}
            />
          </div>
        )}
      </div>
    </section>
  );
}
