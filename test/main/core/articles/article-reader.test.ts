// Files that take too long or too much are ended from outside, and the next one is read as if nothing had been.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { articleReader } from "../../../../main/core/articles/article-reader.ts";

/** A thread that does as the file’s name says. */
function program(): string {
  const path = join(mkdtempSync(join(tmpdir(), "sayso-reader-")), "thread.mjs");
  writeFileSync(
    path,
    `import { parentPort } from "node:worker_threads";
    parentPort.on("message", async ({ file }) => {
      if (file.fileName === "endless") for (;;);
      if (file.fileName === "huge") { const all = []; for (;;) all.push(new Array(100_000).fill({ all })); }
      if (file.fileName === "fault") throw new TypeError("of ours");
      if (file.fileName === "gone") process.exit(0);
      parentPort.postMessage({ ok: true, text: file.fileName });
    });`,
  );
  return path;
}

test("what exhausts time or memory is refused, and the file after it is read", async () => {
  const reader = articleReader({ program: program(), time: 4_000, memory: 64 });
  const read = (fileName: string) => reader.read({ bytes: new Uint8Array(1), fileName });
  const exhausting = (file: string, why: string) => ({
    ok: false,
    problem: "file-exhausting",
    detail: { file, why },
  });
  expect(await read("first")).toEqual({ ok: true, text: "first" });
  expect(await read("second")).toEqual({ ok: true, text: "second" });
  expect(await read("third")).toEqual({ ok: true, text: "third" });
  expect(await read("huge")).toEqual(exhausting("huge", "memory"));
  expect(await read("endless")).toEqual(exhausting("endless", "time"));
  expect(await read("gone")).toEqual(exhausting("gone", "memory"));
  await expect(read("fault")).rejects.toThrow("of ours");
  expect(await read("last")).toEqual({ ok: true, text: "last" });
  reader.close();
}, 60_000);
