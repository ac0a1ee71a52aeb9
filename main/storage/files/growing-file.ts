// A file that grows while it is made, under a name of its own until it is whole: then it takes the place it was made for, as a file
// that is written at once does (`durable-file.ts`). Until then nothing stands there but what was there before.
import { createHash, randomBytes } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Disk, DiskFile } from "./disk.ts";
import {
  type MayReplace,
  readFully,
  renamePatiently,
  replaceableMode,
  statusIfAny,
  syncFolder,
  writeFully,
} from "./durable-file.ts";
import { ignoreFailure, writeError } from "./storage-error.ts";

export interface GrowingFile {
  append(bytes: Uint8Array): Promise<void>;
  /** Resolves with its length when the bytes are safe under their name and were read back. */
  finish(): Promise<number>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

/**
 * It is for whoever the person lets read new files (their umask), unlike what Sayso keeps for itself; one that is replaced keeps its rights.
 * Throws an `ApiError`, as every one of its functions does; after that it is to be abandoned.
 */
export async function growFile(disk: Disk, path: string, mayReplace: MayReplace): Promise<GrowingFile> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  const hash = createHash("sha256");
  let length = 0;
  const asStorageError = async <T>(action: () => Promise<T>): Promise<T> => {
    try {
      return await action();
    } catch (error) {
      throw writeError(error, path);
    }
  };
  const file = await asStorageError(async () => {
    const mode = await replaceableMode(disk, path);
    const createdFile = await disk.open(temporary, "create");
    await createdFile.setMode(mode ?? 0o666 & ~process.umask());
    return createdFile;
  });
  return {
    append: (bytes) =>
      asStorageError(async () => {
        await writeFully(file, bytes, length);
        hash.update(bytes);
        length += bytes.length;
      }),
    finish: () =>
      asStorageError(async () => {
        await file.sync();
        if ((await hashOfFile(file, length)) !== hash.digest("hex"))
          throw new ApiError("storage-failed", { file: basename(path), code: "READ-BACK" });
        await file.close();
        await mayReplace(await statusIfAny(disk, path));
        await renamePatiently(disk, temporary, path);
        await syncFolder(disk, dirname(path));
        return length;
      }),
    async abandon() {
      await ignoreFailure(() => file.close());
      await ignoreFailure(() => disk.remove(temporary));
    },
  };
}

const atOnce = 1024 * 1024;

/** Of all that the file holds; other than expected where it holds less or more than `length`. */
async function hashOfFile(file: DiskFile, length: number): Promise<string> {
  const hash = createHash("sha256");
  for (let at = 0; ; at += atOnce) {
    const bytes = await readFully(file, atOnce, at);
    hash.update(bytes);
    if (at + bytes.length > length || bytes.length < atOnce) return hash.digest("hex");
  }
}
