// When a project's folder counts as away: not because this process can open no more files for a moment.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import { isFolderAway } from "../../../../main/storage/project/folder-away.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "sayso-away-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A disk that cannot tell the status of anything. */
const failing = (code: string) => ({
  ...nodeDisk,
  status: () => Promise.reject(Object.assign(new Error(code), { code })),
});

it("is away when it is missing, empty, or cannot be reached", async () => {
  expect(await isFolderAway(nodeDisk, join(root, "missing"))).toBe(true);
  expect(await isFolderAway(nodeDisk, root)).toBe(true);
  mkdirSync(join(root, "articles"));
  for (const code of ["EIO", "EACCES", "ENXIO"]) expect(await isFolderAway(failing(code), root)).toBe(true);
});

it("is not away when it holds any of the project, or when the process cannot look now", async () => {
  writeFileSync(join(root, ".lock"), "");
  expect(await isFolderAway(nodeDisk, root)).toBe(false);
  for (const code of ["EMFILE", "ENFILE", "ENOMEM"])
    expect(await isFolderAway(failing(code), root)).toBe(false);
});
