// The look of a folder's files, which is another once any of them was added, removed or written.
import { join } from "node:path";
import type { Disk } from "./disk.ts";
import { statusIfAny } from "./durable-file.ts";
import { leadsNowhere } from "./storage-error.ts";

/** A line for each file, or for each of those that are wanted; none where there is no folder. Throws what the disk says. */
export async function filesSignature(
  disk: Pick<Disk, "list" | "status">,
  folder: string,
  isWanted: (name: string) => boolean = () => true,
): Promise<readonly string[]> {
  const lines: string[] = [];
  try {
    for (const { name, kind } of await disk.list(folder)) {
      const line = kind === "file" && isWanted(name) ? await fileSignature(disk, join(folder, name)) : null;
      if (line !== null) lines.push(`${name} ${line}`);
    }
  } catch (error) {
    if (!leadsNowhere(error)) throw error;
  }
  return lines.sort();
}

/** The same of one file; `null` where there is none. Throws what the disk says. */
export async function fileSignature(disk: Pick<Disk, "status">, path: string): Promise<string | null> {
  const status = await statusIfAny(disk, path);
  return status?.kind === "file"
    ? `${status.ino} ${status.size} ${status.modifiedAt} ${status.changedAt}`
    : null;
}
