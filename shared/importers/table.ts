// Tables with an article a row: comma-separated values and lines of JSON. Which column is what is guessed from the names of the
// columns, shown, and can be put right; a row becomes an article whose title, authors and the like stand at its head.
import Papa from "papaparse";
import { endingOf, tableEndings } from "../files/endings.ts";
import { limits } from "../schema/limits.ts";
import { message } from "../words/message.ts";
import { importFound } from "./found-article.ts";
import { type ImportRefusal, type ImportResult, refusal, type SourceFile } from "./importer.ts";
import { decodeText } from "./legacy-encoding.ts";
import { type ColumnField, columnFields, type TableColumns } from "./without-readers.ts";

/** What a person put right about how a table is read. */
export interface TableChoices {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly columns?: TableColumns;
}

export interface ReadTable {
  readonly ok: true;
  readonly encoding: string;
  /** Whether the encoding was guessed from the bytes. */
  readonly guessed: boolean;
  /** Between the cells; `null` for lines of JSON. */
  readonly delimiter: string | null;
  readonly names: readonly string[];
  readonly columns: TableColumns;
  /** `null`: a line that is no JSON object. */
  readonly rows: readonly (readonly string[] | null)[];
}

export const isTable = (fileName: string): boolean =>
  (tableEndings as readonly string[]).includes(endingOf(fileName));

/** Rows of one table: more are a database. */
const mostRows = 100_000;
const mostColumns = 500;

export function readTable(file: SourceFile, choices: TableChoices = {}): ReadTable | ImportRefusal {
  const { bytes, fileName } = file;
  if (bytes.length > limits.articleBytes)
    return refusal("file-too-large", { file: fileName, bytes: bytes.length, limit: limits.articleBytes });
  const decoded = decodeText(bytes, fileName, choices);
  if (!decoded.ok) return decoded;
  const text = decoded.text.replace(/^\ufeff/u, "");
  const isJson = ["jsonl", "ndjson"].includes(endingOf(fileName));
  const table = isJson ? jsonRows(text) : csvRows(text, choices.delimiter);
  if (table === null || table.names.length === 0 || table.rows.length === 0)
    return refusal("table-unreadable", { file: fileName });
  if (table.rows.length > mostRows || table.names.length > mostColumns)
    return refusal("table-too-long", { file: fileName, count: table.rows.length, limit: mostRows });
  return {
    ok: true,
    encoding: decoded.charset ?? decoded.encoding,
    guessed: decoded.guessed === true,
    ...table,
    columns: { ...guessColumns(table.names, table.rows), ...choices.columns },
  };
}

type Rows = Pick<ReadTable, "delimiter" | "names" | "rows">;

function csvRows(text: string, delimiter: string | undefined): Rows | null {
  const { data, meta } = Papa.parse<string[]>(text, {
    skipEmptyLines: "greedy",
    ...(delimiter === undefined ? { delimitersToGuess: [",", ";", "\t", "|"] } : { delimiter }),
  });
  const [names, ...rows] = data;
  if (!names) return null;
  return { delimiter: meta.delimiter, names: distinct(names), rows };
}

/** Every column with a name of its own. */
function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.map((name, at) => {
    const plain = name.trim() || String(at + 1);
    const distinctName = seen.has(plain) ? `${plain} (${at + 1})` : plain;
    seen.add(distinctName);
    return distinctName;
  });
}

/** A line that is no JSON object stays a row: one left out in silence would be an article lost. */
function jsonRows(text: string): Rows {
  const names = new Map<string, number>();
  const objects: (ReadonlyMap<string, string> | null)[] = [];
  for (const line of text.split(/\r?\n/u)) {
    if (line.trim() === "") continue;
    const cells = cellsOf(line);
    for (const name of cells?.keys() ?? []) if (!names.has(name)) names.set(name, names.size);
    objects.push(cells);
  }
  const columns = [...names.keys()];
  return {
    delimiter: null,
    names: columns,
    rows: objects.map((cells) => cells && columns.map((name) => cells.get(name) ?? "")),
  };
}

function cellsOf(line: string): ReadonlyMap<string, string> | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    return new Map(Object.entries(value).map(([name, cell]) => [name, cellText(cell)]));
  } catch {
    return null;
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return cell;
  if (Array.isArray(cell)) return cell.map(cellText).join(", ");
  return typeof cell === "object" ? "" : String(cell);
}

const usualNames: Readonly<Record<ColumnField, RegExp>> = {
  text: /^(?:(?:full|article|raw|clean)?[_ -]?(?:text|body|content|contents)|maintext|story|artikeltext|inhalt|texte|cuerpo)$/iu,
  title: /^(?:title|headline|head|titel|überschrift|titre|titulo|título)$/iu,
  author: /^(?:authors?|byline|by|creator|writer|journalist|autor(?:en)?|verfasser|auteur)$/iu,
  date: /^(?:(?:publication|publish|published|pub|article)?[_ -]?(?:date|at|on|time)|published|date[_ -]?(?:publish(?:ed)?|time)|datum|fecha)$/iu,
  publisher:
    /^(?:publisher|publication|outlet|source|newspaper|medium|media|site|site[_ -]?name|quelle|zeitung)$/iu,
  url: /^(?:url|link|uri|href|web[_ -]?address|permalink|source[_ -]?url)$/iu,
  language: /^(?:language|lang|sprache|langue|idioma)$/iu,
};

/** By their names; the text also by being the longest, where no name says it. */
function guessColumns(names: readonly string[], rows: ReadTable["rows"]): TableColumns {
  const columns: Partial<Record<ColumnField, string>> = {};
  for (const field of columnFields) {
    const columnName = names.find((name) => usualNames[field].test(name.trim()));
    if (columnName !== undefined) columns[field] = columnName;
  }
  if (columns.text === undefined) {
    const lengths = names.map((_, at) =>
      rows.slice(0, 100).reduce((sum, row) => sum + (row?.[at]?.length ?? 0), 0),
    );
    const longest = names[lengths.indexOf(Math.max(...lengths))];
    if (longest !== undefined) columns.text = longest;
  }
  return columns;
}

/** The article of one row; its number counts from 1. */
export function articleOfRow(table: ReadTable, number: number, fileName: string): ImportResult {
  const row = table.rows[number - 1];
  if (!row) return refusal("row-unreadable", { file: fileName });
  const cell = (field: ColumnField): string => {
    const at = table.names.indexOf(table.columns[field] ?? "\0");
    return at === -1 ? "" : (row[at] ?? "").trim();
  };
  const text = cell("text").replace(/\r\n?/gu, "\n");
  return importFound(
    {
      title: cell("title"),
      authors: cell("author") === "" ? [] : [cell("author").replace(/^by\s+/iu, "")],
      publisher: cell("publisher"),
      date: cell("date"),
      url: cell("url"),
      language: cell("language"),
      origin: "columns",
      blocks: text
        .split(/\n[ \t]*\n\s*/u)
        .map((paragraph) => ({ kind: "paragraph", text: paragraph.trim() })),
      notes: table.guessed ? [message("importing.encoding-guessed", { encoding: table.encoding })] : [],
    },
    fileName,
  );
}
