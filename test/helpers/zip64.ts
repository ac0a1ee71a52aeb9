// Archives in the form for what is larger than 4 GB or has more than 65,535 files (APPNOTE 6.3.10, 4.3.14, 4.3.15, 4.5.3), as some programs
// write all of theirs: sizes and places stand in fields of 64 bits. Not compressed.
import { crc32 } from "node:zlib";
import type { NamedFile } from "../../shared/files/zip.ts";

const all = 0xffffffff;

const shorts = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, at * 2);
  return bytes;
};
const longs = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value, at * 4);
  return bytes;
};
const wide = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 8);
  for (const [at, value] of values.entries()) bytes.writeBigUInt64LE(BigInt(value), at * 8);
  return bytes;
};

export function zip64(files: readonly NamedFile[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const called = Buffer.from(name);
    const sum = crc32(bytes);
    const sizes = wide(bytes.length, bytes.length);
    // Version 4.5, names in UTF-8, stored, the first day of 1980.
    const common = shorts(45, 0x0800, 0, 0, 0x21);
    const local = Buffer.concat([
      longs(0x04034b50),
      common,
      longs(sum, all, all),
      shorts(called.length, 4 + sizes.length),
      called,
      shorts(1, sizes.length),
      sizes,
      bytes,
    ]);
    const extra = Buffer.concat([sizes, wide(at)]);
    directory.push(
      longs(0x02014b50),
      shorts(45),
      common,
      longs(sum, all, all),
      shorts(called.length, 4 + extra.length, 0, 0, 0),
      longs(0, all),
      called,
      shorts(1, extra.length),
      extra,
    );
    parts.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.concat([
    longs(0x06064b50),
    wide(44),
    shorts(45, 45),
    longs(0, 0),
    wide(files.length, files.length, listed.length, at),
    longs(0x07064b50, 0),
    wide(at + listed.length),
    longs(1),
    longs(0x06054b50),
    shorts(0, 0, 0xffff, 0xffff),
    longs(all, all),
    shorts(0),
  ]);
  return Buffer.concat([...parts, listed, end]);
}
