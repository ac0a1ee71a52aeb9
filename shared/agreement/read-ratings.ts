// Reads ratings from a CSV file: the annotators' names in the first row, then a row a unit; an empty cell is a rating that is
// missing. Blank rows are passed over.
import Papa from "papaparse";
import { type Finding, wrong } from "../files/finding.ts";
import { message } from "../words/message.ts";
import type { Ratings } from "./ratings.ts";

type ReadRatings =
  | { readonly ok: true; readonly ratings: Ratings }
  | { readonly ok: false; readonly problems: readonly Finding[] };

/** Commas, semicolons or tabs part the cells, whichever the first row has. Never throws. */
export function readRatings(file: string): ReadRatings {
  const text = file.replace(/^\ufeff/u, "");
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const broken = errors.find(({ type }) => type === "Quotes");
  if (broken) return refused(lineOf((broken.row ?? 0) + 1), message("agreement.csv-quotes"));
  // Blank rows count where a row is named, as they do in a spreadsheet.
  const [head, ...rows] = data
    .map((cells, at) => ({ cells, row: at + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const annotators = (head?.cells ?? []).map((name) => name.trim());
  if (annotators.length < 2) return refused("", message("agreement.csv-two-annotators"));
  const unnamed = annotators.indexOf("");
  if (unnamed >= 0) return refused(lineOf(1), message("agreement.csv-unnamed", { column: unnamed + 1 }));
  const repeated = annotators.find((name, at) => annotators.indexOf(name) < at);
  if (repeated !== undefined)
    return refused(lineOf(1), message("agreement.csv-repeated", { name: repeated }));
  const long = rows.find(({ cells }) => cells.slice(annotators.length).some((cell) => cell.trim() !== ""));
  if (long) return refused(lineOf(long.row), message("agreement.csv-too-long", { cells: annotators.length }));
  const units = rows.map(({ cells }) => annotators.map((_, at) => cells[at]?.trim() || null));
  return { ok: true, ratings: { annotators, units } };
}

/** The one that the first row of a table holds most of, outside quotation marks. */
export function delimiterOf(text: string, marks: readonly string[] = [",", ";", "\t"]): string {
  const row = (/^[^\r\n]*/u.exec(text)?.[0] ?? "").replace(/"[^"]*"/gu, "");
  const counts = marks.map((mark) => [mark, row.split(mark).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

const lineOf = (row: number) => message("agreement.csv-row", { row });

const refused = (where: Finding["where"], what: Finding["what"]): ReadRatings => ({
  ok: false,
  problems: [wrong(where, what, message("agreement.csv-advice"))],
});
