// Keeps what an export goes over several times as it was the first time: what is small in memory, the rest in a file that nobody else can
// read and that is gone afterwards. So all rounds see one state, and memory stays flat.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Disk, DiskFile } from "../../storage/files/disk.ts";
import { readFully, writeFully } from "../../storage/files/durable-file.ts";
import { ignoreFailure, writeError } from "../../storage/files/storage-error.ts";

export interface Spool {
  readonly count: () => number;
  add(text: string): Promise<void>;
  get(index: number): Promise<string>;
  addBytes(bytes: Uint8Array): Promise<void>;
  getBytes(index: number): Promise<Uint8Array>;
  /** Leaves nothing behind. */
  remove(): Promise<void>;
}

/** Bytes that are kept in memory. */
const inMemory = 8 * 1024 * 1024;

/** `folder`: where the file lies once there is one. Throws an `ApiError` when it cannot be written. */
export function openSpool(disk: Disk, folder: string, most = inMemory): Spool {
  const path = join(folder, `.sayso-export.${randomBytes(6).toString("hex")}.tmp`);
  const buffers: Buffer[] = [];
  const places: { readonly at: number; readonly length: number }[] = [];
  let file: DiskFile | null = null;
  let total = 0;
  const spool: Spool = {
    count: () => places.length,
    add: (text) => spool.addBytes(Buffer.from(text, "utf8")),
    get: async (index) => Buffer.from(await spool.getBytes(index)).toString("utf8"),
    async addBytes(given) {
      const bytes = Buffer.from(given);
      places.push({ at: total, length: bytes.length });
      total += bytes.length;
      if (total <= most) {
        buffers.push(bytes);
        return;
      }
      try {
        if (!file) {
          file = await disk.open(path, "create");
          await writeFully(file, Buffer.concat(buffers), 0);
          buffers.length = 0;
        }
        await writeFully(file, bytes, total - bytes.length);
      } catch (error) {
        throw writeError(error, path);
      }
    },
    async getBytes(index) {
      const place = places[index];
      if (!place) throw new RangeError(`There is no ${index}.`);
      const inside = buffers[index];
      if (inside) return inside;
      if (!file) throw new RangeError(`Nothing of ${index} was kept.`);
      return readFully(file, place.length, place.at);
    },
    async remove() {
      const spoolFile = file;
      if (!spoolFile) return;
      await ignoreFailure(() => spoolFile.close());
      await ignoreFailure(() => disk.remove(path));
    },
  };
  return spool;
}
