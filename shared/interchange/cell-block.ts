// A block of cells of a table that people fill in, on its way to a spreadsheet and back: rows are lines, cells stand between tabs, as spreadsheets
// have it on the clipboard. A pasted block is entered as a whole or not at all.
import Papa from "papaparse";
import { type FileFinding, wrong } from "../files/finding.ts";
import type { Id } from "../model/id.ts";
import { type Message, message, type Text } from "../words/message.ts";
import { csvText, withoutGuard } from "./csv-text.ts";

/** Words that are entered in one cell; none: what is known there is taken away. */
export interface CellEdit {
  /** The id of the row: what it is about. */
  readonly row: Id;
  /** The id of the column. */
  readonly column: string;
  readonly words: string;
}

/** What does not fit in a cell, and what would. */
export interface CellProblem {
  /** Which of the edits. */
  readonly edit: number;
  readonly what: Message;
  readonly advice: Message;
}

/** Rows of cells as text for the clipboard; each line ends, the last one too. */
export const blockText = (rows: readonly (readonly string[])[]): string =>
  csvText(rows, { delimiter: "\t", newline: "\n" });

/** Where a block is pasted: the first cell, and how far the cells go that are selected. */
interface BlockPlace {
  /** The ids of the rows from the first cell down, as the table shows them. */
  readonly rows: readonly Id[];
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
  const lines = data.length > 0 ? data : [[""]];
  const [[only = ""] = []] = lines;
  const width = Math.max(...lines.map((cells) => cells.length));
  const isOneCell = lines.length === 1 && width === 1;
  const problems = isOneCell ? [] : roomProblems(lines.length, width, place);
  if (problems.length > 0) return { ok: false, problems };
  const filled: readonly (readonly string[])[] = isOneCell
    ? Array.from({ length: place.selectedRows }, () =>
        Array.from({ length: place.selectedColumns }, () => only),
      )
    : lines;
  const newRows = Array.from(
    { length: Math.max(0, filled.length - place.rows.length) },
    () => place.newRow?.() ?? [],
  ).flat();
  const rows = [...place.rows, ...newRows];
  const edits = filled.flatMap((cells, line) =>
    cells.flatMap((cell, at) => {
      const [row, column] = [rows[line], place.columns[at]];
      return row === undefined || column === undefined ? [] : [{ row, column, words: withoutGuard(cell) }];
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
  lines: number,
  columns: number,
  { rows, columns: room, newRow }: BlockPlace,
): FileFinding[] {
  const advice = message("entities.block-start");
  const tooLong = message("entities.block-rows", { rows: lines, room: rows.length });
  const tooWide = message("entities.block-columns", { columns, room: room.length });
  return [
    ...(lines > rows.length && !newRow ? [wrong("", tooLong, advice)] : []),
    ...(columns > room.length ? [wrong("", tooWide, advice)] : []),
  ];
}

/** What rows and columns are called. */
interface CellNames {
  /** `undefined`: it is gone, or makes something new that has no name. */
  nameOfRow(row: Id): string | undefined;
  nameOfColumn(column: string): Text | undefined;
}

/** What does not fit in a cell, with the place where a person finds it. */
export function cellFinding(
  { edit: at, what, advice }: CellProblem,
  edits: readonly CellEdit[],
  { nameOfRow, nameOfColumn }: CellNames,
): FileFinding {
  const edit = edits[at];
  const column = edit && nameOfColumn(edit.column);
  if (!edit || column === undefined) return wrong("", what, advice);
  const typed = edits.find((one) => one.row === edit.row && one.column === "name")?.words.trim();
  const name = nameOfRow(edit.row) ?? typed;
  if (name === undefined) return wrong("", what, advice);
  const where =
    name === ""
      ? message("entities.cell-new-place", { column })
      : message("entities.cell-place", { name, column });
  return wrong(where, what, advice);
}
