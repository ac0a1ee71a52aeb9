// Files as other tools write them: facts of their formats, rebuilt here. Offsets behind an emoji tell which unit is meant.
import { describe, expect, it } from "vitest";
import { annotationImporterById, readAnnotations } from "../../../shared/annotation-importers/index.ts";
import type { Standoff } from "../../../shared/interchange/standoff.ts";
import type { NamedFile } from "../../../shared/interchange/zip.ts";
import { hashOf } from "../../helpers/bundles.ts";

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf8"));
const named = (files: Readonly<Record<string, unknown>>): NamedFile[] =>
  Object.entries(files).map(([name, value]) => ({
    name,
    bytes: bytes(typeof value === "string" ? value : JSON.stringify(value)),
  }));

function read(format: string, files: Readonly<Record<string, unknown>>) {
  const importer = annotationImporterById(format);
  if (!importer) throw new RangeError(format);
  return readAnnotations(importer, named(files), hashOf);
}

/** Each span as its label and words, each relation by the words at its ends. */
function said({ text, spans, relations }: Standoff): string[] {
  const words = (id: string): string => {
    const span = spans.find((one) => one.id === id);
    return span?.segments.map(({ start, end }) => text.slice(start, end)).join(" … ") ?? "?";
  };
  return [
    ...spans.map((span) =>
      [`${span.label}: ${words(span.id)}`, ...span.values.map(({ name, value }) => `${name}=${value}`)].join(
        " ",
      ),
    ),
    ...relations.map(({ label, from, to }) => `${words(from)} –${label}→ ${words(to)}`),
  ];
}

