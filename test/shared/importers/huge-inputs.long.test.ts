// What is huge or nested without end is read in time that grows with its length, or refused.
import { expect, it } from "vitest";
import { docxImporter } from "../../../shared/importers/docx.ts";
import { htmlImporter } from "../../../shared/importers/html.ts";
import { textImporter } from "../../../shared/importers/text.ts";
import { tier } from "../../helpers/tier.ts";
import { archive } from "./office-parts.ts";

const texts: readonly (readonly [name: string, text: () => string])[] = [
  ["capitals", () => `By ${"Aa ".repeat(3_000_000)}`],
  ["one line", () => "word ".repeat(2_000_000)],
  ["ten million lines", () => "\n".repeat(9_999_990).concat("text")],
  ["brackets", () => "(".repeat(9_000_000)],
  ["20 MB of three bytes a character", () => "语".repeat(6_900_000)],
];

it.each(tier === "all" ? texts : texts.slice(0, 1))(
  "ten million characters of %s are read",
  (_name, text) => {
    const bytes = Buffer.from(text(), "utf8");
    expect(textImporter.read({ bytes, fileName: "a.txt" })).toMatchObject({ ok: true });
  },
);

it("a page nested a hundred thousand levels deep is read", () => {
  const words = "The harbour bridge will close for at least a year from January, the mayor said on Tuesday.";
  const bytes = Buffer.from(`${"<div>".repeat(100_000)}<p>${words}</p>`, "utf8");
  expect(htmlImporter.read({ bytes, fileName: "page.html" })).toMatchObject({ ok: true, text: `${words}\n` });
});

// Bringing in refuses such a document in every tier.
it.runIf(tier === "all")("a Word document that unpacks to 120 MB is refused", () => {
  const bytes = archive({ "word/document.xml": new Uint8Array(120 * 1024 * 1024).fill(0x20) });
  expect(docxImporter.read({ bytes, fileName: "a.docx" })).toMatchObject({
    ok: false,
    problem: "file-too-large",
  });
});
