// Figures as a workbook: a sheet of figures as their CSV has them, one of the measures with their definitions, and one of the method note.
import { packZip } from "../files/zip.ts";
import { wholeFiles } from "../interchange/passes.ts";
import { startWorkbook } from "../interchange/workbook-writer.ts";
import type { Words } from "../words/say.ts";
import { type FiguresReport, methodNote, readableMeasures } from "./figures-report.ts";
import { figureTable } from "./figures-table.ts";

export function figuresWorkbook(report: FiguresReport, words: Words): Uint8Array {
  const [columns = [], ...rows] = figureTable(report);
  const measures = readableMeasures(report, words);
  const book = startWorkbook();
  const parts = [
    ...book.table({ name: "figures", columns: columns.map(String) }),
    ...book.rows(rows),
    ...book.table({
      name: "measures",
      columns: ["measure", "name", "unit", "definition", "formula", "source"],
    }),
    ...book.rows(
      measures.map(({ id, name, unit, definition, formula, source }) => [
        ...[id, name, unit],
        ...[definition, formula, source],
      ]),
    ),
    ...book.table({ name: "method", columns: ["method"] }),
    ...book.rows(methodNote(report, words).map((sentence) => [sentence])),
    ...book.end(),
  ];
  return packZip(wholeFiles(parts));
}
