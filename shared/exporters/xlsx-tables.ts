// Tables as a workbook of Office Open XML (ECMA-376, SpreadsheetML), a sheet each. Every text is an inline string, so that no
// spreadsheet takes one for a formula.
import { allOfStandoff } from "../interchange/capabilities.ts";
import { joinLosses, type Loss, lossCount } from "../interchange/loss.ts";
import { type Cell, type SheetTable, tablesOf } from "../interchange/tables.ts";
import { cleanXml, xmlAttribute, xmlText } from "../interchange/xml.ts";
import { type NamedFile, packZip, utf8 } from "../interchange/zip.ts";
import { message } from "../words/message.ts";
import { type BundleExporter, onlyFile } from "./exporter.ts";

/** Code units that a cell can hold. */
const longestCell = 32_767;

export const xlsxTablesExporter: BundleExporter = {
  id: "xlsx",
  takes: "bundle",
  name: message("formats.xlsx"),
  extension: "xlsx",
  description: message("formats.xlsx-about"),
  capabilities: allOfStandoff,
  write(bundle) {
    const { tables, losses } = tablesOf(bundle);
    return {
      files: [{ name: onlyFile, bytes: packZip(workbook(tables)) }],
      losses: joinLosses(losses, cutLosses(tables)),
    };
  },
};

function cutLosses(tables: readonly SheetTable[]): readonly Loss[] {
  const count = lossCount();
  for (const cell of tables.flatMap(({ rows }) => rows.flat()))
    if (typeof cell === "string" && cell.length > longestCell) count.add("long-cells", cell);
  return count.losses();
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const types = "http://schemas.openxmlformats.org/package/2006/content-types";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function workbook(tables: readonly SheetTable[]): NamedFile[] {
  const file = (name: string, xml: string): NamedFile => ({ name, bytes: utf8(`${head}${xml}\n`) });
  const sheets = tables.map((table, at) => ({
    table,
    path: `worksheets/sheet${at + 1}.xml`,
    id: `rId${at + 1}`,
    number: at + 1,
  }));
  return [
    file(
      "[Content_Types].xml",
      `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>${sheets.map(({ path }) => `<Override PartName="/xl/${path}" ContentType="${kind}.worksheet+xml"/>`).join("")}</Types>`,
    ),
    file(
      "_rels/.rels",
      `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    file(
      "xl/workbook.xml",
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({ table, id, number }) => `<sheet name="${xmlAttribute(table.name)}" sheetId="${number}" r:id="${id}"/>`).join("")}</sheets></workbook>`,
    ),
    file(
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${relations}">${sheets.map(({ path, id }) => `<Relationship Id="${id}" Type="${office}/worksheet" Target="${path}"/>`).join("")}</Relationships>`,
    ),
    ...sheets.map(({ table, path }) => file(`xl/${path}`, sheet(table))),
  ];
}

/** The first row stays in sight. */
function sheet({ columns, rows }: SheetTable): string {
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const lines = [columns, ...rows].map(
    (row, at) =>
      `<row r="${at + 1}">${row.map((cell, column) => cellXml(cell, `${letters(column)}${at + 1}`)).join("")}</row>`,
  );
  return `<worksheet xmlns="${main}">${view}<sheetData>${lines.join("\n")}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, at: string): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cellText(cell))}</t></is></c>`;
}

/** `_x0041_` is an escape in cells, so that text which looks like one has to be marked. */
function cellText(text: string): string {
  const short =
    text.length <= longestCell ? text : `${text.slice(0, longestCell - 1).replace(/[\ud800-\udbff]$/u, "")}…`;
  return cleanXml(short).replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_");
}

/** A, B, … Z, AA, … */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
