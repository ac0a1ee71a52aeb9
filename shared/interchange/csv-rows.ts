// The rows of a table that people filled in, of whatever form of CSV, with the place of each.
import Papa from "papaparse";
import type { FileFinding } from "../files/finding.ts";
import { message } from "../words/message.ts";
import { withoutGuard } from "./formula-guard.ts";

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
  const head = csv.split(/\r?\n/u).find((line) => /[\p{L}\d]/u.test(line)) ?? "";
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
