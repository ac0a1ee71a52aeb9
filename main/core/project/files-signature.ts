// The look of a folder's files, which is another once any of them was added, removed or written.
import { join } from "node:path";
import type { Disk } from "../../storage/files/disk.ts";
import { statusIfAny } from "../../storage/files/durable-file.ts";
import { leadsNowhere } from "../../storage/files/storage-error.ts";

/** A line for each file; none where there is no folder. Throws what the disk says. */
export async function filesSignature(disk: Disk, folder: string): Promise<readonly string[]> {
  const lines: string[] = [];
  try {
    for (const { name, kind } of await disk.list(folder)) {
      const status = kind === "file" ? await statusIfAny(disk, join(folder, name)) : null;
      if (status) lines.push(`${name} ${status.ino} ${status.size} ${status.modifiedAt} ${status.changedAt}`);
    }
  } catch (error) {
    if (!leadsNowhere(error)) throw error;
  }
  return lines.sort();
}
