// The page as a fixed list of files.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readPageFiles } from "../../../../main/hosts/page/page-files.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sayso-page-"));
  mkdirSync(join(folder, "assets/deeper"), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("lists every file under its address, with its type, and the page under the root", async () => {
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  writeFileSync(join(folder, "assets/a.js"), "1");
  writeFileSync(join(folder, "assets/deeper/a.woff2"), "2");
  const files = await readPageFiles(folder);
  expect(
    [...files].map(([address, { contentType, bytes }]) => [address, contentType, bytes.length]).sort(),
  ).toEqual([
    ["/", "text/html; charset=utf-8", 15],
    ["/assets/a.js", "text/javascript; charset=utf-8", 1],
    ["/assets/deeper/a.woff2", "font/woff2", 1],
    ["/index.html", "text/html; charset=utf-8", 15],
  ]);
});

it("refuses a folder without a page, and files that no page needs", async () => {
  await expect(readPageFiles(folder)).rejects.toThrow(/not built/);
  writeFileSync(join(folder, "index.html"), "");
  writeFileSync(join(folder, "assets/secret.env"), "");
  await expect(readPageFiles(folder)).rejects.toThrow(/unknown kind: \/assets\/secret\.env/);
});
