// A table under the hands of a person who fills it in: which cells are selected, what is being typed, and what keys, mouse and clipboard do. What stands
// in its cells, and what becomes of what is entered, is its content.
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useMemo,
  useRef,
  useState,
} from "react";
import type { FileFinding } from "../../../shared/files/finding.ts";
import { blockText, type CellEdit, pastedEdits } from "../../../shared/interchange/cell-block.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type Message, message, type Text } from "../../../shared/words/message.ts";
import type { GridCell, GridState } from "../../lib/grid-state.ts";
import { isMac } from "../../lib/key-combination.ts";
import { createStore, type Store, useStore } from "../../lib/store.ts";
import { cellAfterKey, cellsBetween, withinGrid } from "../../ui/grid-moves.ts";
import { focusOnceShown } from "../../ui/walk-rows.ts";

export interface GridColumn {
  readonly id: string;
  readonly title: Text;
  /** Pixels. */
  readonly width: number;
}

export interface CellChoice {
  /** The words that are entered. */
  readonly id: string;
  readonly name: string;
}

/** What came of what was entered: what does not fit, and then nothing is entered; or how many cells change, and what is told once they have. */
export type Entry =
  | { readonly problems: readonly FileFinding[] }
  | {
      readonly count: number;
      /** `null`: it failed, which was told elsewhere. */
      readonly done: Promise<Message | null>;
    };

/** What a table shows, and where what is entered in it goes. */
export interface GridContent {
  readonly state: Store<GridState>;
  /** The first one has the names of the rows, and makes a new row. */
  readonly columns: readonly GridColumn[];
  /** All but the one that makes a new row. */
  readonly rows: readonly Id[];
  /** Of the row that makes a new one. */
  readonly nextId: Id;
  readonly canEdit: boolean;
  newId(): Id;
  /** What a person reads in a cell; what one enters there is taken for the same. */
  shown(row: Id, column: GridColumn): string;
  /** What is copied from it, and means the same in another language. */
  copied(row: Id, column: GridColumn): string;
  /** What a cell is chosen from; `null`: it is typed. */
  choices(column: GridColumn): readonly CellChoice[] | null;
  /** Whether a pasted text is a whole table, which is looked at first. */
  isTable(text: string): boolean;
  /** Enters them all, or tells what does not fit. `added`: ids of rows that make new ones. */
  enter(edits: readonly CellEdit[], added: ReadonlySet<Id>): Entry;
}

/** A cell that is being filled in. */
export interface Editing {
  readonly cell: GridCell;
  readonly words: string;
  /** Whether anything was typed or chosen. */
  readonly isTouched: boolean;
  /** Whether the words were not taken. */
  readonly isUnfit: boolean;
}

/** What came of what was entered last. */
type GridReport =
  | { readonly of: "result"; readonly words: Message }
  | { readonly of: "problems"; readonly problems: readonly FileFinding[] };

export interface FilledGrid {
  readonly content: GridContent;
  /** Of all rows, also of the one that makes a new one where the table can be edited. */
  readonly rowIds: readonly Id[];
  readonly current: GridCell;
  readonly anchor: GridCell;
  readonly editor: Store<Editing | null>;
  readonly report: GridReport | null;
  /** The text of a whole table that was pasted, to be looked at first. */
  readonly pastedTable: string | null;
  /** The row that has the keyboard; `undefined` where that is the heads, or the row that makes a new one. */
  readonly currentRow: Id | undefined;
  closePasted(): void;
  sortBy(column: GridColumn): void;
  /** For the whole grid. */
  readonly handlers: {
    onKeyDown(event: KeyboardEvent<HTMLElement>): void;
    onBlur(event: { readonly relatedTarget: EventTarget | null; readonly currentTarget: HTMLElement }): void;
    onCopy(event: ClipboardEvent): void;
    onCut(event: ClipboardEvent): void;
    onPaste(event: ClipboardEvent): void;
    onMouseDown(event: MouseEvent): void;
    onMouseOver(event: MouseEvent): void;
    onDoubleClick(event: MouseEvent): void;
    onFocus(event: { readonly target: EventTarget }): void;
  };
}

export const cellPlace = ({ row, column }: GridCell): string => `${row}:${column}`;

