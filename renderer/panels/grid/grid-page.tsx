// A page with a table that is filled in: what narrows it, its tools, the table, and below it what is known of the cell that has the keyboard and what came
// of what was entered last.
import { ArrowDown, ArrowUp, Upload } from "lucide-react";
import {
  type CSSProperties,
  memo,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { decode } from "../../../shared/importers/decode.ts";
import type { Id } from "../../../shared/model/id.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { type Store, useStore } from "../../lib/store.ts";
import { Button } from "../../ui/button.tsx";
import { cellsBetween } from "../../ui/grid-moves.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { useRowWindow } from "../../ui/use-row-window.ts";
import { useWords } from "../../ui/words.tsx";
import { ProblemLine } from "../problem-line.tsx";
import { ProblemList } from "./problem-list.tsx";
import { type CellChoice, cellPlace, type Editing, type FilledGrid, type GridColumn } from "./use-grid.ts";
import "../../styles/grid-table.css";

interface Props {
  readonly grid: FilledGrid;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** What the table is called, and what its last row says. */
  readonly label: string;
  readonly newLabel: string;
  readonly findLabel: string;
  /** How many there are. */
  readonly counted: string;
  /** Instead of a table without rows. */
  readonly none: string;
  readonly tools: ReactNode;
  /** Of the cell that has the keyboard, a piece each. */
  readonly note: readonly string[];
  /** How it is worked with. */
  readonly keys: string;
  /** The dialog over it that shows a table from elsewhere before it is taken. */
  importDialog(source: TableSource, onClose: () => void): ReactNode;
}

export function GridPage(props: Props) {
  const { grid, scroller, label, newLabel, findLabel, counted, none, tools, note, keys, importDialog } =
    props;
  const { tell } = useWords();
  const { state } = grid.content;
  const { typed } = useStore(state, (value) => value);
  const noteId = useId();
  const { report, pastedTable } = grid;
  const [chosen, setChosen] = useState<TableSource | null>(null);
  const source = pastedTable === null ? chosen : { file: null, text: pastedTable };
  function close(): void {
    setChosen(null);
    grid.closePasted();
  }
  return (
    <section className="entity-table-page" aria-label={label} data-pane="page" tabIndex={-1}>
      <h1 className="visually-hidden">{label}</h1>
      <header className="entity-table-head">
        <SearchField label={findLabel} value={typed} onChange={(words) => state.patch({ typed: words })} />
        <span className="quiet" role="status">
          {counted}
        </span>
        <span className="spring" />
        {tools}
        {grid.content.canEdit && <ImportButton onRead={setChosen} />}
      </header>
      {grid.rowIds.length === 0 ? (
        <p className="pane-empty quiet">{none}</p>
      ) : (
        <>
          <GridTable {...{ grid, label, newLabel, scroller, noteId }} />
          <footer className="entity-table-foot">
            <div className="entity-table-line">
              <p id={noteId} className="entity-table-note">
                {note.map((piece) => (
                  <OutsideText key={piece}>{piece}</OutsideText>
                ))}
              </p>
              <p role="status" className="entity-table-result">
                {report?.of === "result" ? tell(report.words) : ""}
              </p>
            </div>
            {report?.of === "problems" && <ProblemList problems={report.problems} />}
            <p className="quiet small">{keys}</p>
          </footer>
        </>
      )}
      {source && importDialog(source, close)}
    </section>
  );
}

/** A table from elsewhere, before it is taken. */
export interface TableSource {
  /** The name of the file; `null`: pasted. */
  readonly file: string | null;
  readonly text: string;
}

/** Asks for a file of CSV. */
function ImportButton({ onRead }: { onRead(source: TableSource): void }) {
  const { say } = useWords();
  const file = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  async function read(chosen: File): Promise<void> {
    setProblem(null);
    try {
      onRead(await sourceIn(chosen));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error.toData());
    }
  }
  return (
    <>
      <ProblemLine problem={problem} />
      <Button onPress={() => file.current?.click()}>
        <Upload size={14} aria-hidden /> {say("entities.import-action")}
      </Button>
      <input
        ref={file}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        aria-label={say("entities.import-action")}
        hidden
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen) void read(chosen);
          // The same file can be chosen again once it was mended.
          currentTarget.value = "";
        }}
      />
    </>
  );
}

