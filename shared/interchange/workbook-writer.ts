// A workbook of Office Open XML (ECMA-376, SpreadsheetML) as it is written: a sheet a table, row after row. Every text is an inline string, so
// that no spreadsheet takes one for a formula.

import {
  officeRelation,
  officeSchemas,
  relationsPart,
  typesPart,
  wholePart,
  xmlHead,
} from "../files/office-package.ts";
import { notXml, xmlAttribute, xmlText } from "../files/xml.ts";
import { utf8 } from "../files/zip.ts";
import type { Part } from "./passes.ts";
import type { Cell, TableHead } from "./tables.ts";
import { saysosName } from "./workbook.ts";

/** Code units that a cell can hold. */
export const longestCell = 32_767;

const main = `${officeSchemas}/spreadsheetml/2006/main`;
const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Rows that a sheet can hold, the first with the names of the columns. */
const mostRows = 1_048_576;

interface Workbook {
  /** Begins the first sheet of a table. */
  table(table: TableHead): readonly Part[];
  /** Further rows of the table that was begun last; where its sheet is full, on another one. */
  rows(rows: readonly (readonly Cell[])[]): readonly Part[];
  end(): readonly Part[];
}

/** `most`: rows of a sheet. */
export function startWorkbook(most = mostRows): Workbook {
  const sheets: { readonly name: string; readonly path: string; readonly id: string }[] = [];
  let table: TableHead | undefined;
  let sheetsOfTable = 0;
  let row = 0;
  const part = (name: string, text: string): Part => ({ name, bytes: utf8(text) });
  const inSheet = (text: string): Part => part(`xl/${sheets.at(-1)?.path}`, text);
  const line = (cells: readonly Cell[]): string => {
    row += 1;
    return `${row === 1 ? "" : "\n"}<row r="${row}">${cells.map((cell, column) => cellXml(cell, `${letters(column)}${row}`)).join("")}</row>`;
  };
  const endSheet = (): Part[] => {
    if (sheets.length === 0 || !table) return [];
    const tableRange = `A1:${letters(table.columns.length - 1)}${row}`;
    return [inSheet(`</sheetData><autoFilter ref="${tableRange}"/></worksheet>\n`)];
  };
  const beginSheet = ({ name, columns }: TableHead, end = endSheet()): Part[] => {
    const number = sheets.length + 1;
    sheetsOfTable += 1;
    sheets.push({
      name: sheetsOfTable === 1 ? name : `${name} ${sheetsOfTable}`,
      path: `worksheets/sheet${number}.xml`,
      id: `rId${number}`,
    });
    row = 0;
    return [
      ...end,
      inSheet(`${xmlHead}<worksheet xmlns="${main}">${view}${widthsOf(columns)}<sheetData>${line(columns)}`),
    ];
  };
  return {
    table(next) {
      const end = endSheet();
      table = next;
      sheetsOfTable = 0;
      return beginSheet(next, end);
    },
    rows(rows) {
      const parts: Part[] = [];
      for (const cells of rows) {
        if (row >= most && table) parts.push(...beginSheet(table));
        parts.push(inSheet(line(cells)));
      }
      return parts;
    },
    end: () => [
      ...endSheet(),
      wholePart(
        "xl/workbook.xml",
        `<workbook xmlns="${main}" xmlns:r="${officeRelation}"><fileVersion appName="${saysosName}"/><sheets>${sheets.map(({ name, id }, at) => `<sheet name="${xmlAttribute(name)}" sheetId="${at + 1}" r:id="${id}"/>`).join("")}</sheets></workbook>`,
      ),
      relationsPart(
        "xl/_rels/workbook.xml.rels",
        sheets.map(({ path }) => [path, `${officeRelation}/worksheet`]),
      ),
      relationsPart("_rels/.rels", [["xl/workbook.xml", `${officeRelation}/officeDocument`]]),
      typesPart([
        ["xl/workbook.xml", `${kind}.sheet.main+xml`],
        ...sheets.map(({ path }) => [`xl/${path}`, `${kind}.worksheet+xml`] as const),
      ]),
    ],
  };
}

/** The first row stays in sight. */
const view =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

/** Columns of running text, and of what a program compares, in characters. */
const wide =
  /^(?:text|words|said|details|voice|claim|via|note|title|article_title|in_text|aliases|reason|definition|formula|source|method|anonymity_(?:terms|reason|evidence)|origin_detail)$/u;
const narrow = /^(?:start|end|start_code_point|end_code_point|length|mentions|pieces)$/u;

const widthsOf = (columns: readonly string[]): string =>
  `<cols>${columns.map((name, at) => `<col min="${at + 1}" max="${at + 1}" width="${wide.test(name) ? 48 : narrow.test(name) ? 10 : 18}" customWidth="1"/>`).join("")}</cols>`;

function cellXml(cell: Cell, at: string): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cellText(cell))}</t></is></c>`;
}

/** Text that a reader would take for an escape, once those of characters are written; each such underscore is escaped itself. */
const looksEscaped = new RegExp(`_(?=x[0-9A-Fa-f]{4}(?:_|${notXml.source}))`, "gu");

/** Characters that XML cannot hold are escaped as `_x0001_` (`ST_Xstring`, ECMA-376 Part 1, 22.9.2.19). */
function cellText(text: string): string {
  const short =
    text.length <= longestCell ? text : `${text.slice(0, longestCell - 1).replace(/[\ud800-\udbff]$/u, "")}…`;
  return short.replace(looksEscaped, "_x005F_").replace(notXml, escapedCharacter);
}

const escapedCharacter = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

/** A, B, … Z, AA, … */
function letters(column: number): string {
  const lastLetter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? lastLetter : letters(Math.floor(column / 26) - 1) + lastLetter;
}
