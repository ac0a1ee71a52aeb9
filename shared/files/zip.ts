// Zip archives: packed so that the same files always give the same bytes, and unpacked within limits, whatever an archive says
// of itself.
import { strToU8, Unzip, UnzipInflate, zipSync } from "fflate";
import { crc32, holdsAll, listedSums } from "./zip-sums.ts";

export interface NamedFile {
  /** With `/` between folders and file. Never used as a path on a disk. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of a portion of a file of lines, or of one list: the number of its first one. */
  readonly first?: number;
}

/** The earliest time that a zip can hold, so that no clock and no time zone gets in. */
export const mtime = new Date(1980, 0, 1);

export function packZip(files: readonly NamedFile[]): Uint8Array {
  return zipSync(
    Object.fromEntries(
      files.map(
        ({ name, bytes }) =>
          [name, [bytes, { mtime, level: 6 }] as const].slice() as [
            string,
            [Uint8Array, { mtime: Date; level: 6 }],
          ],
      ),
    ),
  );
}

export const utf8 = (text: string): Uint8Array => strToU8(text);

/** True for what begins as a zip archive. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);
}

export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all entries, as they come out and not as they are declared. */
  readonly bytes: number;
  /** Of entries with a name that came before; absent: the archive is refused. `kept`: the name goes on with a number. */
  readonly repeated?: "kept";
}

/** `damaged`: no zip, or one that is cut off, encrypted, or has other bytes than it was made of. */
export type ZipFault = "damaged" | "too-large" | "too-many" | "repeated";

export type Unpacked =
  | { readonly ok: true; readonly files: readonly NamedFile[] }
  | { readonly ok: false; readonly why: ZipFault };

/** The archive's files, without folders. Stops as soon as a limit is passed. */
export function unpackZip(bytes: Uint8Array, limits: ZipLimits): Unpacked {
  const unpacking = startUnpacking(limits);
  const files: NamedFile[] = [];
  // In parts, so that a bomb is found out before much of it has been unpacked.
  for (let at = 0; at === 0 || at < bytes.length; at += partLength) {
    const pushed = unpacking(bytes.subarray(at, at + partLength), at + partLength >= bytes.length);
    if (!pushed.ok) return pushed;
    files.push(...pushed.files);
  }
  return { ok: true, files };
}

/** The same of an archive that comes in pieces: which files are whole with each, folders left out. After a fault it is over. */
export function startUnpacking(limits: ZipLimits): (piece: Uint8Array, isLast: boolean) => Unpacked {
  const names = new Set<string>();
  let unpackedFiles: NamedFile[] = [];
  let why: ZipFault | null = null;
  let started = 0;
  let finished = 0;
  let total = 0;
  const sums: number[] = [];
  /** What may hold the directory: all since the piece in which the last file ended, and where in the archive that begins. */
  let tail: Uint8Array[] = [];
  let tailFrom = 0;
  let bytesRead = 0;
  const unzip = new Unzip((file) => {
    if (started >= limits.entries) why = "too-many";
    if (names.has(file.name) && limits.repeated !== "kept") why = "repeated";
    if (why !== null) return;
    const name = names.has(file.name) ? numbered(file.name, started) : file.name;
    names.add(name);
    started += 1;
    const parts: Uint8Array[] = [];
    let sum = 0;
    file.ondata = (error, part, final) => {
      if (error) throw error;
      total += part.length;
      if (total > limits.bytes) {
        why = "too-large";
        throw new RangeError(why);
      }
      parts.push(part);
      sum = crc32(part, sum);
      if (!final) return;
      finished += 1;
      sums.push(sum);
      if (!name.endsWith("/")) unpackedFiles.push({ name, bytes: joinedBytes(parts) });
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  return (piece, isLast) => {
    const finishedBefore = finished;
    try {
      unzip.push(piece, isLast);
    } catch {
      why ??= "damaged";
    }
    if (finished > finishedBefore || finished < started) {
      tail = [];
      tailFrom = bytesRead;
    }
    // The library goes on using what it was given.
    tail.push(piece.slice());
    bytesRead += piece.length;
    if (isLast) {
      const listed = started === 0 || finished < started ? null : listedSums(joinedBytes(tail), tailFrom);
      if (!listed || !holdsAll(listed, sums)) why ??= "damaged";
    }
    if (why !== null) return { ok: false, why };
    const files = unpackedFiles;
    unpackedFiles = [];
    return { ok: true, files };
  };
}

/** Before the ending, by which it is known what it is. */
const numbered = (name: string, number: number): string =>
  name.replace(/(\.[^./\\]*)?$/u, (ending) => ` (${number})${ending}`);

const partLength = 16_384;

export function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