function takenFrom(format: string, files: Readonly<Record<string, unknown>>) {
  const result = read(format, files);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

const allSaid = (format: string, files: Readonly<Record<string, unknown>>): string[][] =>
  takenFrom(format, files).documents.map(said);

const emoji = "💩This is an annotation.";

describe("W3C Web Annotation", () => {
  const annotation = (start: number, end: number, more: object = {}) => ({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: "#a1",
    type: "Annotation",
    creator: { type: "Person", name: "Bo" },
    body: [
      { type: "TextualBody", purpose: "tagging", value: "claim" },
      { type: "TextualBody", purpose: "commenting", value: "look again" },
    ],
    target: {
      source: "http://example.org/text.txt",
      selector: [
        { type: "TextQuoteSelector", exact: "annotation", prefix: "an ", suffix: "." },
        { type: "TextPositionSelector", start, end },
      ],
    },
    ...more,
  });

  it("counts code points, as the model says", () => {
    const { documents, moved } = takenFrom("web-annotation", {
      "a.jsonld": annotation(12, 22),
      "text.txt": emoji,
    });
    expect(documents.map(said)).toEqual([["claim: annotation note=look again"]]);
    expect([documents[0]?.annotator, moved]).toEqual(["Bo", []]);
  });

  it("takes code units where the quotes say that these were counted", () => {
    const { documents, moved } = takenFrom("web-annotation", {
      "a.jsonld": [annotation(13, 23)],
      "text.txt": emoji,
    });
    expect([documents.map(said), moved]).toEqual([[["claim: annotation note=look again"]], []]);
  });

  it("finds by its quote what has no position, or one that is wrong", () => {
    const quote = { type: "TextQuoteSelector", exact: "annotation", prefix: "an ", suffix: "." };
    const target = { source: "text.txt", selector: quote };
    const { documents, moved } = takenFrom("web-annotation", {
      "a.jsonld": { items: [annotation(0, 0, { id: "#a2", target }), annotation(3, 9)] },
      "text.txt": emoji,
    });
    expect(documents.map(said)).toEqual([
      ["claim: annotation note=look again", "claim: annotation note=look again"],
    ]);
    expect(moved.map(({ where }) => where)).toEqual(["/items/0", "/items/1"]);
  });
});

describe("brat standoff", () => {
  it("reads events, relations, attributes, notes, references and spans in pieces", () => {
    const files = {
      "a.txt": "👍 Lorem ipsum dolor sit, Venn said.",
      "a.ann": [
        "T1\tOrg 2 7;14 19\tLorem dolor",
        "T2\tPerson 25 29\tVenn",
        "T3\tSay 30 34\tsaid",
        "E1\tSay:T3 Speaker:T2 Theme:T1 Theme2:T2",
        "A1\tNegation E1",
        "A2\tConfidence T1 L1",
        "N1\tReference T2 Wikipedia:42\tMara Venn",
        "#1\tAnnotatorNotes T2\tlook again",
        "R1\tWorks-for Arg1:T2 Arg2:T1",
        "*\tEquiv T1 T2",
        "",
      ].join("\r\n"),
    };
    expect(allSaid("brat", files)).toEqual([
      [
        "Org: Lorem … dolor Confidence=L1",
        "Person: Venn entity=Mara Venn note=look again",
        "Say: said Negation=true",
        "Venn –Works-for→ Lorem … dolor",
        "Lorem … dolor –Equiv→ Venn",
        "said –Speaker→ Venn",
        "said –Theme→ Lorem … dolor",
        "said –Theme→ Venn",
      ],
    ]);
  });

  it("counts CR LF as one, and joins the lines of a span", () => {
    const files = {
      "a.txt": "one\r\ntwo\r\nthree four",
      "a.ann": "T1\tclaim 4 7;8 13\ttwo three\nT2\tcue 14 18\tfour\n",
    };
    expect(allSaid("brat", files)).toEqual([["claim: two\r\nthree", "cue: four"]]);
  });
});

describe("UIMA CAS", () => {
  const text = "🥳 This 👳🏻\u200d♀️ is";
  it("counts code units in JSON, and knows references, lists and relation layers", () => {
    const value = {
      "%TYPES": {},
      "%FEATURE_STRUCTURES": [
        {
          "%ID": 1,
          "%TYPE": "uima.cas.Sofa",
          sofaNum: 1,
          sofaID: "_InitialView",
          mimeType: "text",
          sofaString: text,
        },
        {
          "%ID": 2,
          "%TYPE": "webanno.custom.Emoji",
          "@sofa": 1,
          "^begin": 0,
          begin: 0,
          end: 2,
          mood: "glad",
        },
        { "%ID": 3, "%TYPE": "webanno.custom.Emoji", "@sofa": 1, begin: 8, end: 15, "@links": 6 },
        {
          "%ID": 4,
          "%TYPE": "webanno.custom.Tie",
          "@sofa": 1,
          begin: 8,
          end: 15,
          "@Governor": 2,
          "@Dependent": 3,
          label: "before",
        },
        { "%ID": 5, "%TYPE": "webanno.custom.EmojiLink", role: "friend", "@target": 2 },
        { "%ID": 6, "%TYPE": "uima.cas.FSArray", "%ELEMENTS": [5] },
        {
          "%ID": 7,
          "%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token",
          "@sofa": 1,
          begin: 3,
          end: 7,
        },
      ],
      "%VIEWS": { _InitialView: { "%SOFA": 1, "%MEMBERS": [2, 3, 4, 7] } },
    };
    expect(allSaid("cas-json", { "Bo.json": value })).toEqual([
      ["Emoji: 🥳 mood=glad", "Emoji: 👳🏻\u200d♀️", "👳🏻\u200d♀️ –friend→ 🥳", "🥳 –before→ 👳🏻\u200d♀️"],
    ]);
  });

  it("reads XMI with named entities, with and without its type system", () => {
    const xmi = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:ner="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore" xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0">',
      '<cas:NULL xmi:id="0"/>',
      '<ner:NamedEntity xmi:id="2" sofa="1" begin="0" end="4" value="PER"/>',
      '<custom:Quote xmi:id="3" sofa="1" begin="10" end="14" number="2" speakerLinks="4"/>',
      '<custom:QuoteLink xmi:id="4" role="speaker" target="2"/>',
      '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="Venn said &quot;no&quot;.&#10;"/>',
      '<cas:View sofa="1" members="2 3"/>',
      "</xmi:XMI>",
    ].join("\n");
    const types = `<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types><typeDescription><name>webanno.custom.Quote</name><features><featureDescription><name>number</name><rangeTypeName>uima.cas.Integer</rangeTypeName></featureDescription><featureDescription><name>speakerLinks</name><rangeTypeName>uima.cas.FSArray</rangeTypeName></featureDescription></features></typeDescription><typeDescription><name>webanno.custom.QuoteLink</name><features><featureDescription><name>role</name><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription></features></typeDescription><typeDescription><name>de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity</name><features><featureDescription><name>value</name><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription></features></typeDescription></types></typeSystemDescription>`;
    const expected = [["PER: Venn", 'Quote: "no" number=2', '"no" –speaker→ Venn']];
    expect(allSaid("cas-xmi", { "Bo.xmi": xmi })).toEqual(expected);
    expect(allSaid("cas-xmi", { "Bo.xmi": xmi, "TypeSystem.xml": types })).toEqual(expected);
  });
});

