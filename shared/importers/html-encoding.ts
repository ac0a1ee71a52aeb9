// The encoding of a web page, in the order that browsers go by: byte order mark, what the page says of itself, UTF-8 where the
// bytes are that, and Windows-1252, in which every byte is a character (WHATWG Encoding).

import { recogniseMagicNumber } from "../files/magic-numbers.ts";
import { firstInvalidUtf8 } from "../files/utf8.ts";
import { decode, replaceLoneSurrogates } from "./decode.ts";
import type { ImportRefusal, ReadingChoices } from "./importer.ts";
import { decodeText, mendWindows1252, type Read } from "./legacy-encoding.ts";

/** Bytes in which a page must say its encoding. */
const prescan = 4_096;

/** The encodings that pages name and that a page may be decoded by. */
const supportedEncoding =
  /^(?:windows-125[0-8]|windows-874|iso-8859-(?:[1-9]|1[0-6])|koi8-[ru]|macintosh|gbk|gb18030|gb2312|big5|shift[_-]jis|euc-jp|euc-kr|iso-2022-jp|ibm866)$/iu;

export function decodeHtml(
  bytes: Uint8Array,
  fileName: string,
  { encoding }: ReadingChoices = {},
): Read | ImportRefusal {
  if (encoding !== undefined) return decodeText(bytes, fileName, { encoding });
  const isMarked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (bytes.length === 0 || isMarked || recogniseMagicNumber(bytes) !== null) return decode(bytes, fileName);
  if (firstInvalidUtf8(bytes) === null && declaredEncoding(bytes) === null) return decode(bytes, fileName);
  const label = declaredEncoding(bytes) ?? "windows-1252";
  const guessed = declaredEncoding(bytes) === null;
  const text = decodeAs(label, bytes);
  // A page of control characters is no page.
  if (text.slice(0, prescan).includes("\u0000")) return decode(bytes, fileName);
  const isOlder = label !== "utf-8";
  return {
    ok: true,
    encoding: "utf-8",
    ...replaceLoneSurrogates(text),
    ...(isOlder ? { charset: label } : {}),
    ...(guessed ? { guessed } : {}),
  };
}

function decodeAs(label: string, bytes: Uint8Array): string {
  const text = new TextDecoder(label, { fatal: false, ignoreBOM: false }).decode(bytes);
  return ["windows-1252", "iso-8859-1"].includes(label) ? mendWindows1252(text) : text;
}

/** The encoding that the page names at its beginning; `null` for none, UTF-8, or one that is not known. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, prescan));
  const label =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(start)?.[1] ??
    /encoding\s*=\s*["']([\w-]+)["']/iu.exec(start)?.[1];
  return label !== undefined && supportedEncoding.test(label) ? label.toLowerCase() : null;
}
