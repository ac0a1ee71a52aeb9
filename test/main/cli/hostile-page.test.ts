// The built program in which files are read: what is made to exhaust it ends it, and nothing else.
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { articleReader } from "../../../main/core/articles/article-reader.ts";
import { buildApp, repository } from "../../helpers/built-app.ts";
import { ownProcesses } from "../core/processes/process-scene.ts";

beforeAll(buildApp);

const page = (length: number) => ({
  bytes: Buffer.from("<p>a".repeat(length)),
  fileName: "page.html",
  isChosen: true,
});

test("a page of very many paragraphs ends the process that reads it, and the next one is read", async () => {
  const path = join(repository, "out/main/read-process.js");
  const program = { path, limits: { objects: 64, all: 400 } };
  const reader = articleReader(ownProcesses(), { time: 60_000, program });
  expect(await reader.read(page(400_000))).toEqual({
    ok: false,
    problem: "file-exhausting",
    detail: { file: "page.html", why: "memory" },
  });
  expect(await reader.read(page(3))).toMatchObject({ ok: true, text: "a\n\na\n\na\n" });
  reader.close();
});

test("what a process holds beside its objects counts as well", async () => {
  const path = join(repository, "out/main/read-process.js");
  const reader = articleReader(ownProcesses(), {
    time: 60_000,
    program: { path, limits: { objects: 2_000, all: 150 } },
  });
  expect(await reader.read(page(400_000))).toMatchObject({ detail: { why: "memory" } });
  reader.close();
});
