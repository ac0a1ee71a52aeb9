// Two scopes side by side as a table, for a spreadsheet or a terminal: a row a figure, the one that lies furthest apart first.
import Papa from "papaparse";
import { formulaLike } from "../interchange/formula-guard.ts";
import type { SideFigure } from "./side-by-side.ts";

const numbers = ["value", "numerator", "denominator", "n", "unknown"] as const;

/** `names`: of the two scopes. The names of the columns, and a row for each figure. */
export function sideRows(
  figures: readonly SideFigure[],
  [one, other]: readonly [string, string],
): readonly (readonly (string | number | null)[])[] {
  const groups = [...new Set(figures.flatMap(({ by }) => Object.keys(by)))];
  const columnsOf = (side: string): readonly string[] => numbers.map((number) => `${number} ${side}`);
  return [
    ["measure", "unit", ...groups, "difference", "low", "high", ...columnsOf(one), ...columnsOf(other)],
    ...figures.map((figure) => [
      ...[figure.id, figure.unit, ...groups.map((group) => figure.by[group] ?? null)],
      ...[figure.difference, figure.low, figure.high],
      ...[figure.one, figure.other].flatMap((side) => numbers.map((number) => side[number])),
    ]),
  ];
}

/** The same as CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function sidesCsv(figures: readonly SideFigure[], names: readonly [string, string]): string {
  const rows = sideRows(figures, names).map((row) => [...row]);
  return `${Papa.unparse(rows, { escapeFormulae: formulaLike, newline: "\r\n" })}\r\n`;
}
