import fc from "fast-check";
import { expect, test } from "vitest";
import { articleDocument } from "../../../renderer/editor/article-document.ts";
import { layoutOf } from "../../../renderer/editor/layout.ts";
import type { Metadata, MetadataField } from "../../../shared/model/article.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { nastyText } from "../../helpers/nasty-text.ts";

const documentOf = (text: string, metadata: readonly Metadata[] = []) =>
  articleDocument(text, layoutOf(articleTextOf(text)), metadata);
const part = (text: string, field: MetadataField, words: string): Metadata => {
  const start = text.indexOf(words);
  return { field, start, end: start + words.length };
};

test("an empty article has one empty paragraph", () => {
  expect(documentOf("").toString()).toBe("doc(section(paragraph))");
});

test("a paragraph that is one metadata field is set as that field", () => {
  const text = "Peace at last\n\nThey met.";
  const section = documentOf(text, [part(text, "title", "Peace at last")]).child(0);
  expect([section.child(0).attrs.role, section.child(1).attrs.role]).toEqual(["title", ""]);
});

test("a paragraph of several fields and nothing else is set apart, each field marked", () => {
  const text = "By A. Writer  Daily Paper";
  const paragraph = documentOf(text, [
    part(text, "publisher", "Daily Paper"),
    part(text, "byline", "By A. Writer"),
  ])
    .child(0)
    .child(0);
  expect(paragraph.attrs.role).toBe("about");
  expect(paragraph.toString()).toBe('paragraph(metadata("By A. Writer"), "  ", metadata("Daily Paper"))');
});

test("a paragraph that tells of a picture and nothing else is set as that", () => {
  const text = "The bridge at dawn. (A. Lens)";
  const paragraph = documentOf(text, [
    part(text, "caption", "The bridge at dawn."),
    part(text, "credit", "(A. Lens)"),
  ])
    .child(0)
    .child(0);
  expect(paragraph.attrs.role).toBe("picture");
  expect(paragraph.toString()).toBe('paragraph(metadata("The bridge at dawn."), " ", metadata("(A. Lens)"))');
});

test("a date is set as that with its label, weekday and time", () => {
  const text = "Published on Tuesday, 14 October 2025 at 9:30 a.m.\n\nDate 14 October 2025 in court";
  const section = documentOf(text, [
    part(text, "date", "14 October 2025"),
    { field: "date", start: text.lastIndexOf("14"), end: text.lastIndexOf(" in") },
  ]).child(0);
  expect([section.child(0).attrs.role, section.child(1).attrs.role]).toEqual(["date", ""]);
});

test("a dateline at the head of running text leaves the paragraph as it is", () => {
  const text = "KYIV – They met.";
  const paragraph = documentOf(text, [part(text, "dateline", "KYIV")])
    .child(0)
    .child(0);
  expect(paragraph.attrs.role).toBe("");
  expect(paragraph.firstChild?.marks.map((mark) => mark.attrs)).toEqual([{ field: "dateline" }]);
});

test("every character of every paragraph is in the document, whatever the metadata", () => {
  const someMetadata = fc.array(
    fc.record({
      field: fc.constantFrom<MetadataField>("title", "byline", "caption", "date"),
      start: fc.nat({ max: 40 }),
      length: fc.integer({ min: 1, max: 30 }),
    }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(nastyText, someMetadata, (text, parts) => {
      const metadata = parts.map(({ field, start, length }) => ({ field, start, end: start + length }));
      const articleText = articleTextOf(text);
      const doc = articleDocument(text, layoutOf(articleText), metadata);
      doc.check();
      const expected = articleText.paragraphs.map(({ start, end }) => text.slice(start, end)).join("");
      expect(doc.textContent).toBe(expected);
    }),
  );
});

test("what the form of the file told is an attribute of the paragraphs in it, and no character changes", () => {
  const text = "What it costs\n\nForty million.\n\nEast bank\n";
  const blocks = [
    { kind: "heading", level: 2, start: 0, end: 13 },
    { kind: "list-item", start: 31, end: 40 },
  ] as const;
  const doc = articleDocument(text, layoutOf(articleTextOf(text)), [], blocks);
  const found: [string, string][] = [];
  doc.descendants((node) => {
    if (node.type.name === "paragraph") found.push([node.textContent, node.attrs.block]);
  });
  expect(found.filter(([words]) => words !== "")).toEqual([
    ["What it costs", "heading-2"],
    ["Forty million.", ""],
    ["East bank", "list-item"],
  ]);
});

test.each([
  ["- East bank", true],
  ["12. East bank", true],
  ["(b) East bank", true],
  ["• East bank", true],
  ["East bank", false],
  ["2026 was dry", false],
  ["-5 degrees", false],
  ["xiv) Both banks", true],
  ["No. They left.", false],
  ["Berlin. The bridge is closed.", false],
])("an item %j has a sign of its own or is given one", (text, hasOwn) => {
  const doc = articleDocument(
    text,
    layoutOf(articleTextOf(text)),
    [],
    [{ kind: "list-item", start: 0, end: text.length }],
  );
  const item = doc.child(0).child(0);
  const names = hasOwn ? "block-list-item own-sign" : "block-list-item";
  expect(item.type.spec.toDOM?.(item)).toMatchObject(["p", { class: names }, 0]);
});
