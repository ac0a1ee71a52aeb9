// Copies a project's files, byte for byte and each read back, and removes a folder with all that lies in it.

import { basename, dirname, join } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Disk } from "./disk.ts";
import { makeFolders, readDurable, statusIfAny, syncFolder, writeDurable } from "./durable-file.ts";
import { listIfAny } from "./list-if-any.ts";
import { ignoreFailure, isMissing } from "./storage-error.ts";

/** Bytes of one file that is copied: no file of a project is larger. */
const maxFile = 1024 * 1024 * 1024;

/** Everything but the lock and what a link leads to, the project file last: a copy without it is not finished. */
export async function copyProjectFiles(disk: Disk, from: string, to: string): Promise<void> {
  await copyFolder(disk, from, to, (name) => ![".lock", "project.json"].includes(name));
  await copyFile(disk, join(from, "project.json"), join(to, "project.json"));
}

async function copyFolder(
  disk: Disk,
  from: string,
  to: string,
  isWanted: (name: string) => boolean = () => true,
): Promise<void> {
  for (const { name, kind } of await listIfAny(disk, from)) {
    if (!isWanted(name)) continue;
    if (kind === "folder") await copyFolder(disk, join(from, name), await makeFolders(disk, to, name));
    else if (kind === "file") await copyFile(disk, join(from, name), join(to, name));
  }
}

async function copyFile(disk: Disk, from: string, to: string): Promise<void> {
  const bytes = await readDurable(disk, from, maxFile);
  if (bytes === null) return;
  await writeDurable(disk, to, bytes);
  const writtenBytes = await readDurable(disk, to, maxFile);
  if (!writtenBytes || !Buffer.from(bytes).equals(writtenBytes))
    throw new ApiError("storage-failed", { file: basename(to), code: "READ-BACK" });
}

/** Removes the folder and all that lies in it; links in it are removed, never followed. */
export async function removeTree(disk: Disk, folder: string): Promise<void> {
  const status = await statusIfAny(disk, folder);
  if (status && status.kind !== "folder") return disk.remove(folder);
  for (const { name, kind } of await listIfAny(disk, folder))
    if (kind === "folder") await removeTree(disk, join(folder, name));
    else await disk.remove(join(folder, name));
  try {
    await disk.removeFolder(folder);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** Whether all of the folder could be copied: links, and what else is no file, could not. */
export async function holdsOnlyFiles(disk: Disk, folder: string): Promise<boolean> {
  for (const { name, kind } of await listIfAny(disk, folder)) {
    if (kind !== "file" && kind !== "folder") return false;
    if (kind === "folder" && !(await holdsOnlyFiles(disk, join(folder, name)))) return false;
  }
  return true;
}

/** How many bytes the files in a folder hold. */
export async function bytesIn(disk: Disk, folder: string): Promise<number> {
  let bytes = 0;
  for (const { name, kind } of await listIfAny(disk, folder))
    if (kind === "folder") bytes += await bytesIn(disk, join(folder, name));
    else if (kind === "file") bytes += (await disk.status(join(folder, name))).size;
  return bytes;
}

/** Folders out of or into which something was moved that are not flushed since. */
const unflushed = new Set<string>();

/** Moves a folder, and flushes both ends; where that fails it is moved back, so that it can be asked for again. */
export async function moveFolder(disk: Disk, from: string, to: string): Promise<void> {
  await disk.rename(from, to);
  await flushMove(disk, from, to);
}

/** Makes a move that was done safe, or takes it back and throws. */
export async function flushMove(disk: Disk, from: string, to: string): Promise<void> {
  unflushed.add(dirname(to)).add(dirname(from));
  try {
    await flushMoves(disk);
  } catch (error) {
    await ignoreFailure(() => disk.rename(to, from));
    throw error;
  }
}

/** Flushes what moves have left that failed: until then nothing may be told of where things are. Throws what the disk throws. */
export async function flushMoves(disk: Disk): Promise<void> {
  for (const folder of unflushed) {
    await syncFolder(disk, folder).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
    unflushed.delete(folder);
  }
}
