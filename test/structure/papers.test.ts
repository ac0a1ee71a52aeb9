// Holds the papers and the comments to the files that there are: each that they name is there.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { expect, test } from "vitest";
import { root, sourceFiles } from "./imports.ts";

const papers = [
  ...["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "GLOSSARY.md"],
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

const files = [
  ...sourceFiles,
  ...["test", "main", "docs", "renderer/styles"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/")),
  ),
  ...readdirSync(root),
];
const names = new Set(files.map((file) => basename(file)));

const isThere = (path: string): boolean => {
  if (!path.includes("/")) return names.has(path);
  return files.some((file) => `/${file}`.endsWith(`/${path}`) || file.startsWith(path.replace(/\/?$/u, "/")));
};

/** Files of code that a paper names in backticks, by their path, by its end, or by their name alone; and folders, by their path. */
const missingIn = (text: string): readonly string[] =>
  [
    ...text.matchAll(/`([\w./@-]+\.(?:tsx?|mjs|css)|(?:shared|main|renderer|test)(?:\/[a-z][\w.-]*)+\/?)`/gu),
  ].flatMap(([, path = ""]) => (isThere(path) ? [] : [path]));

test.each(papers)("%s names files that are there", (paper) => {
  expect(missingIn(readFileSync(join(root, paper), "utf8"))).toEqual([]);
});

const comments = (text: string): string => (text.match(/^\s*(?:\/\/|\/?\*).*$/gmu) ?? []).join("\n");

test("comments name files that are there", () => {
  const missing = sourceFiles.flatMap((file) =>
    missingIn(comments(readFileSync(join(root, file), "utf8"))).map((path) => `${file}: ${path}`),
  );
  expect(missing).toEqual([]);
});

test("decisions that are named are there", () => {
  const numbers = new Set(readdirSync(join(root, "docs/decisions")).map((name) => name.slice(0, 4)));
  const missing = [...papers, ...sourceFiles].flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(/docs\/decisions\/(\d{4})/gu)]
      .filter(([, number = ""]) => !numbers.has(number))
      .map(([name]) => `${file}: ${name}`),
  );
  expect(missing).toEqual([]);
});

test("finds a file that is not there", () => {
  const paper =
    "`no-such-file.ts`, `imports.ts`, `structure/imports.ts`, `shared/no-such-file.ts`, `shared/model`, `shared/nowhere/`";
  expect(missingIn(paper)).toEqual(["no-such-file.ts", "shared/no-such-file.ts", "shared/nowhere/"]);
  expect(comments("// See `a.ts`.\nconst a = `b.ts`;\n  /** `c.ts` */\n   * `d.ts`\n")).not.toContain("b.ts");
});
