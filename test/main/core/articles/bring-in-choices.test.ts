// What somebody says of single files before they are imported: by which encoding they are read, with which password they open;
// what is shown of them before; and what is pasted with its form.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lockedPdf } from "../../../helpers/locked-pdf.ts";
import { fileWith, person, problemOf, projectWith, temporaryFolder } from "../workplace.ts";

async function scene() {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"), "Ana");
  const { project } = await projectWith(ana, join(folder, "project"));
  const files = join(folder, "files");
  mkdirSync(files);
  const asked = (paths: readonly string[], more: object) => ({
    project: project.handle,
    paths: [...paths],
    files: [],
    duplicates: "skip" as const,
    ...more,
  });
  const look = (paths: readonly string[], more: object = {}) => ana.call("bringIn.look", asked(paths, more));
  const run = (paths: readonly string[], more: object = {}) => ana.call("bringIn.run", asked(paths, more));
  const textOf = async (id = "") =>
    (await ana.call("article.open", { project: project.handle, article: id })).text;
  return { files, ana, project, look, run, textOf };
}

const cyrillic = Buffer.from([0xd0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4, 0x2c, 0x20, 0xcd, 0xc9, 0xd2]);
/** “мир”: other words than the page's, since the same ones would be the same article. */
const peace = cyrillic.subarray(8);
const latin = (text: string) => Buffer.from(text, "latin1");

test("each file is read by the encoding that was said of it, text, page, message and table", async () => {
  const { files, look, run, textOf } = await scene();
  const page = fileWith(files, "p.html", Buffer.concat([latin("<p>"), cyrillic, latin("</p>")]));
  const mail = fileWith(
    files,
    "m.eml",
    Buffer.concat([
      latin('From: a@b.example\r\nSubject: x\r\nContent-Type: text/plain;\r\n charset="iso-8859-1"\r\n\r\n'),
      peace,
    ]),
  );
  const table = fileWith(
    files,
    "t.csv",
    Buffer.concat([latin("text,n\n"), cyrillic.subarray(0, 6), latin(",1\n")]),
  );
  const plain = fileWith(files, "z.txt", latin("caf\xe9, a dit le maire d\xe9\xe7u"));
  const paths = [page, mail, table, plain];
  const before = await look(paths);
  expect(before.encoded).toEqual(["p.html", "m.eml", "z.txt"]);
  expect(before.texts.map(({ file, encoding, guessed }) => [file, encoding, guessed])).toEqual([
    ["p.html", "windows-1252", true],
    ["z.txt", "windows-1252", true],
  ]);
  const each = ["p.html", "m.eml", "t.csv"].map((file) => ({ file, encoding: "koi8-r" }));
  const after = await look(paths, { each });
  expect(
    after.texts.map(({ file, encoding, guessed, beginning }) => [file, encoding, guessed, beginning.trim()]),
  ).toEqual([
    ["p.html", "koi8-r", false, "привет, мир"],
    ["m.eml", "koi8-r", false, "x\n\nBy a@b.example\n\nмир"],
    ["z.txt", "windows-1252", true, "café, a dit le maire déçu"],
  ]);
  expect(after.tables).toMatchObject([{ file: "t.csv", encoding: "koi8-r", first: [["привет", "1"]] }]);
  const { taken } = await run(paths, { each });
  const texts = await Promise.all(taken.map(({ article }) => textOf(article.id)));
  expect(texts.map((text) => text.trim().split("\n").at(-1))).toEqual([
    "привет, мир",
    "мир",
    "привет",
    "café, a dit le maire déçu",
  ]);
  expect(taken[0]?.article.original).toMatchObject({ charset: "koi8-r" });
});

test("characters that nobody sees are shown before, told after, and kept", async () => {
  const { files, look, run, textOf } = await scene();
  const odd = `The \u202Eexe.txt file${"\u0001".repeat(2)} is safe, he said. ${"Padding words. ".repeat(40)}`;
  const path = fileWith(files, "odd.txt", odd);
  const clean = fileWith(files, "clean.txt", "Nothing odd here, she said.");
  expect((await look([path, clean])).texts).toMatchObject([
    {
      file: "odd.txt",
      guessed: false,
      unseen: [
        { code: "U+0001", count: 2 },
        { code: "U+202E", count: 1 },
      ],
    },
  ]);
  expect((await look([path, clean], { inspect: ["clean.txt"] })).texts.map(({ file }) => file)).toEqual([
    "odd.txt",
    "clean.txt",
  ]);
  const { taken } = await run([path, clean]);
  expect(taken.map(({ notes }) => notes)).toEqual([[{ key: "importing.unseen", values: { count: 3 } }], []]);
  expect(await textOf(taken[0]?.article.id)).toBe(odd);
});

