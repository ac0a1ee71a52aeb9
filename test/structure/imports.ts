// Finds what each source file imports, types too, for tests that hold the structure of the code.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** One file's import of another, both as paths from the root. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

const sourceFolders = ["shared", "main", "renderer"];
const importPattern =
  /(?:import|export)\s+(?:type\s+)?(?:[^'"`;]*?\sfrom\s+)?"(\.[^"]+)"|import\(\s*"(\.[^"]+)"/gu;

/** All source files of the product, as paths from the root. */
export const sourceFiles: readonly string[] = sourceFolders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/")),
);

/** The imports among the source files. */
export function importsOfSource(): readonly Import[] {
  const isSource = new Set(sourceFiles);
  return sourceFiles.flatMap((from) =>
    [...readFileSync(join(root, from), "utf8").matchAll(importPattern)].flatMap(([, named, lazy]) => {
      const to = normalize(join(dirname(from), (named ?? lazy ?? "").replace(/\?.*/u, ""))).replaceAll(
        "\\",
        "/",
      );
      return isSource.has(to) ? [{ from, to }] : [];
    }),
  );
}