describe("Label Studio", () => {
  it("reads regions, what is said of them, relations, and predictions", () => {
    const region = (id: string, start: number, end: number, text: string, label: string) => ({
      id,
      from_name: "label",
      to_name: "text",
      type: "labels",
      value: { start, end, text, labels: [label] },
    });
    const value = [
      {
        id: 7,
        data: { text: emoji },
        annotations: [
          {
            id: 1,
            completed_by: { id: 1, email: "bo@example.org", first_name: "Bo", last_name: "Berg" },
            result: [
              region("aB1", 13, 23, "annotation", "Claim"),
              {
                id: "aB1",
                from_name: "polarity",
                to_name: "text",
                type: "choices",
                value: { start: 13, end: 23, choices: ["denies"] },
              },
              region("c", 2, 6, "This", "Speaker"),
              { from_id: "aB1", to_id: "c", type: "relation", direction: "right", labels: ["speaker"] },
            ],
          },
        ],
        predictions: [{ model_version: "m1", score: 0.5, result: [region("p", 2, 6, "This", "Cue")] }],
      },
    ];
    const { documents } = takenFrom("label-studio", { "tasks.json": value });
    expect(documents.map(said)).toEqual([
      ["Claim: annotation polarity=denies", "Speaker: This", "annotation –speaker→ This"],
      ["Cue: This"],
    ]);
    expect(documents.map(({ annotator }) => annotator)).toEqual(["Bo Berg", "m1"]);
  });
});

describe("doccano, Prodigy and PubAnnotation", () => {
  it("reads doccano’s short shape and its relations", () => {
    const lines = [
      JSON.stringify({ text: emoji, label: [[12, 22, "ORG"]] }),
      JSON.stringify({
        id: 2,
        text: "a b",
        entities: [
          { id: 4, start_offset: 0, end_offset: 1, label: "A" },
          { id: 5, start_offset: 2, end_offset: 3, label: "B" },
        ],
        relations: [{ id: 1, from_id: 4, to_id: 5, type: "to" }],
        Comments: [],
      }),
    ].join("\n");
    expect(allSaid("doccano", { "admin.jsonl": lines })).toEqual([
      ["ORG: annotation"],
      ["A: a", "B: b", "a –to→ b"],
    ]);
  });

  it("reads Prodigy’s relations by their spans, and leaves out what was rejected there", () => {
    const lines = [
      JSON.stringify({
        text: emoji,
        spans: [{ start: 12, end: 22, label: "X", token_start: 3, token_end: 3 }],
        relations: [
          {
            head: 3,
            child: 1,
            label: "of",
            head_span: { start: 12, end: 22, label: "X" },
            child_span: { start: 1, end: 5, label: "Y" },
          },
        ],
        answer: "accept",
        _session_id: "bo",
      }),
      JSON.stringify({ text: "b", spans: [], answer: "reject" }),
    ].join("\n");
    const { documents, rejected } = takenFrom("prodigy", { "a.jsonl": lines });
    expect(documents.map(said)).toEqual([["X: annotation", "Y: This", "annotation –of→ This"]]);
    expect(rejected.length).toBe(1);
  });

  it("reads PubAnnotation’s tracks as annotators", () => {
    const track = (project: string, begin: number, end: number) => ({
      project,
      denotations: [{ id: "T1", span: { begin, end }, obj: "Claim" }],
      attributes: [{ id: "A1", subj: "T1", pred: "sure", obj: true }],
    });
    const { documents } = takenFrom("pubannotation", {
      "a.json": { text: emoji, sourceid: "1", tracks: [track("p1", 12, 22), track("p2", 1, 5)] },
    });
    expect(documents.map((one) => [one.annotator, ...said(one)])).toEqual([
      ["p1", "Claim: annotation sure=true"],
      ["p2", "Claim: This sure=true"],
    ]);
  });
});

