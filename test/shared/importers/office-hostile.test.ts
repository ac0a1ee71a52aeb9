// Word processors' files that were made to go round in circles or to overflow what reads them.
import { expect, test } from "vitest";
import { docxImporter } from "../../../shared/importers/docx.ts";
import { archive, document, footnotes, noted, p, r } from "./office-parts.ts";

const textOfDocx = (body: string, notes: Readonly<Record<string, string>>): string => {
  const bytes = archive({ "word/document.xml": document(body), "word/footnotes.xml": footnotes(notes) });
  const read = docxImporter.read({ bytes, fileName: "a.docx" });
  return read.ok ? read.text : read.problem;
};

test("footnotes that refer to themselves or to each other are read once", () => {
  const body = p(`${r("She said no.")}${noted("1")}${noted("2")}`);
  expect(textOfDocx(body, { 1: `${r("See there")}${noted("1")}`, 2: r("Or here") })).toBe(
    "She said no.[1][2]\n\n[1] See there\n\n[2] Or here\n",
  );
  const round = { 1: `${r("The second")}${noted("2")}`, 2: `${r("The first")}${noted("1")}` };
  expect(textOfDocx(p(`${r("She said no.")}${noted("1")}`), round)).toBe(
    "She said no.[2]\n\n[1] The first\n\n[2] The second[1]\n",
  );
});

test("a footnote that is referred to twice has one number", () => {
  const body = p(`${r("One")}${noted("1")}${r(", two")}${noted("1")}`);
  expect(textOfDocx(body, { 1: r("Both") })).toBe("One[1], two[1]\n\n[1] Both\n");
});
