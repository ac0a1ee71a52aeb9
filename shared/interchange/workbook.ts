// Sheets of a workbook of Office Open XML (ECMA-376, SpreadsheetML) as rows of cells: what stands in them, without formats and formulas.
// Dates are the numbers that the file has.

import { elementsIn, readXml, type XmlElement } from "../files/xml.ts";
import type { NumberedRow } from "./offset-table.ts";

interface Sheet {
  readonly name: string;
  readonly rows: readonly NumberedRow[];
}

type ReadWorkbook =
  | {
      readonly ok: true;
      readonly sheets: readonly Sheet[];
      /** The program that wrote it, as it says itself (`fileVersion`, 18.2.13 of the standard); empty where it does not say. */
      readonly madeBy: string;
    }
  /** `part`: the path of the part that is missing or is no XML, or else the name of the sheet. */
  | { readonly ok: false; readonly part: string; readonly why: WorkbookFault };

/**
 * `too-wide`: too many cells are empty. `too-long`: more than `mostText` in the cells of all sheets. `no-string`: a cell refers to a shared
 * string that is not there. `repeated`: its part is that of a sheet before.
 */
export type WorkbookFault = "missing" | "no-xml" | "too-wide" | "too-long" | "no-string" | "repeated";

/** What Sayso says that its own are made by. */
export const saysosName = "Sayso";

/** Empty cells that rows are filled up with, beside those that the file has: a few rows of a hostile one could ask for any number. */
const mostEmpty = 20_000_000;

/** Code units in all cells together: a string that cells share could stand in any number of them. */
export const mostText = 100_000_000;

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
  const isShared = textOf(sharedStrings) !== undefined;
  const shared = isShared ? parts.rootOf(sharedStrings) : null;
  if (isShared && !shared) return parts.fault();
  const strings = shared ? elementsIn(shared).map(textOfItem) : [];
  const reading = { strings, mostColumns, emptyLeft: mostEmpty, textLeft: mostText };
  const sheets: Sheet[] = [];
  const paths = new Set<string>();
  for (const sheet of childrenOf(workbook, "sheets")) {
    const name = attribute(sheet, "name");
    const target = targets.get(attribute(sheet, "r:id")) ?? "";
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    if (paths.has(path)) return { ok: false, part: name, why: "repeated" };
    paths.add(path);
    const root = parts.rootOf(path);
    if (!root) return parts.fault();
    const rows = rowsOf(root, reading);
    if (typeof rows === "string") return { ok: false, part: name, why: rows };
    sheets.push({ name, rows });
  }
  const version = elementsIn(workbook).find(({ local }) => local === "fileVersion");
  return { ok: true, sheets, madeBy: version ? attribute(version, "appName") : "" };
}

const sharedStrings = "xl/sharedStrings.xml";

function startParts(textOf: (path: string) => string | undefined) {
  let fault: Extract<ReadWorkbook, { ok: false }> = { ok: false, part: "", why: "missing" };
  return {
    rootOf(path: string): XmlElement | null {
      const text = textOf(path);
      const xml = text === undefined ? null : readXml(text);
      if (!xml?.ok) fault = { ok: false, part: path, why: xml ? "no-xml" : "missing" };
      return xml?.ok ? xml.root : null;
    },
    fault: () => fault,
  };
}

const attribute = (element: XmlElement, name: string): string => element.attributes.get(name) ?? "";

const childrenOf = (element: XmlElement, local: string): readonly XmlElement[] =>
  elementsIn(element)
    .filter((one) => one.local === local)
    .flatMap(elementsIn);

interface Reading {
  readonly strings: readonly string[];
  readonly mostColumns: number;
  /** In all sheets together. */
  emptyLeft: number;
  textLeft: number;
}

function rowsOf(root: XmlElement, reading: Reading): readonly NumberedRow[] | WorkbookFault {
  const rows: NumberedRow[] = [];
  let number = 0;
  for (const row of childrenOf(root, "sheetData")) {
    if (row.local !== "row") continue;
    const statedNumber = Number(row.attributes.get("r"));
    number = Number.isInteger(statedNumber) && statedNumber > number ? statedNumber : number + 1;
    const cells = cellsOf(row, reading);
    if (typeof cells === "string") return cells;
    rows.push({ cells, number });
  }
  return rows;
}

function cellsOf(row: XmlElement, reading: Reading): string[] | WorkbookFault {
  const cells: string[] = [];
  for (const cell of elementsIn(row)) {
    if (cell.local !== "c") continue;
    const column = columnOf(attribute(cell, "r")) ?? cells.length;
    if (column > reading.mostColumns) continue;
    reading.emptyLeft -= Math.max(0, column - cells.length);
    if (reading.emptyLeft < 0) return "too-wide";
    while (cells.length < column) cells.push("");
    const text = textOfCell(cell, reading.strings);
    if (text === undefined) return "no-string";
    reading.textLeft -= text.length;
    if (reading.textLeft < 0) return "too-long";
    cells[column] = text;
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

/**
 * By its type (18.18.11 of the standard): a shared or inline text, a switch, a text that a formula came to, or a number. `undefined`: a shared
 * text that is not there.
 */
function textOfCell(cell: XmlElement, strings: readonly string[]): string | undefined {
  const type = attribute(cell, "t");
  const parts = elementsIn(cell);
  const inline = parts.find(({ local }) => local === "is");
  if (type === "inlineStr") return inline ? textOfItem(inline) : "";
  const value = plainText(parts.find(({ local }) => local === "v"));
  if (type === "s") return value.trim() === "" ? "" : strings[Number(value)];
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
