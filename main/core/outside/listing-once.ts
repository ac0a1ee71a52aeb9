// What the folders of a project hold, asked of the disk once each: for one look, which goes through the same folders for several reasons.
import type { Disk } from "../../storage/files/disk.ts";

/** Good for one look alone: it never asks again. */
export function listingOnce(disk: Pick<Disk, "list">): Disk["list"] {
  const listed = new Map<string, ReturnType<Disk["list"]>>();
  return (path) => {
    const known = listed.get(path) ?? disk.list(path);
    listed.set(path, known);
    return known;
  };
}
