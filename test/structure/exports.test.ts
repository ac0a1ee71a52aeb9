// Holds exports, those of test helpers too, to those that another file imports, and exported types to one name each: what only its own file
// uses is not offered to others, and a name that two files offer misleads whoever reads the second.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { expect, test } from "vitest";
import { root, sourceFiles } from "./imports.ts";

const exported =
  /^export\s+(?:async\s+)?(?:abstract\s+)?(?:const|let|function\*?|class|interface|type|enum)\s+([\w$]+)/gmu;
const named = /(?:import|export)\s+(?:type\s+)?(?:[\w$]+\s*,\s*)?\{([^}]*)\}\s*from\s+"(\.[^"]+)"/gu;
const whole =
  /(?:\*\s+as\s+[\w$]+\s+from|export\s+(?:type\s+)?\*\s+from)\s+"(\.[^"]+)"|import\(\s*"(\.[^"]+)"/gu;

/** Source files whose exports somebody outside of this repository imports: the published module. */
const published = /^shared\/published\//u;

const others = [
  "playwright.config.ts",
  ...["test", "main", "renderer", "shared"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs|html)$/u.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/")),
  ),
];

/** What tests share: nobody has to read what no test calls. */
const helpers = others.filter((file) => file.startsWith("test/helpers/"));

/** `path#name` of what each import takes, and `path#*` of what is imported as a whole. */
function importedNames(file: string, text: string): string[] {
  const target = (path: string): string =>
    normalize(join(dirname(file), path.replace(/\?.*/u, ""))).replaceAll("\\", "/");
  return [
    ...[...text.matchAll(named)].flatMap(([, names = "", path = ""]) =>
      names
        .split(",")
        .map(
          (name) =>
            name
              .trim()
              .replace(/^type\s+/u, "")
              .split(/\s+as\s+/u)[0] ?? "",
        )
        .filter((name) => name !== "")
        .map((name) => `${target(path)}#${name}`),
    ),
    ...[...text.matchAll(whole)].map(([, all, lazy]) => `${target(all ?? lazy ?? "")}#*`),
  ];
}

/** The exports that no other file imports, as `path#name`. */
function unusedExports(texts: ReadonlyMap<string, string>, files: readonly string[]): string[] {
  const imported = new Set([...texts].flatMap(([file, text]) => importedNames(file, text)));
  return files.flatMap((file) =>
    imported.has(`${file}#*`)
      ? []
      : [...(texts.get(file) ?? "").matchAll(exported)]
          .map(([, name]) => `${file}#${name}`)
          .filter((id) => !imported.has(id)),
  );
}

test("each export is imported by another file", () => {
  const texts = new Map(others.map((file) => [file, readFileSync(join(root, file), "utf8")]));
  expect(unusedExports(texts, [...sourceFiles.filter((file) => !published.test(file)), ...helpers])).toEqual(
    [],
  );
});

/** Types that several files export under one name, as `name: path, path`. */
function typesOfOneName(texts: ReadonlyMap<string, string>): readonly string[] {
  const filesByName = new Map<string, string[]>();
  for (const [file, text] of texts)
    for (const [, name = ""] of text.matchAll(
      /^export\s+(?:abstract\s+)?(?:class|interface|type)\s+(\w+)/gmu,
    ))
      filesByName.set(name, [...(filesByName.get(name) ?? []), file]);
  return [...filesByName].flatMap(([name, files]) =>
    files.length > 1 ? [`${name}: ${files.join(", ")}`] : [],
  );
}

test("each exported type has a name of its own", () => {
  const texts = new Map(sourceFiles.map((file) => [file, readFileSync(join(root, file), "utf8")]));
  expect(typesOfOneName(texts)).toEqual([]);
});

test("finds two types of one name", () => {
  const texts = new Map([
    ["shared/a.ts", "export interface Same {}\nexport type Other = 1;\n"],
    ["shared/b.ts", "export type Same = 2;\ninterface Other {}\n"],
  ]);
  expect(typesOfOneName(texts)).toEqual(["Same: shared/a.ts, shared/b.ts"]);
});

test("finds an export that nobody imports", () => {
  const texts = new Map([
    ["shared/a.ts", "export const used = 1;\nexport function unused() {}\nexport type Unused = 1;\n"],
    ["shared/b.ts", 'import { type Used, used as other } from "./a.ts";\n'],
    ["shared/c.ts", "export interface Whole {}\n"],
    ["shared/d.ts", 'import * as c from "./c.ts";\n'],
  ]);
  expect(unusedExports(texts, ["shared/a.ts", "shared/c.ts"])).toEqual([
    "shared/a.ts#unused",
    "shared/a.ts#Unused",
  ]);
});
