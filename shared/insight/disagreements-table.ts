// The open disagreements behind a figure as a table, for a spreadsheet or a terminal: a row each, the one that moves the figure most first.
import Papa from "papaparse";
import { formulaLike } from "../interchange/formula-guard.ts";
import type { Disagreement, Disagreements } from "./disagreements.ts";

type Found = Extract<Disagreements, { ok: true }>;

/**
 * The names of the columns, and a row for each; beside `moves` and the place, in UTF-16 code units, `base` is the annotator with whom everything
 * else stays as it is, and a column for each annotator has the figure if it is decided as they have it.
 */
export function disagreementRows({
  common,
  moving,
}: Found): readonly (readonly (string | number | null)[])[] {
  const { annotators } = common;
  const nameOf = (id: string): string => annotators.find((one) => one.id === id)?.name ?? id;
  const columns = ["moves", "article", "title", "start", "end", "claim", "differ_in", "base"];
  return [
    [...columns, ...annotators.map(({ name }) => `as ${name}`)],
    ...moving.map(({ movement, article, title, place, quote, differences, base, values }) => [
      ...[movement, article, title, place?.start ?? null, place?.end ?? null, quote],
      ...[differingIn(differences), nameOf(base), ...values],
    ]),
  ];
}

const differingIn = (differences: Disagreement["differences"]): string =>
  differences.map(({ aspect, field }) => (field === undefined ? aspect : `field:${field}`)).join(" ");

/** The same as CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function disagreementsCsv(found: Found): string {
  const rows = disagreementRows(found).map((row) => [...row]);
  return `${Papa.unparse(rows, { escapeFormulae: formulaLike, newline: "\r\n" })}\r\n`;
}
