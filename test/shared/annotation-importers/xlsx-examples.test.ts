// Workbooks with offsets: the sheets that Sayso writes, and cells as spreadsheets write them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import { annotationImporterById, readAnnotations } from "../../../shared/annotation-importers/index.ts";
import { csvTablesExporter } from "../../../shared/exporters/csv-tables.ts";
import { exportOf } from "../../../shared/exporters/index.ts";
import { xlsxTablesExporter } from "../../../shared/exporters/xlsx-tables.ts";
import { type NamedFile, packZip, utf8 } from "../../../shared/files/zip.ts";
import { readWorkbook } from "../../../shared/interchange/workbook.ts";
import { hashOf, randomBundle, sampleBundle } from "../../helpers/bundles.ts";
import { fullBundle } from "../../helpers/full-bundle.ts";
import { runs } from "../../helpers/tier.ts";
import { said } from "./reading.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook of one sheet, with shared strings as Excel writes them. */
const parts = (rows: string, strings = ""): Record<string, string> => ({
  "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Codes" sheetId="1" r:id="rId7"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId7" Target="worksheets/sheet1.xml"/></Relationships>`,
  "xl/sharedStrings.xml": `<sst xmlns="${main}">${strings}</sst>`,
  "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
});
const book = (rows: string, strings = ""): Uint8Array =>
  packZip(Object.entries(parts(rows, strings)).map(([name, text]) => ({ name, bytes: utf8(text) })));
const xlsx = annotationImporterById("xlsx");
const readFiles = (files: readonly NamedFile[]) => {
  const read = xlsx && readAnnotations(xlsx, files, hashOf);
  if (!read?.ok) throw new Error(JSON.stringify(read));
  return read;
};
const head = ["start", "end", "label", "text"].map(
  (name, at) => `<c r="${"ABCD"[at]}1" t="inlineStr"><is><t>${name}</t></is></c>`,
);

describe("cells", () => {
  it("are shared, inline and formula texts, numbers and switches, wherever their references say", () => {
    const rows = `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2"><v>1.2E1</v></c><c r="D2" t="b"><v>1</v></c></row><row><c t="str"><f>A1</f><v>x_x0041__x005F_x0041_</v></c><c t="s"><v>1</v></c></row>`;
    const strings =
      "<si><t>Ada</t></si><si><r><t>two </t></r><r><t>runs</t></r><rPh><t>not this</t></rPh></si>";
    const all = parts(rows, strings);
    expect(readWorkbook((path) => all[path], 1_000)).toEqual({
      ok: true,
      sheets: [
        {
          name: "Codes",
          rows: [
            { number: 2, cells: ["Ada", "", "12", "true"] },
            { number: 3, cells: ["xA_x0041_", "two runs"] },
          ],
        },
      ],
    });
  });

  it("are bounded, and parts that are missing are named", () => {
    const wide = `<row>${'<c r="XFD1"><v>1</v></c>'.repeat(3)}<c r="B1"><v>2</v></c></row>`;
    const all = parts(wide);
    expect(readWorkbook((path) => all[path], 1_000)).toMatchObject({
      sheets: [{ rows: [{ cells: ["", "2"] }] }],
    });
    const deep = parts(`<row><c r="ALL1"><v>1</v></c></row>`.repeat(21_000));
    expect(readWorkbook((path) => deep[path], 1_000)).toEqual({ ok: false, part: "Codes", why: "too-wide" });
    const { "xl/worksheets/sheet1.xml": _gone, ...rest } = all;
    expect(readWorkbook((path) => rest[path as keyof typeof rest], 1_000)).toMatchObject({ why: "missing" });
  });
});

describe("a workbook", () => {
  it("is read as a table of CSV, with the text of its name beside it", () => {
    const row = `<row r="1">${head.join("")}</row><row r="5"><c r="A5"><v>0</v></c><c r="B5"><v>3</v></c><c r="C5" t="s"><v>0</v></c></row><row r="6"><c r="A6"><v>9</v></c><c r="B6"><v>99</v></c></row>`;
    const files = [
      { name: "codes.xlsx", bytes: book(row, "<si><t>speaker</t></si>") },
      { name: "codes.txt", bytes: utf8("Ada said so.") },
    ];
    const { documents, rejected } = readFiles(files);
    expect(documents.map(({ file, article }) => [file, article])).toEqual([["codes.xlsx", "codes"]]);
    expect(documents.map(said)).toEqual([["speaker: Ada"]]);
    expect(rejected).toMatchObject([
      { file: "codes.xlsx", where: { values: { file: "codes.xlsx: Codes", row: "6" } } },
    ]);
  });

  const texts = (bundle: ExportBundle) =>
    exportOf(csvTablesExporter, bundle).files.filter(({ name }) => name.endsWith(".txt"));
  const asCsv = (bundle: ExportBundle) => {
    const csv = annotationImporterById("csv");
    return csv && readAnnotations(csv, exportOf(csvTablesExporter, bundle).files, hashOf);
  };
  const asXlsx = (bundle: ExportBundle) => {
    const { files } = exportOf(xlsxTablesExporter, bundle);
    return (
      xlsx &&
      readAnnotations(xlsx, [{ name: "tables.xlsx", bytes: packZip(files) }, ...texts(bundle)], hashOf)
    );
  };
  const documentsOf = (read: ReturnType<typeof asCsv>) =>
    read?.ok
      ? read.documents.map(({ file: _file, spans, ...document }) => ({
          ...document,
          spans: spans.map(({ file: _of, ...span }) => span),
        }))
      : [];

  it.each([
    ["sample", sampleBundle],
    ["full", fullBundle],
  ] as const)("of Sayso says all that the CSV of the %s project says", (_name, bundle) => {
    expect(asXlsx(bundle())).toMatchObject({ ok: true, rejected: [] });
    expect(documentsOf(asXlsx(bundle()))).toEqual(documentsOf(asCsv(bundle())));
  });

  it("of Sayso says it of whatever was done to whatever text", () => {
    fc.assert(
      fc.property(randomBundle, (bundle) => {
        expect(documentsOf(asXlsx(bundle))).toEqual(documentsOf(asCsv(bundle)));
      }),
      { numRuns: runs(20) },
    );
  });
});
