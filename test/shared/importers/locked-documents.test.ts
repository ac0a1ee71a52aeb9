// Documents that are locked with a password, as word processors write them: refused as that, with what to do, and not as broken.
import { expect, test } from "vitest";
import { docxImporter } from "../../../shared/importers/docx.ts";
import { epubImporter } from "../../../shared/importers/epub.ts";
import { odtImporter } from "../../../shared/importers/odt.ts";
import { archive } from "./office-parts.ts";

/** A compound file ([MS-CFB] 2.2, 2.6.1) with these streams in its directory, in the sector behind the header. */
function compoundFile(...streams: readonly string[]): Uint8Array {
  const bytes = Buffer.alloc(512 + 128 * 8);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(bytes);
  for (const [at, name] of ["Root Entry", ...streams].entries()) {
    const entry = 512 + 128 * at;
    bytes.write(name, entry, "utf16le");
    bytes.writeUInt16LE((name.length + 1) * 2, entry + 64);
  }
  return bytes;
}

const refused = (problem: string, file: string, more: object = {}) => ({
  ok: false,
  problem,
  detail: { file, ...more },
});

test("a Word document with a password", () => {
  const bytes = compoundFile("EncryptionInfo", "EncryptedPackage");
  expect(docxImporter.read({ bytes, fileName: "a.docx" })).toEqual(refused("file-locked", "a.docx"));
});

test("an older document is no locked one", () => {
  const bytes = compoundFile("WordDocument", "1Table");
  expect(docxImporter.read({ bytes, fileName: "a.docx" })).toEqual(
    refused("file-binary", "a.docx", { looksLike: "old-office" }),
  );
});

const entry = (path: string): string =>
  `<manifest:file-entry manifest:full-path="${path}"><manifest:encryption-data/></manifest:file-entry>`;
const manifest = (entries: string): string =>
  `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${entries}</manifest:manifest>`;
const noise = Uint8Array.from({ length: 200 }, (_, at) => (at * 37) % 251);

test.each([
  [
    "each of its parts locked",
    { "content.xml": noise, "META-INF/manifest.xml": manifest(entry("content.xml")) },
  ],
  [
    "all of it locked",
    { "encrypted-package": noise, "META-INF/manifest.xml": manifest(entry("encrypted-package")) },
  ],
])("an OpenDocument text with a password, %s", (_, parts) => {
  const bytes = archive({ mimetype: "application/vnd.oasis.opendocument.text", ...parts });
  expect(odtImporter.read({ bytes, fileName: "a.odt" })).toEqual(refused("file-locked", "a.odt"));
});

test("a book whose chapters are locked; one of which only a font is comes in", () => {
  const book = (locked: string): Uint8Array =>
    archive({
      "META-INF/container.xml": `<container xmlns="c"><rootfiles><rootfile full-path="b/book.opf"/></rootfiles></container>`,
      "META-INF/encryption.xml": `<encryption xmlns="c" xmlns:enc="e"><enc:EncryptedData><enc:CipherData><enc:CipherReference URI="${locked}"/></enc:CipherData></enc:EncryptedData></encryption>`,
      "b/book.opf": `<package xmlns="o"><manifest><item id="a" href="a%20b.html"/></manifest><spine><itemref idref="a"/></spine></package>`,
      "b/a b.html": "<p>They met on Monday.</p>",
    });
  expect(epubImporter.read({ bytes: book("b/a%20b.html"), fileName: "a.epub" })).toEqual(
    refused("file-locked", "a.epub"),
  );
  expect(epubImporter.read({ bytes: book("b/font.otf"), fileName: "a.epub" })).toMatchObject({
    text: "They met on Monday.\n",
  });
});
