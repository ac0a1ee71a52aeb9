// The table of entities under the hands of a person: which cells are selected, what is being typed, and what keys, mouse and clipboard do.
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
import { blockText, cellFinding, pastedEdits } from "../../../shared/interchange/entity-block.ts";
import {
  type CellEdit,
  type EntityColumn,
  entityColumns,
  planCells,
} from "../../../shared/interchange/entity-columns.ts";
import { isEntityTable } from "../../../shared/interchange/entity-values.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { type EntityGroup, entityGroups } from "../../../shared/model/entity-groups.ts";
import type { Id, NewId } from "../../../shared/model/id.ts";
import type { Provenance } from "../../../shared/model/provenance.ts";
import { get, type Table, withRecords } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { isMac } from "../../lib/key-combination.ts";
import { createStore, type Store, useStore } from "../../lib/store.ts";
import {
  type EntityTable,
  entityTableOf,
  type GridCell,
  keepRows,
  orderRows,
} from "../../state/project/entity-table.ts";
import { cellAfterKey, cellsBetween, withinGrid } from "../../ui/grid-moves.ts";
import { focusOnceShown } from "../../ui/walk-rows.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { mentionCount } from "./entity-listing.ts";
import { choicesOf, columnTitle, shownWords } from "./table-words.ts";
import { useCounts } from "./use-mentions.ts";

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

