// Files that take too long or too much are ended from outside, and the next one is read as if nothing had been.
import { expect, test } from "vitest";
import { articleReader } from "../../../../main/core/articles/article-reader.ts";
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
