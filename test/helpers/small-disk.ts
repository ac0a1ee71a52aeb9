// A disk that is really small: in memory, where the system lets us mount one.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A disk that is mounted, with the way to take it off; or why none can be had here. */
export type SmallDisk = { readonly unmount: () => void } | { readonly unmount: null; readonly why: string };

/** Mounts a disk of so many kilobytes at this path, which need not be there yet. */
export function mountDisk(path: string, kilobytes: number): SmallDisk {
  mkdirSync(path, { recursive: true });
  try {
    const size = `size=${kilobytes}k`;
    execFileSync("mount", ["-t", "tmpfs", "-o", size, "sayso-test", path], { stdio: "pipe" });
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).trim().split("\n").at(-1) ?? "";
    return { unmount: null, why };
  }
  return { unmount: () => void execFileSync("umount", ["--lazy", path]) };
}

/** Takes all room but so many bytes, and gives the way to give it back. */
export function fillDisk(disk: string, left = 0): () => void {
  const path = join(disk, ".filler");
  writeFileSync(path, "");
  for (let piece = 256 * 1024; piece >= 1; piece /= 2)
    try {
      for (;;) writeFileSync(path, Buffer.alloc(piece), { flag: "a" });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
    }
  truncateSync(path, Math.max(0, statSync(path).size - left));
  return () => rmSync(path);
}