export interface EntityGrid {
  readonly columns: readonly EntityColumn[];
  /** Of the entities, as far as they are shown; the row of a new one comes after them where the table can be edited. */
  readonly rows: readonly Id[];
  /** All rows. */
  readonly rowCount: number;
  readonly groups: ReadonlyMap<Id, EntityGroup>;
  readonly current: GridCell;
  readonly anchor: GridCell;
  readonly editor: Store<Editing | null>;
  readonly report: GridReport | null;
  readonly canEdit: boolean;
  /** The text of a whole table that was pasted, to be looked at first. */
  readonly pastedTable: string | null;
  groupAt(row: number): EntityGroup | undefined;
  closePasted(): void;
  sortBy(column: EntityColumn): void;
  beginEdit(cell: GridCell, words?: string): void;
  /** Enters what was typed, and goes on to the next cell; where it does not fit, it stays and is told. Whether it fitted. */
  commit(next: GridCell | null): boolean;
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

/** Of what is only looked at. */
const nobody: Provenance = { annotator: "", at: "", origin: { by: "human" } };

export const cellPlace = ({ row, column }: GridCell): string => `${row}:${column}`;

function cellAt(target: EventTarget): GridCell | null {
  const place =
    target instanceof Element ? target.closest<HTMLElement>("[data-cell]")?.dataset.cell : undefined;
  const [row, column] = (place ?? "").split(":").map(Number);
  return place === undefined || row === undefined || column === undefined ? null : { row, column };
}

/** The rows that the table shows, which keep their places while it is filled in. */
function useRows(
  groups: ReadonlyMap<Id, EntityGroup>,
  columns: readonly EntityColumn[],
  own: ReadonlySet<Id>,
): readonly Id[] {
  const table = entityTableOf(usePanels().workspace);
  const { compare } = useWords();
  const { typed, by, isDescending } = useStore(table.state, (state) => state);
  const orderKey = JSON.stringify([typed, by, isDescending]);
  const order = () => orderRows(groups, columns, { typed, by, isDescending }, compare);
  const [kept, setKept] = useState(() => ({ orderKey, groups, rows: order() }));
  if (kept.orderKey !== orderKey) setKept({ orderKey, groups, rows: order() });
  else if (kept.groups !== groups)
    setKept({ orderKey, groups, rows: keepRows(kept.rows, groups, typed, own) });
  return kept.rows;
}

interface NewRows {
  /** The registry with the entities that are being added. */
  readonly entities: Table<Entity>;
  /** All that were added here. */
  readonly own: ReadonlySet<Id>;
  /** Of the row that makes a new entity. */
  readonly nextId: Id;
  /** These are there from now on, until `settle` where the registry did not get them. */
  begin(added: readonly Entity[]): void;
  settle(added: readonly Entity[]): void;
}

/** The rows that make new entities: one is there at once, so that typing goes on in it and in the next one before it is saved. */
function useNewRows(known: Table<Entity>): NewRows {
  const { workspace } = usePanels();
  const [pending, setPending] = useState<readonly Entity[]>([]);
  const [own, setOwn] = useState<ReadonlySet<Id>>(() => new Set());
  const [nextId, setNextId] = useState(() => workspace.newId());
  const entities = useMemo(
    () =>
      withRecords(
        known,
        pending.filter(({ id }) => !get(known, id)),
      ),
    [known, pending],
  );
  return {
    ...{ entities, own, nextId },
    begin(added) {
      if (added.length === 0) return;
      setPending((before) => [...before, ...added]);
      setOwn((before) => new Set([...before, ...added.map(({ id }) => id)]));
      setNextId(workspace.newId());
    },
    settle(added) {
      const ids = new Set(added.map(({ id }) => id));
      if (ids.size > 0) setPending((before) => before.filter(({ id }) => !ids.has(id)));
    },
  };
}

/** Ids of those that nothing mentions, as far as that is known. */
function useUnmentioned(groups: ReadonlyMap<Id, EntityGroup>): ReadonlySet<Id> {
  const counts = useCounts();
  return useMemo(
    () =>
      new Set(
        [...groups.values()]
          .filter((group) => mentionCount(group, counts) === 0)
          .map(({ entity }) => entity.id),
      ),
    [groups, counts],
  );
}

/** A cell of which a part is seen counts as in view for the browser. */
function focusInView(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** What stands in a cell at first: what it says; or where a letter was typed that, or the choice that begins with it. */
function beginning(
  column: EntityColumn,
  group: EntityGroup,
  words: Words,
  typed: string | undefined,
): Pick<Editing, "words" | "isTouched"> {
  const shown = shownWords(column, group, words);
  const choices = choicesOf(column, words);
  if (!choices) return { words: typed ?? shown, isTouched: typed !== undefined };
  const folded = typed?.toLocaleLowerCase();
  const begun = folded && choices.find(({ name }) => name.toLocaleLowerCase().startsWith(folded));
  const chosen = begun || choices.find(({ name }) => name === shown) || choices[0];
  return { words: chosen?.id ?? "", isTouched: Boolean(begun) };
}

/** What the steps of one rendering work with. */
interface Grid {
  readonly tagset: Tagset;
  readonly entities: Table<Entity>;
  readonly columns: readonly EntityColumn[];
  readonly rows: readonly Id[];
  /** Of all rows, also of the one that makes a new entity. */
  readonly rowIds: readonly Id[];
  readonly newRows: NewRows;
  readonly groups: ReadonlyMap<Id, EntityGroup>;
  readonly unmentioned: ReadonlySet<Id>;
  readonly size: { readonly rows: number; readonly columns: number };
  readonly current: GridCell;
  readonly selection: ReturnType<typeof cellsBetween>;
  readonly canEdit: boolean;
  readonly table: EntityTable;
  readonly editor: Store<Editing | null>;
  readonly words: Words;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly newId: NewId;
  /** Whether Escape was pressed, so that Tab leaves the grid. */
  readonly isLeaving: RefObject<boolean>;
  /** How often something was entered. */
  readonly entries: RefObject<number>;
  setReport(report: GridReport | null): void;
  setPastedTable(text: string): void;
}

/** `scroller` holds the grid. */
export function useEntityGrid(
  tagset: Tagset,
  canEdit: boolean,
  scroller: RefObject<HTMLElement | null>,
): EntityGrid {
  const { workspace } = usePanels();
  const table = entityTableOf(workspace);
  const words = useWords();
  const newRows = useNewRows(useStore(workspace.state, (state) => state.entities));
  const { entities, nextId } = newRows;
  const columns = useMemo(() => entityColumns({ tagset }), [tagset]);
  const groups = entityGroups(entities);
  const rows = useRows(groups, columns, newRows.own);
  const rowIds = useMemo(() => (canEdit ? [...rows, nextId] : rows), [rows, nextId, canEdit]);
  const unmentioned = useUnmentioned(groups);
  const [editor] = useState(() => createStore<Editing | null>(null));
  const [report, setReport] = useState<GridReport | null>(null);
  const [pastedTable, setPastedTable] = useState<string | null>(null);
  const isLeaving = useRef(false);
  const entries = useRef(0);
  const state = useStore(table.state, (value) => value);
  const size = { rows: rowIds.length, columns: columns.length };
  const current = withinGrid(state.current, size);
  const anchor = withinGrid(state.anchor, size);
  const grid: Grid = {
    ...{ tagset, entities, columns, rows, groups, unmentioned, size, current, canEdit, table, editor, words },
    ...{ rowIds, newRows, selection: cellsBetween(anchor, current) },
    ...{ scroller, isLeaving, entries, setReport, setPastedTable, newId: workspace.newId },
  };
  return {
    ...{ columns, rows, groups, current, anchor, editor, report, canEdit, pastedTable },
    rowCount: rowIds.length,
    groupAt: (row) => groupAt(grid, row),
    beginEdit: (cell, typed) => beginEdit(grid, cell, typed),
    commit: (next) => commit(grid, next),
    closePasted: () => setPastedTable(null),
    sortBy(column) {
      const { by, isDescending } = table.state.get();
      table.state.patch({ by: column.id, isDescending: by === column.id && !isDescending });
    },
    handlers: { ...keyHandlers(grid), ...clipboardHandlers(grid), ...mouseHandlers(grid) },
  };
}

const groupAt = ({ groups, rows }: Grid, row: number): EntityGroup | undefined => groups.get(rows[row] ?? "");

function select({ table, setReport }: Grid, cell: GridCell, isExtended = false): void {
  const now = table.state.get();
  table.state.patch({ current: cell, ...(!isExtended && { anchor: cell }) });
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

/** Enters them all, or tells what does not fit. */
function enter(
  { tagset, entities, table, unmentioned, entries, newRows, setReport }: Grid,
  edits: readonly CellEdit[],
  added: ReadonlySet<Id>,
): boolean {
  const registry = { tagset, entities };
  const planned = planCells(edits, registry, { provenance: nobody, added });
  entries.current += 1;
  if (!planned.ok) {
    setReport({
      of: "problems",
      problems: planned.problems.map((problem) => cellFinding(problem, edits, registry, columnTitle)),
    });
    return false;
  }
  const count = planned.cells.length;
  const entry = entries.current;
  if (count === 0) setReport({ of: "result", words: message("entities.table-unchanged") });
  else {
    newRows.begin(planned.entities.added);
    // What is being added is entered already when this one is, and known by then.
    const fresh = new Set([...added, ...newRows.own]);
    void table.enter({ edits, unmentioned, added: fresh }).then((refusal) => {
      newRows.settle(planned.entities.added);
      // What was entered since has a report of its own.
      if (entry !== entries.current || refusal === "failed") return;
      const words =
        refusal === null ? message("entities.table-changed", { count }) : message(`refusals.${refusal}`);
      setReport({ of: "result", words });
    });
  }
  return true;
}

function beginEdit(grid: Grid, cell: GridCell, typed?: string): void {
  const [group, column] = [groupAt(grid, cell.row), grid.columns[cell.column]];
  if (!grid.canEdit || !column) return;
  select(grid, cell);
  if (group) {
    grid.setReport(null);
    grid.editor.set({ cell, ...beginning(column, group, grid.words, typed), isUnfit: false });
  } else if (column.id === "name") {
    grid.setReport(null);
    grid.editor.set({ cell, words: typed ?? "", isTouched: typed !== undefined, isUnfit: false });
  } else grid.setReport({ of: "result", words: message("entities.table-name-first") });
}

function commit(grid: Grid, next: GridCell | null): boolean {
  const { editor, rowIds, columns, table, newRows } = grid;
  const editing = editor.get();
  if (!editing) return true;
  const [entity, column] = [rowIds[editing.cell.row], columns[editing.cell.column]];
  const edits =
    editing.isTouched && entity !== undefined && column
      ? [{ entity, column: column.id, words: editing.words }]
      : [];
  if (edits.length > 0 && !enter(grid, edits, new Set([newRows.nextId]))) {
    editor.set({ ...editing, isUnfit: true });
    return false;
  }
  editor.set(null);
  if (next) {
    // Where the table stands already it tells nothing new, so that what was entered stays told until the next key.
    table.state.patch({ current: next, anchor: next });
    goTo(grid, next);
  }
  return true;
}

/** Also the row of a new entity, where that is among them. */
const selectedIds = ({ rowIds, selection: { first, last } }: Grid): readonly Id[] =>
  rowIds.slice(Math.max(0, first.row), last.row + 1);

const selectedColumns = ({ columns, selection: { first, last } }: Grid): readonly EntityColumn[] =>
  columns.slice(first.column, last.column + 1);

function clear(grid: Grid): void {
  if (!grid.canEdit) return;
  const columns = selectedColumns(grid);
  enter(
    grid,
    selectedIds(grid).flatMap((entity) =>
      columns.map((column) => ({ entity, column: column.id, words: "" })),
    ),
    new Set([grid.newRows.nextId]),
  );
}

/** Whether there was anything to copy. */
function copy(grid: Grid, event: ClipboardEvent): boolean {
  const ids = selectedIds(grid);
  if (grid.editor.get() || ids.length === 0) return false;
  const block = blockText(
    ids.flatMap((id) => grid.groups.get(id) ?? []),
    selectedColumns(grid),
  );
  event.clipboardData.setData("text/plain", block);
  event.preventDefault();
  return true;
}

function paste(grid: Grid, text: string): void {
  const { tagset, entities, rowIds, columns, selection, newRows, setPastedTable, setReport } = grid;
  if (text === "") return;
  if (isEntityTable(text, { tagset, entities })) {
    setPastedTable(text);
    return;
  }
  const block = pastedEdits(text, {
    entities: rowIds.slice(Math.max(0, selection.first.row)),
    newRow: grid.newId,
    columns: columns.slice(selection.first.column).map(({ id }) => id),
    selectedRows: selectedIds(grid).length,
    selectedColumns: selectedColumns(grid).length,
  });
  if (block.ok) enter(grid, block.edits, new Set([newRows.nextId, ...block.newRows]));
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
    const isAdded = !groupAt(grid, cell.row) && words.trim() !== "";
    const size = { ...grid.size, rows: grid.size.rows + (isAdded ? 1 : 0) };
    const next = cellAfterKey({ key, shiftKey: event.shiftKey, isMod: false }, cell, size) ?? cell;
    commit(grid, next.row < 0 ? cell : next);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

function keyInGrid(grid: Grid, event: KeyboardEvent): void {
  const { size, current, isLeaving, table } = grid;
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
    table.state.patch({ anchor: { row: size.rows - 1, column: size.columns - 1 } });
    goTo(grid, { row: 0, column: 0 }, true);
  } else if (isMod || current.row < 0) return;
  else if (key === "Enter" || key === "F2") beginEdit(grid, current);
  else if (key === "Delete" || key === "Backspace") clear(grid);
  else if (key.length === 1) beginEdit(grid, current, key);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

type Handlers = EntityGrid["handlers"];

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
    const now = grid.table.state.get().current;
    if (cell && cellPlace(cell) !== cellPlace(now)) select(grid, cell);
  },
});

const clipboardHandlers = (grid: Grid): Pick<Handlers, "onCopy" | "onCut" | "onPaste"> => ({
  onCopy: (event) => void copy(grid, event),
  onCut(event) {
    if (copy(grid, event)) clear(grid);
  },
  onPaste(event) {
    if (grid.editor.get() || !grid.canEdit) return;
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
