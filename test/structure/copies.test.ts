// Holds the page of ARCHITECTURE.md about copies to the folders that the storage writes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, sourceFiles } from "./imports.ts";

const architecture = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
const page = architecture.split("## Which copy serves which failure\n")[1]?.split("\n## ")[0] ?? "";
const places = [...new Set([...page.matchAll(/`([\w.-]+)\/`/gu)].map(([, folder]) => folder))];

/** Folders of the home that hold no copy of anybody's work. */
const withoutCopies = ["sketches", "watched", "insight", "openings"];

const storage = sourceFiles
  .filter((file) => file.startsWith("main/storage/"))
  .map((file) => readFileSync(join(root, file), "utf8"))
  .join("\n");

test("names only folders that the storage writes", () => {
  expect(places.length).toBeGreaterThan(5);
  expect(places.filter((folder) => !storage.includes(`"${folder}"`))).toEqual([]);
});

test("names each folder of copies in the person's home", () => {
  const home = sourceFiles
    .filter((file) => file.startsWith("main/storage/home/"))
    .map((file) => readFileSync(join(root, file), "utf8"))
    .flatMap((text) => [
      ...text.matchAll(/(?:const folderName = |join\(home, |makeFolders\(disk, home, )"([\w-]+)"(?!\.)/gu),
    ])
    .map(([, folder]) => folder);
  expect(new Set(home)).toEqual(
    new Set([...places.filter((folder) => home.includes(folder)), ...withoutCopies]),
  );
  expect(home.length).toBeGreaterThan(4);
});
