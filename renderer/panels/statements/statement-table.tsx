// The table of statements, or their concordance: only the rows in view are there, loaded as they come into view. The arrows walk the rows,
// with Shift they select, Enter opens the card in its article.
import { ArrowDown, ArrowUp } from "lucide-react";
import { type CSSProperties, type KeyboardEvent, memo, useEffect, useMemo, useRef } from "react";
import type { StatementHabits } from "../../../shared/api/preferences.ts";
import {
  cardKey,
  type StatementRow,
  type StatementSort,
} from "../../../shared/statements/list-statements.ts";
import type { StatementFacet } from "../../../shared/statements/statement-facets.ts";
import { type Message, message, type Text } from "../../../shared/words/message.ts";
import { openStatement } from "../../actions/statements.ts";
import { useStore } from "../../lib/store.ts";
import { type StatementsState, statementsOf } from "../../state/insight/statements.ts";
import { Press } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { entryRow } from "../../ui/row-window.ts";
import { useKeyboardBack } from "../../ui/use-keyboard-back.ts";
import { useRowWindow } from "../../ui/use-row-window.ts";
import { focusOnceShown, scrollToRow } from "../../ui/walk-rows.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

interface Props {
  readonly facets: readonly StatementFacet[];
  readonly canSelect: boolean;
}

/** Pixels of a row; `statements.css` gives it the same. */
const rowHeight = 32;
/** Rows that a page key goes. */
const pageRows = 20;

