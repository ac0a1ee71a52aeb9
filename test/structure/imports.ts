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

/** What one file takes from a file or a package, as it says it. `isType`: for the compiler alone. */
export interface Taken {
  readonly from: string;
  readonly specifier: string;
  readonly isType: boolean;
}

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

/** The text without its lines of comments. */
export const withoutComments = (text: string): string => text.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gmu, "");

/** What this text of a file imports, packages and modules of Node too. */
export const takenBy = (from: string, text: string): readonly Taken[] =>
  [
    ...withoutComments(text).matchAll(
      /^(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?"([^"]+)"|import\(\s*"([^"]+)"/gmu,
    ),
  ].map(([, type, named, lazy]) => ({ from, specifier: named ?? lazy ?? "", isType: type !== undefined }));

/** The path from the root that a specifier means; of a package or a module of Node, its name. */
export const targetOf = ({ from, specifier }: Taken): string =>
  specifier.startsWith(".")
    ? normalize(join(dirname(from), specifier.replace(/\?.*/u, ""))).replaceAll("\\", "/")
    : specifier;
