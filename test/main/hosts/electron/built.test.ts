// What the build must look like for Electron, read from the built files; built first where they are stale.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { buildApp, builtFolder } from "../../../helpers/built-app.ts";

const read = (path: string) => readFileSync(join(builtFolder, path), "utf8");

beforeAll(buildApp);

describe("the built preload", () => {
  it("is one CommonJS file that requires nothing but electron", () => {
    expect(readdirSync(join(builtFolder, "preload"))).toEqual(["preload.cjs"]);
    const text = read("preload/preload.cjs");
    expect([...text.matchAll(/require\(([^)]*)\)/g)].map(([, name]) => name)).toEqual(['"electron"']);
    expect(text).not.toMatch(/^\s*(import|export)\b/m);
  });
});

describe("the built main process", () => {
  const files = () => readdirSync(join(builtFolder, "main")).filter((name) => name.endsWith(".js"));

  it("needs no package at run time but electron, and the command line not even that", () => {
    const imports = files().flatMap((name) =>
      [...read(`main/${name}`).matchAll(/^import .*? from "([^"]+)";$/gm)].map(
        ([, from = ""]) => `${name} ${from}`,
      ),
    );
    const foreign = imports.filter(
      (line) => !/ (node:|\.\/)/.test(line) && !builtIns.some((name) => line.endsWith(` ${name}`)),
    );
    expect(new Set(foreign)).toEqual(new Set(["electron.js electron"]));
  });

  it("switches none of the window's protections off", () => {
    for (const name of files()) {
      expect(read(`main/${name}`), name).not.toMatch(
        /nodeIntegration\w*: true|sandbox: false|contextIsolation: false|webSecurity: false/,
      );
      // The reader of PDFs and the writer of SQLite know what such an address is; they are handed bytes only.
      if (name !== "pdfjs.js" && name !== "sql-wasm-inline.js")
        expect(read(`main/${name}`), name).not.toMatch(/file:\/\//);
    }
  });
});

describe("the built page", () => {
  it("has no script or style of its own and asks for nothing from elsewhere", () => {
    const html = read("renderer/index.html");
    expect(html).not.toMatch(/<style|<script(?![^>]*\bsrc=)|\bon\w+=|https?:/);
  });
});

/** Node's own modules that a bundled library names without the prefix. */
const builtIns = [
  "module",
  "http",
  "https",
  "net",
  "tls",
  "crypto",
  "stream",
  "url",
  "zlib",
  "events",
  "buffer",
  "util",
];
