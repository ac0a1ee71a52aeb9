// Holds the papers to the files that there are: each that they name is there.
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
  ...["test", "main"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/")),
  ),
  ...readdirSync(root),
];
const names = new Set(files.map((file) => basename(file)));

/** Files of code that a paper names in backticks: by their path, by its end, or by their name alone. */
const missingIn = (paper: string): string[] =>
  [...paper.matchAll(/`([\w./@-]+\.(?:tsx?|mjs))`/gu)]
    .map(([, file = ""]) => file)
    .filter((file) =>
      file.includes("/") ? !files.some((path) => `/${path}`.endsWith(`/${file}`)) : !names.has(file),
    );

test.each(papers)("%s names files that are there", (paper) => {
  expect(missingIn(readFileSync(join(root, paper), "utf8"))).toEqual([]);
});

test("finds a file that is not there", () => {
  const paper = "`no-such-file.ts`, `imports.ts`, `structure/imports.ts`, `shared/no-such-file.ts`";
  expect(missingIn(paper)).toEqual(["no-such-file.ts", "shared/no-such-file.ts"]);
});
