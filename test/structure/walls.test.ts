// Holds the code to what ARCHITECTURE.md says in general: who may import whom, and what is found in one place alone.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { root, sourceFiles, type Taken, takenBy, targetOf, withoutComments } from "./imports.ts";

const architecture = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
const texts = new Map(sourceFiles.map((file) => [file, readFileSync(join(root, file), "utf8")]));
/** Settings of the tools, which run before there is a program. */
const isOfTools = (file: string): boolean => /vite\.config\.ts$/u.test(file);
const taken = [...texts].flatMap(([file, text]) => (isOfTools(file) ? [] : takenBy(file, text)));

/** A row of the table "Who may import whom" that is about one folder. */
interface Row {
  readonly folder: string;
  /** Folders, files and packages. */
  readonly allowed: readonly string[];
  readonly hasNode: boolean;
}

const names = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/gu)].map(([, name = ""]) => name);

function rowsIn(markdown: string): readonly Row[] {
  const section = markdown.split("## Who may import whom\n")[1]?.split("\n## ")[0] ?? "";
  return [...section.matchAll(/^\| `([^`|]+)` \| ([^|]+) \|/gmu)].map(([, folder = "", cell = ""]) => ({
    folder,
    allowed: names(cell),
    hasNode: /\bNode\b/u.test(cell),
  }));
}

/** What a folder imports beside itself and what its row allows, as `from -> to`. */
function strays({ folder, allowed, hasNode }: Row, all: readonly Taken[]): readonly string[] {
  return all
    .filter(({ from }) => from.startsWith(`${folder}/`))
    .filter((one) => {
      const target = targetOf(one);
      if (target === "package.json" || target.startsWith(`${folder}/`)) return false;
      if (target.startsWith("node:")) return !hasNode;
      return !allowed.some((name) => target === name || /^[/-]/u.test(rest(target, name)));
    })
    .map((one) => `${one.from} -> ${targetOf(one)}`);
}

const rest = (target: string, name: string): string =>
  target.startsWith(name) ? target.slice(name.length) : "";

const rows = rowsIn(architecture).filter(({ folder }) => folder !== "test");

test("ARCHITECTURE.md says of these folders what they import", () => {
  expect(rows.map(({ folder }) => folder)).toEqual([
    "shared/model",
    "shared/commands",
    "main/storage",
    "main/core",
    "main/hosts/page",
    "main/hosts/electron",
    "main/hosts/browser",
    "main/cli",
    "renderer",
    "renderer/ui",
    "renderer/lib",
  ]);
});

test.each(rows.map((row) => [row.folder, row] as const))("%s imports what its row allows", (_folder, row) => {
  expect(strays(row, taken)).toEqual([]);
});

test("finds an import that a row does not allow", () => {
  const [row] = rowsIn("## Who may import whom\n\n| `a` | `b`, `react`, Node | `c` |\n");
  const from = (specifier: string): Taken => ({ from: "a/x.ts", specifier, isType: true });
  const all = ["./y.ts", "../b/z.ts", "react-dom/client", "node:fs", "../c/z.ts", "../bc/z.ts", "preact"];
  expect(row && strays(row, all.map(from))).toEqual([
    "a/x.ts -> c/z.ts",
    "a/x.ts -> bc/z.ts",
    "a/x.ts -> preact",
  ]);
});

/** All that runs when the file does: what it imports as more than a type, and so on. */
function runWith(entry: string, all: readonly Taken[]): ReadonlySet<string> {
  const reached = new Set([entry]);
  for (const file of reached)
    for (const one of all) if (one.from === file && !one.isType) reached.add(targetOf(one));
  return reached;
}

test("the page carries neither the contract nor a validator", () => {
  const page = runWith("renderer/entry.tsx", taken);
  expect(page.has("shared/model/annotation-set.ts")).toBe(true);
  expect([...page].filter((file) => file === "zod" || file.startsWith("shared/api/contract"))).toEqual([]);
});

test("finds a validator behind another file", () => {
  const of = (from: string, text: string) => takenBy(from, text);
  const all = [
    ...of(
      "renderer/entry.tsx",
      'import { a } from "../shared/a.ts";\nimport type { b } from "../shared/b.ts";\n',
    ),
    ...of("shared/a.ts", '// import what comes from "x"\nimport { z } from "zod";\n'),
    ...of("shared/b.ts", 'import { other } from "other";\n'),
  ];
  expect([...runWith("renderer/entry.tsx", all)]).toEqual(["renderer/entry.tsx", "shared/a.ts", "zod"]);
});

/** What is found in the files that are named and in no other of the folder. */
interface Confined {
  readonly what: string;
  readonly pattern: RegExp;
  readonly folder: string;
  readonly files: readonly string[];
}

const confined: readonly Confined[] = [
  {
    what: "a clock or chance",
    pattern:
      /\b(?:Date\.now|Math\.random|performance\.now|setTimeout|setInterval)\(|\bnew Date\(\)|\bcrypto\./u,
    folder: "shared/",
    files: [],
  },
  {
    what: "the file system",
    pattern: /\bfrom "node:fs/u,
    folder: "main/storage/",
    // The other one asks the system which processes there are.
    files: ["main/storage/files/disk.ts", "main/storage/project/processes.ts"],
  },
  {
    what: "the network",
    pattern:
      /^import (?!type\b)[^;]*"node:(?:https?|http2|net|tls|dgram|dns)(?:\/promises)?"|\bfetch\(|\bnew (?:WebSocket|EventSource|XMLHttpRequest)\(|\bsendBeacon\(/mu,
    folder: "",
    files: [
      "main/core/own-model/ask-address.ts",
      "main/hosts/browser/server.ts",
      "renderer/host/browser-session.ts",
      "renderer/host/connect.ts",
    ],
  },
  {
    what: "a map of offsets",
    pattern: /\bfrom "[^"]*\/offsets\.ts"/u,
    folder: "shared/",
    // Formats of other tools count by `units.ts`; our own, and the tables, give our offsets beside code points.
    files: [
      "shared/annotated-json/checks.ts",
      "shared/exporters/annotated-json.ts",
      "shared/interchange/tables.ts",
      "shared/interchange/units.ts",
      "shared/review/mend-stretch.ts",
    ],
  },
  {
    // What stands on the workspace, the window or a session is made by `memoize` when it is first asked for, and in no other way.
    what: "a map of what belongs to an object",
    pattern: /\bnew WeakMap\b/u,
    folder: "renderer/state/",
    files: [],
  },
  {
    what: "a class that is no error",
    pattern: /^(?:export )?(?:abstract )?class \w+ (?!extends Error\b)/mu,
    folder: "",
    files: ["renderer/panels/error-boundary.tsx"],
  },
];

const holding = ({ pattern, folder }: Confined, all: ReadonlyMap<string, string>): readonly string[] =>
  [...all]
    .filter(([file, text]) => file.startsWith(folder) && pattern.test(withoutComments(text)))
    .map(([file]) => file)
    .sort();

describe.each(confined)("$what", (one) => {
  test(`is found in ${one.files.length === 0 ? "no file" : "these files alone"}`, () => {
    expect(holding(one, texts)).toEqual(one.files);
  });
});

test("finds what stands where it may not", () => {
  const planted = new Map([
    ["shared/a.ts", "const at = Date.now();\n"],
    ["shared/b.ts", "// Date.now() is passed in.\nconst made = new Date(0);\n"],
    ["main/storage/c.ts", 'import { rm } from "node:fs/promises";\n'],
    ["main/core/d.ts", 'import { get } from "node:https";\n'],
    ["main/core/e.ts", 'import type { Server } from "node:http";\nexport class Made extends Error {}\n'],
    ["renderer/f.ts", "export class Base {}\n"],
    ["shared/exporters/g.ts", 'import { offsetMapOf } from "../model/offsets.ts";\n'],
    ["renderer/state/h.ts", "const ofWindows = new WeakMap<Store<UiState>, Desk>();\n"],
  ]);
  expect(confined.map((one) => holding(one, planted))).toEqual([
    ["shared/a.ts"],
    ["main/storage/c.ts"],
    ["main/core/d.ts"],
    ["shared/exporters/g.ts"],
    ["renderer/state/h.ts"],
    ["renderer/f.ts"],
  ]);
});

/** Tests of the window over a core, which are about no folder of the source. */
const ofNoFolder = ["renderer/over-a-core"];

test("tests lie in folders of the source", () => {
  const folders = ["shared", "main", "renderer"].flatMap((folder) =>
    readdirSync(join(root, "test", folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.test\.tsx?$/u.test(entry.name))
      .map((entry) => relative(join(root, "test"), entry.parentPath).replaceAll("\\", "/")),
  );
  const others = [...new Set(folders)].filter((folder) => !existsSync(join(root, folder)));
  expect(others).toEqual(ofNoFolder);
});

test("each source file begins with what it is for", () => {
  const beginsWithout = [...texts].filter(([, text]) => !/^\/[/*]/u.test(text)).map(([file]) => file);
  expect(beginsWithout).toEqual([]);
});

/** A question tells what is asked of a file, and not what it is. */
const beginsAsQuestion = /^\/[/*]+ (?:What|How|Which|Who|Whom|Whose|Where|When|Why|Whether|That)\b/u;

test("each header begins with the thing that the file is, or with what it does", () => {
  const questions = [...texts].filter(([, text]) => beginsAsQuestion.test(text));
  expect(questions.map(([file]) => file)).toEqual([]);
});

test("finds a header that begins as a question", () => {
  const headers = [
    "// What a step is.",
    "/** Where it lies. */",
    "// A step.",
    "// Finds what is asked for.",
  ];
  expect(headers.filter((text) => beginsAsQuestion.test(text))).toEqual(headers.slice(0, 2));
});
