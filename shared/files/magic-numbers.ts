// Recognises files that are certainly no text by their first bytes, so that the refusal can say what they are.

const signatures: readonly { readonly looksLike: string; readonly bytes: readonly number[] }[] = [
  { looksLike: "pdf", bytes: ascii("%PDF-") },
  { looksLike: "zip-or-office", bytes: [...ascii("PK"), 0x03, 0x04] },
  { looksLike: "zip", bytes: [...ascii("PK"), 0x05, 0x06] },
  { looksLike: "old-office", bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { looksLike: "rtf", bytes: ascii("{\\rtf") },
  { looksLike: "png", bytes: [0x89, ...ascii("PNG\r\n")] },
  { looksLike: "jpeg", bytes: [0xff, 0xd8, 0xff] },
  { looksLike: "gif", bytes: ascii("GIF87a") },
  { looksLike: "gif", bytes: ascii("GIF89a") },
  { looksLike: "gzip", bytes: [0x1f, 0x8b, 0x08] },
  { looksLike: "7-zip", bytes: [...ascii("7z"), 0xbc, 0xaf, 0x27, 0x1c] },
  { looksLike: "program", bytes: [0x7f, ...ascii("ELF")] },
  { looksLike: "sqlite", bytes: [...ascii("SQLite format 3"), 0] },
  { looksLike: "property-list", bytes: ascii("bplist00") },
];

/** What the file is, by its first bytes, as the message `problems.looks-like-…` calls it; `null` when they say nothing. */
export function recogniseMagicNumber(bytes: Uint8Array): string | null {
  const matchingSignature = signatures.find((signature) =>
    signature.bytes.every((byte, at) => bytes[at] === byte),
  );
  return matchingSignature ? matchingSignature.looksLike : null;
}

function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}
