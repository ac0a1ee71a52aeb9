// A block of cells of the table of entities on its way to a spreadsheet and back: rows are lines, cells stand between tabs, as
// spreadsheets have it on the clipboard. A pasted block is entered as a whole or not at all.
import Papa from "papaparse";
import { type FileFinding, wrong } from "../files/finding.ts";
import type { EntityGroup } from "../model/entity-groups.ts";
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import { message } from "../words/message.ts";
import {
  type CellEdit,
  type CellProblem,
  cellWords,
  type EntityColumn,
  entityColumns,
  type KnownEntities,
} from "./entity-columns.ts";
import { formulaLike, withoutGuard } from "./formula-guard.ts";

/** The cells where these rows and columns cross, as text for the clipboard; each line ends, the last one too. */
export function blockText(groups: readonly EntityGroup[], columns: readonly EntityColumn[]): string {
  const rows = groups.map((group) => columns.map((column) => cellWords(column, group)));
  return `${Papa.unparse(rows, { delimiter: "\t", newline: "\n", escapeFormulae: formulaLike })}\n`;
}

/** Where a block is pasted: the first cell, and how far the cells go that are selected. */
interface BlockPlace {
  /** The ids of the rows from the first cell down, as the table shows them. */
  readonly entities: readonly Id[];
  /** The id of one more row below them; absent: there is none. */
  newRow?(): Id;
  /** The ids of the columns from the first cell to the right. */
  readonly columns: readonly string[];
  /** How many rows and columns are selected; a block of one cell fills all of them. */
  readonly selectedRows: number;
  readonly selectedColumns: number;
}

type PastedBlock =
  | {
      readonly ok: true;
      readonly edits: readonly CellEdit[];
      /** The rows that the block has below those of the table. */
      readonly newRows: readonly Id[];
    }
  | { readonly ok: false; readonly problems: readonly FileFinding[] };

/** What pasting asks of the cells, or why the block has no place there. */
export function pastedEdits(text: string, place: BlockPlace): PastedBlock {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/u, "").replace(/\r?\n$/u, ""), {
    delimiter: "\t",
  });
  const unclosed = errors.find(({ type }) => type === "Quotes");
  if (unclosed) return { ok: false, problems: [unclosedCell((unclosed.row ?? 0) + 1)] };
  const rows = data.length > 0 ? data : [[""]];
  const [[only = ""] = []] = rows;
  const width = Math.max(...rows.map((cells) => cells.length));
  const isOneCell = rows.length === 1 && width === 1;
  const problems = isOneCell ? [] : roomProblems(rows.length, width, place);
  if (problems.length > 0) return { ok: false, problems };
  const filled: readonly (readonly string[])[] = isOneCell
    ? Array.from({ length: place.selectedRows }, () =>
        Array.from({ length: place.selectedColumns }, () => only),
      )
    : rows;
  const newRows = Array.from(
    { length: Math.max(0, filled.length - place.entities.length) },
    () => place.newRow?.() ?? [],
  ).flat();
  const entities = [...place.entities, ...newRows];
  const edits = filled.flatMap((cells, row) =>
    cells.flatMap((cell, at) => {
      const [entity, column] = [entities[row], place.columns[at]];
      return entity === undefined || column === undefined
        ? []
        : [{ entity, column, words: withoutGuard(cell) }];
    }),
  );
  return { ok: true, edits, newRows };
}

const unclosedCell = (row: number): FileFinding =>
  wrong(
    message("entities.csv-place", { row, column: "", hasColumn: "no" }),
    message("entities.csv-quotes"),
    message("entities.block-quotes"),
  );

function roomProblems(
  rows: number,
  columns: number,
  { entities, columns: room, newRow }: BlockPlace,
): FileFinding[] {
  const advice = message("entities.block-start");
  const tooLong = message("entities.block-rows", { rows, room: entities.length });
  const tooWide = message("entities.block-columns", { columns, room: room.length });
  return [
    ...(rows > entities.length && !newRow ? [wrong("", tooLong, advice)] : []),
    ...(columns > room.length ? [wrong("", tooWide, advice)] : []),
  ];
}

/** What does not fit in a cell, with the place where a person finds it. */
export function cellFinding(
  { edit: at, what, advice }: CellProblem,
  edits: readonly CellEdit[],
  registry: KnownEntities,
  nameOf: (column: EntityColumn) => FileFinding["where"],
): FileFinding {
  const edit = edits[at];
  const column = edit && entityColumns(registry).find(({ id }) => id === edit.column);
  const name = edit && nameIn(edit, edits, registry);
  if (name === undefined || !column) return wrong("", what, advice);
  const where =
    name === ""
      ? message("entities.cell-new-place", { column: nameOf(column) })
      : message("entities.cell-place", { name, column: nameOf(column) });
  return wrong(where, what, advice);
}

/** What the entity of an edit is called, also one of a new row; empty where that has no name, `undefined` where it is gone. */
function nameIn(
  { entity: id }: CellEdit,
  edits: readonly CellEdit[],
  { entities }: KnownEntities,
): string | undefined {
  const known = get(entities, id);
  if (known) return known.name;
  return edits.find(({ entity, column }) => entity === id && column === "name")?.words.trim();
}