function cellAt(target: EventTarget): GridCell | null {
  const place =
    target instanceof Element ? target.closest<HTMLElement>("[data-cell]")?.dataset.cell : undefined;
  const [row, column] = (place ?? "").split(":").map(Number);
  return place === undefined || row === undefined || column === undefined ? null : { row, column };
}

/** A cell of which a part is seen counts as in view for the browser. */
function focusInView(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** What stands in a cell at first: what it says; or where a letter was typed that, or the choice that begins with it. */
function beginning(
  content: GridContent,
  row: Id,
  column: GridColumn,
  typed: string | undefined,
): Pick<Editing, "words" | "isTouched"> {
  const shown = row === content.nextId ? "" : content.shown(row, column);
  const choices = content.choices(column);
  if (!choices) return { words: typed ?? shown, isTouched: typed !== undefined };
  const folded = typed?.toLocaleLowerCase();
  const begun = folded && choices.find(({ name }) => name.toLocaleLowerCase().startsWith(folded));
  const chosen = begun || choices.find(({ name }) => name === shown) || choices[0];
  return { words: chosen?.id ?? "", isTouched: Boolean(begun) };
}

/** What the steps of one rendering work with. */
interface Grid {
  readonly content: GridContent;
  readonly rowIds: readonly Id[];
  readonly size: { readonly rows: number; readonly columns: number };
  readonly current: GridCell;
  readonly selection: ReturnType<typeof cellsBetween>;
  readonly editor: Store<Editing | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Whether Escape was pressed, so that Tab leaves the grid. */
  readonly isLeaving: RefObject<boolean>;
  /** How often something was entered. */
  readonly entries: RefObject<number>;
  setReport(report: GridReport | null): void;
  setPastedTable(text: string): void;
}

/** `scroller` holds the grid. */
export function useGrid(content: GridContent, scroller: RefObject<HTMLElement | null>): FilledGrid {
  const { rows, columns, nextId, canEdit, state: stored } = content;
  const rowIds = useMemo(() => (canEdit ? [...rows, nextId] : rows), [rows, nextId, canEdit]);
  const [editor] = useState(() => createStore<Editing | null>(null));
  const [report, setReport] = useState<GridReport | null>(null);
  const [pastedTable, setPastedTable] = useState<string | null>(null);
  const isLeaving = useRef(false);
  const entries = useRef(0);
  const state = useStore(stored, (value) => value);
  const size = { rows: rowIds.length, columns: columns.length };
  const current = withinGrid(state.current, size);
  const anchor = withinGrid(state.anchor, size);
  const grid: Grid = {
    ...{ content, rowIds, size, current, editor, selection: cellsBetween(anchor, current) },
    ...{ scroller, isLeaving, entries, setReport, setPastedTable },
  };
  return {
    ...{ content, rowIds, current, anchor, editor, report, pastedTable },
    currentRow: rows[current.row],
    closePasted: () => setPastedTable(null),
    sortBy(column) {
      const { by, isDescending } = stored.get();
      stored.patch({ by: column.id, isDescending: by === column.id && !isDescending });
    },
    handlers: { ...keyHandlers(grid), ...clipboardHandlers(grid), ...mouseHandlers(grid) },
  };
}

const isNewRow = ({ rowIds, content }: Grid, row: number): boolean => rowIds[row] === content.nextId;

function select({ content: { state }, setReport }: Grid, cell: GridCell, isExtended = false): void {
  const now = state.get();
  state.patch({ current: cell, ...(!isExtended && { anchor: cell }) });
  if (!isExtended && cellPlace(cell) !== cellPlace(now.current)) setReport(null);
}

const elementAt = ({ scroller }: Grid, cell: GridCell): HTMLElement | null =>
  scroller.current?.querySelector(`[data-cell="${cellPlace(cell)}"]`) ?? null;

function goTo(grid: Grid, cell: GridCell, isExtended = false): void {
  select(grid, cell, isExtended);
  const element = elementAt(grid, cell);
  if (element) focusInView(element);
  else
    focusOnceShown(
      () => elementAt(grid, cell),
      () => elementAt(grid, cell)?.scrollIntoView({ block: "nearest", inline: "nearest" }),
    );
}

/** Whether it fits. */
function enter(
  { content, entries, setReport }: Grid,
  edits: readonly CellEdit[],
  newRows: readonly Id[] = [],
): boolean {
  const entry = content.enter(edits, new Set([content.nextId, ...newRows]));
  entries.current += 1;
  if ("problems" in entry) {
    setReport({ of: "problems", problems: entry.problems });
    return false;
  }
  const entered = entries.current;
  if (entry.count === 0) setReport({ of: "result", words: message("entities.table-unchanged") });
  void entry.done.then((words) => {
    // What was entered since has a report of its own.
    if (entry.count > 0 && entered === entries.current && words) setReport({ of: "result", words });
  });
  return true;
}

function beginEdit(grid: Grid, cell: GridCell, typed?: string): void {
  const { content, editor, setReport, rowIds } = grid;
  const [row, column] = [rowIds[cell.row], content.columns[cell.column]];
  if (!content.canEdit || row === undefined || !column) return;
  select(grid, cell);
  if (row === content.nextId && cell.column > 0) {
    setReport({ of: "result", words: message("entities.table-name-first") });
    return;
  }
  setReport(null);
  editor.set({ cell, ...beginning(content, row, column, typed), isUnfit: false });
}

/** Enters what was typed, and goes on to the next cell; where it does not fit, it stays and is told. Whether it fitted. */
function commit(grid: Grid, next: GridCell | null): boolean {
  const { editor, rowIds, content } = grid;
  const editing = editor.get();
  if (!editing) return true;
  const [row, column] = [rowIds[editing.cell.row], content.columns[editing.cell.column]];
  const edits =
    editing.isTouched && row !== undefined && column
      ? [{ row, column: column.id, words: editing.words }]
      : [];
  if (edits.length > 0 && !enter(grid, edits)) {
    editor.set({ ...editing, isUnfit: true });
    return false;
  }
  editor.set(null);
  if (next) {
    // Where the table stands already it tells nothing new, so that what was entered stays told until the next key.
    content.state.patch({ current: next, anchor: next });
    goTo(grid, next);
  }
  return true;
}

/** Also the row that makes a new one, where that is among them. */
const selectedIds = ({ rowIds, selection: { first, last } }: Grid): readonly Id[] =>
  rowIds.slice(Math.max(0, first.row), last.row + 1);

const selectedColumns = ({ content: { columns }, selection: { first, last } }: Grid): readonly GridColumn[] =>
  columns.slice(first.column, last.column + 1);

function clear(grid: Grid): void {
  if (!grid.content.canEdit) return;
  const columns = selectedColumns(grid);
  enter(
    grid,
    selectedIds(grid).flatMap((row) => columns.map((column) => ({ row, column: column.id, words: "" }))),
  );
}

/** Whether there was anything to copy. */
function copy(grid: Grid, event: ClipboardEvent): boolean {
  const { content, editor } = grid;
  const ids = selectedIds(grid).filter((row) => row !== content.nextId);
  if (editor.get() || ids.length === 0) return false;
  const columns = selectedColumns(grid);
  const block = blockText(ids.map((row) => columns.map((column) => content.copied(row, column))));
  event.clipboardData.setData("text/plain", block);
  event.preventDefault();
  return true;
}

function paste(grid: Grid, text: string): void {
  const { content, rowIds, selection, setPastedTable, setReport } = grid;
  if (text === "") return;
  if (content.isTable(text)) {
    setPastedTable(text);
    return;
  }
  const block = pastedEdits(text, {
    rows: rowIds.slice(Math.max(0, selection.first.row)),
    newRow: content.newId,
    columns: content.columns.slice(selection.first.column).map(({ id }) => id),
    selectedRows: selectedIds(grid).length,
    selectedColumns: selectedColumns(grid).length,
  });
  if (block.ok) enter(grid, block.edits, block.newRows);
  else setReport({ of: "problems", problems: block.problems });
}

function keyInEditor(grid: Grid, event: KeyboardEvent, { cell, words }: Editing): void {
  if (event.key === "Escape") {
    grid.editor.set(null);
    grid.setReport(null);
    elementAt(grid, cell)?.focus();
  } else if (event.key === "Enter" || event.key === "Tab") {
    const key = event.key === "Tab" ? "Tab" : event.shiftKey ? "ArrowUp" : "ArrowDown";
    // What is typed in the last row makes one more.
    const isAdded = isNewRow(grid, cell.row) && words.trim() !== "";
    const size = { ...grid.size, rows: grid.size.rows + (isAdded ? 1 : 0) };
    const next = cellAfterKey({ key, shiftKey: event.shiftKey, isMod: false }, cell, size) ?? cell;
    commit(grid, next.row < 0 ? cell : next);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

function keyInGrid(grid: Grid, event: KeyboardEvent): void {
  const { size, current, isLeaving, content } = grid;
  const isMod = isMac() ? event.metaKey : event.ctrlKey;
  const { key, shiftKey } = event;
  const wasLeaving = isLeaving.current;
  isLeaving.current = wasLeaving && ["Tab", "Shift"].includes(key);
  if (event.altKey || (key === "Tab" && wasLeaving)) return;
  const next = cellAfterKey({ key, shiftKey, isMod }, current, size);
  if (next) goTo(grid, next, shiftKey && key !== "Tab");
  else if (key === "Escape" && !wasLeaving) {
    isLeaving.current = true;
    select(grid, current);
    grid.setReport(null);
  } else if (isMod && key.toLowerCase() === "a" && size.rows > 0) {
    content.state.patch({ anchor: { row: size.rows - 1, column: size.columns - 1 } });
    goTo(grid, { row: 0, column: 0 }, true);
  } else if (isMod || current.row < 0) return;
  else if (key === "Enter" || key === "F2") beginEdit(grid, current);
  else if (key === "Delete" || key === "Backspace") clear(grid);
  else if (key.length === 1) beginEdit(grid, current, key);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

type Handlers = FilledGrid["handlers"];

const keyHandlers = (grid: Grid): Pick<Handlers, "onKeyDown" | "onBlur" | "onFocus"> => ({
  onKeyDown(event) {
    if (event.nativeEvent.isComposing) return;
    const editing = grid.editor.get();
    if (editing) keyInEditor(grid, event, editing);
    else if (cellAt(event.target)) keyInGrid(grid, event);
  },
  onBlur({ relatedTarget, currentTarget }) {
    grid.isLeaving.current = false;
    const isWithin = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
    if (!isWithin && document.hasFocus()) commit(grid, null);
  },
  onFocus({ target }) {
    const cell = cellAt(target);
    const now = grid.content.state.get().current;
    if (cell && cellPlace(cell) !== cellPlace(now)) select(grid, cell);
  },
});

const clipboardHandlers = (grid: Grid): Pick<Handlers, "onCopy" | "onCut" | "onPaste"> => ({
  onCopy: (event) => void copy(grid, event),
  onCut(event) {
    if (copy(grid, event)) clear(grid);
  },
  onPaste(event) {
    if (grid.editor.get() || !grid.content.canEdit) return;
    event.preventDefault();
    paste(grid, event.clipboardData.getData("text/plain"));
  },
});

const mouseHandlers = (grid: Grid): Pick<Handlers, "onMouseDown" | "onMouseOver" | "onDoubleClick"> => ({
  onMouseDown(event) {
    const cell = cellAt(event.target);
    const editing = grid.editor.get();
    if (!cell || (editing && cellPlace(editing.cell) === cellPlace(cell))) return;
    // A cell that does not fit keeps the keyboard until it does, or is taken back.
    if (!commit(grid, null)) event.preventDefault();
    else if (event.button === 0 && cell.row >= 0) {
      event.preventDefault();
      goTo(grid, cell, event.shiftKey);
    }
  },
  onMouseOver(event) {
    const cell = event.buttons === 1 && !grid.editor.get() ? cellAt(event.target) : null;
    if (cell && cell.row >= 0 && grid.scroller.current?.contains(document.activeElement))
      goTo(grid, cell, true);
  },
  onDoubleClick(event) {
    const cell = cellAt(event.target);
    const isOpen = cell && grid.editor.get() && cellPlace(cell) === cellPlace(grid.current);
    if (cell && cell.row >= 0 && !isOpen) beginEdit(grid, cell);
  },
});
