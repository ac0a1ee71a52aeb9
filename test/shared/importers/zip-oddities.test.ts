// Word documents as other programs pack and write them: sizes told behind the data, parts in UTF-16, a wrong word about the encoding.
import { Zip, ZipDeflate } from "fflate";
import { expect, test } from "vitest";
import { packZip, utf8 } from "../../../shared/files/zip.ts";
import { docxImporter } from "../../../shared/importers/docx.ts";

const words = "The ferry is late, “the port” said.";
const document = (declared: string): string =>
  `<?xml version="1.0" encoding="${declared}"?><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`;
const textOf = (bytes: Uint8Array) => {
  const read = docxImporter.read({ bytes, fileName: "a.docx" });
  return read.ok ? read.text : read.problem;
};

/** Written in one go, as to a printer or a network: each size stands behind its data. */
function streamed(): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  const entry = new ZipDeflate("word/document.xml");
  zip.add(entry);
  entry.push(utf8(document("UTF-8")), true);
  zip.end();
  return Buffer.concat(parts);
}

test("sizes that stand behind the data", () => {
  expect(textOf(streamed())).toBe(`${words}\n`);
});

test("a part in UTF-16 of either order", () => {
  const little = Buffer.from(`\ufeff${document("UTF-16")}`, "utf16le");
  for (const bytes of [little, Buffer.from(little).swap16()])
    expect(textOf(packZip([{ name: "word/document.xml", bytes }]))).toBe(`${words}\n`);
});

test("a part that says another encoding than it has", () => {
  const bytes = utf8(document("ISO-8859-1"));
  expect(textOf(packZip([{ name: "word/document.xml", bytes }]))).toBe(`${words}\n`);
});
