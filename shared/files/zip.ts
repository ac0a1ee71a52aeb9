// Zip archives: packed so that the same files always give the same bytes, and unpacked within limits, whatever an archive says
// of itself.
import { Deflate, strToU8, Unzip, UnzipInflate, Zip, ZipPassThrough, zipSync } from "fflate";

export interface NamedFile {
  /** With `/` between folders and file. Never used as a path on a disk. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of a portion of a file of lines, or of one list: the number of its first one. */
  readonly first?: number;
}

/** The earliest time that a zip can hold, so that no clock and no time zone gets in. */
const mtime = new Date(1980, 0, 1);

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

type Unpacked =
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

/** The sum of a file's bytes (CRC-32 as in zip archives, ISO 3309), or of more of them after those that gave `before`. */
function crc32(bytes: Uint8Array, before = 0): number {
  let sum = ~before;
  for (const byte of bytes) sum = (table[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return ~sum >>> 0;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

const inDirectory = 0x02014b50;
const endOfDirectory = 0x06054b50;
const wideEnd = 0x06064b50;
const wideEndLocator = 0x07064b50;
/** Bytes of the end of a directory without the remark behind it, which has at most 65,535. */
const endLength = 22;

/**
 * The sums that the directory at the end lists, folders' too. They are held against what came out: an archive that was cut off between two
 * files, or whose bytes were changed, is told by nothing else (APPNOTE 6.3.10, 4.3.12 to 4.3.16). `tail`: the archive's last bytes, from
 * `from` on, that hold all of the directory. `null` where there is none, or not as much as it says.
 */
function listedSums(tail: Uint8Array, from: number): readonly number[] | null {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  const place = placeOfDirectory(view, from);
  if (!place) return null;
  const sums: number[] = [];
  let at = place.start - from;
  while (sums.length < place.entries) {
    if (at < 0 || at + 46 > view.byteLength || view.getUint32(at, true) !== inDirectory) return null;
    sums.push(view.getUint32(at + 16, true));
    at += 46 + [28, 30, 32].reduce((length, field) => length + view.getUint16(at + field, true), 0);
  }
  return sums;
}

/** Where in the archive the directory begins, and how many entries it has. */
function placeOfDirectory(
  view: DataView,
  from: number,
): { readonly start: number; readonly entries: number } | null {
  for (let at = view.byteLength - endLength; at >= 0 && at >= view.byteLength - endLength - 0xffff; at -= 1) {
    if (view.getUint32(at, true) !== endOfDirectory) continue;
    // Less than its remark needs is cut off; more is nobody's, and harms nothing.
    if (at + endLength + view.getUint16(at + 20, true) > view.byteLength) continue;
    const entries = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    const locator = at - 20;
    if (locator < 0 || view.getUint32(locator, true) !== wideEndLocator) return { entries, start };
    const wide = Number(view.getBigUint64(locator + 8, true)) - from;
    if (wide < 0 || wide + 56 > view.byteLength || view.getUint32(wide, true) !== wideEnd) return null;
    return {
      entries: Number(view.getBigUint64(wide + 32, true)),
      start: Number(view.getBigUint64(wide + 48, true)),
    };
  }
  return null;
}

/** Whether each sum that is listed is among those of the files that came out. */
function holdsAll(listed: readonly number[], found: readonly number[]): boolean {
  const remainingSums = new Map<number, number>();
  for (const sum of found) remainingSums.set(sum, (remainingSums.get(sum) ?? 0) + 1);
  return listed.every((sum) => {
    const count = remainingSums.get(sum) ?? 0;
    remainingSums.set(sum, count - 1);
    return count > 0;
  });
}

// Names of files in zip archives as people wrote them: programs that do not say that a name is UTF-8 write it in the encoding of old PCs
// (code page 437, APPNOTE.TXT appendix D), and some in UTF-8 all the same.

/** Code page 437 from 0x80 on. */
const codePage437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐" +
  "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ";

/** `name`: with a character for each byte where the archive did not say how it is encoded. */
export function zipName(name: string): string {
  const codes = Array.from(name, (character) => character.codePointAt(0) ?? 0);
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return name;
  const bytes = Uint8Array.from(codes);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // No name that says it is Unicode holds control characters such as these.
    if (!codes.some((code) => code >= 0x80 && code < 0xa0)) return name;
    return name.replace(
      /[\u0080-\u00ff]/gu,
      (character) => codePage437[character.charCodeAt(0) - 0x80] ?? "",
    );
  }
}

// A zip archive written piece by piece: no more of it is held than what is being compressed, and a line for each file.

/** What a zip archive of the common form can hold. */
const zipCapacity = { files: 65_535, bytes: 4_294_967_295 } as const;

/** More files or bytes than an archive can hold. */
export class ZipFull extends Error {
  override readonly name = "ZipFull";
}

interface ZipWriter {
  /** The bytes that the archive grows by. The parts of one file come one after the other. */
  add(part: NamedFile): readonly Uint8Array[];
  end(): readonly Uint8Array[];
}

/** Throws a `ZipFull` when there is no room. */
export function zipWriter(
  capacity: { readonly files: number; readonly bytes: number } = zipCapacity,
): ZipWriter {
  let chunks: Uint8Array[] = [];
  let total = 0;
  let files = 0;
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    total += bytes.length;
    if (bytes.length > 0) chunks.push(bytes);
  });
  let currentFile: {
    readonly name: string;
    readonly push: (bytes: Uint8Array, final: boolean) => void;
  } | null = null;
  const takeChunks = (): readonly Uint8Array[] => {
    if (total > capacity.bytes) throw new ZipFull(`more than ${capacity.bytes} bytes`);
    const writtenChunks = chunks;
    chunks = [];
    return writtenChunks;
  };
  return {
    add({ name, bytes }) {
      if (currentFile?.name !== name) {
        currentFile?.push(new Uint8Array(), true);
        files += 1;
        if (files > capacity.files) throw new ZipFull(`more than ${capacity.files} files`);
        currentFile = { name, push: begin(zip, name) };
      }
      currentFile.push(bytes, false);
      return takeChunks();
    },
    end() {
      currentFile?.push(new Uint8Array(), true);
      currentFile = null;
      zip.end();
      return takeChunks();
    },
  };
}

/** The archive keeps what it is given of each file until its end, so that the compressor, which is large, must not be in it. */
function begin(zip: Zip, name: string): (bytes: Uint8Array, final: boolean) => void {
  const file = new ZipPassThrough(name);
  let deflate: Deflate | null = new Deflate({ level: 6 }, (bytes, final) => file.ondata(null, bytes, final));
  Object.assign(file, {
    mtime,
    compression: 8,
    process(bytes: Uint8Array, final: boolean) {
      deflate?.push(bytes, final);
      if (final) deflate = null;
    },
  });
  zip.add(file);
  return (bytes, final) => file.push(bytes, final);
}
