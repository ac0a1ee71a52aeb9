// Holds the page on libraries to package.json: each dependency has a row that says what it is for, why it is not our own, and its licence.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "./imports.ts";

interface LibraryRow {
  readonly names: readonly string[];
  /** What it is for, why it is not our own, its licence. */
  readonly cells: readonly string[];
}

/** The rows of the table under a heading. */
function rowsUnder(heading: string, markdown: string): readonly LibraryRow[] {
  const section = markdown.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return [...section.matchAll(/^\| (`[^|]+) \| (.*) \|$/gmu)].map(([, names = "", cells = ""]) => ({
    names: [...names.matchAll(/`([^`]+)`/gu)].map(([, name = ""]) => name),
    cells: cells.split(" | "),
  }));
}

const page = readFileSync(join(root, "docs/libraries.md"), "utf8");
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

/** As the package states it. */
const licenceOf = (name: string): unknown =>
  JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")).license;

describe.each([
  ["In the program", dependencies],
  ["For building and testing", devDependencies],
])("%s", (heading, versions) => {
  const rows = rowsUnder(heading, page);

  test("has each package once, and no other", () => {
    expect(rows.flatMap(({ names }) => names).sort()).toEqual(Object.keys(versions).sort());
  });

  test("says what each is for, why it is not our own, and the licence that it states", () => {
    for (const { names, cells } of rows) {
      expect(
        cells.map((cell) => cell.trim() === ""),
        names.join(),
      ).toEqual([false, false, false]);
      for (const name of names) expect(cells[2], name).toBe(licenceOf(name));
    }
  });

  test("is pinned to exact versions", () => {
    const loose = Object.entries(versions).filter(
      ([, version]) => !/^(?:npm:[\w@/-]+@)?\d[\w.-]*$/u.test(version),
    );
    expect(loose).toEqual([]);
  });
});

test("says of what is written by hand where it is", () => {
  const section = page.split("## By hand, though there is a library\n")[1] ?? "";
  const files = [...section.matchAll(/`([\w./-]+\.ts)`/gu)].map(([, file = ""]) => file);
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test("reads the names and the cells of a row", () => {
  const table =
    "## Here\n\n| library | for | why | licence |\n| --- | --- | --- | --- |\n| `a`, `@b/c` | x | y | MIT |\n";
  expect(rowsUnder("Here", table)).toEqual([{ names: ["a", "@b/c"], cells: ["x", "y", "MIT"] }]);
  expect(rowsUnder("There", table)).toEqual([]);
});
