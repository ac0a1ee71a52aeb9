// Word processors' files, made here part by part: the text as it reads, what the file says of itself, and refusals.
import { describe, expect, it } from "vitest";
import { utf8 } from "../../../shared/files/zip.ts";
import { docxImporter } from "../../../shared/importers/docx.ts";
import { odtImporter } from "../../../shared/importers/odt.ts";
import { archive, document, openText, p, r } from "./office-parts.ts";

const core = `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>From the properties</dc:title><dc:creator>Lena Marsh</dc:creator></cp:coreProperties>`;

const readDocx = (bytes: Uint8Array) => docxImporter.read({ bytes, fileName: "a.docx" });
const text = (result: ReturnType<typeof readDocx>): string => (result.ok ? result.text : result.problem);

describe("a Word document", () => {
  it("gives its paragraphs as they read with all changes accepted, its title and its author", () => {
    const body = [
      p(r("Harbour bridge"), "Title"),
      p(
        `${r("“We ")}<w:del>${r("can")}</w:del><w:ins>${r("cannot ")}</w:ins>${r("wait”")}<w:r><w:br/><w:t>she said</w:t><w:tab/><w:noBreakHyphen/></w:r>`,
      ),
      p(
        `<w:r><w:instrText>HYPERLINK "https://evil.example"</w:instrText></w:r><w:hyperlink>${r("a link")}</w:hyperlink>`,
      ),
      `<w:tbl><w:tr><w:tc>${p(r("Year"))}</w:tc><w:tc>${p(r("Cost"))}</w:tc></w:tr></w:tbl>`,
      `<mc:AlternateContent><mc:Choice>${p(r("once"))}</mc:Choice><mc:Fallback>${p(r("twice"))}</mc:Fallback></mc:AlternateContent>`,
      p(""),
    ].join("");
    const result = readDocx(archive({ "word/document.xml": document(body), "docProps/core.xml": core }));
    expect(result).toMatchObject({ ok: true, title: "Harbour bridge" });
    expect(text(result)).toBe(
      "Harbour bridge\n\nBy Lena Marsh\n\n“We cannot wait”\nshe said\t\u2011\n\na link\n\nYear\tCost\n\nonce\n",
    );
  });

  it("keeps the words of a paragraph whose end was deleted where no other takes them up", () => {
    const joined = (words: string): string => `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${r(words)}</w:p>`;
    const body = [
      joined("One "),
      p(r("goes on")),
      joined("Before a table"),
      `<w:tbl><w:tr><w:tc>${p(r("Cell"))}</w:tc></w:tr></w:tbl>`,
      p(`${r("Text")}<w:r><w:txbxContent>${joined("In a box")}</w:txbxContent></w:r>`),
      joined("At the end"),
    ].join("");
    expect(text(readDocx(archive({ "word/document.xml": document(body) })))).toBe(
      "One goes on\n\nBefore a table\n\nCell\n\nText\n\nIn a box\n\nAt the end\n",
    );
  });

  it("has the title of its properties where none is styled as one", () => {
    expect(
      readDocx(archive({ "word/document.xml": document(p(r("Text"))), "docProps/core.xml": core })),
    ).toMatchObject({
      title: "From the properties",
    });
  });

  const document1 = document(p(r("Text")));
  it.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(), "file-empty"],
    ["plain text", utf8("no archive"), "file-format"],
    ["an old or locked file", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), "file-binary"],
    ["an archive of something else", archive({ "a.txt": "a" }), "file-format"],
    ["half an archive", archive({ "word/document.xml": document1 }).subarray(0, 90), "file-damaged"],
    ["XML that does not end", archive({ "word/document.xml": "<w:document>" }), "file-format"],
    [
      "entities of its own making",
      archive({ "word/document.xml": `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>` }),
      "file-format",
    ],
    ["no words", archive({ "word/document.xml": document(p("")) }), "text-empty"],
  ])("of %s is refused", (_name, bytes, problem) => {
    expect(readDocx(bytes)).toMatchObject({ ok: false, problem });
  });
});

it("an OpenDocument text gives its headings, paragraphs, lists and tables", () => {
  const content = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>
    <text:h>Bridge</text:h><text:p>One<text:s text:c="2"/>two<text:tab/>three<text:line-break/>four <text:note>left out</text:note></text:p>
    <text:list><text:list-item><text:p>A toll</text:p></text:list-item></text:list>
    <table:table><table:table-row><table:table-cell><text:p>2026</text:p></table:table-cell><table:table-cell><text:p>4</text:p></table:table-cell></table:table-row></table:table>
    </office:text></office:body></office:document-content>`;
  const meta = `<office:document-meta xmlns:office="o" xmlns:meta="m" xmlns:dc="d"><office:meta><dc:title>Bridge</dc:title><meta:initial-creator>Lena Marsh</meta:initial-creator></office:meta></office:document-meta>`;
  const bytes = archive({
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml": content,
    "meta.xml": meta,
  });
  const result = odtImporter.read({ bytes, fileName: "a.odt" });
  expect(result).toMatchObject({ ok: true, title: "Bridge" });
  expect(text(result)).toBe("Bridge\n\nBy Lena Marsh\n\nOne  two\tthree\nfour\n\nA toll\n\n2026\t4\n");
});

it("an OpenDocument text has nothing of what is said of its pictures, nor of their data", () => {
  const frame = `<draw:frame><svg:title>A chart</svg:title><svg:desc>Rising</svg:desc><draw:image><office:binary-data>iVBORw0K</office:binary-data></draw:image></draw:frame>`;
  const content = openText(`<text:p>The <text:title>report</text:title>${frame} says so.</text:p>${frame}`);
  const bytes = archive({ "content.xml": content });
  expect(text(odtImporter.read({ bytes, fileName: "a.odt" }))).toBe("The report says so.\n");
});

it.each([
  ["2", "  "],
  ["-5", " "],
  ["2.5", "  "],
  ["many", " "],
  ["1e9", " ".repeat(1_000)],
])("an OpenDocument text with %s blanks in a row is read", (count, blanks) => {
  const content = openText(`<text:p>One<text:s text:c="${count}"/>two</text:p>`);
  const bytes = archive({ "content.xml": content });
  expect(text(odtImporter.read({ bytes, fileName: "a.odt" }))).toBe(`One${blanks}two\n`);
});

it("an OpenDocument text tells how many changes were tracked in it", () => {
  const region =
    "<text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region>";
  const content = openText(
    `<text:tracked-changes>${region.repeat(2)}</text:tracked-changes><text:p>Text</text:p>`,
  );
  const read = odtImporter.read({ bytes: archive({ "content.xml": content }), fileName: "a.odt" });
  expect(read).toMatchObject({
    text: "Text\n",
    notes: [{ key: "importing.changes-accepted", values: { count: 2 } }],
  });
});
