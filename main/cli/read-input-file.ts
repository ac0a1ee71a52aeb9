// Reads a file that somebody named on the command line: a regular file of a bearable size, or a refusal that says why not.
import { constants, type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import { ApiError, type Problem } from "../../shared/api/errors.ts";

/** The whole file. Throws an `ApiError`. */
export async function readInputFile(path: string, limit: number): Promise<Uint8Array> {
  const fileName = basename(path);
  let file: FileHandle | undefined;
  try {
    // Without waiting: opening a pipe that nobody writes to would never end.
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const status = await file.stat();
    if (status.isDirectory()) throw new ApiError("file-is-folder", { path, fileName });
    if (!status.isFile()) throw new ApiError("file-not-regular", { path, fileName });
    if (status.size > limit)
      throw new ApiError("file-too-large", { path, fileName, bytes: status.size, limit });
    return await file.readFile();
  } catch (error) {
    throw problemOf(error, { path, fileName });
  } finally {
    await file?.close();
  }
}

const problems: Readonly<Record<string, Problem>> = {
  ENOENT: "file-missing",
  ENOTDIR: "file-missing",
  EISDIR: "file-is-folder",
  EACCES: "file-unreadable",
  EPERM: "file-unreadable",
  ENXIO: "file-not-regular",
};

function problemOf(error: unknown, detail: { readonly path: string; readonly fileName: string }): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const problem = problems[code];
  return problem === undefined ? error : new ApiError(problem, detail, { cause: error });
}
