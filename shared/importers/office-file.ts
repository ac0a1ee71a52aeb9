// Word processors' files: archives of XML documents, unpacked within limits and read by a parser that follows nothing out of
// the file.
import { recogniseMagicNumber } from "../files/magic-numbers.ts";
import { readXml, type XmlElement } from "../files/xml.ts";
import { isZip, unpackZip } from "../files/zip.ts";
import { limits } from "../schema/limits.ts";
import { type ImportRefusal, refusal, type SourceFile } from "./importer.ts";

/** Bytes of all parts of a file together, unpacked. */
const unpackedBytes = 100 * 1024 * 1024;

export interface OfficeFile {
  readonly ok: true;
  /** The root of a part by its name; `null` where there is none, or none that can be read. */
  part(name: string): XmlElement | null;
  /** The text of a part; `null` where there is none. */
  text(name: string): string | null;
}

/** `main`: the part without which there is no document. */
export function openOfficeFile(
  { bytes, fileName: file }: SourceFile,
  main: string,
): OfficeFile | ImportRefusal {
  if (bytes.length === 0) return refusal("file-empty", { file });
  if (bytes.length > limits.articleBytes)
    return refusal("file-too-large", { file, bytes: bytes.length, limit: limits.articleBytes });
  if (!isZip(bytes)) {
    const looksLike = recogniseMagicNumber(bytes);
    if (looksLike === "old-office" && holdsLocked(bytes)) return refusal("file-locked", { file });
    return looksLike === null
      ? refusal("file-format", { file })
      : refusal("file-binary", { file, looksLike });
  }
  const unpacked = unpackZip(bytes, { entries: limits.archiveEntries, bytes: unpackedBytes });
  if (!unpacked.ok) {
    if (unpacked.why === "too-large")
      return refusal("file-too-large", { file, bytes: unpackedBytes, limit: unpackedBytes });
    return refusal(unpacked.why === "damaged" ? "file-damaged" : "file-format", { file });
  }
  const parts = new Map(unpacked.files.map((file) => [file.name, file.bytes]));
  const text = (name: string): string | null => {
    const content = parts.get(name);
    return content ? xmlText(content) : null;
  };
  const part = (name: string): XmlElement | null => {
    const content = text(name);
    const xml = content === null ? null : readXml(content);
    return xml?.ok ? xml.root : null;
  };
  if (part(main)) return { ok: true, part, text };
  // OpenDocument says in its list of parts which of them are locked, or that all are (ODF 1.3, part 2, 3.4).
  const list = part("META-INF/manifest.xml");
  return refusal(list && firstNamed(list, "encryption-data") ? "file-locked" : "file-format", { file });
}

function xmlText(bytes: Uint8Array): string {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  return new TextDecoder(label, { fatal: false, ignoreBOM: false }).decode(bytes);
}

/** The first element of this local name below one, in document order. */
export function firstNamed(element: XmlElement, local: string): XmlElement | null {
  for (const child of element.children) {
    if (typeof child === "string") continue;
    const descendant = child.local === local ? child : firstNamed(child, local);
    if (descendant) return descendant;
  }
  return null;
}

/** The length of an entry of the directory, which sectors are a multiple of. */
const entryLength = 128;
const locked = Uint8Array.from(
  [..."EncryptedPackage\0"].flatMap((character) => [character.charCodeAt(0), 0]),
);

/** Whether a compound file holds a document that is locked. Looks where an entry may stand, wherever the directory lies. */
function holdsLocked(bytes: Uint8Array): boolean {
  for (let at = 0; at + entryLength <= bytes.length; at += entryLength)
    if (locked.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}
