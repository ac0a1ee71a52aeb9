// Holds the code to the floors that ARCHITECTURE.md draws: a room imports only what is on a lower floor.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Area, floorsDrawnIn, roomOf, upwardImports } from "./floors.ts";
import { importsOfSource, root, sourceFiles } from "./imports.ts";

const areas = floorsDrawnIn(readFileSync(join(root, "ARCHITECTURE.md"), "utf8"));
const imports = importsOfSource();

test("ARCHITECTURE.md draws the floors of every wide area", () => {
  expect(areas.map(({ folder }) => folder)).toEqual([
    "shared",
    "main",
    "main/core",
    "main/storage",
    "renderer",
    "renderer/panels",
  ]);
});

describe.each(areas.map((area) => [area.folder, area] as const))("%s", (folder, area) => {
  test("has each of its files in a room that is drawn", () => {
    const inArea = sourceFiles.filter((file) => file.startsWith(`${folder}/`) && !isOfTools(file));
    expect(inArea.filter((file) => roomOf(area, file) === null)).toEqual([]);
  });

  test("has something in each room, drawn once", () => {
    const rooms = area.floors.flat();
    expect(rooms).toEqual([...new Set(rooms)]);
    const used = new Set(sourceFiles.map((file) => roomOf(area, file)));
    expect(rooms.filter((room) => !used.has(room))).toEqual([]);
  });

  test("imports only what is on a lower floor", () => {
    expect(upwardImports(area, imports)).toEqual([]);
  });
});

/** Declarations and settings of the tools, which are in no room. */
const isOfTools = (file: string): boolean => /(?:\.d|vite\.config)\.ts$/u.test(file);

test("finds an import that runs upwards, and one on the same floor", () => {
  const area: Area = { folder: "house", floors: [["roof"], ["left", "right"], ["cellar"]] };
  const run = (from: string, to: string) =>
    upwardImports(area, [{ from: `house/${from}.ts`, to: `house/${to}.ts` }]);
  expect(run("left/one", "cellar/two")).toEqual([]);
  expect(run("left/one", "left/two")).toEqual([]);
  expect(run("cellar/two", "left/one")).toHaveLength(1);
  expect(run("left/one", "right/one")).toHaveLength(1);
  expect(run("cellar/two", "roof")).toHaveLength(1);
});
