// Archives that say of a file what is not so, and archives in the form for large ones: built or bent here byte by byte.
import fc from "fast-check";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { describe, expect, test } from "vitest";
import { packZip, unpackZip, utf8, zipName } from "../../../shared/files/zip.ts";
import { docxImporter } from "../../../shared/importers/docx.ts";
import { runs } from "../../helpers/tier.ts";
import { zip64 } from "../../helpers/zip64.ts";

const limits = { entries: 10, bytes: 1_000_000 };
const files = [
  { name: "a/", bytes: new Uint8Array() },
  { name: "a/one.txt", bytes: utf8("One, she said.") },
  { name: "two.txt", bytes: utf8("Two, he said. ".repeat(100)) },
];
const named = files.filter(({ name }) => !name.endsWith("/"));
const namesOf = (bytes: Uint8Array) => {
  const read = unpackZip(bytes, limits);
  return read.ok
    ? read.files.map(({ name, bytes: content }) => [name, Buffer.from(content).toString()])
    : read.why;
};
const whole = named.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]);

/** Every CRC that the archive's directory and headers give, turned into another. */
function wrongSums(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive);
  for (let at = 0; at + 20 < bytes.length; at += 1) {
    const signature = bytes.readUInt32LE(at);
    if (signature === 0x04034b50) bytes[at + 14] = (bytes[at + 14] ?? 0) ^ 1;
    if (signature === 0x02014b50) bytes[at + 16] = (bytes[at + 16] ?? 0) ^ 1;
  }
  return bytes;
}

/** Written in one go: sums and sizes stand behind the data. */
function streamed(): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const { name, bytes } of named) {
    const entry = new ZipDeflate(name);
    zip.add(entry);
    entry.push(bytes, true);
  }
  zip.end();
  return Buffer.concat(parts);
}

/** Not compressed, so that a changed byte changes a file and nothing else. */
function stored(): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((_, part) => parts.push(part));
  for (const { name, bytes } of named) {
    const entry = new ZipPassThrough(name);
    zip.add(entry);
    entry.push(bytes, true);
  }
  zip.end();
  return Buffer.concat(parts);
}

test.each([
  ["packed here", packZip(files)],
  ["written in one go", streamed()],
  ["that is not compressed", stored()],
  ["in the form for large ones", zip64(named)],
  ["with a remark behind it", withRemark(packZip(files), "From the archive of the paper")],
  ["with bytes behind it, as a mail program leaves them", Buffer.concat([packZip(files), utf8("\r\n")])],
])("an archive %s is read", (_, bytes) => {
  expect(namesOf(bytes)).toEqual(whole);
});

function withRemark(archive: Uint8Array, remark: string): Uint8Array {
  const bytes = Buffer.concat([archive, Buffer.from(remark)]);
  bytes.writeUInt16LE(remark.length, archive.length - 2);
  return bytes;
}

describe("an archive is damaged", () => {
  test("whose sums are not those of its files", () => {
    expect(namesOf(wrongSums(packZip(files)))).toBe("damaged");
    expect(namesOf(wrongSums(zip64(named)))).toBe("damaged");
  });

  test("where a byte of a file is another one", () => {
    const bytes = stored();
    const at = Buffer.from(bytes).indexOf("One, she said.");
    bytes[at + 3] = 0x3b;
    expect(namesOf(bytes)).toBe("damaged");
  });

  test("that was cut off anywhere, also between two files", () => {
    for (const archive of [packZip(named), streamed(), stored(), zip64(named)])
      fc.assert(
        fc.property(fc.nat(archive.length - 1), (length) => {
          expect(namesOf(archive.subarray(0, length))).toBe("damaged");
        }),
        { numRuns: runs(300) },
      );
  });
});

test("a damaged document is refused as that", () => {
  const document = packZip([{ name: "word/document.xml", bytes: utf8("<w:document/>") }]);
  expect(docxImporter.read({ bytes: wrongSums(document), fileName: "a.docx" })).toEqual({
    ok: false,
    problem: "file-damaged",
    detail: { file: "a.docx" },
  });
});

const asBytes = (name: string): string => Buffer.from(name, "utf8").toString("latin1");

test("a name that says it is Unicode, or is plain, stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."abc/. ßüЖ😀") }), (name) => {
      fc.pre(name === "" || zipNameIsSure(name));
      expect(zipName(name)).toBe(name);
    }),
  );
});

/** Letters of Western Europe alone could be bytes; what stands beside any other is sure. */
const zipNameIsSure = (name: string): boolean => /[Ж😀]/u.test(name) || !/[ßü]/u.test(name);

test("bytes that are UTF-8 are read as that, and others as old PCs wrote them", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (name) => {
      expect(zipName(asBytes(name))).toBe(name);
    }),
  );
  expect(zipName("Br\u0081cke \u0084 \u00e1.txt")).toBe("Brücke ä ß.txt");
  expect(zipName("Brücke.txt")).toBe("Brücke.txt");
});
