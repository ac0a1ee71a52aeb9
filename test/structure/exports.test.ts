// Holds exports to those that another file imports: what only its own file uses is not offered to others.
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

const others = ["test", "main", "renderer", "shared"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs|html)$/u.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/")),
);

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
  expect(
    unusedExports(
      texts,
      sourceFiles.filter((file) => !published.test(file)),
    ),
  ).toEqual([]);
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
