// Files of other tools that somebody named: single files, archives, or all files of a folder.
import { lstat, readdir } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { NamedFile } from "../../../shared/files/zip.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { nodeDisk } from "../../storage/files/disk.ts";
import { orNull } from "../../storage/files/storage-error.ts";
import { readSourceFile } from "../source-file.ts";

export interface ForeignFiles {
  readonly files: readonly NamedFile[];
  /** ISO 8601: when the newest of them was written. */
  readonly at: string;
}

/** A folder that was named and has no file in it, or too many. */
export class UnfitFolder extends Error {
  readonly why: "empty" | "too-many";
  readonly folder: string;
  constructor(why: "empty" | "too-many", folder: string) {
    super(`${folder}: ${why}`);
    this.why = why;
    this.folder = folder;
  }
}

/** The files at these paths; links and other things in folders are passed over. Throws an `ApiError` or an `UnfitFolder`. */
export async function readForeignFiles(paths: readonly string[]): Promise<ForeignFiles> {
  const files: NamedFile[] = [];
  let newest = 0;
  const add = async (path: string, name: string): Promise<void> => {
    files.push({ name, bytes: await bytesOf(path) });
    newest = Math.max(newest, (await lstat(path)).mtimeMs);
  };
  const seen = new Set<string>();
  for (const named of paths) {
    const path = resolve(named);
    if (seen.has(path)) continue;
    seen.add(path);
    const status = await orNull(() => lstat(path));
    if (!status?.isDirectory()) {
      await add(path, basename(path));
      // brat's two files belong together.
      const text = path.replace(/\.ann$/u, ".txt");
      const isThere = text !== path && !paths.some((one) => resolve(one) === text) && (await isFile(text));
      if (isThere) await add(text, basename(text));
      continue;
    }
    const inside = await filesIn(path, named);
    for (const file of inside) await add(file, relative(path, file).split(sep).join("/"));
  }
  return { files, at: new Date(newest).toISOString() };
}

/** An empty file is one that says nothing. */
async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readSourceFile(nodeDisk, path, limits.jsonBytes);
  } catch (error) {
    if (error instanceof ApiError && error.problem === "file-empty") return new Uint8Array();
    throw error;
  }
}

const isFile = async (path: string): Promise<boolean> => (await orNull(() => lstat(path)))?.isFile() ?? false;

/** Every file of a folder. Throws an `UnfitFolder`. */
export async function filesIn(
  folder: string,
  named: string,
  most: number = limits.archiveEntries,
): Promise<string[]> {
  const paths: string[] = [];
  const folderQueue = [folder];
  for (let at = folderQueue.pop(); at !== undefined; at = folderQueue.pop())
    for (const entry of await readdir(at, { withFileTypes: true })) {
      if (entry.isDirectory()) folderQueue.push(join(at, entry.name));
      else if (entry.isFile()) paths.push(join(at, entry.name));
      if (paths.length > most) throw new UnfitFolder("too-many", named);
    }
  if (paths.length === 0) throw new UnfitFolder("empty", named);
  return paths.sort();
}
