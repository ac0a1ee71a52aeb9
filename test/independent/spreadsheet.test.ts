// A spreadsheet program opens the workbook that we write: Gnumeric's converter, where it is installed. Skipped, with a line that says
// so, where it is not.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../shared/annotated-json/bundle.ts";
import { exportOf, packed } from "../../shared/exporters/index.ts";
import { csvTablesExporter, xlsxTablesExporter } from "../../shared/exporters/tables.ts";
import { notXml } from "../../shared/files/xml.ts";
import { withoutGuard } from "../../shared/interchange/csv-text.ts";
import { randomBundle, sampleBundle } from "../helpers/bundles.ts";
import { kitBundle } from "../helpers/kit-bundle.ts";
import { runs } from "../helpers/tier.ts";

const hasProgram = spawnSync("ssconvert", ["--version"]).status === 0;
if (!hasProgram)
  console.error(
    "Skipped: ssconvert (gnumeric) is not here, so that no spreadsheet program opens the workbook.",
  );

/** The first so many sheets, as the program shows them. */
function openedSheets(bytes: Uint8Array, count: number): string[][][] {
  const folder = mkdtempSync(join(tmpdir(), "sayso-sheets-"));
  try {
    const file = join(folder, "tables.xlsx");
    writeFileSync(file, bytes);
    const out = join(folder, "sheet.csv");
    const { status, stderr } = spawnSync("ssconvert", ["--export-file-per-sheet", file, out], {
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C.UTF-8" },
    });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    return Array.from({ length: count }, (_, at) => rowsOf(readFileSync(`${out}.${at}`, "utf8")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const rowsOf = (text: string): string[][] => Papa.parse<string[]>(text, { skipEmptyLines: "greedy" }).data;

/**
 * A cell of the CSV as the program shows it: without the apostrophe before what could be a formula, truth in capitals, and characters that
 * XML cannot hold as they are escaped, for it reads no escapes.
 */
function inWorkbook(cell: string): string {
  const text = withoutGuard(cell);
  const hex = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase();
  return text === "true" || text === "false"
    ? text.toUpperCase()
    : text.replace(notXml, (character) => `_x${hex(character).padStart(4, "0")}_`);
}

function expectSame(bundle: ExportBundle): void {
  const tables = exportOf(csvTablesExporter, bundle).files.flatMap(({ name, bytes }) =>
    name.endsWith(".csv") ? [rowsOf(Buffer.from(bytes).toString("utf8"))] : [],
  );
  const workbook = packed(xlsxTablesExporter, exportOf(xlsxTablesExporter, bundle));
  const sheets = openedSheets(workbook, tables.length);
  expect(sheets.map((rows) => rows.length)).toEqual(tables.map((rows) => rows.length));
  for (const [at, rows] of tables.entries())
    for (const [row, cells] of rows.entries()) expect(sheets[at]?.[row]).toEqual(cells.map(inWorkbook));
}

describe.skipIf(!hasProgram)("a spreadsheet program", () => {
  it("shows the tables of the sample project, cell by cell", () => {
    expectSame(sampleBundle());
  });

  it("runs none of what looks like a formula", () => {
    const bundle = sampleBundle();
    for (const name of ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")', "1e5", "TRUE", "1/2"]) {
      const entities = bundle.entities.map((entity, at) => (at === 0 ? { ...entity, name } : entity));
      expectSame({ ...bundle, entities });
    }
  });

  it("shows texts that break programs", () => {
    expectSame(kitBundle());
    for (const bundle of fc.sample(randomBundle, { seed: 7, numRuns: runs(8) })) expectSame(bundle);
  });
});
