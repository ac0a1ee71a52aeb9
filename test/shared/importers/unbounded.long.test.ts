// Documents and messages that hold as much as a file may of what is gathered beside the text: read in time that grows with their length, and
// without a call of more arguments than there can be.
import { expect, test } from "vitest";
import { utf8 } from "../../../shared/files/zip.ts";
import { docxImporter } from "../../../shared/importers/docx.ts";
import { emailImporter } from "../../../shared/importers/email.ts";
import type { ImportResult } from "../../../shared/importers/importer.ts";
import { odtImporter } from "../../../shared/importers/odt.ts";
import { rtfImporter } from "../../../shared/importers/rtf.ts";
import { archive, document, openText, p, r } from "./office-parts.ts";

/** More than a call can have arguments. */
const many = 140_000;
const lines = (read: ImportResult): number => (read.ok ? read.text.split("\n\n").length : 0);

test("text boxes of a Word document", () => {
  const box = `<w:txbxContent>${"<w:p/>".repeat(7)}</w:txbxContent>`.repeat(many / 7);
  const body = p(`${r("Text")}<w:r>${box}<w:txbxContent>${p(r("last"))}</w:txbxContent></w:r>`);
  const bytes = archive({ "word/document.xml": document(body) });
  expect(lines(docxImporter.read({ bytes, fileName: "a.docx" }))).toBe(2);
});

test("text boxes of an OpenDocument text", () => {
  const box = (body: string): string => `<draw:text-box>${body}</draw:text-box>`;
  const boxes = `${box("<text:p/>".repeat(7)).repeat(many / 7)}${box("<text:p>last</text:p>")}`;
  const bytes = archive({ "content.xml": openText(`<text:p>Text${boxes}</text:p>`) });
  expect(lines(odtImporter.read({ bytes, fileName: "a.odt" }))).toBe(2);
});

test("text boxes of rich text", () => {
  const bytes = utf8(`{\\rtf1 Text${"{\\shp{\\*\\shpinst{\\shptxt a}}}".repeat(many)}\\par}`);
  expect(lines(rtfImporter.read({ bytes, fileName: "a.rtf" }))).toBe(many + 1);
});

test("blanks within a paragraph of rich text", () => {
  const bytes = utf8(`{\\rtf1 a${" ".repeat(many * 10)}b}`);
  expect(lines(rtfImporter.read({ bytes, fileName: "a.rtf" }))).toBe(1);
});

test("paragraphs of a message that another hands on", async () => {
  const message = `From: a@b.example\r\nSubject: Two\r\nContent-Type: text/html\r\n\r\n${"<p>a".repeat(many)}`;
  const bytes = utf8(
    [
      "Subject: One",
      'Content-Type: multipart/mixed; boundary="x"',
      "",
      "--x",
      "Content-Type: message/rfc822",
      "",
      message,
      "--x--",
    ].join("\r\n"),
  );
  // Both subjects, the sender, and the words.
  expect(lines(await emailImporter.read({ bytes, fileName: "a.eml" }))).toBe(many + 3);
});
