// Files that take too long or too much are ended from outside, and the next one is read as if nothing had been.
import { expect, test } from "vitest";
import { articleReader } from "../../../../main/core/articles/article-reader.ts";
import { createReader } from "../../../../main/core/articles/read-files.ts";
import { limits } from "../../../../shared/schema/limits.ts";
import { ownProcesses, programOf } from "../processes/process-scene.ts";

/** Does as the file's name says. */
const asNamed = `
  const { fileName } = question.file;
  if (fileName === "endless") for (;;);
  if (fileName === "huge") { const all = []; for (;;) all.push(new Array(100_000).fill({ all })); }
  if (fileName === "fault") throw new TypeError("of ours");
  if (fileName === "gone") process.exit(0);
  return { ok: true, text: fileName };`;

const exhausting = (file: string, why: string) => ({
  ok: false,
  problem: "file-exhausting",
  detail: { file, why },
});
const file = (fileName: string) => ({ bytes: new Uint8Array(1), fileName, isChosen: true });

test("what exhausts memory is refused, and the file after it is read", async () => {
  const reader = articleReader(ownProcesses(), { time: 60_000, program: programOf(asNamed) });
  const read = (fileName: string) => reader.read(file(fileName));
  expect(await read("first")).toEqual({ ok: true, text: "first" });
  expect(await read("second")).toEqual({ ok: true, text: "second" });
  expect(await read("huge")).toEqual(exhausting("huge", "memory"));
  expect(await read("gone")).toEqual(exhausting("gone", "memory"));
  await expect(read("fault")).rejects.toThrow("of ours");
  expect(await read("last")).toEqual({ ok: true, text: "last" });
  reader.close();
});

test("what never ends is refused when its time is over", async () => {
  const reader = articleReader(ownProcesses(), { time: 500, program: programOf(asNamed) });
  expect(await reader.read(file("endless"))).toEqual(exhausting("endless", "time"));
  reader.close();
});

test("rows are those of the table that was opened here, and of no other that a process still holds", async () => {
  const tables = `
    if (question.kind === "table") { globalThis.table = question.file.fileName; return { ok: true, rows: 9 }; }
    if (question.number === 2) process.kill(process.pid, "SIGKILL");
    return { ok: true, text: globalThis.table };`;
  const processes = ownProcesses();
  const options = { time: 60_000, program: programOf(tables) };
  const reader = articleReader(processes, options);
  await reader.table(file("mine.csv"));
  const other = articleReader(processes, options);
  await other.table(file("other.csv"));
  other.close();
  expect(await reader.row(1, "mine")).toEqual({ ok: true, text: "mine.csv" });
  for (const number of [2, 3]) expect(await reader.row(number, "mine")).toEqual(exhausting("mine", "memory"));
  reader.close();
});

test("what exhausts a process that has read other files has one more try in a new one", async () => {
  const filling = `
    globalThis.read = (globalThis.read ?? 0) + 1;
    if (globalThis.read === 2) process.kill(process.pid, "SIGKILL");
    return { ok: true, text: question.file.fileName };`;
  const reader = articleReader(ownProcesses(), { time: 60_000, program: programOf(filling) });
  for (const name of ["first", "second", "third"])
    expect(await reader.read(file(name))).toEqual({ ok: true, text: name });
  reader.close();
});

test("a page of more elements and attributes than can be held is refused while it is read", async () => {
  const read = createReader();
  const page = (attributes: number) => ({
    fileName: "page.html",
    bytes: Buffer.from(`<p${" a".repeat(attributes)}>The harbour bridge will close in May.`),
  });
  const asked = (kind: "article" | "left", attributes: number) =>
    read({ kind, file: page(attributes), choices: {} });
  expect(await asked("article", limits.pageParts)).toEqual(exhausting("page.html", "memory"));
  expect(await asked("left", limits.pageParts)).toEqual(exhausting("page.html", "memory"));
  expect(await asked("article", limits.pageParts - 1)).toMatchObject({ ok: true });
});
