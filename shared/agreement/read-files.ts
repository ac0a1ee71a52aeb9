// Reads files of what is measured: ratings from CSV, a continuum from JSON.
import Papa from "papaparse";
import { z } from "zod";
import { type FileFinding, pointer, wrong } from "../files/finding.ts";
import { jsonFaultIn, lineAndColumn } from "../files/json-syntax.ts";
import { parsed } from "../schema/parsed.ts";
import { message } from "../words/message.ts";
import type { Continuum } from "./continuum.ts";
import type { Ratings } from "./ratings.ts";

type ReadRatings =
  | { readonly ok: true; readonly ratings: Ratings }
  | { readonly ok: false; readonly problems: readonly FileFinding[] };

/**
 * The annotators' names stand in the first row, then a row a unit; an empty cell is a rating that is missing. Blank rows are passed over.
 * Commas, semicolons or tabs part the cells, whichever the first row has. Never throws.
 */
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

const refused = (where: FileFinding["where"], what: FileFinding["what"]): ReadRatings => ({
  ok: false,
  problems: [wrong(where, what, message("agreement.csv-advice"))],
});

// Reads a continuum from JSON: `{"length", "annotators": {name: [{"start", "end", "label"}]}}`, ends exclusive.

type ReadContinuum =
  | { readonly ok: true; readonly continuum: Continuum }
  | { readonly ok: false; readonly problems: readonly FileFinding[] };

const place = z.number().min(0).max(1e12);
const schema = z.looseObject({
  length: place,
  annotators: z.record(z.string(), z.array(z.looseObject({ start: place, end: place, label: z.string() }))),
});

/** Never throws. Says what is wrong where, as a JSON pointer or a line and column. */
export function readContinuum(file: string): ReadContinuum {
  const text = file.replace(/^\ufeff/u, "");
  const fault = jsonFaultIn(text);
  if (fault) {
    const { line, column } = lineAndColumn(text, fault.at);
    const where = message("findings.place", { line: String(line), column: String(column) });
    return { ok: false, problems: [wrong(where, fault.what, fault.advice)] };
  }
  const parseResult = parsed(schema, JSON.parse(text));
  if (!parseResult.success)
    return refusedContinuum(
      parseResult.issues.map(({ path, message: why }) =>
        wrong(pointer(...path), message("agreement.continuum-shape", { why }), continuumAdvice),
      ),
    );
  const { length, annotators } = parseResult.data;
  const outside = Object.entries(annotators).flatMap(([name, units]) =>
    units.flatMap(({ start, end }, at) =>
      start <= end && end <= length
        ? []
        : [
            wrong(
              pointer("annotators", name, at),
              message("agreement.continuum-outside", {
                start: String(start),
                end: String(end),
                length: String(length),
              }),
              continuumAdvice,
            ),
          ],
    ),
  );
  if (outside.length > 0) return refusedContinuum(outside);
  return {
    ok: true,
    continuum: {
      length,
      annotators: Object.entries(annotators).map(([name, units]) => ({
        name,
        units: units.map(({ start, end, label }) => ({ start, end, label })),
      })),
    },
  };
}

const continuumAdvice = message("agreement.continuum-advice");

/** How many problems of one file are listed. */
const mostProblems = 20;

const refusedContinuum = (problems: readonly FileFinding[]): ReadContinuum => ({
  ok: false,
  problems: problems.slice(0, mostProblems),
});