/** The text of a file that was chosen. Throws an `ApiError` where it has none. */
async function sourceIn(file: File): Promise<TableSource> {
  if (file.size > limits.jsonBytes)
    throw new ApiError("file-too-large", { file: file.name, limit: limits.jsonBytes });
  const decoded = decode(new Uint8Array(await bytesOf(file)), file.name);
  if (!decoded.ok) throw new ApiError(decoded.problem, decoded.detail);
  return { file: file.name, text: decoded.text };
}

async function bytesOf(file: File): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch (error) {
    if (error instanceof DOMException) throw new ApiError("file-unreadable", { file: file.name });
    throw error;
  }
}

interface TableProps {
  readonly grid: FilledGrid;
  /** What the table is called. */
  readonly label: string;
  /** What the row that makes a new one says. */
  readonly newLabel: string;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The element that says more of the cell that has the keyboard. */
  readonly noteId: string;
}

/** Pixels of a row; `grid-table.css` gives it the same. */
const rowHeight = 32;

/**
 * A grid of cells: only the rows in view are there, and the one that has the keyboard. One cell at a time is filled in, in its place. The last row
 * makes a new one.
 */
function GridTable({ grid, label, newLabel, scroller, noteId }: TableProps) {
  const { content, rowIds, current, handlers, editor } = grid;
  const { columns, canEdit, nextId } = content;
  const view = useRowWindow({ scroller, count: rowIds.length, rowHeight, open: -1 });
  const editedRow = useStore(editor, (editing) => editing?.cell.row ?? -1);
  const selection = cellsBetween(grid.anchor, current);
  const style = useMemo(
    () => ({ gridTemplateColumns: columns.map(({ width }) => `${width}px`).join(" ") }),
    [columns],
  );
  const places = Array.from({ length: Math.max(0, view.last - view.first) }, (_, at) => view.first + at);
  if (current.row >= 0 && current.row < rowIds.length && !places.includes(current.row))
    places.push(current.row);
  const textsOf = (id: Id): readonly string[] =>
    id === nextId ? [newLabel] : columns.map((column) => content.shown(id, column));
  return (
    <div className="entity-grid-scroller" ref={scroller}>
      <table
        {...handlers}
        ref={asGrid}
        className="entity-grid"
        data-own-keys=""
        aria-label={label}
        aria-rowcount={rowIds.length + 1}
        aria-colcount={columns.length}
      >
        <thead>
          <Heads grid={grid} style={style} />
        </thead>
        <tbody className="entity-grid-rows" style={{ height: view.height }}>
          {places.map((row) => {
            const id = rowIds[row] ?? nextId;
            const isSelected = row >= selection.first.row && row <= selection.last.row;
            const editedColumn = row === editedRow ? columns[current.column] : undefined;
            return (
              <GridRow
                // By its place: a row that is saved under another id keeps the keyboard.
                key={row}
                {...{ row, columns, style, editor, noteId, canEdit }}
                isNew={id === nextId}
                texts={textsOf(id)}
                top={view.topOf(row)}
                currentColumn={row === current.row ? current.column : -1}
                firstSelected={selection.first.column}
                lastSelected={isSelected ? selection.last.column : -1}
                isEdited={row === editedRow}
                choices={editedColumn ? content.choices(editedColumn) : null}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** By ARIA in HTML a table may be a grid, of which its rows and cells are those; the linter of JSX does not know. */
function asGrid(table: HTMLTableElement | null): void {
  table?.setAttribute("role", "grid");
  table?.setAttribute("aria-multiselectable", "true");
}

function Heads({ grid, style }: { readonly grid: FilledGrid; readonly style: CSSProperties }) {
  const { by, isDescending } = useStore(grid.content.state, (value) => value);
  const { say, tell } = useWords();
  const { current } = grid;
  return (
    <tr className="entity-grid-heads" style={style} aria-rowindex={1}>
      {grid.content.columns.map((column, at) => {
        const isSorted = column.id === by;
        const name = plainText(tell(column.title));
        const Arrow = isDescending ? ArrowDown : ArrowUp;
        return (
          <th
            key={column.id}
            scope="col"
            aria-colindex={at + 1}
            aria-sort={isSorted ? (isDescending ? "descending" : "ascending") : "none"}
          >
            <button
              type="button"
              className="entity-grid-head"
              data-cell={cellPlace({ row: -1, column: at })}
              tabIndex={current.row < 0 && current.column === at ? 0 : -1}
              aria-label={say("entities.table-sort", { column: name })}
              onClick={() => grid.sortBy(column)}
            >
              <span className="cut">{name}</span>
              {isSorted && <Arrow size={12} aria-hidden />}
            </button>
          </th>
        );
      })}
    </tr>
  );
}

interface RowProps {
  readonly row: number;
  /** Whether it makes a new one. */
  readonly isNew: boolean;
  /** What stands in its cells. */
  readonly texts: readonly string[];
  readonly columns: readonly GridColumn[];
  readonly style: CSSProperties;
  readonly top: number;
  readonly canEdit: boolean;
  /** Of the cell that has the keyboard; -1: it is in another row. */
  readonly currentColumn: number;
  /** Columns; the last one is before the first where none of the row is selected. */
  readonly firstSelected: number;
  readonly lastSelected: number;
  readonly isEdited: boolean;
  /** Of the cell that is filled in; `null`: it is typed. */
  readonly choices: readonly CellChoice[] | null;
  readonly editor: Store<Editing | null>;
  readonly noteId: string;
}

/** One row, which is drawn anew where anything of it is another. */
const GridRow = memo(function GridRow(props: RowProps) {
  const { row, isNew, texts, columns, style, top, canEdit, editor, noteId } = props;
  const { currentColumn, firstSelected, lastSelected, isEdited, choices } = props;
  const [name = ""] = texts;
  return (
    <tr className="entity-grid-row" style={{ ...style, top }} aria-rowindex={row + 2}>
      {columns.map((column, at) => {
        const Cell = at === 0 ? "th" : "td";
        const isCurrent = at === currentColumn;
        return (
          <Cell
            key={column.id}
            scope={at === 0 ? "row" : undefined}
            className={isCurrent ? "entity-grid-cell current" : "entity-grid-cell"}
            data-cell={cellPlace({ row, column: at })}
            data-pane-start={isCurrent ? "" : undefined}
            tabIndex={isCurrent ? 0 : -1}
            aria-colindex={at + 1}
            aria-selected={at >= firstSelected && at <= lastSelected}
            aria-readonly={!canEdit || (isNew && at > 0)}
            aria-describedby={isCurrent ? noteId : undefined}
          >
            {isEdited && isCurrent ? (
              <CellEditor {...{ column, name, choices, editor, noteId }} />
            ) : isNew ? (
              <span className="quiet">{texts[at]}</span>
            ) : (
              <OutsideText cut>{texts[at] ?? ""}</OutsideText>
            )}
          </Cell>
        );
      })}
    </tr>
  );
}, isSameRow);

function isSameRow(before: RowProps, after: RowProps): boolean {
  const keys = Object.keys(after) as readonly (keyof RowProps)[];
  return keys.every(
    (key) =>
      before[key] === after[key] ||
      ((key === "texts" || key === "choices") && sameValue(before[key], after[key])),
  );
}

interface EditorProps {
  readonly column: GridColumn;
  /** What the row is called. */
  readonly name: string;
  readonly choices: readonly CellChoice[] | null;
  readonly editor: Store<Editing | null>;
  readonly noteId: string;
}

/** The field in a cell that is filled in. Enter, Tab and Escape are the grid's. */
function CellEditor({ column, name, choices, editor, noteId }: EditorProps) {
  const words = useWords();
  const editing = useStore(editor, (value) => value);
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  useEffect(() => {
    const element = field.current;
    element?.focus();
    if (element instanceof HTMLInputElement && !editor.get()?.isTouched) element.select();
  }, [editor]);
  if (!editing) return null;
  const change = (value: string): void =>
    editor.set({ ...editing, words: value, isTouched: true, isUnfit: false });
  const label = words.say("entities.table-cell", {
    name: plainText(name),
    column: plainText(words.tell(column.title)),
  });
  if (!choices)
    return (
      <input
        ref={field}
        className="entity-grid-field"
        aria-label={label}
        aria-describedby={noteId}
        aria-invalid={editing.isUnfit}
        value={editing.words}
        spellCheck={false}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
    );
  return (
    <select
      ref={field}
      className="entity-grid-field"
      aria-label={label}
      aria-describedby={noteId}
      value={editing.words}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    >
      {choices.map(({ id, name: called }) => (
        <option key={id} value={id}>
          {plainText(called)}
        </option>
      ))}
    </select>
  );
}
