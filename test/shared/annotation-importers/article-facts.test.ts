// What other tools' files say of an article, where they keep such things, is known of it; what has no counterpart is told as before.
import { expect, it } from "vitest";
import { takenFrom } from "./reading.ts";

const text = "Ann said yes.";
const row = (number: number, form: string, misc = "_"): string =>
  [number, form, "_", "_", "_", "_", "_", "_", "_", misc].join("\t");
const xmi = `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmi:version="2.0"
  xmlns:type="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore">
  <cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${text}"/>
  <type:MetaDataStringField xmi:id="2" sofa="1" begin="0" end="13" key="author" value="Ann Bell"/>
  <type:MetaDataStringField xmi:id="3" sofa="1" begin="0" end="13" key="date" value="2026-01-02"/>
  <type:MetaDataStringField xmi:id="4" sofa="1" begin="0" end="13" key="genre" value="news"/>
  <cas:View sofa="1" members="2 3 4"/>
</xmi:XMI>`;

it.each([
  [
    "label-studio",
    { "a.json": [{ data: { text, author: "Ann Bell", date: "2026-01-02" }, annotations: [] }] },
  ],
  ["doccano", { "a.jsonl": { text, label: [], author: ["Ann Bell"], date: "2026-01-02" } }],
  ["doccano", { "a.jsonl": { text, label: [], meta: { author: "Ann Bell", date: "2026-01-02" } } }],
  ["prodigy", { "a.jsonl": { text, spans: [], meta: { author: "Ann Bell", date: "2026-01-02" } } }],
  ["pubannotation", { "a.json": { text, denotations: [], author: "Ann Bell", date: "2026-01-02" } }],
  ["cas-xmi", { "a.xmi": xmi }],
  [
    "conll-u",
    {
      "a.conllu": [
        ...["# newdoc id = d", "# meta::author = Ann Bell", "# meta::date = 2026-01-02", "# author = no one"],
        ...[row(1, "Ann"), row(2, "said"), row(3, "yes", "SpaceAfter=No"), row(4, "."), ""],
      ].join("\n"),
    },
  ],
])("%s", (format, files) => {
  const { documents, rejected } = takenFrom(format, files);
  expect(rejected).toEqual([]);
  expect(documents.map(({ about, spans }) => [about?.map((one) => [one.field, one.value]), spans])).toEqual([
    [
      [
        ["author", "Ann Bell"],
        ["date", "2026-01-02"],
      ],
      [],
    ],
  ]);
});

it("of a CAS that has no counterpart is counted, and is no mark", () => {
  const { passed, documents } = takenFrom("cas-xmi", { "a.xmi": xmi });
  expect(documents[0]?.spans).toEqual([]);
  expect(passed).toMatchObject([{ name: "MetaDataStringField", count: 1 }]);
});

it("whose place has other words is told", () => {
  const item = { text, label: [], metadata_byline: "0-3 Ann", metadata_title: "4-8 Else" };
  const { documents, passed } = takenFrom("doccano", { "a.jsonl": item });
  expect(documents[0]?.metadata).toEqual([{ field: "byline", start: 0, end: 3 }]);
  expect(passed).toMatchObject([{ name: "metadata_title", why: "not-read", count: 1 }]);
});