test("a locked document is refused without its password, told when it is wrong, and taken with it", async () => {
  const { files, ana, project, run, textOf } = await scene();
  const words = "The harbour bridge will close for a year, the mayor said.";
  const path = fileWith(files, "locked.pdf", lockedPdf([words], "swordfish"));
  const open = fileWith(files, "open.txt", "Nothing locked here, she said.");
  const first = await run([open, path]);
  expect(first.taken).toHaveLength(1);
  expect(first.refused).toMatchObject([{ error: { problem: "file-locked", detail: { why: "none" } } }]);
  const each = [{ file: "locked.pdf", password: "trout" }];
  expect((await run([path], { each })).refused).toMatchObject([
    { error: { problem: "file-locked", detail: { why: "wrong" } } },
  ]);
  expect((await run([path], { password: "trout" })).refused).toHaveLength(1);
  await run([open, path], { duplicates: "take" });
  const again = await run([open, path], {
    each: [{ file: "locked.pdf", password: "swordfish" }],
    only: ["locked.pdf"],
    goesOn: true,
  });
  expect(again).toMatchObject({ taken: [{ file: "locked.pdf" }], skipped: [], refused: [] });
  expect(await textOf(again.taken[0]?.article.id)).toContain(words);
  // The report counts each file once, by what came of it last.
  const report = join(files, "report.json");
  await ana.call("bringIn.report", {
    project: project.handle,
    language: "en",
    path: report,
    overwrite: false,
  });
  const { taken, refused } = JSON.parse(readFileSync(report, "utf8"));
  expect(taken.map(({ file }: { file: string }) => file)).toEqual(["open.txt", "locked.pdf"]);
  expect(refused).toEqual([]);
  const folder = join(project.path, "articles", again.taken[0]?.article.id ?? "");
  expect(readFileSync(join(folder, "article.json"), "utf8")).not.toContain("swordfish");
  expect(await problemOf(ana.call("article.importFile", { project: project.handle, path }))).toMatchObject({
    problem: "file-locked",
  });
});

test("what is pasted with its form keeps it, runs nothing, and is kept beside the article as it came", async () => {
  const { ana, project, textOf } = await scene();
  const html = `<html><body><!--StartFragment--><h2 onclick="alert(1)">What it costs</h2><script>alert(1)</script>
<p>The bill is <b>40 million</b>, an official said.<img src="https://tracker.example/x.gif" onerror="alert(1)"></p>
<nav>Chosen by hand, so kept</nav><ul><li>East bank: closed</li></ul><blockquote>Nobody came here.</blockquote>
<p class=MsoListParagraph style='mso-list:l0 level1'><span style='mso-list:Ignore'>·  </span>West bank: open</p><!--EndFragment--></body></html>`;
  const paste = (name: string | null) =>
    ana.call("article.importPasted", { project: project.handle, name, html });
  const { article } = await paste(null);
  expect(await textOf(article.id)).toBe(
    "What it costs\n\nThe bill is 40 million, an official said.\n\nChosen by hand, so kept\n\nEast bank: closed\n\nNobody came here.\n\nWest bank: open\n",
  );
  const opened = await ana.call("article.open", { project: project.handle, article: article.id });
  const kinds = opened.article.blocks?.map(({ kind }) => kind);
  expect(kinds).toEqual(["heading", "list-item", "quote", "list-item"]);
  const stored = join(project.path, "articles", article.id, "original.html");
  expect(existsSync(stored) && readFileSync(stored, "utf8")).toBe(html);
  expect((await paste("From the wire")).article.original?.fileName).toBe("pasted.html");
  expect(
    await problemOf(
      ana.call("article.importPasted", { project: project.handle, name: null, html: "<p> </p>" }),
    ),
  ).toMatchObject({ problem: "text-empty" });
});
