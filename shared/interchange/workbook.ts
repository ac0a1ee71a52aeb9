// Sheets of a workbook of Office Open XML (ECMA-376, SpreadsheetML) as rows of cells: what stands in them, without formats and formulas.
// Dates are the numbers that the file has.

import { elementsIn, readXml, type XmlElement } from "../files/xml.ts";
import type { NumberedRow } from "./offset-table.ts";

export interface Sheet {
  readonly name: string;
  readonly rows: readonly NumberedRow[];
}

export type ReadWorkbook =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  /** `part`: the part of the workbook that is missing or is no XML, or in which too much is empty. */
  | { readonly ok: false; readonly part: string; readonly why: "missing" | "no-xml" | "too-wide" };

/** Empty cells that rows are filled up with, beside those that the file has: a few rows of a hostile one could ask for any number. */
const mostEmpty = 20_000_000;

/** `textOf`: the text of the part of this path; `undefined` where there is none. `mostColumns`: cells behind them are left out. */
export function readWorkbook(
  textOf: (path: string) => string | undefined,
  mostColumns: number,
): ReadWorkbook {
  const parts = startParts(textOf);
  const workbook = parts.rootOf("xl/workbook.xml");
  const relations = parts.rootOf("xl/_rels/workbook.xml.rels");
  if (!workbook || !relations) return parts.fault();
  const targets = new Map(
    elementsIn(relations).map((one) => [attribute(one, "Id"), attribute(one, "Target")]),
  );
  const shared = textOf("xl/sharedStrings.xml") === undefined ? null : parts.rootOf("xl/sharedStrings.xml");
  const strings = shared ? elementsIn(shared).map(textOfItem) : [];
  const room = { left: mostEmpty };
  const sheets: Sheet[] = [];
  for (const sheet of childrenOf(workbook, "sheets")) {
    const target = targets.get(attribute(sheet, "r:id")) ?? "";
    const root = parts.rootOf(target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    if (!root) return parts.fault();
    const rows = rowsOf(root, strings, { mostColumns, room });
    if (!rows) return { ok: false, part: attribute(sheet, "name"), why: "too-wide" };
    sheets.push({ name: attribute(sheet, "name"), rows });
  }
  return { ok: true, sheets };
}

function startParts(textOf: (path: string) => string | undefined) {
  let fault: Extract<ReadWorkbook, { ok: false }> = { ok: false, part: "", why: "missing" };
  return {
    rootOf(path: string): XmlElement | null {
      const text = textOf(path);
      const read = text === undefined ? null : readXml(text);
      if (!read?.ok) fault = { ok: false, part: path, why: read ? "no-xml" : "missing" };
      return read?.ok ? read.root : null;
    },
    fault: () => fault,
  };
}

const attribute = (element: XmlElement, name: string): string => element.attributes.get(name) ?? "";

const childrenOf = (element: XmlElement, local: string): readonly XmlElement[] =>
  elementsIn(element)
    .filter((one) => one.local === local)
    .flatMap(elementsIn);

interface Limits {
  readonly mostColumns: number;
  readonly room: { left: number };
}

/** `null` where more is to be filled up than there is room for. */
function rowsOf(root: XmlElement, strings: readonly string[], limits: Limits): readonly NumberedRow[] | null {
  const rows: NumberedRow[] = [];
  let number = 0;
  for (const row of childrenOf(root, "sheetData")) {
    if (row.local !== "row") continue;
    const said = Number(row.attributes.get("r"));
    number = Number.isInteger(said) && said > number ? said : number + 1;
    const cells = cellsOf(row, strings, limits);
    if (!cells) return null;
    rows.push({ cells, number });
  }
  return rows;
}

function cellsOf(
  row: XmlElement,
  strings: readonly string[],
  { mostColumns, room }: Limits,
): string[] | null {
  const cells: string[] = [];
  for (const cell of elementsIn(row)) {
    if (cell.local !== "c") continue;
    const column = columnOf(attribute(cell, "r")) ?? cells.length;
    if (column > mostColumns) continue;
    room.left -= Math.max(0, column - cells.length);
    if (room.left < 0) return null;
    while (cells.length < column) cells.push("");
    cells[column] = textOfCell(cell, strings);
  }
  return cells;
}

/** `C7`: 2. */
function columnOf(reference: string): number | null {
  const [, letters] = /^([A-Z]{1,3})\d+$/u.exec(reference) ?? [];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** By its type (18.18.11 of the standard): a shared or inline text, a switch, a text that a formula came to, or a number. */
function textOfCell(cell: XmlElement, strings: readonly string[]): string {
  const type = attribute(cell, "t");
  const parts = elementsIn(cell);
  const inline = parts.find(({ local }) => local === "is");
  if (type === "inlineStr") return inline ? textOfItem(inline) : "";
  const value = plainText(parts.find(({ local }) => local === "v"));
  if (type === "s") return strings[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "true" : value === "0" ? "false" : value;
  if (type === "str" || type === "e" || type === "d") return unescapedText(value);
  const number = Number(value);
  return value.trim() === "" || !Number.isFinite(number) ? value : String(number);
}

/** The text of a string or of its runs, without how it is pronounced. */
const textOfItem = (item: XmlElement): string =>
  unescapedText(
    elementsIn(item)
      .flatMap((part) => (part.local === "r" ? elementsIn(part) : [part]))
      .map((part) => (part.local === "t" ? plainText(part) : ""))
      .join(""),
  );

const plainText = (element: XmlElement | undefined): string =>
  (element?.children ?? []).map((child) => (typeof child === "string" ? child : "")).join("");

/** `_x0041_` stands for a character that XML cannot hold (22.9.2.19). */
const unescapedText = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_whole, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
