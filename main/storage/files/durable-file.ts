// Whole files, written so that after a crash, a power cut or a full disk either the old or the new content is there,
// complete, and read so that nothing but a regular file of bearable size is ever opened.
import { randomBytes } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type Disk, type DiskFile, type FileStatus, sameFile } from "./disk.ts";
import { errorCode, ignoreFailure, isMissing, orNull, readError, writeError } from "./storage-error.ts";

/** The names of our temporary files, by which leftovers of a crash are known. */
export const temporaryName = /^\.[^/\\]+\.[0-9a-f]{12}\.tmp$/;

/** Bytes that are safe under a name of their own, beside the place that they are for. */
interface StagedFile {
  readonly temporary: string;
  /** Puts them in their place, as `writeDurable` does; they can be put once. */
  put(mayReplace?: MayReplace): Promise<FileStatus | null>;
  /** Leaves nothing behind. Never throws. */
  abandon(): Promise<void>;
}

/** Asked just before the name goes over, with what stands there; throws to keep that. */
export type MayReplace = (there: FileStatus | null) => void | Promise<void>;

/** Writes and flushes what is to take the place of `path`, and touches nothing else. Throws an `ApiError`, and then nothing is left of it. */
export async function stageDurable(disk: Disk, path: string, bytes: Uint8Array): Promise<StagedFile> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  let isThere = true;
  const abandon = async (): Promise<void> => {
    if (isThere) await ignoreFailure(() => disk.remove(temporary));
    isThere = false;
  };
  const orAbandon = async <T>(action: () => Promise<T>): Promise<T> => {
    try {
      return await action();
    } catch (error) {
      await abandon();
      throw writeError(error, path);
    }
  };
  const writtenStatus = await orAbandon(async () =>
    writeNew(disk, temporary, bytes, await replaceableMode(disk, path)),
  );
  return {
    temporary,
    abandon,
    put: (mayReplace = () => undefined) =>
      orAbandon(async () => {
        await mayReplace(await statusIfAny(disk, path));
        await renamePatiently(disk, temporary, path);
        isThere = false;
        await syncFolder(disk, dirname(path));
        const statusAfter = await orNull(() => disk.status(path));
        return statusAfter && sameFile(statusAfter, writtenStatus) && statusAfter.size === bytes.length
          ? statusAfter
          : null;
      }),
  };
}

/**
 * Replaces or makes the file `path`. Resolves when the bytes are safe under that name, with the file as it was left (`null`
 * where somebody else has replaced it at once); otherwise throws an `ApiError` and the old file stands as it was. Keeps the
 * mode of the old file; a new one is for its owner alone.
 */
export async function writeDurable(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  mayReplace?: MayReplace,
): Promise<FileStatus | null> {
  return (await stageDurable(disk, path, bytes)).put(mayReplace);
}

/** The same for a file that is handed on: resolves when the bytes were read back. */
export async function writeReadBack(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  mayReplace?: MayReplace,
): Promise<void> {
  await writeDurable(disk, path, bytes, mayReplace);
  const writtenBytes = await readDurable(disk, path, bytes.length);
  if (!writtenBytes || Buffer.compare(bytes, writtenBytes) !== 0)
    throw new ApiError("storage-failed", { file: basename(path), code: "READ-BACK" });
}

/** The mode of the regular file at `path`, or `null` when there is none. Throws for anything else that stands there. */
export async function replaceableMode(disk: Disk, path: string): Promise<number | null> {
  const old = await statusIfAny(disk, path);
  if (old) refuseUnlessFile(old, path);
  return old?.mode ?? null;
}

async function writeNew(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  mode: number | null,
): Promise<FileStatus> {
  const file = await disk.open(path, "create");
  let status: FileStatus;
  try {
    if (mode !== null) await file.setMode(mode);
    await writeFully(file, bytes, 0);
    status = await file.status();
    if (status.size !== bytes.length)
      throw new ApiError("storage-failed", { file: basename(path), code: "SIZE" });
    await file.sync();
  } catch (error) {
    await ignoreFailure(() => file.close());
    throw error;
  }
  await file.close();
  return status;
}

/** Writes all the bytes: a single call may take only some, which is how a full disk begins to show. */
export async function writeFully(file: DiskFile, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const writtenCount = await file.write(bytes.subarray(done), position + done);
    if (writtenCount <= 0) throw Object.assign(new Error("Nothing could be written."), { code: "ENOSPC" });
    done += writtenCount;
  }
}

