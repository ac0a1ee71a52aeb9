// A list of things with names, of which one is chosen: to be ordered, added to and taken from.
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import type { Choice } from "../../../shared/model/tagset.ts";
import { shifted } from "../../../shared/tagsets/tagset-draft.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";

interface ListItem {
  readonly id: string;
  readonly name: string;
}

interface Props<T extends ListItem> {
  readonly label: string;
  readonly addLabel: string;
  readonly items: readonly T[];
  readonly chosen: string | null;
  pictureOf?(item: T): ReactNode;
  onChoose(id: string): void;
  onOrder(items: readonly T[]): void;
  onAdd(name: string): void;
}

export function ItemList<T extends ListItem>({
  label,
  addLabel,
  items,
  chosen,
  pictureOf,
  onChoose,
  onOrder,
  onAdd,
}: Props<T>) {
  const { say } = useWords();
  const at = items.findIndex(({ id }) => id === chosen);
  const name = items[at]?.name ?? "";
  return (
    <div className="item-list">
      <ListBox
        aria-label={label}
        className="item-list-box"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const selectedItem = items.find(({ id }) => keys !== "all" && keys.has(id));
          if (selectedItem) onChoose(selectedItem.id);
        }}
      >
        {items.map((item) => (
          <ListBoxItem key={item.id} id={item.id} className="item-list-row" textValue={item.name}>
            {pictureOf?.(item)}
            <OutsideText cut>{item.name}</OutsideText>
          </ListBoxItem>
        ))}
      </ListBox>
      <div className="item-list-tools">
        <IconButton
          label={say("tagset.move-up", { name })}
          tiny
          isDisabled={at <= 0}
          onPress={() => onOrder(shifted(items, at, -1))}
        >
          <ArrowUp size={14} aria-hidden />
        </IconButton>
        <IconButton
          label={say("tagset.move-down", { name })}
          tiny
          isDisabled={at < 0 || at === items.length - 1}
          onPress={() => onOrder(shifted(items, at, 1))}
        >
          <ArrowDown size={14} aria-hidden />
        </IconButton>
      </div>
      <AddItem label={addLabel} onAdd={onAdd} />
    </div>
  );
}

function AddItem({ label, onAdd }: { readonly label: string; onAdd(name: string): void }) {
  const { say } = useWords();
  const [name, setName] = useState("");
  const add = (): void => {
    if (name.trim() === "") return;
    onAdd(name.trim());
    setName("");
  };
  return (
    <div className="item-add">
      <TextField
        label={label}
        labelHidden
        placeholder={label}
        value={name}
        maxLength={100}
        onChange={setName}
        onEnter={add}
      />
      <Button isDisabled={name.trim() === ""} onPress={add}>
        <Plus size={14} aria-hidden />
        {say("tagset.add")}
      </Button>
    </div>
  );
}

// Values to choose from, each with its name and what it means: a field's values, the via roles, the flags.

interface ChoiceRowsProps {
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
}: ChoiceRowsProps) {
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

// Takes something out of the tagset, and asks first what becomes of the annotations that use it.

interface RemovePartProps {
  /** What the button says: that the thing goes. */
  readonly label: string;
  /** The question: what becomes of what it was used for. */
  readonly question: string;
  /** What can take its place. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
  /** What happens where nothing takes its place; absent where something must. */
  readonly nothing?: string;
  /** Why it cannot go; `null` when it can. */
  readonly hindrance?: string | null;
  onRemove(to: string | null): void;
}

const nowhere = "\u0000";

export function RemovePart({
  label,
  question,
  others,
  nothing,
  hindrance = null,
  onRemove,
}: RemovePartProps) {
  const { say } = useWords();
  const [asking, setAsking] = useState(false);
  const options = [...others, ...(nothing === undefined ? [] : [{ id: nowhere, name: nothing }])];
  const [to, setTo] = useState<string | null>(null);
  // Where there is a choice, it is made by a person: the wrong one changes many annotations.
  const target = options.length === 1 ? options[0] : options.find(({ id }) => id === to);
  if (!asking)
    return (
      <div className="remove-part">
        <Button isDisabled={hindrance !== null} onPress={() => setAsking(true)}>
          <Trash2 size={14} aria-hidden />
          {label}
        </Button>
        {hindrance !== null && <span className="quiet">{hindrance}</span>}
      </div>
    );
  return (
    <div className="remove-part note caution">
      <ChoiceField
        label={question}
        placeholder={say("tagset.decide-choose")}
        options={options}
        value={target?.id ?? null}
        onChange={setTo}
      />
      <div className="remove-part-buttons">
        <Button onPress={() => setAsking(false)}>{say("tagset.keep-it")}</Button>
        <Button
          look="danger"
          isDisabled={!target}
          onPress={() => target && onRemove(target.id === nowhere ? null : target.id)}
        >
          {label}
        </Button>
      </div>
    </div>
  );
}
