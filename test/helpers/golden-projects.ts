// Projects as past states of this repository wrote them, by the code of their time. They are only ever added to.
import { cpSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const golden = fileURLToPath(new URL("../golden/", import.meta.url));

/** `marks`: marks, cards, exclusions; `steps`: also the history, states, waivers, merged entities; `review`: remarks, decisions. */
export const goldenProjects = readdirSync(join(golden, "projects")).sort();

/** Copies one to `path`, with the times of its files. */
export function copyGolden(name: string, path: string): void {
  cpSync(join(golden, "projects", name), path, { recursive: true, preserveTimestamps: true });
}

/** What the code of its time exported as annotated JSON. */
export const goldenExport = (name: string): string =>
  readFileSync(join(golden, "annotated-json", `${name}.json`), "utf8");

/** Every file below a folder, by its path there: its bytes, and when it was last written. */
export function filesBelow(folder: string): Readonly<Record<string, { bytes: string; written: number }>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [
        path.slice(folder.length + 1),
        { bytes: readFileSync(path, "latin1"), written: statSync(path).mtimeMs },
      ]),
  );
}

export const bytesBelow = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(filesBelow(folder)).map(([path, { bytes }]) => [path, bytes]));
