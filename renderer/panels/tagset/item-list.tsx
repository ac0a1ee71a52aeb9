// A list of things with names, of which one is chosen: to be ordered, added to and taken from.
import { ArrowDown, ArrowUp, Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { shifted } from "../../../shared/tagsets/tagset-draft.ts";
import { Button, IconButton } from "../../ui/button.tsx";
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
