// A disk that is really small: in memory, where the system lets us mount one.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Mounts a disk of so many kilobytes at this path, and gives the way to take it off; `null` where none can be had. */
export function mountDisk(path: string, kilobytes: number): (() => void) | null {
  mkdirSync(path);
  try {
    const size = `size=${kilobytes}k`;
    execFileSync("mount", ["-t", "tmpfs", "-o", size, "sayso-test", path], { stdio: "ignore" });
  } catch {
    return null;
  }
  return () => void execFileSync("umount", ["--lazy", path]);
}

/** Takes all that is left, and gives the way to give it back. */
export function fillDisk(disk: string): () => void {
  const path = join(disk, "filler");
  for (let size = 4096; size >= 1; size /= 2)
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size), { flag: "a" });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
    }
  return () => rmSync(path);
}
