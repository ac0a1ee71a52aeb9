// Finding one of many by typing: a field and a list below it. The keyboard stays in the field; the arrows move in the
// list from its first row on, Enter takes the row that is marked.
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { Autocomplete, Input, Label, ListBox, ListBoxItem, TextField } from "react-aria-components";
import { ListLayout, Virtualizer } from "react-aria-components/Virtualizer";
import { isMac } from "../lib/key-combination.ts";
import { useTakeFocus } from "./take-focus.ts";

export interface FinderItem {
  readonly id: string;
  /** What the item is, as plain words, for screen readers. */
  readonly text: string;
  readonly content: ReactNode;
  readonly isDisabled?: boolean;
}

/** Keys that mark another row. */
const moves = /^(?:Arrow(?:Down|Up)|Home|End|Page(?:Down|Up))$/u;

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly typed: string;
  readonly items: readonly FinderItem[];
  readonly empty: string;
  /** Whether the first row is marked while nothing is typed; absent: it is. Without, Enter takes nothing until something is typed or marked. */
  readonly marksFirst?: boolean;
  /** Whether the field has the keyboard once it is shown; absent: it has. */
  readonly takesFocus?: boolean;
  /** Pixels an item is high. */
  readonly rowSize?: number;
  onType(text: string): void;
  onTake(id: string): void;
  /** Takes a row by Mod+Enter. */
  onTakeBeside?(id: string): void;
}

export function Finder(props: Props) {
  const { label, placeholder, typed, items, marksFirst = true, takesFocus = true } = props;
  const { onType, onTake, onTakeBeside } = props;
  const field = useRef<HTMLInputElement>(null);
  useTakeFocus(field, takesFocus);
  useFirstRowMarked(field, marksFirst && typed === "");
  /** Since something was typed last. */
  const hasMoved = useRef(false);
  return (
    <div className="finder">
      <Autocomplete
        inputValue={typed}
        onInputChange={(text) => {
          hasMoved.current = false;
          onType(text);
        }}
      >
        {/* No field that Escape empties first: it closes what the finder is in. */}
        <TextField
          type="search"
          className="field"
          onKeyDown={(event) => {
            const firstItem = items.find(({ isDisabled }) => !isDisabled);
            if (moves.test(event.key) && event.nativeEvent.isTrusted) hasMoved.current = true;
            const byMod = event.key === "Enter" && (isMac() ? event.metaKey : event.ctrlKey);
            if (byMod && onTakeBeside) {
              const marked = hasMoved.current ? markedRow(field.current) : firstItem?.id;
              if (marked !== undefined) onTakeBeside(marked);
              // What the list marks follows what is typed a moment late.
            } else if (event.key === "Enter" && !hasMoved.current && firstItem) {
              if (marksFirst || typed !== "") onTake(firstItem.id);
            } else event.continuePropagation();
          }}
        >
          <Label className="visually-hidden">{label}</Label>
          <Input ref={field} className="input" placeholder={placeholder} spellCheck={false} />
        </TextField>
        <FinderList {...props} />
      </Autocomplete>
    </div>
  );
}

function FinderList({ label, items, empty, rowSize = 44, onTake }: Props) {
  const list = useRef<HTMLDivElement>(null);
  // The list scrolls, so the Tab key must be able to come to it. Not before it is mounted: a list that takes the focus
  // by itself would be left out by the arrows of the field.
  useEffect(() => {
    if (list.current) list.current.tabIndex = 0;
  }, []);
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize }}>
      <ListBox
        ref={list}
        aria-label={label}
        className="finder-list"
        items={items}
        selectionMode="none"
        renderEmptyState={() => <div className="finder-empty">{empty}</div>}
        onAction={(key) => onTake(String(key))}
      >
        {(item) => (
          <ListBoxItem
            className="choice finder-item"
            textValue={item.text}
            isDisabled={item.isDisabled ?? false}
          >
            {item.content}
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  );
}

/** The id of the row that the arrows have marked. */
function markedRow(field: HTMLInputElement | null): string | undefined {
  const row = document.getElementById(field?.getAttribute("aria-activedescendant") ?? "");
  return row?.dataset.key;
}

/** By itself the list marks its first row once something is typed, or an arrow is pressed: so one is. */
function useFirstRowMarked(field: RefObject<HTMLInputElement | null>, isMarked: boolean): void {
  useEffect(() => {
    if (!isMarked) return;
    const frame = requestAnimationFrame(() => {
      const input = field.current;
      if (document.activeElement === input && !input?.hasAttribute("aria-activedescendant"))
        input?.dispatchEvent(
          new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true }),
        );
    });
    return () => cancelAnimationFrame(frame);
  }, [field, isMarked]);
}
