// Turns what the file system says into one of our problems, with the file's name and the system's code as facts.
import { channel } from "node:diagnostics_channel";
import { basename } from "node:path";
import { ApiError, type Problem } from "../../../shared/errors/errors.ts";

/** The system's name of a failure (`ENOSPC`, …); empty when it is not one of the system's. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

export const isMissing = (error: unknown): boolean => errorCode(error) === "ENOENT";

/** The path leads nowhere: a part of it is missing, or is not a folder. */
export const leadsNowhere = (error: unknown): boolean => ["ENOENT", "ENOTDIR"].includes(errorCode(error));

const writing: Readonly<Record<string, Problem>> = {
  ENOSPC: "disk-full",
  EDQUOT: "quota-full",
  EROFS: "folder-not-writable",
  EACCES: "folder-not-writable",
  EPERM: "folder-not-writable",
  ELOOP: "link-refused",
  EMLINK: "link-refused",
};

const reading: Readonly<Record<string, Problem>> = {
  ENOENT: "file-missing",
  ENOTDIR: "file-missing",
  EACCES: "file-unreadable",
  EPERM: "file-unreadable",
  ELOOP: "link-refused",
  EMLINK: "link-refused",
  EISDIR: "file-is-folder",
  ENXIO: "file-not-regular",
};

function mapped(table: Readonly<Record<string, Problem>>, error: unknown, path: string): ApiError {
  if (error instanceof ApiError) return error;
  const code = errorCode(error);
  const problem = (Object.hasOwn(table, code) ? table[code] : undefined) ?? "storage-failed";
  return new ApiError(problem, { file: basename(path), code: code || String(error) }, { cause: error });
}

export const writeError = (error: unknown, path: string): ApiError => mapped(writing, error, path);
/** Of a name that is no UTF-8 the runtime gives another one, under which nothing is found. */
export function readError(error: unknown, path: string): ApiError {
  const apiError = mapped(reading, error, path);
  if (apiError.problem !== "file-missing" || !path.includes("\ufffd")) return apiError;
  return new ApiError("file-name-unreadable", { file: basename(path) }, { cause: error });
}

/** What was passed over though no system and no file says such things: bugs of ours, for whoever keeps a log. */
export const ignoredBugs = channel("sayso:ignored-bugs");

function ignore(error: unknown): void {
  if (!(error instanceof ApiError) && errorCode(error) === "") ignoredBugs.publish(error);
}

/** Tries something whose failure changes nothing that was promised. Tells whether it worked. */
export async function ignoreFailure(action: () => Promise<unknown>): Promise<boolean> {
  try {
    await action();
    return true;
  } catch (error) {
    ignore(error);
    return false;
  }
}

/** What an action gives, or `null` when it fails, where that is an answer too. */
export async function orNull<T>(action: () => Promise<T>): Promise<T | null> {
  try {
    return await action();
  } catch (error) {
    ignore(error);
    return null;
  }
}

/** What a file says; `null` only where it is not there or makes no sense, which is called `damaged`: a disk that fails is no answer. */
export async function readUnlessDamaged<T>(
  read: () => Promise<T | null>,
  damaged: Problem,
): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ApiError && error.problem === damaged) return null;
    throw error;
  }
}
