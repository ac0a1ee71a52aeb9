// A table that people filled in, of whatever form of CSV: its rows and cells with the place of each, and what does not fit in them. An empty cell leaves
// all as it is.
import Papa from "papaparse";
import { type FileFinding, wrong } from "../files/finding.ts";
import { type Message, message } from "../words/message.ts";
import type { CellEdit, CellProblem } from "./cell-block.ts";
import { withoutGuard } from "./csv-text.ts";

export interface CsvRow {
  /** Counted from 1, as an editor of tables does. */
  readonly number: number;
  readonly cells: readonly string[];
}

interface CsvTable {
  /** The row that names the columns. */
  readonly head: CsvRow;
  /** Those below it that say anything. */
  readonly rows: readonly CsvRow[];
  /** The row in which a cell in quotation marks is not closed; `null`: none. */
  readonly unclosed: number | null;
}

/** The marks between cells that a file may have. */
const delimiters = [",", ";", "\t", "|"];

/** That of the row which names the columns: in the others semicolons stand between several values of a cell, too. */
function delimiterOf(csv: string): string {
  const [head = ""] = /^.*[\p{L}\d].*$/mu.exec(csv) ?? [];
  const counts = delimiters.map(
    (delimiter) => Papa.parse<string[]>(head, { delimiter }).data[0]?.length ?? 0,
  );
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ",";
}

export function csvRows(csv: string): CsvTable {
  const text = csv.replace(/^\ufeff/u, "");
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const [head = { number: 1, cells: [] }, ...rows] = data
    .map((cells, index) => ({ number: index + 1, cells: cells.map((cell) => withoutGuard(cell).trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const unclosed = errors.find(({ type }) => type === "Quotes");
  return { head, rows, unclosed: unclosed ? (unclosed.row ?? 0) + 1 : null };
}

/** A row, and the column in it where there is one. */
export const placeInTable = (row: number, column: string): FileFinding["where"] =>
  message("entities.csv-place", { row, column, hasColumn: column === "" ? "no" : "yes" });

/** What is wrong with a table as a whole, of which it can have `most` rows; `null`: nothing. */
export function tableProblem(
  { rows, unclosed }: CsvTable,
  most: number,
  advice: Message,
): FileFinding | null {
  if (unclosed !== null) return wrong(placeInTable(unclosed, ""), message("entities.csv-quotes"), advice);
  return rows.length > most ? wrong("", message("entities.csv-too-long", { most }), advice) : null;
}

/**
 * Whether a row has cells beside the columns: a mark between cells that stands within one, as in “Smith, John”, would put each value into the
 * next column.
 */
export const overflow = ({ number, cells }: CsvRow, width: number, advice: Message): FileFinding | null =>
  cells.slice(width).some((cell) => cell !== "")
    ? wrong(placeInTable(number, ""), message("entities.csv-too-wide"), advice)
    : null;

/** What a cell asks, and where it stands. */
export interface CsvCell {
  readonly edit: CellEdit;
  readonly row: number;
  readonly column: string;
}

/** What is wrong in a row. */
export interface RowProblem {
  readonly row: number;
  readonly problem: FileFinding;
}

/** All that is wrong, row after row. `cellProblems`: with what the cells ask. */
export const problemsInOrder = (
  rowProblems: readonly RowProblem[],
  cellProblems: readonly CellProblem[],
  cells: readonly CsvCell[],
): readonly FileFinding[] =>
  [
    ...rowProblems,
    ...cellProblems.map(({ edit, what, advice }) => {
      const { row, column } = cells[edit] ?? { row: 0, column: "" };
      return { row, problem: wrong(placeInTable(row, column), what, advice) };
    }),
  ]
    .sort((one, other) => one.row - other.row)
    .map(({ problem }) => problem);
