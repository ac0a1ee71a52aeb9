// Many articles at once: folders, archives and tables; what is the same is left out when asked; everything is accounted for.
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packZip, utf8 } from "../../../../shared/files/zip.ts";
import { fileWith, person, problemOf, projectWith, temporaryFolder } from "../workplace.ts";

const other = (number: number): string =>
  `Report ${number}\n\n${Array.from({ length: 60 }, (_, at) => `Sentence ${at * number} of report ${number} says something else.`).join(" ")}\n`;

async function scene() {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"), "Ana");
  const { project } = await projectWith(ana, join(folder, "project"));
  const files = join(folder, "files");
  mkdirSync(files);
  const run = (paths: string[], choices: object = {}) =>
    ana.call("bringIn.run", { project: project.handle, paths, files: [], duplicates: "skip", ...choices });
  return { folder, files, ana, project, run };
}

test("a folder is imported whole: files, folders, archives and tables, and what is no article is told", async () => {
  const { folder, files, ana, project, run } = await scene();
  mkdirSync(join(files, "deep", "er"), { recursive: true });
  fileWith(files, "1.txt", other(1));
  fileWith(join(files, "deep", "er"), "2.txt", other(2));
  fileWith(files, "picture.png", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
  fileWith(files, ".DS_Store", "nothing");
  fileWith(
    files,
    "many.zip",
    Buffer.from(
      packZip([
        { name: "../../3.txt", bytes: utf8(other(3)) },
        { name: "__MACOSX/3.txt", bytes: utf8("nothing") },
        { name: "inner.zip", bytes: packZip([{ name: "x.txt", bytes: utf8("x") }]) },
      ]),
    ),
  );
  fileWith(files, "cut.zip", Buffer.from("PK\u0003\u0004 nothing"));
  fileWith(
    files,
    "rows.csv",
    `Headline;Body;Author;URL\nFirst;"One ""row"",\n\n${other(4).replaceAll("\n", " ")}";Ana Ruiz;https://post.example/1\nSecond;;Nobody;\n`,
  );
  fileWith(
    files,
    "rows.jsonl",
    `{"title": "Line", "content": ${JSON.stringify(other(5))}, "date": "2025-08-19"}\n{no json\n["a list"]\n`,
  );
  symlinkSync(join(folder, "project"), join(files, "loop"));
  const before = readdirSync(join(project.path, "articles")).length;
  const { taken, skipped, refused, stopped } = await run([files]);
  expect(taken.map(({ file, article }) => [file, article.title])).toEqual([
    ["files/1.txt", "Report 1"],
    ["files/deep/er/2.txt", "Report 2"],
    ["files/many.zip/../../3.txt", "Report 3"],
    ["files/rows.csv:1", "First"],
    ["files/rows.jsonl:1", "Line"],
  ]);
  expect(refused.map(({ file, error }) => [file, error.problem])).toEqual([
    ["files/cut.zip", "archive-unreadable"],
    ["files/loop", "link-refused"],
    ["files/many.zip/inner.zip", "file-kind"],
    ["files/picture.png", "file-kind"],
    ["files/rows.csv:2", "text-empty"],
    ["files/rows.jsonl:2", "row-unreadable"],
    ["files/rows.jsonl:3", "row-unreadable"],
  ]);
  expect({ skipped, stopped }).toEqual({ skipped: [], stopped: false });
  expect(readdirSync(join(project.path, "articles"))).toHaveLength(before + taken.length);
  expect(readdirSync(folder).sort()).toEqual(["files", "home", "project"]);
  const row = await ana.call("article.open", {
    project: project.handle,
    article: taken[3]?.article.id ?? "",
  });
  expect(row.text.split("\n\n").slice(0, 3)).toEqual(["First", "By Ana Ruiz", 'One "row",']);
  expect(row.article.about).toEqual([
    { field: "author", value: "Ana Ruiz", from: "file", found: "columns" },
    { field: "url", value: "https://post.example/1", from: "file", found: "columns" },
  ]);
});

test("names in archives are as people wrote them, and of two files with one name both come in", async () => {
  const { files, run } = await scene();
  const named = (name: string, text: string): Uint8Array => packZip([{ name, bytes: utf8(text) }]);
  /** The same archive with a name of as many bytes. */
  const renamed = (zip: Uint8Array, from: string, to: string): Buffer =>
    Buffer.from(Buffer.from(zip).toString("latin1").replaceAll(from, to), "latin1");
  const old = fileWith(files, "old.zip", renamed(named("Br_cke.txt", other(21)), "Br_cke", "Br\u0081cke"));
  const twice = packZip([
    { name: "a.txt", bytes: utf8(other(22)) },
    { name: "b.txt", bytes: utf8(other(23)) },
  ]);
  const { taken, refused } = await run([old, fileWith(files, "twice.zip", renamed(twice, "b.txt", "a.txt"))]);
  expect([...taken, ...refused].map(({ file }) => file)).toEqual([
    "old.zip/Brücke.txt",
    "twice.zip/a (1).txt",
    "twice.zip/a.txt",
  ]);
});

test("what has the same bytes or text is left out or taken as asked, and what is nearly the same is named", async () => {
  const { files, run } = await scene();
  const first = fileWith(files, "a.txt", other(7));
  const again = fileWith(files, "b.txt", other(7));
  const rows = fileWith(files, "c.jsonl", `${JSON.stringify({ title: "", text: "Only here." })}\n`);
  const rowsAgain = fileWith(files, "rows.jsonl", `${JSON.stringify({ title: "", text: "Only here." })}\n`);
  const near = fileWith(files, "d.txt", other(7).replace("Sentence 70 of report 7 says something else.", ""));
  const far = fileWith(files, "e.txt", other(8));
  const one = await run([first, again, rows, rowsAgain, near, far]);
  expect(one.taken.map(({ file, nearly }) => [file, nearly])).toEqual([
    ["a.txt", null],
    ["c.jsonl:1", null],
    ["d.txt", "Report 7"],
    ["e.txt", null],
  ]);
  expect(one.taken[2]?.versionOf).toEqual({ id: one.taken[0]?.article.id, title: "Report 7", by: "text" });
  expect(one.skipped).toEqual([
    { file: "b.txt", same: "bytes", as: "Report 7", article: one.taken[0]?.article.id },
    { file: "rows.jsonl:1", same: "text", as: "c 1", article: one.taken[1]?.article.id },
  ]);
  const two = await run([again], { duplicates: "take" });
  expect(two.taken).toMatchObject([{ file: "b.txt", sameTextAs: "Report 7" }]);
  // Of a table only the row that is meant.
  const more = fileWith(files, "c.jsonl", '{ "text": "Only here." }\n{ "text": "New here." }\n');
  const three = await run([more], { duplicates: "take", only: ["c.jsonl:1"] });
  expect(three.taken.map(({ file }) => file)).toEqual(["c.jsonl:1"]);
});

test("columns, encoding and delimiter can be put right, and the look shows what would come", async () => {
  const { files, ana, project, run } = await scene();
  const table = fileWith(
    files,
    "t.csv",
    Buffer.from("who|what\nZo\xeb|The caf\xe9 is closed, he said.\n", "latin1"),
  );
  const guessed = fileWith(
    files,
    "g.txt",
    Buffer.from("Le caf\xe9 est ferm\xe9, a dit le maire d\xe9\xe7u.", "latin1"),
  );
  const look = await ana.call("bringIn.look", {
    project: project.handle,
    paths: [table, guessed],
    files: [{ fileName: "w.txt", base64: Buffer.from("plain").toString("base64") }],
    duplicates: "skip",
  });
  expect(look).toMatchObject({
    files: 3,
    tables: [{ file: "t.csv", delimiter: "|", names: ["who", "what"], columns: { text: "what" }, rows: 1 }],
    texts: [
      {
        file: "g.txt",
        encoding: "windows-1252",
        guessed: true,
        beginning: "Le café est fermé, a dit le maire déçu.",
      },
    ],
    refused: [],
  });
  const { taken } = await run([table], {
    columns: { text: "what", author: "who" },
    encoding: "windows-1252",
  });
  const article = taken[0]?.article.id ?? "";
  expect((await ana.call("article.open", { project: project.handle, article })).text).toBe(
    "By Zoë\n\nThe café is closed, he said.\n",
  );
});

test("a report is written of the last one, and none before there was any", async () => {
  const { folder, files, ana, project, run } = await scene();
  const ask = (path: string) =>
    ana.call("bringIn.report", { project: project.handle, language: "en", path, overwrite: false });
  expect(await problemOf(ask(join(folder, "r.csv")))).toMatchObject({ problem: "nothing-brought-in" });
  await run([fileWith(files, "=1+1.txt", other(9)), fileWith(files, "empty.txt", "")]);
  await ask(join(folder, "r.csv"));
  const table = readFileSync(join(folder, "r.csv"), "utf8");
  expect(table).toContain(`"'=1+1.txt",imported,Report 9,`);
  expect(table).toContain("empty.txt,refused,,,“empty.txt” is empty. Choose a file with text in it.");
  await ask(join(folder, "r.json"));
  expect(JSON.parse(readFileSync(join(folder, "r.json"), "utf8"))).toMatchObject({
    refused: [{ file: "empty.txt" }],
  });
  expect(await problemOf(ask(join(project.path, "project.json")))).toMatchObject({
    problem: "export-exists",
  });
});

test("it can be stopped: what was taken stays, and nothing more comes", async () => {
  const { files, ana, project, run } = await scene();
  const paths = Array.from({ length: 30 }, (_, at) => fileWith(files, `${at}.txt`, other(at + 20)));
  const running = run(paths);
  await ana.call("bringIn.stop", { project: project.handle });
  const { taken, stopped } = await running;
  expect(stopped).toBe(true);
  expect(taken.length).toBeLessThan(30);
});

test("of files of one name only the one is tried again that failed, since each has a name of its own", async () => {
  const { files, run } = await scene();
  for (const part of ["north/press", "south/press", "south/radio"])
    mkdirSync(join(files, part), { recursive: true });
  const paths = ["north/press", "south/press", "south/radio"].map((part) => join(files, part, "report.txt"));
  for (const [at, path] of paths.entries())
    if (at !== 1) fileWith(join(path, ".."), "report.txt", other(at + 1));
  fileWith(join(files, "south/press"), "report.txt", "");
  const { taken, refused } = await run(paths);
  expect(taken.map(({ file }) => file)).toEqual(["north/press/report.txt", "south/radio/report.txt"]);
  expect(refused.map(({ file }) => file)).toEqual(["south/press/report.txt"]);
  fileWith(join(files, "south/press"), "report.txt", other(7));
  const again = await run(paths, { goesOn: true, duplicates: "take", only: ["south/press/report.txt"] });
  expect(again.taken.map(({ file, article }) => [file, article.original?.fileName])).toEqual([
    ["south/press/report.txt", "report.txt"],
  ]);
  expect([again.skipped, again.refused]).toEqual([[], []]);
});
