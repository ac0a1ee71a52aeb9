// Tables as an SQLite database (https://www.sqlite.org/fileformat.html), with the keys that join them, for Datasette, Python, R and whatever speaks SQL.
// It is made by SQLite itself, compiled to WebAssembly, in memory, and handed on in pieces. One that is too large for that is refused beforehand.
/// <reference path="../sql-js.d.ts" />
import type { Database } from "sql.js/dist/sql-wasm-inline.js";
import { utf8 } from "../files/zip.ts";
import { type AnalysisTable, analysisTables, type TypedRow } from "../interchange/analysis-tables.ts";
import { allOfStandoff } from "../interchange/capabilities.ts";
import type { Part } from "../interchange/passes.ts";
import { countTableLosses } from "../interchange/tables.ts";
import { type BundleExporter, onlyFile } from "./exporter.ts";

/** The program, once it was asked for. */
let makeDatabase: (() => Database) | null = null;

export const sqliteExporter: BundleExporter = {
  id: "sqlite",
  takes: "bundle",
  extension: "sqlite",
  isBinary: true,
  capabilities: { ...allOfStandoff, provenance: "own" },
  counting: (_head, count) => (article) => countTableLosses(article, count),
  // Measured: what is said of marks takes as much room in tables and their indexes as it does as JSON.
  bytesInMemory({ text }, bytes) {
    const ofText = utf8(text).length;
    return ofText + 1.1 * (bytes - ofText);
  },
  async load() {
    if (makeDatabase) return;
    const { default: initSqlJs } = await import("sql.js/dist/sql-wasm-inline.js");
    const { Database } = await initSqlJs();
    makeDatabase = () => new Database();
  },
  passes(head) {
    const { ofArticles, entities } = analysisTables(head);
    const about = { project: head.project.name, generator: head.generator, exported_at: head.exportedAt };
    let database: OpenDatabase | null = null;
    let bytes = new Uint8Array();
    let at = 0;
    const piece = (length: number): readonly Part[] => {
      const part = { name: onlyFile, bytes: bytes.slice(at, at + length) };
      at += part.bytes.length;
      return part.bytes.length > 0 ? [part] : [];
    };
    return [
      {
        begin() {
          database = openDatabase([...ofArticles, entities], about);
          return [];
        },
        article(article) {
          for (const table of ofArticles) database?.insert(table, table.rows(article));
          return [];
        },
        end() {
          database?.insert(entities, entities.rows());
          bytes = database?.close() ?? bytes;
          return [];
        },
      },
      // While the articles come by once more, so that no message holds all of it.
      { article: () => piece(pieceLength), end: () => piece(bytes.length) },
    ];
  },
};

const pieceLength = 1_048_576;

interface OpenDatabase {
  insert(table: AnalysisTable, rows: readonly TypedRow[]): void;
  /** The bytes of all of it. */
  close(): Uint8Array<ArrayBuffer>;
}

function openDatabase(
  tables: readonly AnalysisTable[],
  about: Readonly<Record<string, string>>,
): OpenDatabase {
  if (!makeDatabase) throw new RangeError("SQLite was not loaded.");
  const database = makeDatabase();
  database.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN");
  database.run("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT)");
  for (const entry of Object.entries(about))
    database.run("INSERT INTO about VALUES (?, ?)", entry.map(wellFormed));
  const inserts = new Map(
    tables.map((table) => {
      database.run(
        `CREATE TABLE ${quoted(table.name)} (${table.columns.map((one) => columnSql(one, table)).join(", ")})`,
      );
      const marks = table.columns.map(() => "?").join(", ");
      return [table.name, database.prepare(`INSERT INTO ${quoted(table.name)} VALUES (${marks})`)];
    }),
  );
  return {
    insert({ name }, rows) {
      for (const row of rows) inserts.get(name)?.run(row.map(wellFormed));
    },
    close() {
      for (const [table, column] of searched)
        database.run(`CREATE INDEX ${quoted(`${table}_by_${column}`)} ON ${table} (${column})`);
      database.run("COMMIT");
      const bytes = database.export();
      database.close();
      return bytes;
    },
  };
}

/** Half a character would be written as bytes that no reader of UTF-8 takes. */
const wellFormed = (cell: TypedRow[number]): TypedRow[number] =>
  typeof cell === "string" ? cell.replace(/\p{Surrogate}/gu, "\ufffd") : cell;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** What names each row of a table, no two alike. Statements have no such key: several annotators may have the same. */
const keys: Readonly<Record<string, string>> = { articles: "article", entities: "entity" };

/** What other tables are joined by. */
const references: Readonly<Record<string, string>> = {
  article: "articles (article)",
  entity_id: "entities (entity)",
};

const searched = [
  ...[["statements", "article"] as const, ["statements", "statement"] as const],
  ...[["mentions", "statement"] as const, ["mentions", "entity_id"] as const],
  ...[["claims", "statement"] as const, ["spans", "article"] as const],
];

function columnSql({ name, type }: AnalysisTable["columns"][number], table: AnalysisTable): string {
  const isKey = keys[table.name] === name;
  const reference = isKey ? undefined : references[name];
  return [
    ...[quoted(name), type === "integer" ? "INTEGER" : "TEXT"],
    ...(isKey ? ["PRIMARY KEY"] : []),
    ...(reference === undefined ? [] : [`REFERENCES ${reference}`]),
  ].join(" ");
}
