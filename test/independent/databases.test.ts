// Databases that we write, opened by others: SQLite by Python, Parquet by DuckDB, with the worked queries of docs/databases.md. Without Python, pandas or R a
// line says so, and the golden files of the exporters hold what is written.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ExportBundle } from "../../shared/annotated-json/bundle.ts";
import { exportOf } from "../../shared/exporters/index.ts";
import { parquetExporter } from "../../shared/exporters/parquet.ts";
import { sqliteExporter } from "../../shared/exporters/sqlite.ts";
import { analysisTables } from "../../shared/interchange/analysis-tables.ts";
import { randomBundle, sampleBundle } from "../helpers/bundles.ts";
import { fullBundle } from "../helpers/full-bundle.ts";
import { kitBundle } from "../helpers/kit-bundle.ts";
import { plantedArticles, plantedEntities, plantedProject } from "../helpers/planted-statements.ts";
import { runs } from "../helpers/tier.ts";

const runsHere = (...command: readonly [string, ...string[]]): boolean =>
  spawnSync(command[0], command.slice(1)).status === 0;
/** A Python with this module; `null` where there is none. */
const pythonWith = (module: string): string | null =>
  ["python3", "/usr/bin/python3"].find((python) => runsHere(python, "-c", `import ${module}`)) ?? null;
const python = pythonWith("sqlite3");
if (!python) console.error("Skipped: python3 is not here, so that nobody else opens the SQLite database.");
const pandas = pythonWith("pandas");
if (!pandas) console.error("Skipped: pandas is not here, so that its worked query is not run.");
const hasR = runsHere("Rscript", "-e", "library(RSQLite)");
if (!hasR) console.error("Skipped: R with RSQLite is not here, so that its worked query is not run.");

const planted = plantedProject(plantedArticles, plantedEntities);
const script = fileURLToPath(new URL("check_database.py", import.meta.url));
const paper = readFileSync(new URL("../../docs/databases.md", import.meta.url), "utf8");

/** The block of the paper that is marked with these words. */
function queryIn(mark: string): string {
  const [, query] = new RegExp(`^\`\`\`${mark}\\n([\\s\\S]*?)^\`\`\`$`, "mu").exec(paper) ?? [];
  if (query === undefined) throw new Error(`docs/databases.md has no ${mark}.`);
  return query;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sayso-databases-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The database and the Parquet files of a bundle, where the paper has them. */
function write(bundle: ExportBundle): void {
  mkdirSync(join(folder, "tables"), { recursive: true });
  const [database] = exportOf(sqliteExporter, bundle).files;
  writeFileSync(join(folder, "project.sqlite"), database?.bytes ?? "");
  for (const { name, bytes } of exportOf(parquetExporter, bundle).files)
    writeFileSync(join(folder, "tables", name), bytes);
}

type Found = Readonly<
  Record<string, { readonly columns: readonly string[]; readonly rows: readonly unknown[] }>
>;

/** What the tables hold, made by nobody's database. */
function expected(bundle: ExportBundle): Found {
  const byId = [...bundle.entities].sort((one, other) => (one.id < other.id ? -1 : 1));
  const { ofArticles, entities } = analysisTables({ ...bundle, entities: byId });
  const rows = ofArticles.map((table) => bundle.articles.flatMap((article) => table.rows(article)));
  const tables = [
    ...ofArticles.map((table, at) => ({ ...table, rows: rows[at] ?? [] })),
    { ...entities, rows: entities.rows() },
  ];
  return Object.fromEntries(
    tables.map(({ name, columns, rows: all }) => [
      name,
      { columns: columns.map((one) => one.name), rows: all },
    ]),
  );
}

/** A command in the folder of the databases, which must say nothing but its answer. */
function answerOf(command: string, ...args: readonly string[]): string {
  const options = {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, PYTHONUTF8: "1" },
    maxBuffer: 1e9,
  } as const;
  const { status, stdout, stderr } = spawnSync(command, args, options);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.replaceAll("\r\n", "\n");
}

const byPython = (): Found => JSON.parse(answerOf(python ?? "", script, "project.sqlite"));

