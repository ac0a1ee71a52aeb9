// The lock that a crashed process left says which boot of the machine it was: after a cut it is another one.
import { join } from "node:path";
import type { MemoryDisk } from "./memory-disk.ts";

/** The disk with its lock from before the machine was started again. */
export function rebooted(disk: MemoryDisk, project: string): MemoryDisk {
  const path = join(project, ".lock");
  const bytes = disk.bytesAt(path);
  const text = bytes ? Buffer.from(bytes).toString("utf8") : "";
  const before = text.replace(/("bootId":\s*)"[^"]*"/, '$1"00000000-0000-0000-0000-000000000000"');
  // One that is torn says nothing of a boot: it is known by its age alone.
  if (before !== text && isWhole(text)) disk.put(path, Buffer.from(before));
  return disk;
}

function isWhole(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}
