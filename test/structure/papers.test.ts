// Holds the papers and the comments to the files that there are: each that they name is there.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
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

/** The ways through the code that ARCHITECTURE.md describes, each with its files and folders; `…` stands for the room of the file before. */
function waysIn(text: string): readonly (readonly string[])[] {
  const rows = text.split("## Where to read").at(1)?.split("\n## ")[0]?.split("\n") ?? [];
  return rows
    .map((row) => [...row.matchAll(/`((?:…|\w+)\/[\w./-]+)`/gu)].map(([, path = ""]) => path))
    .filter((way) => way.length > 0)
    .map((way) => {
      let room = "";
      return way.map((step) => {
        const path = step.replace("…", room);
        if (path.includes(".")) room = dirname(path);
        return path;
      });
    });
}

test("the ways through the code that ARCHITECTURE.md describes lead over files that are there", () => {
  const ways = waysIn(readFileSync(join(root, "ARCHITECTURE.md"), "utf8"));
  expect(ways).toHaveLength(6);
  expect(ways.flat().filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("reads a way from room to room", () => {
  const row = "| a tag | `main/a/b.ts` → `…/c.ts` (`shared/d`) → `e-f` → `…/g.ts` |";
  expect(waysIn(`## Where to read\n\n${row}\n\n## Next\n`)).toEqual([
    ["main/a/b.ts", "main/a/c.ts", "shared/d", "main/a/g.ts"],
  ]);
});

/** The folders of the person's home, as the code calls them. */
const homeFolders = sourceFiles
  .filter((file) => /^main\/(?:storage|core)\//u.test(file))
  .flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    return [
      ...text.matchAll(/\bhome, "([a-z][\w-]*)"/gu),
      ...(/\bhome, (?:folderName|homeName)\b/u.test(text)
        ? text.matchAll(/^const (?:folderName|homeName) = "([^"]+)"/gmu)
        : []),
    ].map(([, name = ""]) => name);
  });

test("ARCHITECTURE.md names every folder of the person's home", () => {
  const text = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
  const paragraph = text.split("In the person's home, outside every project").at(1)?.split("\n\n")[0] ?? "";
  const names = [...new Set(homeFolders)].sort();
  expect(names).toEqual(
    [...new Set([...paragraph.matchAll(/`((?!docs)[a-z-]+)\//gu)].map(([, name]) => name))].sort(),
  );
  expect(names).toContain("backups");
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