async function byDuckDb(sql: string): Promise<{ columns: string[]; rows: unknown[][] }> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(sql.replaceAll(/'(tables\/)/gu, `'${folder}/$1`));
    const rows = reader
      .getRows()
      .map((row) => row.map((cell) => (typeof cell === "bigint" ? Number(cell) : cell)));
    return { columns: reader.columnNames(), rows };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function tablesByDuckDb(names: readonly string[]): Promise<Found> {
  const found: Record<string, Found[string]> = {};
  for (const name of names)
    found[name] = await byDuckDb(`SELECT * FROM read_parquet('tables/${name}.parquet')`);
  return found;
}

const bundles = {
  sample: sampleBundle,
  "what trips programs up": kitBundle,
  "all that is known": fullBundle,
};

describe.skipIf(!python)("Python", () => {
  it.each(Object.entries(bundles))(
    "finds in SQLite every cell of %s, and every key that is referred to",
    (_name, make) => {
      write(make());
      expect(byPython()).toEqual(expected(make()));
    },
  );

  it("finds every cell of random work on texts that break programs", () => {
    for (const bundle of fc.sample(randomBundle, { seed: 7, numRuns: runs(8) })) {
      write(bundle);
      expect(byPython()).toEqual(expected(bundle));
    }
  });

  it("answers the worked query of Datasette", () => {
    write(planted);
    const denied = plantedProject(
      [
        {
          id: "A1",
          date: "2026-03-09",
          publisher: "Delta",
          cards: [
            { voices: ["ana"], cue: "denied", claim: "costs rise", fields: { polarity: "denies" } },
            { voices: ["ines"], cue: "said", claim: "it rains" },
          ],
        },
        {
          id: "A2",
          cards: [{ voices: ["ines"], cue: "denied", claim: "boats sank", fields: { polarity: "denies" } }],
        },
      ],
      plantedEntities,
    );
    write(denied);
    const rows = JSON.parse(
      answerOf(
        python ?? "",
        "-c",
        `import json, sqlite3, sys\nprint(json.dumps(sqlite3.connect("project.sqlite").execute(sys.argv[1]).fetchall()))`,
        queryIn("sql datasette"),
      ),
    );
    expect(rows).toEqual([
      ["2026-03-09", "Delta", "Ana Ruiz", "costs rise", "A1"],
      [null, null, "Ines Prado", "boats sank", "A2"],
    ]);
  });
});

describe.skipIf(!pandas)("pandas", () => {
  it("counts the unnamed month by month, as worked out by hand", async () => {
    write(planted);
    await expect(answerOf(pandas ?? "", "-c", queryIn("python pandas"))).toMatchFileSnapshot(
      "../golden/databases/pandas.csv",
    );
  });
});

describe.skipIf(!hasR)("R", () => {
  it("counts kinds by publisher", async () => {
    write(planted);
    await expect(answerOf("Rscript", "-e", queryIn("r"))).toMatchFileSnapshot("../golden/databases/r.csv");
  });
});

describe("DuckDB", () => {
  it.each(Object.entries(bundles))("finds in Parquet every cell of %s", async (_name, make) => {
    write(make());
    const found = expected(make());
    // The driver for Node takes a byte order mark from the beginning of a text.
    const unmarked = JSON.parse(JSON.stringify(found).replaceAll('"\ufeff', '"'));
    expect(await tablesByDuckDb(Object.keys(found))).toEqual(unmarked);
    const { rows } = await byDuckDb("SELECT length(text) FROM read_parquet('tables/articles.parquet')");
    expect(rows).toEqual(make().articles.map(({ text }) => [[...text].length]));
  });

  it("finds every cell where a table has more rows than a group", async () => {
    const articles = Array.from({ length: 41 }, (_, article) => ({
      id: `A${article}`,
      cards: Array.from({ length: 500 }, (_card, at) => ({
        ...{ voices: ["ana"], cue: "said", claim: `cost ${article * 500 + at}` },
      })),
    }));
    write(plantedProject(articles, plantedEntities));
    const { rows } = await byDuckDb(
      "SELECT count(*), count(DISTINCT text), max(word_count) FROM read_parquet('tables/claims.parquet')",
    );
    expect(rows).toEqual([[20_500, 20_500, 2]]);
    const { rows: groups } = await byDuckDb(
      "SELECT count(DISTINCT row_group_id) FROM parquet_metadata('tables/claims.parquet')",
    );
    expect(groups).toEqual([[2]]);
  });

  it("answers the worked queries of DuckDB and Spark", async () => {
    write(planted);
    expect(await byDuckDb(queryIn("sql duckdb"))).toMatchSnapshot();
    const spark = queryIn("sql spark").replaceAll("FROM mentions", "FROM 'tables/mentions.parquet'");
    expect(await byDuckDb(spark)).toMatchSnapshot();
  });
});
