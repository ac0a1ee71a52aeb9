// Where bytes go that could not be read: kept beside the project's files under `.quarantine`, never
// deleted by us.
import { randomBytes } from "node:crypto";
import { basename, dirname, join } from "node:path";
import type { Disk } from "./disk.ts";
import { makeFolders, readDurable, syncFolder, writeDurable } from "./durable-file.ts";

const folderName = ".quarantine";

const placeFor = (folder: string, name: string): string => {
  const time = new Date().toISOString().replace(/[:.]/g, "-");
  return join(folder, `${time}-${randomBytes(3).toString("hex")}-${name}`);
};

/** Keeps a copy of bytes that are about to be cut off. */
export async function quarantineBytes(
  disk: Disk,
  root: string,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  await writeDurable(disk, placeFor(await makeFolders(disk, root, folderName), name), bytes);
}

/** Keeps a copy of a file that is about to be replaced. */
export async function quarantineCopy(disk: Disk, root: string, path: string, maximum: number): Promise<void> {
  const bytes = await readDurable(disk, path, maximum);
  if (bytes !== null) await quarantineBytes(disk, root, basename(path), bytes);
}

/** Moves a file out of the way. */
export async function quarantineFile(disk: Disk, root: string, path: string): Promise<void> {
  const folder = await makeFolders(disk, root, folderName);
  await disk.rename(path, placeFor(folder, basename(path)));
  await syncFolder(disk, folder);
  await syncFolder(disk, dirname(path));
}
