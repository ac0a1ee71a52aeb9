// The database as SQLite itself reads it: what comes from outside stays text that every reader takes.
import initSqlJs from "sql.js/dist/sql-wasm-inline.js";
import { expect, it } from "vitest";
import { exportOf } from "../../../shared/exporters/index.ts";
import { sqliteExporter } from "../../../shared/exporters/sqlite.ts";
import { sampleBundle } from "../../helpers/bundles.ts";

it("writes half a character as U+FFFD, and a NUL and a quotation mark as they are", async () => {
  const bundle = sampleBundle();
  const names = ["half \ud800x", "half \udc00", "NUL \0 and ';--"];
  const entities = bundle.entities
    .slice(0, names.length)
    .map((one, at) => ({ ...one, name: names[at] ?? "" }));
  expect(entities).toHaveLength(names.length);
  await sqliteExporter.load?.();
  const project = { ...bundle.project, name: "P\ud800" };
  const [file] = exportOf(sqliteExporter, { ...bundle, project, entities }).files;
  const { Database } = await initSqlJs();
  const database = new Database(file?.bytes);
  const hexOf = (sql: string) => database.exec(sql)[0]?.values.flat();
  const hex = (text: string) => Buffer.from(text, "utf8").toString("hex").toUpperCase();
  expect(hexOf("SELECT hex(name) FROM entities ORDER BY rowid")).toEqual(names.map(hex));
  expect(hexOf("SELECT hex(value) FROM about WHERE name = 'project'")).toEqual([hex("P\ufffd")]);
});
