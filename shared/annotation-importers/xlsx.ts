// Reads tables with offsets as workbooks (.xlsx): each sheet is a table, read as one of CSV is. Texts lie beside the workbook, under its name or
// that of an article, or in a column.

import { wrong } from "../files/finding.ts";
import type { NamedFile } from "../files/zip.ts";
import { isUnguarded } from "../interchange/csv-text.ts";
import { mostColumns, type OffsetTable, tableOf } from "../interchange/offset-table.ts";
import { mostText, readWorkbook, saysosName, type WorkbookFault } from "../interchange/workbook.ts";
import { message } from "../words/message.ts";
import { type AnnotationImporter, type ReadFile, startGathering, textOfFile } from "./annotation-importer.ts";
import { noPlaces, readTables } from "./read-tables.ts";

const workbookPart = "xl/workbook.xml";

export const xlsxImporter: AnnotationImporter = {
  id: "xlsx",
  extensions: ["xlsx"],
  read(files) {
    const gathering = startGathering();
    const tables: OffsetTable[] = [];
    const byName = new Map(files.map((file) => [file.name, file]));
    for (const { name } of files) {
      if (name !== workbookPart && !name.endsWith(`/${workbookPart}`)) continue;
      // An archive is unpacked into a folder of its name; one that is alone is unpacked into none.
      const folder = name.slice(0, -workbookPart.length);
      const file = folder === "" ? workbookPart : `${folder.slice(0, -1)}.xlsx`;
      const workbook = readWorkbook((path) => textOfPart(byName.get(folder + path)), mostColumns);
      if (!workbook.ok) gathering.takeFile(file, faulty(file, workbook.part, workbook.why));
      else
        for (const { name: sheet, rows } of workbook.sheets) {
          // Sayso's CSV has the apostrophes, also where a spreadsheet saved it as a workbook; its own workbooks have none.
          const isGuarded =
            workbook.madeBy !== saysosName && !rows.some(({ cells }) => cells.some(isUnguarded));
          const place = folder === "" ? sheet : `${file}: ${sheet}`;
          const table = tableOf(rows, { file, place, isGuarded });
          if (table) tables.push(table);
          else if (rows.length > 0) gathering.takeFile(file, noPlaces(`${file}: ${sheet}`, rows.length));
        }
    }
    return readTables(tables, files, gathering, ".xlsx");
  },
};

function textOfPart(file: NamedFile | undefined): string | undefined {
  const fileText = file && textOfFile(file);
  return fileText?.ok ? fileText.text : undefined;
}

function faulty(file: string, part: string, why: WorkbookFault): ReadFile {
  const what = {
    missing: message("interchange.workbook-part", { part }),
    "no-xml": message("interchange.workbook-part", { part }),
    "too-wide": message("interchange.sheet-too-wide", { sheet: part }),
    "too-long": message("interchange.sheet-too-long", { sheet: part, size: mostText / 1_000_000 }),
    "no-string": message("interchange.sheet-no-string", { sheet: part }),
    repeated: message("interchange.sheet-repeated", { sheet: part }),
  }[why];
  return { ok: false, problems: [wrong(file, what, message("interchange.save-again"))], each: true };
}
