// Holds the code to the rooms that ARCHITECTURE.md lists and the floors that it draws: a room imports only what is on a lower floor.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Area, floorsDrawnIn, roomOf, roomsListedIn, upwardImports } from "./floors.ts";
import { importsOfSource, root, sourceFiles } from "./imports.ts";

const architecture = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
const areas = floorsDrawnIn(architecture);
const imports = importsOfSource();

/** Folders of which ARCHITECTURE.md lists whatever is in them. */
const listed = ["shared", "main", "main/core", "main/hosts", "main/storage", "renderer", "renderer/state"];

test("ARCHITECTURE.md lists the rooms that there are, and each of them", () => {
  const rooms = roomsListedIn(architecture);
  expect(rooms.filter((room) => !existsSync(join(root, room)))).toEqual([]);
  const folders = new Set(sourceFiles.flatMap((file) => foldersAround(file)));
  const missing = [...folders].filter(
    (folder) =>
      listed.includes(dirname(folder)) && !rooms.some((room) => `${room}/`.startsWith(`${folder}/`)),
  );
  expect(missing).toEqual([]);
});

function foldersAround(file: string): readonly string[] {
  const folder = dirname(file);
  return folder === "." ? [] : [folder, ...foldersAround(folder)];
}

test("reads rooms under rooms, several on a line, and no words about them", () => {
  const block = [
    "a/                      what a/ is",
    "  b/ c/                 both",
    "                        d/ goes on",
    "    e.ts                a file",
    "f/                      the rest",
  ];
  const markdown = ["## The rooms", "", "```", ...block, "```", "", "## Floors", ""].join("\n");
  expect(roomsListedIn(markdown)).toEqual(["a", "a/b", "a/c", "a/c/e.ts", "f"]);
});

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