export function StatementTable({ facets, canSelect }: Props) {
  const panels = usePanels();
  const statements = statementsOf(panels.workspace);
  const { say } = useWords();
  const { listing, rows, current, selected, filter } = useStore(statements.state, (value) => value);
  const total = listing?.total ?? 0;
  const scroller = useRef<HTMLDivElement>(null);
  const view = useRowWindow({ scroller, count: total, rowHeight, open: current?.at ?? -1 });
  const columns = useColumns(facets, filter.node);
  const style = { gridTemplateColumns: ["28px", ...columns.map(({ width }) => width)].join(" ") };
  const id = listing?.listing;
  useEffect(() => {
    if (id !== undefined) statements.load(view.first, view.last);
  }, [statements, id, view.first, view.last]);
  const press = useRowKeys(scroller, total, rows);
  useKeyboardBack(scroller, current?.at ?? -1);
  const entry = entryRow(view, current?.at ?? 0);
  const places = Array.from(
    { length: Math.max(0, view.last - view.first) },
    (_, offset) => view.first + offset,
  );
  return (
    <div className="statement-scroller" ref={scroller}>
      <table
        className={filter.node === null ? "statement-table" : "statement-table concordance"}
        aria-label={say("statements.rows", { count: total })}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + 1}
        onKeyDown={press}
      >
        <thead>
          <Heads columns={columns} sort={filter.sort} style={style} />
        </thead>
        <tbody className="statement-rows" style={{ height: view.height }}>
          {places.map((at) => {
            const row = rows.get(at);
            return (
              <StatementLine
                key={at}
                {...{ at, row, columns, style, canSelect }}
                top={view.topOf(at)}
                isEntry={at === entry}
                isCurrent={at === current?.at}
                isSelected={row !== undefined && selected.cards.has(cardKey(row))}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The columns that are shown; of a concordance those of the words around its node. */
function useColumns(
  facets: readonly StatementFacet[],
  node: StatementsState["filter"]["node"],
): readonly StatementColumn[] {
  const { workspace } = usePanels();
  const listing = useStore(workspace.state, ({ settings }) => settings.statementListing);
  return useMemo(() => {
    if (node === null) return columnsShown(allColumns(facets), listing);
    const [title] = allColumns(facets);
    const sides = (["before", "after"] as const).map((side) => ({
      ...{ id: side, name: message(`statements.${side}`), sort: side, width: "minmax(160px, 3fr)" },
      textsOf: ({ context }: StatementRow): readonly Text[] => [context?.[side] ?? ""],
    }));
    const [before, after] = sides;
    const middle = {
      ...{ id: "node", name: message(`statements.${node === "voice" ? "who" : node}`), sort: node },
      width: node === "claim" ? "minmax(220px, 4fr)" : "minmax(90px, 1fr)",
      textsOf: ({ context }: StatementRow): readonly Text[] => [context?.node ?? ""],
    };
    return [title, before, middle, after].filter((column) => column !== undefined);
  }, [facets, node, listing]);
}

/** The walk through the rows by key. */
function useRowKeys(
  scroller: { readonly current: HTMLDivElement | null },
  total: number,
  rows: ReadonlyMap<number, StatementRow>,
) {
  const panels = usePanels();
  const statements = statementsOf(panels.workspace);
  const goTo = (at: number): void => {
    const list = scroller.current;
    if (!list) return;
    statements.load(at, at + 1);
    scrollToRow(list, { top: at * rowHeight, height: rowHeight, above: headHeight(list) });
    focusOnceShown(() => list.querySelector(`[data-row="${at}"]`));
  };
  return (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.row === undefined) return;
    const at = Number(event.target.dataset.row);
    const row = rows.get(at);
    const next = rowAfterKey(event.key, at, total - 1);
    if (event.key === "Enter" && row) void openStatement(panels, row);
    else if (event.key === " ") statements.toggle(at);
    else if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    else if (next !== at) {
      // From the row that is left, before the next one is looked at.
      if (event.shiftKey) void statements.extend(next);
      goTo(next);
    }
    event.preventDefault();
    event.stopPropagation();
  };
}

const headHeight = (list: HTMLElement): number => list.querySelector("thead")?.offsetHeight ?? 0;

/** The row that a key goes to; `undefined`: it is not one that moves. */
function rowAfterKey(key: string, at: number, last: number): number | undefined {
  const next = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + pageRows,
    PageUp: at - pageRows,
    Home: 0,
    End: last,
  }[key];
  return next === undefined ? undefined : Math.max(0, Math.min(last, next));
}

interface HeadsProps {
  readonly columns: readonly StatementColumn[];
  readonly sort: StatementSort;
  readonly style: CSSProperties;
}

function Heads({ columns, sort, style }: HeadsProps) {
  const statements = statementsOf(usePanels().workspace);
  const { say, tell } = useWords();
  return (
    <tr className="statement-heads" style={style} aria-rowindex={1}>
      <td aria-hidden />
      {columns.map((column) => {
        const isSorted = column.sort === sort.by;
        const direction = sort.isDescending ? "descending" : "ascending";
        const name = tell(column.name);
        return (
          <th key={column.id} scope="col" aria-sort={isSorted ? direction : "none"}>
            <Press
              className="statement-head"
              aria-label={say("entities.table-sort", { column: name })}
              onPress={() =>
                statements.ask({ sort: { by: column.sort, isDescending: isSorted && !sort.isDescending } })
              }
            >
              <span className="cut">{name}</span>
              {isSorted &&
                (sort.isDescending ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
            </Press>
          </th>
        );
      })}
    </tr>
  );
}

interface LineProps {
  readonly at: number;
  /** `undefined` until it is loaded. */
  readonly row: StatementRow | undefined;
  readonly columns: readonly StatementColumn[];
  readonly style: CSSProperties;
  readonly top: number;
  readonly canSelect: boolean;
  readonly isEntry: boolean;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
}

/** One statement. */
const StatementLine = memo(function StatementLine(props: LineProps) {
  const { at, row, columns, style, top, canSelect, isEntry, isCurrent, isSelected } = props;
  const panels = usePanels();
  const statements = statementsOf(panels.workspace);
  const line = useRef<HTMLTableRowElement>(null);
  // It may have had the keyboard before it was loaded.
  useEffect(() => {
    if (row && document.activeElement === line.current) statements.lookAt(at);
  }, [statements, row, at]);
  return (
    <tr
      ref={line}
      className={isCurrent ? "statement-row current" : "statement-row"}
      style={{ ...style, top }}
      data-row={at}
      data-pane-start={isEntry ? "" : undefined}
      tabIndex={isEntry ? 0 : -1}
      aria-rowindex={at + 2}
      aria-selected={canSelect ? isSelected : undefined}
      aria-current={isCurrent}
      aria-busy={row === undefined}
      onFocus={() => statements.lookAt(at)}
      onDoubleClick={() => row && void openStatement(panels, row)}
    >
      <td>
        {canSelect && row && (
          <SelectBox at={at} label={[row.who, row.cue, row.claim].join(" ")} isSelected={isSelected} />
        )}
      </td>
      {columns.map((column) => (
        <StatementCell key={column.id} column={column} row={row} />
      ))}
    </tr>
  );
});

function SelectBox({
  at,
  label,
  isSelected,
}: {
  readonly at: number;
  readonly label: string;
  readonly isSelected: boolean;
}) {
  const statements = statementsOf(usePanels().workspace);
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      aria-label={label}
      checked={isSelected}
      onClick={(event) => event.shiftKey && void statements.extend(at)}
      onChange={() => statements.toggle(at)}
    />
  );
}

function StatementCell({
  column,
  row,
}: {
  readonly column: StatementColumn;
  readonly row: StatementRow | undefined;
}) {
  const { tell, list } = useWords();
  const texts = row ? column.textsOf(row).map(tell) : [];
  return (
    <td className={`statement-cell ${column.id === "node" || column.id === "before" ? column.id : ""}`}>
      <OutsideText cut>{texts.length > 1 ? list(texts) : (texts[0] ?? "")}</OutsideText>
    </td>
  );
}

// The columns of the list of statements: what each is called, sorts by and says of a row. One that a facet sorts by shows the card's values.

interface StatementColumn {
  readonly id: string;
  readonly name: Text;
  /** The facet or column that it sorts by. */
  readonly sort: string;
  /** Of a grid. */
  readonly width: string;
  /** Its values, of which several are listed. */
  textsOf(row: StatementRow): readonly Text[];
}

const plain = (
  id: string,
  name: Message,
  width: string,
  textOf: (row: StatementRow) => string,
  sort = id,
): StatementColumn => ({ id, name, sort, width, textsOf: (row) => [textOf(row)] });

/** Those that every project has. */
const ownColumns: readonly StatementColumn[] = [
  plain("title", message("statements.article"), "minmax(120px, 1.2fr)", ({ title }) => title),
  plain("date", message("statements.date"), "96px", ({ date }) => date ?? ""),
  plain("who", message("statements.who"), "minmax(110px, 1fr)", ({ who }) => who, "voice"),
  plain("cue", message("statements.cue"), "96px", ({ cue }) => cue),
  plain("claim", message("statements.claim"), "minmax(220px, 3fr)", ({ claim }) => claim),
  plain("via", message("statements.via"), "minmax(90px, 1fr)", ({ via }) => via),
  plain("note", message("filters.note"), "minmax(110px, 1fr)", ({ note }) => note),
  // The time of day is for sorting; the day is what people look for.
  plain("edited", message("statements.edited"), "96px", ({ editedAt }) => editedAt.slice(0, 10)),
];

/** Facets that a column of their own shows already. */
const shownElsewhere: readonly string[] = ["voice", "note"];

export const allColumns = (facets: readonly StatementFacet[]): readonly StatementColumn[] => [
  ...ownColumns,
  ...facets
    .filter(({ id }) => !shownElsewhere.includes(id))
    .map(({ id, name, nameOf }) => ({
      ...{ id, name, sort: id, width: "minmax(90px, 1fr)" },
      textsOf: ({ values }: StatementRow) => (values[id] ?? []).map(nameOf),
    })),
];

const usual: readonly string[] = ["title", "date", "who", "cue", "claim", "kind", "field polarity"];

/** The columns that are shown, in their order. */
export function columnsShown(
  columns: readonly StatementColumn[],
  { columns: chosen }: StatementHabits,
): readonly StatementColumn[] {
  const ids = chosen ?? usual;
  const shown = columns.filter(({ id }) => ids.includes(id));
  return shown.length > 0 ? shown : columns.slice(0, 1);
}
