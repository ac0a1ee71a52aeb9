// Reads what the directory at the end of a zip archive says of its files, to be held against what came out of it: an archive that was cut off
// between two files, or whose bytes were changed, is told by nothing else (APPNOTE 6.3.10, 4.3.12 to 4.3.16).

/** The sum of a file's bytes (CRC-32 as in zip archives, ISO 3309), or of more of them after those that gave `before`. */
export function crc32(bytes: Uint8Array, before = 0): number {
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
 * The sums that the directory lists, folders' too. `tail`: the archive's last bytes, from `from` on, that hold all of the directory. `null` where
 * there is none, or not as much as it says.
 */
export function listedSums(tail: Uint8Array, from: number): readonly number[] | null {
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
export function holdsAll(listed: readonly number[], found: readonly number[]): boolean {
  const remainingSums = new Map<number, number>();
  for (const sum of found) remainingSums.set(sum, (remainingSums.get(sum) ?? 0) + 1);
  return listed.every((sum) => {
    const count = remainingSums.get(sum) ?? 0;
    remainingSums.set(sum, count - 1);
    return count > 0;
  });
}
