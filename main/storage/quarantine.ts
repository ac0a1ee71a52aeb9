// Where bytes go that could not be read: kept beside the project's files under `.quarantine`, never
// deleted by us.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Disk } from "./disk.ts";
import { makeFolders, writeDurable } from "./durable-file.ts";

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
