// Paths as the host writes them: with slashes, or with backslashes on Windows.

import { shortened } from "../../../shared/model/shortened.ts";

const isWindows = (path: string): boolean => /^(?:[A-Za-z]:|\\\\)/u.test(path);

/** A path inside a folder. */
export function joinPath(folder: string, name: string): string {
  const separator = isWindows(folder) ? "\\" : "/";
  return folder.endsWith(separator) ? `${folder}${name}` : `${folder}${separator}${name}`;
}

interface Crumb {
  readonly name: string;
  readonly path: string;
}

/** The folders on the way to a path, the outermost first. */
export function crumbsOf(path: string): readonly Crumb[] {
  const windows = isWindows(path);
  const separator = windows ? "\\" : "/";
  const parts = path.split(separator).filter((part) => part !== "");
  const root = windows ? [] : [{ name: "/", path: "/" }];
  return [
    ...root,
    ...parts.map((name, at) => {
      const joinedPath = parts.slice(0, at + 1).join(separator);
      if (!windows) return { name, path: `/${joinedPath}` };
      return { name, path: at === 0 ? `${joinedPath}\\` : joinedPath };
    }),
  ];
}

/** The folder that holds what an absolute path leads to; `null` of any other path. */
export const folderOf = (path: string): string | null =>
  isWindows(path) || path.startsWith("/") ? (crumbsOf(path).at(-2)?.path ?? null) : null;

const longestFileName = 80;

/** A name that can be a file or folder on every system: what none of them takes becomes a hyphen. A long one ends with a whole word. */
export function safeFileName(name: string): string {
  const plain = name
    .normalize("NFC")
    .replace(/[\p{Control}\p{Format}<>:"/\\|?*]+/gu, "-")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/^[.-]+|[. …-]+$/gu, "");
  return shortened(plain, longestFileName).replace(/[. …,;-]+$/u, "");
}
