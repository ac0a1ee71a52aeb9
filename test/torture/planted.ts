// Mistakes of a storage, put under it on purpose: the harness is worth what it finds of them.
import type { Disk, DiskFile } from "../../main/storage/files/disk.ts";

/** `no flush`: bytes of files are never made safe. `no folder flush`: entries of folders are not. `torn`: half of a long write is lost. */
export const plants = ["no flush", "no folder flush", "torn"] as const;
export type Plant = (typeof plants)[number];

/** The disk with this mistake. */
export function planted(disk: Disk, plant: Plant): Disk {
  const nothing = async (): Promise<void> => undefined;
  return {
    ...disk,
    async open(path, access) {
      const file = await disk.open(path, access);
      if (plant === "no folder flush") return access === "folder" ? { ...file, sync: nothing } : file;
      if (plant === "no flush")
        return access === "folder" ? file : { ...file, sync: nothing, syncData: nothing };
      return { ...file, write: (bytes, position) => half(file, bytes, position) };
    },
  };
}

async function half(file: DiskFile, bytes: Uint8Array, position: number): Promise<number> {
  await file.write(bytes.length > 200 ? bytes.subarray(0, bytes.length / 2) : bytes, position);
  return bytes.length;
}
