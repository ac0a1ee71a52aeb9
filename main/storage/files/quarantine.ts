// Quarantine for bytes that could not be read: kept beside the project's files under `.quarantine`, never deleted by us.
import { randomBytes } from "node:crypto";
import { basename, dirname, join } from "node:path";
import type { Disk } from "./disk.ts";
import { makeFolders, readDurable, syncFolder, writeDurable } from "./durable-file.ts";
import { prettyJson } from "./json-text.ts";

export const quarantineName = ".quarantine";

const placeFor = (folder: string, name: string): string => {
  const time = new Date().toISOString().replace(/[:.]/g, "-");
  return join(folder, `${time}-${randomBytes(3).toString("hex")}-${name}`);
};

/** Keeps a copy of bytes that are about to be cut off. Gives its place, from the project’s folder on. */
export async function quarantineBytes(
  disk: Disk,
  root: string,
  name: string,
  bytes: Uint8Array,
): Promise<string> {
  const place = placeFor(await makeFolders(disk, root, quarantineName), name);
  await writeDurable(disk, place, bytes);
  return `${quarantineName}/${basename(place)}`;
}

/** Keeps a value as a JSON file that was not accepted. Gives its place, from the project's folder on. */
export const keepAside = (disk: Disk, root: string, name: string, value: unknown): Promise<string> =>
  quarantineBytes(disk, root, name, Buffer.from(prettyJson(value), "utf8"));

/** Keeps a copy of a file that is about to be replaced. Gives its place, from the project's folder on; `null` where there is no file. */
export async function quarantineCopy(
  disk: Disk,
  root: string,
  path: string,
  maximum: number,
): Promise<string | null> {
  const bytes = await readDurable(disk, path, maximum);
  return bytes && quarantineBytes(disk, root, basename(path), bytes);
}

/** Moves a file out of the way. Gives its new place, from the project's folder on. */
export async function quarantineFile(disk: Disk, root: string, path: string): Promise<string> {
  const folder = await makeFolders(disk, root, quarantineName);
  const place = placeFor(folder, basename(path));
  await disk.rename(path, place);
  await syncFolder(disk, folder);
  await syncFolder(disk, dirname(path));
  return `${quarantineName}/${basename(place)}`;
}
