// libxml2's validator over what is written as TEI, REFI-QDA and for Word, by schemas that we put down from the public descriptions of these.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { ExportBundle } from "../../shared/annotated-json/bundle.ts";
import { docxExporter } from "../../shared/exporters/docx.ts";
import type { Exporter } from "../../shared/exporters/exporter.ts";
import { exportOf } from "../../shared/exporters/index.ts";
import {
  refiQdaAtlasTiExporter,
  refiQdaExporter,
  refiQdaMaxqdaExporter,
  refiQdaNvivoExporter,
} from "../../shared/exporters/refi-qda.ts";
import { teiExporter } from "../../shared/exporters/tei.ts";
import { randomBundle, sampleBundle } from "../helpers/bundles.ts";
import { runs } from "../helpers/tier.ts";

const schema = (name: string): string => readFileSync(join(import.meta.dirname, "schemas", name), "utf8");

interface Checked {
  readonly exporter: Exporter;
  readonly ending: RegExp;
  readonly schema: string;
  readonly beside: readonly string[];
}
const tei: Checked = { exporter: teiExporter, ending: /\.xml$/u, schema: "tei.xsd", beside: ["xml.xsd"] };
const refiQda: Checked = {
  exporter: refiQdaExporter,
  ending: /\.qde$/u,
  schema: "qda-project.xsd",
  beside: [],
};
const word: Checked = {
  exporter: docxExporter,
  ending: /^word\/(?:document|comments|styles|settings|numbering)\.xml$/u,
  schema: "wordprocessing.xsd",
  beside: [],
};

/** What is wrong with the XML files of the exports; `tamper` may spoil each first. */
async function faults(
  { exporter, ending, schema: own, beside }: Checked,
  bundles: readonly ExportBundle[],
  tamper = (xml: string): string => xml,
) {
  const files = bundles.flatMap((bundle) => {
    const written = exportOf(exporter, bundle).files.filter(({ name }) => ending.test(name));
    expect(written.length).toBeGreaterThan(0);
    return written;
  });
  const { errors } = await validateXML({
    xml: files.map(({ bytes }, at) => ({
      fileName: `file-${at}.xml`,
      contents: tamper(new TextDecoder().decode(bytes)),
    })),
    schema: { fileName: own, contents: schema(own) },
    preload: beside.map((name) => ({ fileName: name, contents: schema(name) })),
    maxMemoryPages: 4_096,
  });
  return errors.map(({ message }) => message);
}

test.each([
  ["TEI", tei],
  ["REFI-QDA", refiQda],
  ["Word", word],
] as const)("the sample project as %s is valid", async (_name, checked) => {
  expect(await faults(checked, [sampleBundle()])).toEqual([]);
});

test.each([
  ["TEI", tei],
  ["REFI-QDA", refiQda],
  ["REFI-QDA for MAXQDA", { ...refiQda, exporter: refiQdaMaxqdaExporter }],
  ["REFI-QDA for NVivo", { ...refiQda, exporter: refiQdaNvivoExporter }],
  ["REFI-QDA for ATLAS.ti", { ...refiQda, exporter: refiQdaAtlasTiExporter }],
  ["Word", word],
] as const)("whatever is exported as %s is valid", async (_name, checked) => {
  expect(await faults(checked, fc.sample(randomBundle, runs(12)))).toEqual([]);
});

test.each<[string, Checked, (xml: string) => string, RegExp]>([
  [
    "no namespace",
    refiQda,
    (xml) => xml.replace(' xmlns="urn:QDA-XML:project:1.0"', ""),
    /No matching global/u,
  ],
  [
    "another order",
    refiQda,
    (xml) => xml.replace(/(<Users>.*?<\/Users>\n)(<CodeBook>.*?<\/CodeBook>\n)/su, "$2$1"),
    /Users.*not expected/u,
  ],
  [
    "a code that is nowhere",
    refiQda,
    (xml) => xml.replace(/CodeRef targetGUID="./u, 'CodeRef targetGUID="0'),
    /No match found for key/u,
  ],
  [
    "a negative place",
    refiQda,
    (xml) => xml.replace(/startPosition="/u, 'startPosition="-'),
    /nonNegativeInteger/u,
  ],
  ["two marks of one id", tei, (xml) => xml.replace('xml:id="a2"', 'xml:id="a1"'), /a1/u],
  ["text outside a paragraph", tei, (xml) => xml.replace(/<body[^>]*>/u, "$&text"), /Character content/u],
  [
    "a header without a source",
    tei,
    (xml) => xml.replace(/<sourceDesc>.*?<\/sourceDesc>/su, ""),
    /Missing child/u,
  ],
  [
    "properties of a run in another order",
    word,
    (xml) => xml.replace("<w:b/><w:bCs/>", "<w:bCs/><w:b/>"),
    /b'?: This element is not expected/u,
  ],
  [
    "a comment that ends and did not begin",
    word,
    (xml) => xml.replace(/<w:commentRangeStart [^>]*>/u, ""),
    /No match found for key/u,
  ],
  [
    "two comments of one id",
    word,
    (xml) => xml.replace('<w:comment w:id="1"', '<w:comment w:id="0"'),
    /Duplicate/u,
  ],
  [
    "a comment without words",
    word,
    (xml) => xml.replace(/(<w:comment [^>]*>).*(<\/w:comment>)/u, "$1$2"),
    /Missing child/u,
  ],
  ["a time that is none", word, (xml) => xml.replace(/w:date="/u, 'w:date="x'), /dateTime/u],
])("%s is found", async (_what, checked, tamper, message) => {
  const found = await faults(checked, [sampleBundle()], tamper);
  expect(found.join("\n")).toMatch(message);
});
