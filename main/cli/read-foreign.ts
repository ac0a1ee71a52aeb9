// Files of other tools that somebody named on the command line: single files, archives, or all files of a folder.
import { createHash } from "node:crypto";
import { lstat, readdir } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import type {
  AnnotationImporter,
  ReadAnnotations,
} from "../../shared/annotation-importers/annotation-importer.ts";
import {
  annotationImporterById,
  annotationImporters,
  readAnnotations,
} from "../../shared/annotation-importers/index.ts";
import { ApiError } from "../../shared/api/errors.ts";
import type { Mapping } from "../../shared/interchange/mapping.ts";
import { readMapping } from "../../shared/interchange/mapping-file.ts";
import type { NamedFile } from "../../shared/interchange/zip.ts";
import { limits } from "../../shared/schema/limits.ts";
import { message } from "../../shared/words/message.ts";
import { readSourceFile } from "../core/source-file.ts";
import { nodeDisk } from "../storage/disk.ts";
import { UsageError } from "./cli-command.ts";
import { FileRefused, readTextFile } from "./read-bundle.ts";

export const readableFormats = annotationImporters.map(({ id }) => id).join(", ");

/** Throws a `UsageError` for a format that cannot be read. */
export function importerNamed(format: string): AnnotationImporter {
  const importer = annotationImporterById(format);
  if (!importer) throw new UsageError(message("cli.no-format", { format, formats: readableFormats }));
  return importer;
}

export interface ForeignFiles {
  readonly files: readonly NamedFile[];
  /** ISO 8601: when the newest of them was written. */
  readonly at: string;
}

/** The files at these paths; links and other things in folders are passed over. Throws an `ApiError` or a `UsageError`. */
export async function readForeign(paths: readonly string[]): Promise<ForeignFiles> {
  const files: NamedFile[] = [];
  let newest = 0;
  const add = async (path: string, name: string): Promise<void> => {
    files.push({ name, bytes: await bytesOf(path) });
    newest = Math.max(newest, (await lstat(path)).mtimeMs);
  };
  for (const named of paths) {
    const path = resolve(named);
    const status = await lstat(path).catch(() => null);
    if (!status?.isDirectory()) {
      await add(path, basename(path));
      // brat's two files belong together.
      const text = path.replace(/\.ann$/u, ".txt");
      const isThere = text !== path && !paths.some((one) => resolve(one) === text) && (await isFile(text));
      if (isThere) await add(text, basename(text));
      continue;
    }
    const inside = await filesIn(path);
    if (inside.length === 0) throw new UsageError(message("convert.no-files", { folder: named }));
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

const isFile = async (path: string): Promise<boolean> =>
  (await lstat(path).catch(() => null))?.isFile() ?? false;

async function filesIn(folder: string): Promise<string[]> {
  const found: string[] = [];
  const waiting = [folder];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
    for (const entry of await readdir(at, { withFileTypes: true })) {
      if (entry.isDirectory()) waiting.push(join(at, entry.name));
      else if (entry.isFile()) found.push(join(at, entry.name));
      if (found.length > limits.archiveEntries)
        throw new UsageError(message("convert.too-many-files", { folder, count: limits.archiveEntries }));
    }
  return found.sort();
}

export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** Throws `FileRefused` for files that are not of the format at all. */
export function readAs(
  importer: AnnotationImporter,
  files: readonly NamedFile[],
  named: string,
): Extract<ReadAnnotations, { ok: true }> {
  const read = readAnnotations(importer, files, sha256);
  if (!read.ok) throw new FileRefused(named, read.problems);
  return read;
}

/** Throws `FileRefused` for a file that is no mapping. */
export async function mappingIn(path: string | undefined): Promise<Mapping | null> {
  if (path === undefined) return null;
  const read = readMapping(await readTextFile(path));
  if (!read.ok) throw new FileRefused(path, read.problems);
  return read.mapping;
}
