// From bytes to text: every character as it came, or a refusal that says where it stops being text.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstInvalidUtf8 } from "../../../shared/files/utf8.ts";
import { decode, replaceLoneSurrogates } from "../../../shared/importers/decode.ts";
import { nastyText } from "../../helpers/nasty-text.ts";
import { runs } from "../../helpers/tier.ts";

const utf8 = (text: string): Uint8Array => Buffer.from(text, "utf8");
const utf16le = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, "utf16le");
const utf16be = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, "utf16le").swap16();
const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");

describe("decode", () => {
  it("keeps every character of UTF-8: line ends, byte order mark, white space, composed and decomposed letters", () => {
    const text = "\ufeff A\r\nB\rC\nD\u2028E\t \u00a0é e\u0301 👩‍👩‍👧 مرحبا ";
    expect(decode(utf8(text), "a.txt")).toEqual({
      ok: true,
      text,
      encoding: "utf-8",
      replacedCharacters: 0,
    });
  });

  it.each([
    ["utf-16le", utf16le("Zelenskyy 👍 said\r\n")],
    ["utf-16be", utf16be("Zelenskyy 👍 said\r\n")],
  ])("reads %s by its byte order mark and keeps the mark", (encoding, bytes) => {
    expect(decode(bytes, "a.txt")).toEqual({
      ok: true,
      text: "\ufeffZelenskyy 👍 said\r\n",
      encoding,
      replacedCharacters: 0,
    });
  });

  it("replaces and counts halves of characters, and no other replacement characters", () => {
    expect(decode(utf16le("a\ud83d b\ude00 c\ufffd 👍"), "a.txt")).toMatchObject({
      text: "\ufeffa\ufffd b\ufffd c\ufffd 👍",
      replacedCharacters: 2,
    });
  });

  it.each<[string, Uint8Array, string, object]>([
    ["nothing", new Uint8Array(), "file-empty", {}],
    ["a picture", latin("\x89PNG\r\n\x1a\n"), "file-binary", { looksLike: "png" }],
    ["a PDF", latin("%PDF-1.7\n%âãÏÓ"), "file-binary", { looksLike: "pdf" }],
    ["a Word document", latin("PK\x03\x04\x14\x00"), "file-binary", { looksLike: "zip-or-office" }],
    ["rich text", latin("{\\rtf1\\ansi Hello}"), "file-binary", { looksLike: "rtf" }],
    ["one byte in ten a NUL", latin("Some text\0".repeat(50)), "file-binary", { looksLike: null }],
    ["UTF-16 of NULs", utf16le("\0".repeat(50)), "file-binary", { looksLike: null }],
    [
      "bytes of anything",
      Uint8Array.from({ length: 256 }, (_, at) => at),
      "file-binary",
      { looksLike: null },
    ],
    ["Latin-1", latin("The café is closed."), "file-encoding", { byteOffset: 7, looksLike: "latin-1" }],
    [
      "Windows-1252",
      latin("He said \x93no\x94."),
      "file-encoding",
      { byteOffset: 8, looksLike: "windows-1252" },
    ],
    ["UTF-16 without a mark", utf16le("Hello there").slice(2), "file-encoding", { looksLike: "utf-16le" }],
    ["UTF-16 cut in the middle", utf16le("Hello").slice(0, -1), "file-encoding", { byteOffset: 10 }],
    ["UTF-8 cut in the middle", utf8("caf\u00e9").slice(0, -1), "file-encoding", { byteOffset: 3 }],
  ])("refuses %s", (_name, bytes, problem, detail) => {
    expect(decode(bytes, "a.txt")).toMatchObject({
      ok: false,
      problem,
      detail: { file: "a.txt", ...detail },
    });
  });

  it("takes a text with a stray control character for text", () => {
    const text = `${"One paragraph of text. ".repeat(10)}\0\u0007`;
    expect(decode(utf8(text), "a.txt")).toMatchObject({ ok: true, text });
  });

  it("gives back any text that UTF-8 can hold", () => {
    fc.assert(
      fc.property(nastyText, (plain) => {
        const { text } = replaceLoneSurrogates(`${"x".repeat(2_000)}${plain}`);
        expect(decode(utf8(text), "a.txt")).toMatchObject({ ok: true, text });
      }),
    );
  });

  it("never throws, whatever the bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void decode(bytes, "a.txt")));
  });
});

describe("firstInvalidUtf8", () => {
  it("agrees with the runtime's decoder on whether bytes are UTF-8", () => {
    const byte = fc.oneof(
      fc.nat({ max: 255 }),
      fc.constantFrom(0xe0, 0xed, 0xf0, 0xf4, 0x80, 0x9f, 0xa0, 0xbf),
    );
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 8 }), (list) => {
        const bytes = Uint8Array.from(list);
        expect(firstInvalidUtf8(bytes) === null).toBe(isUtf8(bytes));
        const at = firstInvalidUtf8(bytes);
        if (at !== null) expect(isUtf8(bytes.subarray(0, at))).toBe(true);
      }),
      { numRuns: runs(2_000) },
    );
  });
});

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
