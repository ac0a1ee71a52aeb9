// The table of entities as a grid of cells: only the rows in view are there, and the one that has the keyboard. One cell at a time is filled
// in, in its place. The last row makes a new entity.
import { ArrowDown, ArrowUp } from "lucide-react";
import { type CSSProperties, memo, type RefObject, useEffect, useMemo, useRef } from "react";
import type { EntityColumn } from "../../../shared/interchange/entity-columns.ts";
import type { EntityGroup } from "../../../shared/model/entity-groups.ts";
import { type Store, useStore } from "../../lib/store.ts";
import { entityTableOf } from "../../state/project/entity-table.ts";
import { cellsBetween } from "../../ui/grid-moves.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useRowWindow } from "../../ui/use-row-window.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { choicesOf, columnTitle, shownWords } from "./table-words.ts";
import { cellPlace, type Editing, type EntityGrid } from "./use-entity-grid.ts";

interface Props {
  readonly grid: EntityGrid;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The element that says more of the cell that has the keyboard. */
  readonly noteId: string;
}

/** Pixels of a row; `entity-table.css` gives it the same. */
const rowHeight = 32;

const widthOf = (column: EntityColumn): string => {
  if ("field" in column) return column.field.kind === "text" ? "180px" : "150px";
  return { name: "220px", type: "120px", naming: "120px" }[column.fact as string] ?? "180px";
};

export function EntityGridTable({ grid, scroller, noteId }: Props) {
  const { say } = useWords();
  const { columns, rowCount, current, handlers, canEdit, editor } = grid;
  const view = useRowWindow({ scroller, count: rowCount, rowHeight, open: -1 });
  const editedRow = useStore(editor, (editing) => editing?.cell.row ?? -1);
  const selection = cellsBetween(grid.anchor, current);
  const style = useMemo(() => ({ gridTemplateColumns: columns.map(widthOf).join(" ") }), [columns]);
  const places = Array.from({ length: Math.max(0, view.last - view.first) }, (_, at) => view.first + at);
  if (current.row >= 0 && current.row < rowCount && !places.includes(current.row)) places.push(current.row);
  return (
    <div className="entity-grid-scroller" ref={scroller}>
      <table
        {...handlers}
        ref={asGrid}
        className="entity-grid"
        data-own-keys=""
        aria-label={say("entities.table")}
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length}
      >
        <thead>
          <Heads grid={grid} style={style} />
        </thead>
        <tbody className="entity-grid-rows" style={{ height: view.height }}>
          {places.map((row) => {
            const group = grid.groupAt(row) ?? null;
            const isSelected = row >= selection.first.row && row <= selection.last.row;
            return (
              <GridRow
                key={group?.entity.id ?? "new"}
                {...{ row, group, columns, style, editor, noteId, canEdit }}
                top={view.topOf(row)}
                currentColumn={row === current.row ? current.column : -1}
                firstSelected={selection.first.column}
                lastSelected={isSelected ? selection.last.column : -1}
                isEdited={row === editedRow}
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

function Heads({ grid, style }: { readonly grid: EntityGrid; readonly style: CSSProperties }) {
  const { state } = entityTableOf(usePanels().workspace);
  const { by, isDescending } = useStore(state, (value) => value);
  const { say, tell } = useWords();
  const { current } = grid;
  return (
    <tr className="entity-grid-heads" style={style} aria-rowindex={1}>
      {grid.columns.map((column, at) => {
        const isSorted = column.id === by;
        const name = plainText(tell(columnTitle(column)));
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
  /** `null`: the row makes a new entity. */
  readonly group: EntityGroup | null;
  readonly columns: readonly EntityColumn[];
  readonly style: CSSProperties;
  readonly top: number;
  readonly canEdit: boolean;
  /** Of the cell that has the keyboard; -1: it is in another row. */
  readonly currentColumn: number;
  /** Columns; the last one is before the first where none of the row is selected. */
  readonly firstSelected: number;
  readonly lastSelected: number;
  readonly isEdited: boolean;
  readonly editor: Store<Editing | null>;
  readonly noteId: string;
}

/** One entity, or the one that is next. */
const GridRow = memo(function GridRow(props: RowProps) {
  const { row, group, columns, style, top, canEdit, editor, noteId } = props;
  const { currentColumn, firstSelected, lastSelected, isEdited } = props;
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
            aria-readonly={!canEdit || (group === null && column.id !== "name")}
            aria-describedby={isCurrent ? noteId : undefined}
          >
            {isEdited && isCurrent ? (
              <CellEditor {...{ column, group, editor, noteId }} />
            ) : (
              <CellText column={column} group={group} />
            )}
          </Cell>
        );
      })}
    </tr>
  );
});

function CellText({ column, group }: { readonly column: EntityColumn; readonly group: EntityGroup | null }) {
  const words = useWords();
  if (group) return <OutsideText cut>{shownWords(column, group, words)}</OutsideText>;
  return column.id === "name" ? <span className="quiet">{words.say("entities.table-new")}</span> : null;
}

interface EditorProps {
  readonly column: EntityColumn;
  readonly group: EntityGroup | null;
  readonly editor: Store<Editing | null>;
  readonly noteId: string;
}

/** The field in a cell that is filled in. Enter, Tab and Escape are the grid's. */
function CellEditor({ column, group, editor, noteId }: EditorProps) {
  const words = useWords();
  const editing = useStore(editor, (value) => value);
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const choices = choicesOf(column, words);
  useEffect(() => {
    const element = field.current;
    element?.focus();
    if (element instanceof HTMLInputElement && !editor.get()?.isTouched) element.select();
  }, [editor]);
  if (!editing) return null;
  const change = (value: string): void =>
    editor.set({ ...editing, words: value, isTouched: true, isUnfit: false });
  const label = words.say("entities.table-cell", {
    name: group ? plainText(group.entity.name) : words.say("entities.table-new"),
    column: plainText(words.tell(columnTitle(column))),
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
      {choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {plainText(name)}
        </option>
      ))}
    </select>
  );
}
