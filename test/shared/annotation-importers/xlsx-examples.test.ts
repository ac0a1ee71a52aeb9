// Workbooks with offsets: the sheets that Sayso writes, and cells as spreadsheets write them.
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import { annotationImporterById, readAnnotations } from "../../../shared/annotation-importers/index.ts";
import { exportOf } from "../../../shared/exporters/index.ts";
import { csvTablesExporter, xlsxTablesExporter } from "../../../shared/exporters/tables.ts";
import { cleanXml, xmlText } from "../../../shared/files/xml.ts";
import { type NamedFile, packZip, utf8 } from "../../../shared/files/zip.ts";
import { formulaLike, withoutGuard } from "../../../shared/interchange/csv-text.ts";
import { wholeFiles } from "../../../shared/interchange/passes.ts";
import { readWorkbook } from "../../../shared/interchange/workbook.ts";
import { startWorkbook } from "../../../shared/interchange/workbook-writer.ts";
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
const readFiles = (files: readonly NamedFile[], format = "xlsx") => {
  const importer = annotationImporterById(format);
  const read = importer && readAnnotations(importer, files, hashOf);
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
      madeBy: "",
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

  it("come back as they were written, whatever characters XML cannot hold, and whatever looks like an escape", () => {
    const pieces = fc.constantFrom(
      "_",
      "x",
      "0041",
      "005F",
      "_x0041",
      "\u0000",
      "\u001f",
      "\ufffe",
      "A\r\n",
      "“",
    );
    const texts = fc.array(fc.string({ unit: pieces, minLength: 1, maxLength: 8 }), { minLength: 1 });
    fc.assert(
      fc.property(texts, (cells) => {
        const writing = startWorkbook();
        const table = writing.table({ name: "texts", columns: cells });
        const written = new Map(
          wholeFiles([...table, ...writing.end()]).map(({ name, bytes }) => [name, bytes]),
        );
        const read = readWorkbook((path) => {
          const bytes = written.get(path);
          return bytes && new TextDecoder().decode(bytes);
        }, 1_000);
        expect(read).toMatchObject({ ok: true, sheets: [{ rows: [{ cells }] }] });
      }),
      { numRuns: runs(200), examples: [[["\u0000 “We"]], [["_x0041\u0001"]], [["_x0041_x0041_"]]] },
    );
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

describe("texts that cells share", () => {
  const cell = (value: string): string => `<row><c t="s">${value}</c></row>`;
  const readParts = (all: Readonly<Record<string, string>>) => readWorkbook((path) => all[path], 1_000);

  it("are never another text, or none, because the file is broken", () => {
    const anIndex = fc.oneof(
      fc.integer({ min: -2, max: 4 }).map(String),
      fc.constantFrom("", " ", "x", "1.5", "length", "__proto__"),
    );
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 }), anIndex, (texts, index) => {
        const strings = texts.map((text) => `<si><t>${xmlText(cleanXml(text))}</t></si>`).join("");
        const read = readParts(parts(cell(`<v>${index}</v>`), strings));
        const number = index.trim() === "" ? null : Number(index);
        const text = number === null ? "" : texts[number];
        if (text === undefined) expect(read).toEqual({ ok: false, part: "Codes", why: "no-string" });
        else expect(read).toMatchObject({ ok: true, sheets: [{ rows: [{ cells: [text] }] }] });
      }),
      { numRuns: runs(200) },
    );
    expect(readParts(parts(cell("<v></v>") + cell(""), "<si><t>Ada</t></si>"))).toMatchObject({
      sheets: [{ rows: [{ cells: [""] }, { cells: [""] }] }],
    });
  });

  it("are refused where they are no XML, or stand in more cells than there is room for", () => {
    const broken = { ...parts(cell("<v>0</v>")), "xl/sharedStrings.xml": "<sst><si>" };
    expect(readParts(broken)).toEqual({ ok: false, part: "xl/sharedStrings.xml", why: "no-xml" });
    const long = `<si><t>${"x".repeat(2_000_000)}</t></si>`;
    expect(readParts(parts(cell("<v>0</v>").repeat(51), long))).toMatchObject({ why: "too-long" });
    expect(readParts(parts(cell("<v>0</v>").repeat(50), long))).toMatchObject({ ok: true });
  });

  it("a part is one sheet", () => {
    const all = parts(cell("<v>0</v>"), "<si><t>Ada</t></si>");
    const sheet = '<sheet name="Twice" sheetId="2" r:id="rId7"/></sheets>';
    const twice = { ...all, "xl/workbook.xml": all["xl/workbook.xml"]?.replace("</sheets>", sheet) ?? "" };
    expect(readParts(twice)).toEqual({ ok: false, part: "Twice", why: "repeated" });
  });
});

