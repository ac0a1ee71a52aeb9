// Recognises files that are certainly no text by their first bytes, so that the refusal can say what they are.

const signatures: readonly { readonly looksLike: string; readonly bytes: readonly number[] }[] = [
  { looksLike: "a PDF document", bytes: ascii("%PDF-") },
  { looksLike: "a ZIP archive or an Office document", bytes: [...ascii("PK"), 0x03, 0x04] },
  { looksLike: "a ZIP archive", bytes: [...ascii("PK"), 0x05, 0x06] },
  { looksLike: "an older Office document", bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { looksLike: "a rich text document (RTF)", bytes: ascii("{\\rtf") },
  { looksLike: "a PNG picture", bytes: [0x89, ...ascii("PNG\r\n")] },
  { looksLike: "a JPEG picture", bytes: [0xff, 0xd8, 0xff] },
  { looksLike: "a GIF picture", bytes: ascii("GIF87a") },
  { looksLike: "a GIF picture", bytes: ascii("GIF89a") },
  { looksLike: "a gzip archive", bytes: [0x1f, 0x8b, 0x08] },
  { looksLike: "a 7-Zip archive", bytes: [...ascii("7z"), 0xbc, 0xaf, 0x27, 0x1c] },
  { looksLike: "a program (ELF)", bytes: [0x7f, ...ascii("ELF")] },
  { looksLike: "an SQLite database", bytes: [...ascii("SQLite format 3"), 0] },
  { looksLike: "an Apple binary property list", bytes: ascii("bplist00") },
];

/** What the file is, by its first bytes; `null` when they say nothing. */
export function recogniseMagicNumber(bytes: Uint8Array): string | null {
  const found = signatures.find((signature) => signature.bytes.every((byte, at) => bytes[at] === byte));
  return found ? found.looksLike : null;
}

function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}
