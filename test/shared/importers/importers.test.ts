// The registry of importers, and the plain text importer as the project uses it.
import { describe, expect, it } from "vitest";
import { extensionsOf, importerFor, importers, importPlainText } from "../../../shared/importers/index.ts";
import { textImporter } from "../../../shared/importers/text.ts";
import { limits } from "../../../shared/schema/limits.ts";

const read = (text: string) => textImporter.read({ bytes: Buffer.from(text, "utf8"), fileName: "a.txt" });

describe("the registry", () => {
  it("finds an importer by the file's ending in any case, and plain text for every other", () => {
    for (const name of ["a.txt", "A.TXT", "a.b.Text", "README", "page.xyz", ".txt", "a.", "a/b.c/d", ""])
      expect(importerFor(name).id).toBe("text");
    const readers = extensionsOf([textImporter, { ...textImporter, id: "notes", extensions: ["note"] }]);
    expect(["a.note", "A.NOTE", "a.note.txt"].map((name) => importerFor(name, readers).id)).toEqual([
      "notes",
      "notes",
      "text",
    ]);
  });

  it("refuses two importers with one id or one ending", () => {
    expect(() => extensionsOf([textImporter, { ...textImporter, extensions: ["other"] }])).toThrow("same id");
    expect(() => extensionsOf([textImporter, { ...textImporter, id: "other" }])).toThrow(".txt");
  });

  it.each(importers)(
    "$id says what it is, and refuses what is no text without throwing",
    async (importer) => {
      expect(importer.id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(importer.name).not.toBe("");
      for (const extension of importer.extensions) expect(extension).toMatch(/^[a-z0-9.]+$/);
      for (const bytes of [new Uint8Array(), new Uint8Array(1_000), Uint8Array.of(0xff, 0xfe)])
        expect(await importer.read({ bytes, fileName: "a" })).toMatchObject({ ok: false });
    },
  );
});

describe("plain text", () => {
  it("keeps the text and finds its title and metadata", () => {
    const text =
      "Bridge closes for a year\r\n\r\nBy Ana Ruiz\r\n\r\nThe bridge will close, the mayor said.\r\n";
    expect(read(text)).toEqual({
      ok: true,
      text,
      encoding: "utf-8",
      title: "Bridge closes for a year",
      metadata: [
        { field: "title", start: 0, end: 24 },
        { field: "byline", start: 28, end: 39 },
      ],
      replacedCharacters: 0,
    });
  });

  it.each([
    ["only white space", " \n\t\r\n\u00a0"],
    ["only a byte order mark", "\ufeff"],
  ])("refuses %s", (_name, text) => {
    expect(read(text)).toEqual({ ok: false, problem: "text-empty", detail: { file: "a.txt" } });
    expect(importPlainText(text, null)).toEqual({ ok: false, problem: "text-empty", detail: { file: null } });
  });

  it("refuses a file and a text over the limits, naming them", () => {
    const bytes = new Uint8Array(limits.articleBytes + 1).fill(0x61);
    expect(textImporter.read({ bytes, fileName: "a.txt" })).toEqual({
      ok: false,
      problem: "file-too-large",
      detail: { file: "a.txt", bytes: limits.articleBytes + 1, limit: limits.articleBytes },
    });
    expect(read("a".repeat(limits.articleLength + 1))).toEqual({
      ok: false,
      problem: "text-too-long",
      detail: { file: "a.txt", length: limits.articleLength + 1, limit: limits.articleLength },
    });
  });

  it("takes pasted text as it is, replacing and counting halves of characters", () => {
    expect(importPlainText("\ufeffOne\r\n👍 \ud83d", null)).toMatchObject({
      ok: true,
      text: "\ufeffOne\r\n👍 \ufffd",
      encoding: "utf-8",
      replacedCharacters: 1,
    });
  });

  it.each([
    ["HTML", "<!doctype html>\n<p>He said no.</p>\n"],
    ["JSON", '{\n  "a": 1\n}\n'],
    ["conflict marks", "<<<<<<< ours\nHe said no.\n>>>>>>> theirs\n"],
  ])("takes %s for plain text without a title", (_name, text) => {
    expect(read(text)).toMatchObject({ ok: true, text, title: null, metadata: [] });
  });
});