const waits = [10, 30, 100, 300, 1_000, 3_000, 5_000];

/** On Windows a virus scanner or an indexer may hold a file for a moment. */
export async function renamePatiently(disk: Disk, from: string, to: string): Promise<void> {
  for (const wait of process.platform === "win32" ? waits : []) {
    try {
      return await disk.rename(from, to);
    } catch (error) {
      if (!["EPERM", "EACCES", "EBUSY"].includes(errorCode(error))) throw error;
      await new Promise((done) => setTimeout(done, wait));
    }
  }
  await disk.rename(from, to);
}

/** Makes a rename in this folder safe. Windows cannot and need not; some network disks cannot and say so. */
export async function syncFolder(disk: Disk, path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await disk.open(path, "folder");
  try {
    await folder.sync();
  } catch (error) {
    if (!["EINVAL", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes(errorCode(error))) throw error;
  } finally {
    await ignoreFailure(() => folder.close());
  }
}

/** Folders that were made and whose entry is not flushed yet: what is put into them would be lost with it. */
const unsafe = new Set<string>();

/** Makes a folder in one that is there. It is safe once `makeSafe` has resolved. Throws what the disk throws. */
export async function makeFolder(disk: Disk, path: string): Promise<void> {
  unsafe.add(path);
  await disk.makeFolder(path);
}

/**
 * Flushes the entry of a folder that `makeFolder` has made, unless that is done; in any case, where somebody else may just have made it. Throws
 * what the disk throws.
 */
export async function makeSafe(disk: Disk, path: string, when?: "in any case"): Promise<void> {
  if (when === undefined && !unsafe.has(path)) return;
  await syncFolder(disk, dirname(path));
  unsafe.delete(path);
}

/** Makes a folder, and those above it up to `root`, each of them safe before the next. None may be a link. */
export async function makeFolders(disk: Disk, root: string, ...names: readonly string[]): Promise<string> {
  let path = root;
  for (const name of names) {
    path = join(path, name);
    try {
      const status = await statusIfAny(disk, path);
      if (status?.kind === "link") throw new ApiError("link-refused", { file: name });
      if (!status) await makeFolder(disk, path);
      await makeSafe(disk, path);
    } catch (error) {
      throw writeError(error, path);
    }
  }
  return path;
}

/** `null` where nothing is there. Throws what the disk throws. */
export async function statusIfAny(disk: Pick<Disk, "status">, path: string): Promise<FileStatus | null> {
  try {
    return await disk.status(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/**
 * The bytes of a regular file, or `null` when there is none. Throws an `ApiError` for a link, a folder, a pipe, a file
 * that may not be read, and one of more than `maximum` bytes, which is told before anything is read.
 */
export async function readDurable(disk: Disk, path: string, maximum: number): Promise<Uint8Array | null> {
  try {
    const status = await statusIfAny(disk, path);
    if (!status) return null;
    refuseUnlessFile(status, path);
    const file = await disk.open(path, "read");
    try {
      return await readWhole(file, path, maximum);
    } finally {
      await ignoreFailure(() => file.close());
    }
  } catch (error) {
    if (isMissing(error)) return null;
    throw readError(error, path);
  }
}

async function readWhole(file: DiskFile, path: string, maximum: number): Promise<Uint8Array> {
  const status = await file.status();
  refuseUnlessFile(status, path);
  if (status.size > maximum)
    throw new ApiError("file-too-large", { file: basename(path), bytes: status.size, maximum });
  return readFully(file, status.size, 0);
}

/** So many bytes from a position on; fewer when the file ends before. */
export async function readFully(file: DiskFile, length: number, position: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const readCount = await file.read(bytes.subarray(done), position + done);
    if (readCount === 0) break;
    done += readCount;
  }
  return bytes.subarray(0, done);
}

function refuseUnlessFile({ kind }: FileStatus, path: string): void {
  const file = basename(path);
  if (kind === "link") throw new ApiError("link-refused", { file });
  if (kind === "folder") throw new ApiError("file-is-folder", { file });
  if (kind === "other") throw new ApiError("file-not-regular", { file });
}

/** The text of UTF-8 bytes, its byte order mark kept; `null` when they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
