// The destinations of an export: one file, or a folder of files. Either stands in its place when it is whole, and not before.
import { randomBytes } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Part } from "../../../shared/interchange/passes.ts";
import type { Disk } from "../../storage/files/disk.ts";
import {
  type MayReplace,
  makeFolders,
  renamePatiently,
  statusIfAny,
  syncFolder,
} from "../../storage/files/durable-file.ts";
import { type GrowingFile, growFile } from "../../storage/files/growing-file.ts";
import { ignoreFailure, writeError } from "../../storage/files/storage-error.ts";

export interface Sink {
  add(part: Part): Promise<void>;
  /** Resolves with the bytes of all of it when it stands in its place. */
  finish(): Promise<number>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

/** What is written may grow to so much before it goes to the disk. */
const atOnce = 256 * 1024;

export async function fileSink(disk: Disk, path: string, mayReplace: MayReplace): Promise<Sink> {
  const { append, finish, abandon } = gathered(await growFile(disk, path, mayReplace));
  return { add: ({ bytes }) => append(bytes), finish, abandon };
}

/** Few large writes in place of many small ones. */
function gathered(file: GrowingFile): GrowingFile {
  let chunks: Uint8Array[] = [];
  let length = 0;
  const flush = async (): Promise<void> => {
    if (length > 0) await file.append(Buffer.concat(chunks));
    chunks = [];
    length = 0;
  };
  return {
    async append(bytes) {
      chunks.push(bytes);
      length += bytes.length;
      if (length >= atOnce) await flush();
    },
    async finish() {
      await flush();
      return file.finish();
    },
    abandon: file.abandon,
  };
}

/** The folder must not be there, or be empty. */
export async function folderSink(disk: Disk, path: string, mayReplace: MayReplace): Promise<Sink> {
  const parent = dirname(path);
  const temporary = `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`;
  const root = join(parent, temporary);
  const folders = new Set<string>([""]);
  const files: string[] = [];
  let currentFile: { readonly name: string; readonly file: GrowingFile } | null = null;
  let total = 0;
  const close = async (): Promise<void> => {
    if (!currentFile) return;
    total += await currentFile.file.finish();
    currentFile = null;
  };
  await makeFolders(disk, parent, temporary);
  return {
    async add({ name, bytes }) {
      if (currentFile?.name !== name) {
        await close();
        const parts = safeParts(name);
        const folder = parts.slice(0, -1);
        if (!folders.has(folder.join("/"))) await makeFolders(disk, root, ...folder);
        folders.add(folder.join("/"));
        files.push(name);
        currentFile = { name, file: gathered(await growFile(disk, join(root, ...parts), isOurs)) };
      }
      await currentFile.file.append(bytes);
    },
    async finish() {
      await close();
      try {
        const there = await statusIfAny(disk, path);
        await mayReplace(there);
        if (there) await disk.removeFolder(path);
        await renamePatiently(disk, root, path);
        await syncFolder(disk, parent);
      } catch (error) {
        throw writeError(error, path);
      }
      return total;
    },
    async abandon() {
      await currentFile?.file.abandon();
      for (const name of files) await ignoreFailure(() => disk.remove(join(root, ...name.split("/"))));
      const deepest = [...folders].sort((a, b) => b.length - a.length);
      for (const name of deepest)
        await ignoreFailure(() => disk.removeFolder(join(root, ...name.split("/"))));
    },
  };
}

/** Nobody else puts anything into a folder under a temporary name. */
const isOurs: MayReplace = () => undefined;

/** Names are made by exporters, never taken from outside; a place above the folder would be a fault of ours. */
function safeParts(name: string): string[] {
  const parts = name.split("/");
  if (parts.some((part) => part === "" || part === "." || part === ".." || /[\\:]/u.test(part)))
    throw new ApiError("internal", { file: name });
  return parts;
}