describe("Citron", () => {
  it("makes a card of each quote", () => {
    const place = (start: number, end: number, text: string) => ({ start, end, text });
    const value = {
      text: "👍 “No,” Venn said, “never.”",
      quotes: [
        {
          id: 0,
          cue: place(13, 17, "said"),
          sources: [place(8, 12, "Venn")],
          contents: [place(2, 7, "“No,”"), place(19, 27, "“never.”")],
          confidence: 0.9,
        },
      ],
      coreference_groups: [],
    };
    expect(allSaid("citron", { "a.json": value })).toEqual([
      [
        "cue: said",
        "claim: “No,” … “never.”",
        "speaker: Venn",
        "attribution: “No,” … “never.”",
        "“No,” … “never.” –cue→ said",
        "“No,” … “never.” –claim→ “No,” … “never.”",
        "“No,” … “never.” –voice→ Venn",
      ],
    ]);
  });
});

describe("REFI-QDA", () => {
  const project = (more: string) =>
    `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="P"><Users><User guid="u1" name="Bo Berg"/></Users><CodeBook><Codes><Code guid="c1" name="Claim" isCodable="true"><Code guid="c2" name="Direct" isCodable="true"/></Code><Code guid="c3" name="mood" isCodable="false"><Code guid="c4" name="glad" isCodable="true"/></Code></Codes></CodeBook><Sources><TextSource guid="s1" name="Text" plainTextPath="internal://s1.txt">${more}</TextSource></Sources><Notes><Note guid="n1" name="N"><PlainTextContent>look again</PlainTextContent></Note></Notes><Links><Link guid="l1" name="says" direction="OneWay" originGUID="p1" targetGUID="p2"/></Links></Project>`;
  const selection = (guid: string, start: number, end: number, ...codes: string[]) =>
    `<PlainTextSelection guid="${guid}" name="" startPosition="${start}" endPosition="${end}" creatingUser="u1">${codes.map((code, at) => `<Coding guid="${guid}${at}"><CodeRef targetGUID="${code}"/></Coding>`).join("")}<NoteRef targetGUID="n1"/></PlainTextSelection>`;

  it("reads codes, values, notes, links and users, whatever the folder of sources is called", () => {
    const qde = project(selection("p1", 12, 22, "c1", "c4") + selection("p2", 1, 5, "c2", "c1"));
    const { documents } = takenFrom("refi-qda", { "project.qde": qde, "sources/s1.TXT": emoji });
    expect(documents.map(({ annotator, title }) => [annotator, title])).toEqual([["Bo Berg", "Text"]]);
    expect(documents.map(said)).toEqual([
      [
        "Claim: annotation mood=glad note=look again",
        "Direct: This note=look again",
        "Claim: This note=look again",
        "annotation –says→ This",
      ],
    ]);
  });

  it("counts as the program does that it came from", () => {
    const text = "One.\r\nTwo.\r\nThree said.\r\n";
    const qde = (origin: string, start: number) =>
      project(selection("p1", start, start + 5, "c1")).replace(' name="P"', ` name="P" origin="${origin}"`);
    for (const [origin, start] of [
      ["ATLAS.ti Windows 23.2", 10],
      ["MAXQDA 2022", 12],
      ["NVivo", 12],
    ] as const) {
      const files = { "other name.qde": qde(origin, start), "Sources/s1.txt": text };
      expect(takenFrom("refi-qda", files).documents.map(said)).toEqual([["Claim: Three note=look again"]]);
    }
  });

  it("takes the description of a selection for a remark, and a draft of the standard", () => {
    const qde = project(selection("p1", 12, 22, "c1"))
      .replace('<NoteRef targetGUID="n1"/>', "<Description>look, Ana &amp; Bo</Description>")
      .replace("project:1.0", "project:0:4");
    const { documents } = takenFrom("refi-qda", { "project.qde": qde, "sources/s1.txt": emoji });
    expect(documents.map(said)).toEqual([["Claim: annotation note=look, Ana & Bo"]]);
  });

  it("is refused without the namespace, and without its text", () => {
    expect(read("refi-qda", { "project.qde": project("").replace(/ xmlns="[^"]*"/u, "") }).ok).toBe(false);
    expect(read("refi-qda", { "project.qde": project("") }).ok).toBe(false);
  });
});

describe("WebAnno TSV", () => {
  const tsv = [
    "#FORMAT=WebAnno TSV 3.3",
    "#T_SP=webanno.custom.Frame|FE|ROLE_webanno.custom.Frame:Roles_webanno.custom.FrameRolesLink|webanno.custom.Lu",
    "#T_SP=webanno.custom.Lu|luvalue",
    "#T_RL=webanno.custom.Relation|value|BT_webanno.custom.Lu",
    "",
    "",
    "#Text=Bob auctioned the clock 😊 .",
    "1-1\t0-3\tBob\t_\t_\t_\tbob\t_\t_\t",
    "1-2\t4-13\tauctioned\ttransaction\tseller;goods\t1-1;1-3[4]\t_\t_\t_\t",
    "1-3\t14-17\tthe\t_\t_\t_\tclock[4]\tof\\_x\t1-1[0_4]\t",
    "1-4\t18-23\tclock\t_\t_\t_\tclock[4]\t_\t_\t",
    "1-5\t24-26\t😊\t*\t_\t_\t_\t_\t_\t",
    "1-6\t27-28\t.\t_\t_\t_\t_\t_\t_\t",
    "",
    "#Text=John left",
    "2-1\t29-33\tJohn\t_\t_\t_\t_\t_\t_\t",
    "2-1.1\t29-31\tJo\t_\t_\t_\tj\\|o[5]|part[6]\t_\t_\t",
    "2-2\t34-38\tleft\t_\t_\t_\t_\t_\t_\t",
    "",
  ].join("\n");

  it("reads slots, stacked and many-word annotations, parts of words and relations, in code units", () => {
    const { documents, rejected } = takenFrom("webanno-tsv", { "Bo.tsv": tsv });
    expect(rejected).toEqual([]);
    expect(documents[0]?.text).toBe("Bob auctioned the clock 😊 .\nJohn left");
    expect(documents.map(said)).toEqual([
      [
        "Lu: Bob luvalue=bob",
        "Frame: auctioned FE=transaction",
        "Lu: the clock luvalue=clock",
        "Frame: 😊",
        "Lu: Jo luvalue=j|o",
        "Lu: Jo luvalue=part",
        "auctioned –seller→ Bob",
        "auctioned –goods→ the clock",
        "Bob –of_x→ the clock",
      ],
    ]);
  });

  it("names lines that are none of its, and refuses what is no such file", () => {
    const { rejected } = takenFrom("webanno-tsv", { "Bo.tsv": `${tsv}nonsense\n` });
    expect(rejected).toHaveLength(1);
    expect(read("webanno-tsv", { "Bo.tsv": "1-1\t0-3\tBob" }).ok).toBe(false);
  });
});
