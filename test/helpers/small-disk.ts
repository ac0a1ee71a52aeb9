// A disk that is really small: in memory, where the system lets us mount one.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk that is mounted, with the way to take it off; or why none can be had here. */
type SmallDisk = { readonly unmount: () => void } | { readonly unmount: null; readonly why: string };

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

/** Why no disk can be mounted on this machine; `null` where one can. */
export function whyNoDisk(): string | null {
  const path = mkdtempSync(join(tmpdir(), "sayso-disk-"));
  const mounted = mountDisk(path, 64);
  mounted.unmount?.();
  rmSync(path, { recursive: true });
  return mounted.unmount === null ? mounted.why : null;
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
