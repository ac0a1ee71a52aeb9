// Paths as they come through the door, and a file that somebody named: read once, through one descriptor, with a limit.
import { basename, isAbsolute, normalize } from "node:path";
import { ApiError } from "../../shared/errors/errors.ts";
import { limits } from "../../shared/schema/limits.ts";
import type { Disk } from "../storage/files/disk.ts";
import { readDurable } from "../storage/files/durable-file.ts";
import { readError } from "../storage/files/storage-error.ts";

/** The file's bytes, at most `limit`. A link that the person chose is followed. Throws an `ApiError`. */
export async function readSourceFile(
  disk: Disk,
  path: string,
  limit: number = limits.articleBytes,
): Promise<Uint8Array> {
  const file = basename(path);
  let real: string;
  try {
    real = await disk.realPath(path);
  } catch (error) {
    throw readError(error, path);
  }
  const bytes = await readDurable(disk, real, limit);
  if (bytes === null) throw new ApiError("file-missing", { file });
  if (bytes.length === 0) throw new ApiError("file-empty", { file });
  return bytes;
}

/** Refuses what would depend on where the process was started, and what the system would misread. */
export function absolutePath(path: string): string {
  if (path.includes("\0"))
    throw new ApiError("input-invalid", { path: "path", problem: "holds a NUL character" });
  if (!isAbsolute(path))
    throw new ApiError("input-invalid", { path: "path", problem: "is not an absolute path" });
  return normalize(path);
}
