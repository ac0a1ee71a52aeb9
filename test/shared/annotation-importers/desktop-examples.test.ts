// Files as INCEpTION, WebAnno and the programs of qualitative research write them: facts of their formats, rebuilt here.
import { describe, expect, it } from "vitest";
import { allSaid, emoji, read, said, takenFrom } from "./reading.ts";

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

describe("several views of one CAS", () => {
  const xmi = [
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0">',
    '<custom:Quote xmi:id="4" sofa="2" begin="0" end="4"/>',
    '<custom:Quote xmi:id="5" sofa="1" begin="5" end="9"/>',
    '<cas:Sofa xmi:id="2" sofaNum="2" sofaID="german" sofaString="Venn sagte nein."/>',
    '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="Venn said no."/>',
    "</xmi:XMI>",
  ].join("\n");
  const structures = {
    "1": { "%TYPE": "uima.cas.Sofa", sofaID: "_InitialView", sofaString: "Venn said no." },
    "2": { "%TYPE": "uima.cas.Sofa", sofaID: "german", sofaString: "Venn sagte nein." },
    "4": { "%TYPE": "custom.Quote", "@sofa": 2, begin: 0, end: 4 },
    "5": { "%TYPE": "custom.Quote", "@sofa": 1, begin: 5, end: 9 },
  };
  const list = Object.entries(structures).map(([id, one]) => ({ "%ID": Number(id), ...one }));

  it.each([
    ["XMI", "cas-xmi", { "a.xmi": xmi }],
    ["JSON as a list", "cas-json", { "a.json": { "%FEATURE_STRUCTURES": list } }],
    ["JSON as an object", "cas-json", { "a.json": { "%FEATURE_STRUCTURES": structures } }],
  ])("are a text each, with what lies on it: %s", (_name, format, files) => {
    const { documents, rejected } = takenFrom(format, files);
    expect(Object.fromEntries(documents.map((one) => [one.article, [one.text, ...said(one)]]))).toEqual({
      a: ["Venn said no.", "Quote: said"],
      "a/german": ["Venn sagte nein.", "Quote: Venn"],
    });
    expect(rejected).toEqual([]);
  });

  it("without a text are told, and the others are taken", () => {
    const files = { "a.xmi": xmi.replace(' sofaString="Venn sagte nein."', ' sofaURI="file:b.txt"') };
    const { documents, rejected } = takenFrom("cas-xmi", files);
    expect(documents.map(said)).toEqual([["Quote: said"]]);
    // The text, and what lies on it.
    expect(rejected).toHaveLength(2);
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

  const coding = (user: string, code: string) =>
    `<Coding guid="${user}${code}" creatingUser="${user}"><CodeRef targetGUID="${code}"/></Coding>`;
  const selected = (start: number, end: number, codings: string, name = "") =>
    `<PlainTextSelection guid="s${start}" name="${name}" startPosition="${start}" endPosition="${end}" creatingUser="u1"><Description/>${codings}</PlainTextSelection>`;
  const withUsers = (selections: string, origin: string) =>
    project(selections)
      .replace(' name="P"', ` name="P" origin="${origin}"`)
      .replace(/<User /u, '<User guid="u2" name="Cleo"/><User ');

  it("counts as most ends of selections stand at the edges of words, and gives each coding to its own user", () => {
    const text = "\ufeff👍 One.\r\n👍 Two.\r\nThree said so.\r\n";
    const [first, last] = [text.indexOf("Two") - 1, text.indexOf("Three") - 1];
    const qde = withUsers(
      selected(first, first + 3, coding("u2", "c1")) +
        selected(last, last + 5, coding("u2", "c1") + coding("u1", "c2")),
      "another program",
    );
    const { documents, told } = takenFrom("refi-qda", { "project.qde": qde, "Sources/s1.txt": text });
    expect(documents.map(({ annotator, ...document }) => [annotator, ...said(document as never)])).toEqual([
      ["Cleo", "Claim: Two", "Claim: Three"],
      ["Bo Berg", "Direct: Three"],
    ]);
    expect(documents[0]?.text).toBe(text.slice(1));
    expect(told).toMatchObject([{ what: { values: { edges: 4, fitting: 4 } } }]);
  });

  it("takes the name of a selection for what it holds, where that tells more", () => {
    const text = "One.\r\nTwo.\r\nmothers smother";
    const qde = withUsers(selected(12, 18, coding("u1", "c1"), "mother…"), "ATLAS.ti");
    const files = { "project.qde": qde, "Sources/s1.txt": text };
    expect(takenFrom("refi-qda", files).documents.map(said)).toEqual([["Claim: mother"]]);
    const plain = { ...files, "project.qde": qde.replace("mother…", "") };
    expect(takenFrom("refi-qda", plain).documents.map(said)).toEqual([["Claim: thers "]]);
  });

  it("takes a code below one that is none for a label where nothing else is coded", () => {
    const qde = withUsers(selected(12, 22, coding("u1", "c4")) + selected(1, 5, coding("u1", "c1")), "NVivo");
    const { documents } = takenFrom("refi-qda", { "project.qde": qde, "sources/s1.txt": emoji });
    expect(documents.map(said)).toEqual([["glad: annotation", "Claim: This"]]);
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

  const ofLayer = (layers: readonly string[], rows: readonly string[]) =>
    takenFrom("webanno-tsv", {
      "Bo.tsv": [
        "#FORMAT=WebAnno TSV 3.3",
        ...layers,
        "",
        "",
        "#Text=She said they left .",
        ...rows,
        "",
      ].join("\n"),
    });
  const row = (at: number, word: string, ...cells: readonly string[]): string => {
    const start = "She said they left .".indexOf(word);
    return [`1-${at}`, `${start}-${start + word.length}`, word, ...cells, ""].join("\t");
  };

  it("reads each element of a chain as a mark of its own, tied to the next one", () => {
    const { documents, rejected } = ofLayer(
      ["#T_CH=de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink|referenceRelation|referenceType"],
      [
        row(1, "She", "anaphoric->1-1|*->2-2", "pro[1]|*[2]"),
        row(2, "said", "*->2-1", "*[2]"),
        row(3, "they", "*->1-2", "nam[1]"),
        row(4, "left", "*->1-2", "nam[1]"),
      ],
    );
    expect(rejected).toEqual([]);
    expect(documents.map(said)).toEqual([
      [
        "pro: She chain=1",
        "CoreferenceLink: She chain=2",
        "CoreferenceLink: said chain=2",
        "nam: they left chain=1",
        "She –anaphoric→ they left",
        "said –next→ She",
      ],
    ]);
  });

  it("names relations by the feature that says what they are, and keeps their others", () => {
    const { documents, rejected } = ofLayer(
      [
        "#T_SP=custom.Mark|",
        "#T_RL=custom.Tie|sure|value|BT_custom.Mark",
        "#T_RL=custom.Plain|BT_custom.Mark",
      ],
      [row(1, "She", "*", "_", "_", "_", "_"), row(2, "said", "*", "true", "says", "1-1", "1-1")],
    );
    expect(rejected).toEqual([]);
    expect(documents[0]?.relations.map(({ label, values }) => ({ label, values }))).toEqual([
      { label: "says", values: [{ name: "sure", value: "true" }] },
      { label: "Plain", values: undefined },
    ]);
  });

  it("reads hosts whose slots nothing fills, and calls a slot without a role by its name", () => {
    const { documents, rejected } = ofLayer(
      ["#T_SP=custom.Mark|", "#T_SP=custom.Host|ROLE_custom.Host:voices_custom.HostVoicesLink|custom.Mark"],
      [row(1, "She", "*", "_", "_"), row(2, "said", "_", "*", "1-1"), row(3, "they", "_", "_", "*")],
    );
    expect(rejected).toEqual([]);
    expect(documents.map(said)).toEqual([["Mark: She", "Host: said", "Host: they", "said –voices→ She"]]);
  });

  it("names lines that are none of its, and refuses what is no such file", () => {
    const { rejected } = takenFrom("webanno-tsv", { "Bo.tsv": `${tsv}nonsense\n` });
    expect(rejected).toHaveLength(1);
    expect(read("webanno-tsv", { "Bo.tsv": "1-1\t0-3\tBob" }).ok).toBe(false);
  });
});
