// A long list whose rows are buttons, of which one at most is open and shows all there is to it, below it or elsewhere. Shows only the rows
// in view; the arrows walk it, and what it is about follows.
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from "react";
import "../styles/opening-list.css";
import { entryRow } from "./row-window.ts";
import { useKeyboardBack } from "./use-keyboard-back.ts";
import { useRowWindow } from "./use-row-window.ts";
import { walkRows } from "./walk-rows.ts";

interface Props<T> {
  readonly label: string;
  readonly items: readonly T[];
  /** Pixels of a closed row. */
  readonly rowHeight: number;
  /** The index of the open one, or -1. */
  readonly open: number;
  keyOf(item: NoInfer<T>): string;
  /** Opens one, with what it is about. */
  goTo(item: T): void | Promise<void>;
  /** For what opens below its row. */
  close?: (() => void) | undefined;
  /** Whether the rows are shown that the row of one shows and hides; `undefined` for what is no such row. */
  isExpanded?(item: T): boolean | undefined;
  /** What its button holds. */
  row(item: T): ReactNode;
  /** `null` for one of which all stands elsewhere: its row is current, and nothing opens below it. */
  detail(item: T): ReactNode;
  /** When the row of one is pressed, after `goTo`. */
  onPress?(item: T): void;
  /** Whether the open one has the keyboard where nothing has it when the list is shown again. */
  readonly takesKeyboardBack?: boolean;
  /** A key on the row of the open one; the default is prevented where it was taken. */
  onOpenRowKey?(item: T, event: KeyboardEvent): void;
}

export function OpeningList<T>(props: Props<T>) {
  const { label, items, rowHeight, open, keyOf, goTo } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRowWindow({ scroller, count: items.length, rowHeight, open });
  const entry = entryRow(rows, open);
  const openItem = items[open];
  const openKey = openItem === undefined ? null : keyOf(openItem);
  useFollowedRow(scroller, openKey);
  useKeyboardBack(scroller, props.takesKeyboardBack ? open : -1);
  const shownItems = useRef(items);
  useLayoutEffect(() => {
    shownItems.current = items;
  });
  const placeOf = (item: T): number => shownItems.current.findIndex((one) => keyOf(one) === keyOf(item));
  return (
    <div className="opening-scroller" ref={scroller}>
      <ol
        className="opening-list"
        aria-label={label}
        style={{ height: rows.height, "--row-height": `${rowHeight}px` } as CSSProperties}
        onKeyDown={walkRows(items, goTo, placeOf)}
      >
        {items.slice(rows.first, rows.last).map((item, offset) => {
          const at = rows.first + offset;
          const isOpen = at === open;
          const detail = props.detail(item);
          const expanded = props.isExpanded?.(item) ?? (detail === null ? undefined : isOpen);
          const press = (): void => {
            if (isOpen && detail !== null) props.close?.();
            else void goTo(item);
            props.onPress?.(item);
          };
          return (
            <li
              key={keyOf(item)}
              className={isOpen ? "opening-item open" : "opening-item"}
              style={{ top: rows.topOf(at) }}
              aria-setsize={items.length}
              aria-posinset={at + 1}
              ref={isOpen ? rows.openRef : undefined}
            >
              <button
                type="button"
                className="opening-row"
                data-row={at}
                data-pane-start={at === entry ? "" : undefined}
                tabIndex={at === entry ? 0 : -1}
                {...(expanded === undefined ? { "aria-current": isOpen } : { "aria-expanded": expanded })}
                onKeyDown={isOpen ? (event) => props.onOpenRowKey?.(item, event) : undefined}
                onClick={press}
              >
                {props.row(item)}
              </button>
              {isOpen && detail !== null && <div className="opening-detail">{detail}</div>}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** Keys that go from one to the next elsewhere take the place in the list along. */
function useFollowedRow(scroller: RefObject<HTMLElement | null>, openKey: string | null): void {
  useEffect(() => {
    const list = scroller.current;
    const hasKeyboard =
      list?.contains(document.activeElement) && document.activeElement?.matches("[data-row]");
    if (openKey !== null && hasKeyboard)
      list?.querySelector<HTMLElement>(".opening-item.open > [data-row]")?.focus();
  }, [scroller, openKey]);
}