describe("an apostrophe before what looks like a formula", () => {
  const odd = fc.string({
    unit: fc.constantFrom("'", "=", "-", "@", "a", " ", "\t", "\n", "＝"),
    maxLength: 6,
  });

  it("goes before it in CSV, whatever follows, and is taken away again", () => {
    fc.assert(
      fc.property(odd, (cell) => {
        const csv = Papa.unparse([[cell]], { escapeFormulae: formulaLike });
        const [[written = ""] = []] = Papa.parse<string[]>(csv, { delimiter: "," }).data;
        expect(withoutGuard(written)).toBe(cell);
        expect(/^\s*[=+\-@＝]/.test(written)).toBe(false);
      }),
      { numRuns: runs(500) },
    );
  });

  /** The tables of the CSV as a spreadsheet would save them. */
  const savedAsXlsx = (bundle: ExportBundle): readonly NamedFile[] => {
    const book = startWorkbook();
    const { files } = exportOf(csvTablesExporter, bundle);
    const sheets = files.flatMap(({ name, bytes }) => {
      if (!name.endsWith(".csv")) return [];
      const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true });
      const [columns = [], ...rows] = data;
      return [...book.table({ name: name.slice(0, -4), columns }), ...book.rows(rows)];
    });
    const all = wholeFiles([...sheets, ...book.end()]).map(({ name, bytes }) => ({
      ...{ name, bytes: utf8(new TextDecoder().decode(bytes).replace('appName="Sayso"', 'appName="xl"')) },
    }));
    return [
      { name: "tables.xlsx", bytes: packZip(all) },
      ...files.filter(({ name }) => name.endsWith(".txt")),
    ];
  };
  const withNotes = (notes: readonly string[]): ExportBundle => {
    const bundle = fullBundle();
    const noted = bundle.articles.map((one) => ({
      ...one,
      sets: one.sets.map((set) => ({
        ...set,
        attributions: set.attributions.map((card, at) => ({ ...card, note: notes[at % notes.length] ?? "" })),
      })),
    }));
    return { ...bundle, articles: noted };
  };
  const notesIn = ({ documents }: ReturnType<typeof readFiles>) =>
    documents.flatMap(({ spans }) =>
      spans.flatMap(({ values }) => values.flatMap(({ name, value }) => (name === "note" ? [value] : []))),
    );

  it("is taken away where the CSV was saved as a workbook, and stays in Sayso's own", () => {
    const notes = fc.array(
      odd.map((note) => `${note}a`),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(notes, (some) => {
        const bundle = withNotes(some);
        const { files } = exportOf(csvTablesExporter, bundle);
        const beside = files.filter(({ name }) => name.endsWith(".txt"));
        const ours = packZip(exportOf(xlsxTablesExporter, bundle).files);
        const expected = notesIn(readFiles([{ name: "tables.xlsx", bytes: ours }, ...beside]));
        expect(expected.length).toBeGreaterThan(0);
        expect(notesIn(readFiles(savedAsXlsx(bundle)))).toEqual(expected);
        expect(notesIn(readFiles(files, "csv"))).toEqual(expected);
      }),
      { numRuns: runs(5) },
    );
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
