// From bytes to text, exactly: UTF-8, or UTF-16 with a byte order mark. Anything else is refused with the place where it
// stops being text, because a character guessed wrong is worse than a file not opened.

import { recogniseMagicNumber } from "../files/magic-numbers.ts";
import { firstInvalidUtf8 } from "../files/utf8.ts";
import type { Original } from "../model/article.ts";
import type { ImportRefusal } from "./importer.ts";

export interface Decoded {
  readonly ok: true;
  /** The byte order mark, if there was one, is its first character. */
  readonly text: string;
  readonly encoding: Original["encoding"];
  /** Lone surrogates replaced by U+FFFD. */
  readonly replacedCharacters: number;
}

/** More control characters than this share make a file a binary one. */
const controlShare = 0.01;

/** Decodes a whole file. Linear in its size; never throws. `fileName` is only for the refusal. */
export function decode(bytes: Uint8Array, fileName: string): Decoded | ImportRefusal {
  if (bytes.length === 0) return { ok: false, problem: "file-empty", detail: { file: fileName } };
  const magic = recogniseMagicNumber(bytes);
  if (magic !== null) return binary(fileName, magic);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, fileName, true);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, fileName, false);
  return decodeUtf8(bytes, fileName);
}

/** Replaces what UTF-8 cannot hold (lone surrogates) by U+FFFD, and counts it. */
export function replaceLoneSurrogates(text: string): { text: string; replacedCharacters: number } {
  let replacedCharacters = 0;
  const replaced = text.replace(/\p{Surrogate}/gu, () => {
    replacedCharacters += 1;
    return "\ufffd";
  });
  return { text: replacedCharacters === 0 ? text : replaced, replacedCharacters };
}

function decodeUtf8(bytes: Uint8Array, fileName: string): Decoded | ImportRefusal {
  const controls = controlsIn(bytes);
  const wide = looksLikeUtf16(bytes);
  if (wide !== null) return encodingRefusal(fileName, { byteOffset: 0, looksLike: wide });
  if (controls > bytes.length * controlShare) return binary(fileName, null);
  const invalidAt = firstInvalidUtf8(bytes);
  if (invalidAt === null) {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { ok: true, text, encoding: "utf-8", replacedCharacters: 0 };
  }
  if (controls > 0) return binary(fileName, null);
  return encodingRefusal(fileName, {
    byteOffset: invalidAt,
    looksLike: bytes.some((byte) => byte >= 0x80 && byte < 0xa0) ? "windows-1252" : "latin-1",
  });
}

function decodeUtf16(bytes: Uint8Array, fileName: string, littleEndian: boolean): Decoded | ImportRefusal {
  const encoding = littleEndian ? "utf-16le" : "utf-16be";
  if (bytes.length % 2 === 1)
    return encodingRefusal(fileName, {
      byteOffset: bytes.length - 1,
      looksLike: "half-utf-16",
    });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = new Uint16Array(bytes.length / 2);
  for (let at = 0; at < units.length; at += 1) units[at] = view.getUint16(at * 2, littleEndian);
  if (controlsIn(units) > units.length * controlShare) return binary(fileName, null);
  // In parts: a call takes only so many arguments.
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += 8192)
    parts.push(String.fromCharCode(...units.subarray(at, at + 8192)));
  return { ok: true, encoding, ...replaceLoneSurrogates(parts.join("")) };
}

/** Control characters other than tab, line ends, form feed and escape. */
function controlsIn(units: Uint8Array | Uint16Array): number {
  let controls = 0;
  for (const unit of units) if (unit < 0x20 && unit !== 0x1b && (unit < 0x09 || unit > 0x0d)) controls += 1;
  return controls;
}

/** Western text in UTF-16 has a NUL in every second byte: which of the two tells the order. */
function looksLikeUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 4) return null;
  const nuls = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls;
  const most = (sample.length / 2) * 0.7;
  if (odd > most && even < most / 10) return "utf-16le";
  if (even > most && odd < most / 10) return "utf-16be";
  return null;
}

const binary = (fileName: string, looksLike: string | null): ImportRefusal => ({
  ok: false,
  problem: "file-binary",
  detail: { file: fileName, looksLike },
});

const encodingRefusal = (
  fileName: string,
  where: { readonly byteOffset: number; readonly looksLike: string },
): ImportRefusal => ({ ok: false, problem: "file-encoding", detail: { file: fileName, ...where } });
