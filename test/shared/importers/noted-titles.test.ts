// A title with the mark of a footnote: the mark stands in the text, for the note behind it, and is no word of the title.
import { expect, test } from "vitest";
import { utf8 } from "../../../shared/files/zip.ts";
import { docxImporter } from "../../../shared/importers/docx.ts";
import type { ImportResult } from "../../../shared/importers/importer.ts";
import { odtImporter } from "../../../shared/importers/odt.ts";
import { rtfImporter } from "../../../shared/importers/rtf.ts";
import { archive, document, footnotes, noted, openText, p, r } from "./office-parts.ts";

const core =
  '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>The old bridge</dc:title></cp:coreProperties>';
const words = "The bridge closed in May after an inspection, said the mayor.";

function docx(style: string, more: Readonly<Record<string, string>> = {}): ImportResult {
  const body = p(`${r("The old bridge")}${noted("1")}`, style) + p(`${r(words)}${noted("2")}`);
  const notes = footnotes({ 1: r("Built in 1902."), 2: r("By letter.") });
  const bytes = archive({ "word/document.xml": document(body), "word/footnotes.xml": notes, ...more });
  return docxImporter.read({ bytes, fileName: "a.docx" });
}

function odt(): ImportResult {
  const note = (text: string): string =>
    `<text:note><text:note-body><text:p>${text}</text:p></text:note-body></text:note>`;
  const body = `<text:h text:outline-level="1">The old bridge${note("Built in 1902.")}</text:h><text:p>${words}${note("By letter.")}</text:p>`;
  return odtImporter.read({ bytes: archive({ "content.xml": openText(body) }), fileName: "a.odt" });
}

const rtf = (): ImportResult =>
  rtfImporter.read({
    bytes: utf8(
      `{\\rtf1{\\info{\\title The old bridge}}The old bridge{\\footnote Built in 1902.}\\par ${words}{\\footnote By letter.}\\par Ana said no.\\par}`,
    ),
    fileName: "a.rtf",
  });

test.each([
  ["a title by its style", docx("Title")],
  ["a heading", docx("Heading1")],
  ["a heading that says again what the properties say", docx("Heading1", { "docProps/core.xml": core })],
  ["a heading of OpenDocument", odt()],
  ["a line of rich text that says again what is known of it", rtf()],
])("%s keeps the mark in the text alone", (_, read) => {
  if (!read.ok) throw new Error(read.problem);
  const { title, text, metadata } = read;
  expect(title).toBe("The old bridge");
  expect(metadata.filter(({ field }) => field === "title")).toEqual([{ field: "title", start: 0, end: 14 }]);
  expect(text.startsWith(`The old bridge[1]\n\n${words}[2]\n\n`)).toBe(true);
  expect(text.endsWith("\n\n[1] Built in 1902.\n\n[2] By letter.\n")).toBe(true);
});

test("a number in brackets that is no mark of a note stays in the title", () => {
  const bytes = archive({ "word/document.xml": document(p(r("Part [1]"), "Title") + p(r(words))) });
  expect(docxImporter.read({ bytes, fileName: "a.docx" })).toMatchObject({ title: "Part [1]" });
});

test("a mark that stands alone stays in its place where there is no title", () => {
  const parts = {
    "word/document.xml": document(p(noted("1")) + p(r(words))),
    "word/footnotes.xml": footnotes({ 1: r("By letter.") }),
  };
  const read = docxImporter.read({ bytes: archive(parts), fileName: "a.docx" });
  expect(read).toMatchObject({ ok: true, text: `[1]\n\n${words}\n\n[1] By letter.\n` });
});
