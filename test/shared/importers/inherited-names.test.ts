// Every object of JavaScript has a `constructor` and a `toString`: a file whose elements or words are named so means nothing by it.
import { expect, it } from "vitest";
import { utf8 } from "../../../shared/files/zip.ts";
import { docxImporter } from "../../../shared/importers/docx.ts";
import { htmlImporter } from "../../../shared/importers/html.ts";
import type { ImportResult } from "../../../shared/importers/importer.ts";
import { rtfImporter } from "../../../shared/importers/rtf.ts";
import { archive, document, p, r } from "./office-parts.ts";

const names = ["constructor", "toString", "valueOf", "hasOwnProperty", "__proto__"];
const letters = names.filter((name) => /^[a-zA-Z]+$/.test(name));

const article = (result: ImportResult) =>
  result.ok ? { text: result.text, blocks: result.blocks ?? [] } : result;

it.each(letters)("as \\%s in rich text", (name) => {
  const rich = (words: string) =>
    article(rtfImporter.read({ bytes: utf8(`{\\rtf1 The mayor ${words}said no.\\par}`), fileName: "a.rtf" }));
  expect(rich(`\\${name} `)).toEqual(rich(""));
});

it.each(names)("as <%s> or a role in a page", (name) => {
  const page = (element: string, role: string) =>
    article(
      htmlImporter.read({
        bytes: utf8(
          `<html><body><p>The mayor said no to the bridge.</p><${element}>She said it in May.</${element}><div role="${role}">He agreed, he said.</div></body></html>`,
        ),
        fileName: "a.html",
      }),
    );
  // No element begins with an underscore.
  const element = letters.includes(name) ? name : "unknown";
  expect(page(element, name)).toEqual(page("unknown", "unknown"));
});

it.each(names)("as <w:%s> in a document", (name) => {
  const office = (element: string) =>
    article(
      docxImporter.read({
        bytes: archive({
          "word/document.xml": document(p(`${r("The mayor ")}<w:r><w:${element}/></w:r>${r("said no.")}`)),
        }),
        fileName: "a.docx",
      }),
    );
  expect(office(name)).toEqual(office("unknown"));
});
