// What the archive is held to: the files that the application asks for, and no other.
import { expect, it } from "vitest";
import { brokenImports, neededFiles } from "../../../main/packaging/app-files.mjs";

const app: Readonly<Record<string, string>> = {
  "package.json": '{"main": "out/main/electron.js"}',
  "out/main/cli.js": 'import "./errors.js";',
  "out/main/electron.js":
    'import { a } from "./errors.js"; join(import.meta.dirname, "read-process.js"); "../preload/preload.cjs"',
  "out/main/errors.js": "// A leaf.",
  "out/main/read-process.js": 'await import("./late.js");',
  "out/main/late.js": "",
  "out/preload/preload.cjs": "",
  "out/renderer/index.html": '<script src="/assets/index-a1.js"></script>',
  "out/renderer/assets/index-a1.js": 'import(`./chart-b2.js`); "assets/index-c3.css"',
  "out/renderer/assets/chart-b2.js": "",
  "out/renderer/assets/index-c3.css": "src: url(/assets/inter-d4.woff2)",
  "out/renderer/assets/inter-d4.woff2": "",
  "out/renderer/assets/old-e5.js": "",
};
const read = (name: string) => app[name] ?? "";

it("follows imports, programs that are started, pages, styles and fonts", () => {
  const unneeded = ["out/main/cli.js", "out/renderer/assets/old-e5.js"];
  const names = Object.keys(app);
  expect(neededFiles(names, read)).toEqual(names.filter((name) => !unneeded.includes(name)));
});

it("refuses an application without its entry", () => {
  const names = Object.keys(app).filter((name) => name !== "out/main/electron.js");
  expect(() => neededFiles(names, read)).toThrow("not there: out/main/electron.js");
});

it("tells which file is asked for and missing, in code and not in its comments", () => {
  const code =
    'import "./errors.js";\n * import("./types.js")\nawait import("./late.js");\njoin(import.meta.dirname, "x.js");';
  expect(brokenImports("out/main/electron.js", code, ["out/main/errors.js"])).toEqual([
    "out/main/late.js",
    "out/main/x.js",
  ]);
});
