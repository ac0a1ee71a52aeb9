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

const temporaryFor = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);

/** Writes and flushes what is to take the place of `path`, and touches nothing else. Throws an `ApiError`, and then nothing is left of it. */
export async function stageDurable(disk: Disk, path: string, bytes: Uint8Array): Promise<StagedFile> {
  const temporary = temporaryFor(path);
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

/** What asks a disk at the same time is flushed together, in hardly longer than one of them. Throws what the first of them throws, once all have ended. */
async function inOneFlush<T>(all: Iterable<T>, flush: (one: T) => Promise<void>): Promise<void> {
  const ended = await Promise.allSettled([...all].map(flush));
  const failed = ended.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
}

interface DurableContent {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Replaces or makes several files, each as `writeDurable` does, and one after the other in their order. They are flushed together, which takes a
 * disk hardly longer than one of them; so they should be few enough to be open at once. Throws an `ApiError`: then the first ones may be in place.
 */
export async function writeManyDurable(disk: Disk, contents: readonly DurableContent[]): Promise<void> {
  const staged: { readonly path: string; readonly temporary: string; readonly file: DiskFile }[] = [];
  let [put, current] = [0, ""];
  try {
    for (const { path, bytes } of contents) {
      current = path;
      const mode = await replaceableMode(disk, path);
      const temporary = temporaryFor(path);
      const file = await disk.open(temporary, "create");
      staged.push({ path, temporary, file });
      await fill(file, path, bytes, mode);
    }
    await inOneFlush(staged, async ({ path, file }) => orWriteError(path, () => file.sync()));
    for (const { file } of staged) await file.close();
    for (const { path, temporary } of staged) {
      current = path;
      await renamePatiently(disk, temporary, path);
      put += 1;
    }
    const folders = new Set(staged.map(({ path }) => dirname(path)));
    await inOneFlush(folders, (folder) => syncFolder(disk, folder));
  } catch (error) {
    for (const { file } of staged) await ignoreFailure(() => file.close());
    for (const { temporary } of staged.slice(put)) await ignoreFailure(() => disk.remove(temporary));
    throw writeError(error, current);
  }
}

/** As `writeDurable`, for a file that is handed on: resolves when the bytes were read back. */
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
    status = await fill(file, path, bytes, mode);
    await file.sync();
  } catch (error) {
    await ignoreFailure(() => file.close());
    throw error;
  }
  await file.close();
  return status;
}

/** Writes the bytes into a file that was just made, and does not flush them. */
async function fill(
  file: DiskFile,
  path: string,
  bytes: Uint8Array,
  mode: number | null,
): Promise<FileStatus> {
  if (mode !== null) await file.setMode(mode);
  await writeFully(file, bytes, 0);
  const status = await file.status();
  if (status.size !== bytes.length)
    throw new ApiError("storage-failed", { file: basename(path), code: "SIZE" });
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

/** Makes a folder, and those above it up to `root`; when it resolves they are safe. None may be a link. */
export async function makeFolders(disk: Disk, root: string, ...names: readonly string[]): Promise<string> {
  await makeManyFolders(disk, root, [names]);
  return join(root, ...names);
}

/** The same for several, whose entries are flushed together. `all`: the names of each, from below `root` on. */
export async function makeManyFolders(
  disk: Disk,
  root: string,
  all: Iterable<readonly string[]>,
): Promise<void> {
  const paths = new Set<string>();
  for (const names of all) for (const at of names.keys()) paths.add(join(root, ...names.slice(0, at + 1)));
  for (const path of paths) await orWriteError(path, () => makeUnlessThere(disk, path));
  const made = [...paths].filter((path) => unsafe.has(path));
  const above = new Set(made.map((path) => dirname(path)));
  await inOneFlush(above, async (folder) => orWriteError(folder, () => syncFolder(disk, folder)));
  for (const path of made) unsafe.delete(path);
}

async function makeUnlessThere(disk: Disk, path: string): Promise<void> {
  const status = await statusIfAny(disk, path);
  if (status?.kind === "link") throw new ApiError("link-refused", { file: basename(path) });
  if (!status) await makeFolder(disk, path);
}

/** Throws an `ApiError` with the name of `path` for what the disk throws. */
export async function orWriteError<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw writeError(error, path);
  }
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
