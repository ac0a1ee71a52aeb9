// TEI as editions and corpora have it: facts of the guidelines and of the documentation of corpora, rebuilt here with words of our own.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recogniseFormats } from "../../../shared/formats/format-table.ts";
import { hashOf } from "../../helpers/bundles.ts";
import { runs } from "../../helpers/tier.ts";
import { allSaid, named, read, said, takenFrom } from "./reading.ts";

const tei = (body: string, header = "", beside = ""): string =>
  `<?xml version="1.0"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader><fileDesc><titleStmt><title>A day in Rhyl</title></titleStmt></fileDesc>
    <profileDesc><particDesc><listPerson>
      <person xml:id="ada"><persName>Ada Venn</persName></person>
      <person xml:id="bo"><persName>Bo Berg</persName></person>
      <relation name="married" mutual="#ada #bo"/>
    </listPerson></particDesc></profileDesc>${header}</teiHeader>
  ${beside}
  <text><body>${body}</body></text>
</TEI>`;

const text = (body: string): string | undefined =>
  takenFrom("tei", { "a.xml": tei(body) }).documents[0]?.text;

describe("the header of TEI", () => {
  const aboutIn = (statements: string) => {
    const file = `<TEI><teiHeader><fileDesc>${statements}</fileDesc></teiHeader><text><body><p>Rain.</p></body></text></TEI>`;
    return (takenFrom("tei", { "a.xml": file }).documents[0]?.about ?? []).map(({ field, value }) => [
      field,
      value,
    ]);
  };

  it("says who wrote the article, who published it and when", () => {
    expect(
      aboutIn(`<titleStmt><title>A day</title><author>Ada <hi>Venn</hi></author><author>Bo Berg</author></titleStmt>
        <publicationStmt><publisher>Rhyl Post</publisher><date when="2026-03-01"/></publicationStmt>`),
    ).toEqual([
      ["author", "Ada Venn"],
      ["author", "Bo Berg"],
      ["publisher", "Rhyl Post"],
      ["date", "2026-03-01"],
    ]);
  });

  it("says it of the source before the edition of it, and nothing where nothing is said", () => {
    expect(
      aboutIn(`<titleStmt><author>Ada Venn</author></titleStmt>
        <publicationStmt><publisher>An archive</publisher><date>2020</date></publicationStmt>
        <sourceDesc><bibl><publisher>Rhyl Post</publisher>, <date>1 March 1926</date></bibl></sourceDesc>`),
    ).toEqual([
      ["author", "Ada Venn"],
      ["publisher", "Rhyl Post"],
      ["date", "1 March 1926"],
    ]);
    expect(aboutIn("<titleStmt><title>A day</title></titleStmt>")).toEqual([]);
  });
});

describe("the text of TEI", () => {
  it("has one blank for white space, a line for each block, and nothing that is no running text", () => {
    expect(
      text(`
        <head>Rhyl</head>
        <p>Rain
           fell<lb/>on the
           <choice><sic>toun</sic><corr>town</corr></choice>,<note>See page 3.</note> she
           said.<pb n="2"/></p>
        <lg><l>One line</l><l>and another</l></lg>`),
    ).toBe("Rhyl\nRain fell on the town, she said.\nOne line\nand another");
  });

  it("joins words and signs as they say", () => {
    expect(
      text(
        '<p><w>Yes</w> <pc join="left">,</pc> <pc join="right">(</pc> <w>no</w> <pc join="left">)</pc></p>',
      ),
    ).toBe("Yes, (no)");
  });

  it("is sic, orig and abbr where they stand alone", () => {
    expect(text("<p><abbr>Dr.</abbr> Venn of the <sic>toun</sic> <orig>saith</orig> so</p>")).toBe(
      "Dr. Venn of the toun saith so",
    );
  });

  it("is the lemma of an apparatus, or else its first reading, and the others are told", () => {
    const { documents, told = [] } = takenFrom("tei", {
      "a.xml": tei(`<p><app><lem>a</lem><rdg>b</rdg><witDetail>A</witDetail></app>
        <app><rdgGrp><rdg>c</rdg><rdg>d</rdg></rdgGrp><rdg>e</rdg><rdg/></app>
        <choice><abbr>Dr.</abbr><expan>Doctor</expan></choice></p>`),
    });
    expect(documents.map((one) => one.text)).toEqual(["a c Doctor"]);
    expect(told.map(({ what }) => (typeof what === "string" ? what : what.values))).toEqual([
      { names: "rdg (3), witDetail (1), abbr (1)" },
    ]);
  });

  it("is told what was left out", () => {
    const { told = [] } = takenFrom("tei", { "a.xml": tei("<p>A<note>b</note><note>c</note></p>") });
    expect(told.map(({ what }) => (typeof what === "string" ? what : what.values))).toEqual([
      { names: "note (2)" },
    ]);
  });
});

describe("what is said in TEI", () => {
  it("is tied to who is named in the same paragraph, and keeps the name of who is not", () => {
    const body = `<p><said who="#ada" direct="true" xml:id="s1" next="#s2">“Rain,”</said> said
      <persName ref="#ada">Ada</persName>, <said who="#ada" xml:id="s2" prev="#s1">“again.”</said></p>
      <p><q who="#bo" type="thought">Sun</q></p>`;
    expect(allSaid("tei", { "a.xml": tei(body) })).toEqual([
      [
        "said: “Rain,” … “again.” kind=direct",
        "persName: Ada entity=Ada Venn entity_type=person",
        "q: Sun who=Bo Berg type=thought",
        "“Rain,” … “again.” –who→ Ada",
      ],
    ]);
  });

  it("is a speech without its speaker's name and the stage directions", () => {
    const body = `<sp who="#ada"><speaker>ADA.</speaker><p>Come.</p><stage>She sits.</stage>
      <p>Sit.</p><p>Down.</p></sp>`;
    const [document] = takenFrom("tei", { "a.xml": tei(body) }).documents;
    expect(document?.text).toBe("ADA.\nCome.\nShe sits.\nSit.\nDown.");
    expect(document && said(document)).toEqual([
      "sp: Come. … Sit.\nDown.",
      "speaker: ADA. entity=Ada Venn entity_type=person",
      "Come. … Sit.\nDown. –who→ ADA.",
    ]);
  });

  it("has its frame, speaker and words by number in the corpus Redewiedergabe", () => {
    const body = `<p><said id="1" mode="direct" content="speech" level="1">»Komm«</said><seg type="frame" id="1">,
      <seg type="intExpr" id="1">rief</seg> <seg type="speaker" id="1">sie</seg></seg></p>`;
    expect(allSaid("tei", { "a.xml": tei(body) })).toEqual([
      [
        "said: »Komm« kind=direct content=speech",
        "frame: , rief sie",
        "intExpr: rief",
        "speaker: sie",
        "»Komm« –frame→ , rief sie",
        "»Komm« –intExpr→ rief",
        "»Komm« –speaker→ sie",
      ],
    ]);
  });
});

describe("spans beside the text of TEI", () => {
  it("lie between anchors, on elements, and on characters, with values and relations", () => {
    const beside = `<standOff>
      <spanGrp type="claim">
        <span xml:id="c1" from="#a1" to="#a2" ana="#f1"/>
        <span xml:id="c2" target="#w1 #w3">two words</span>
      </spanGrp>
      <span type="speaker" xml:id="v" target="#string-range(p2,2,3)"/>
      <span type="speaker" from="#string-range(p2,0,2)" to="#string-range(p2,5,5)"/>
      <span type="lost" from="#a1" to="#nowhere"/>
      <fs xml:id="f1"><f name="polarity"><symbol value="denies"/></f><f name="note"><string>so</string></f></fs>
      <listRelation><relation name="voice" active="#c1" passive="#v"/></listRelation>
    </standOff>`;
    const body = `<p>It <anchor xml:id="a1"/>rains<anchor xml:id="a2"/> <w xml:id="w1">on</w>
      <w>the</w> <w xml:id="w3">town</w>.</p><p xml:id="p2">👍 Bo  said.</p>`;
    const { documents, rejected } = takenFrom("tei", { "a.xml": tei(body, "", beside) });
    expect(documents.map(said)).toEqual([
      [
        "claim: rains polarity=denies note=so",
        "claim: on … town note=two words",
        "speaker: Bo",
        "speaker: 👍 Bo said",
        "rains –voice→ Bo",
      ],
    ]);
    expect(rejected.length).toBe(1);
  });
});

describe("characters of TEI that a span points to", () => {
  const piece = fc.constantFrom(
    "a",
    "bc",
    " ",
    "\n ",
    "👍",
    "<lb/>",
    '<lb break="no"/>',
    "<pb/>",
    "<note>n</note>",
  );

  it("are those of the source, whatever stands between them", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const source = pieces
          .join("")
          .replace(/<note>n<\/note>/gu, "n")
          .replace(/<[^>]*>/gu, "");
        const beside = `<standOff><span type="x" target="#string-range(p,${[...source].length},4)"/></standOff>`;
        const body = `<p xml:id="p">${pieces.join("")}Rain</p>`;
        expect(allSaid("tei", { "a.xml": tei(body, "", beside) })).toEqual([["x: Rain"]]);
      }),
      { numRuns: runs(60) },
    );
  });
});

describe("TEI that points to very much", () => {
  const many = (count: number, made: (at: number) => string): string =>
    Array.from({ length: count }, (_, at) => made(at)).join("");

  it("ties everything that a relation names once, and tells of one that names too much", () => {
    const words = many(40, (at) => `<q xml:id="q${at}">a</q>`);
    const ends = many(40, (at) => ` #q${at}`);
    const beside = (active: string, passive: string) =>
      `<standOff><listRelation><relation name="x" active="${active}" passive="${passive}"/></listRelation></standOff>`;
    const read = (active: string, passive: string) =>
      takenFrom("tei", { "a.xml": tei(`<p>${words}</p>`, "", beside(active, passive)) });
    expect(read("#q1 #q1", "#q2 #q2").documents.map(({ relations }) => relations.length)).toEqual([1]);
    expect(read(ends, "#q1").documents.map(({ relations }) => relations.length)).toEqual([40]);
    const { documents, rejected } = read(ends, ends);
    expect(documents.map(({ relations }) => relations.length)).toEqual([0]);
    expect(rejected.map(({ units, what }) => [units, typeof what === "string" ? what : what.values])).toEqual(
      [[1600, { label: "x", count: 1600, most: 1000 }]],
    );
  });

  it("takes values of an element once, and tells how many go beyond what one document may have", () => {
    const fs = `<fs xml:id="f">${many(1000, (at) => `<f name="n${at}"><string>v</string></f>`)}</fs>`;
    const spans = many(201, () => '<q ana="#f #f">a</q>');
    const { documents, told = [] } = takenFrom("tei", {
      "a.xml": tei(`<p>${spans}</p>`, "", `<standOff>${fs}</standOff>`),
    });
    expect(documents[0]?.spans.reduce((sum, { values }) => sum + values.length, 0)).toBe(200_000);
    expect(told.map(({ what }) => (typeof what === "string" ? what : what.values))).toEqual([
      { count: 1000, most: 200_000 },
    ]);
  });

  it("keeps a pointer with blanks in it whole, and others apart", () => {
    const beside =
      '<standOff><span type="x" target="#string-range(p, 0, 1) #w string-range(p, 3, 1)"/></standOff>';
    expect(allSaid("tei", { "a.xml": tei('<p xml:id="p">a <w xml:id="w">b</w>c</p>', "", beside) })).toEqual([
      ["x: a … bc"],
    ]);
  });
});

describe("files of TEI", () => {
  it("may hold several documents", () => {
    const one = (words: string) => `<TEI><text><body><p><q>${words}</q></p></body></text></TEI>`;
    const corpus = `<teiCorpus>${one("Yes")}${one("No")}</teiCorpus>`;
    const { documents } = takenFrom("tei", { "corpus.xml": corpus });
    expect(documents.map(({ article, text: own }) => [article, own])).toEqual([
      ["corpus", "Yes"],
      ["corpus 2", "No"],
    ]);
  });

  it("are told from other XML", () => {
    expect(read("tei", { "a.xml": "<root><WORD/></root>" })).toMatchObject({ ok: false, each: true });
    const formats = recogniseFormats(named({ "a.xml": tei("<p><q>Yes</q></p>") }), hashOf);
    expect(formats.map(({ format }) => format)).toEqual(["tei"]);
  });
});

describe("a document type", () => {
  const tei = (doctype: string, words: string) =>
    `<?xml version="1.0"?>\n<!DOCTYPE TEI ${doctype}>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p><said who="&me;">${words}</said></p></body></text></TEI>`;
  const readWith = (doctype: string, words: string) => {
    const { documents, told = [] } = takenFrom("tei", { "a.xml": tei(doctype, words) });
    const values = told.map(({ what }) => (typeof what === "string" ? {} : what.values));
    return { text: documents[0]?.text, values: documents[0]?.spans[0]?.values, told: values };
  };

  it("has entities of its own, which stand in the text and in attributes", () => {
    const subset = `SYSTEM "http://example.org/tei.dtd" [<!-- <!ENTITY dash "no"> --><!ENTITY dash '&#x2014;'><!ENTITY dash "second">
      <!ENTITY me "Ada"><!ENTITY both "&me;&dash;&lt;&#38;amp;"><!ATTLIST p a CDATA "x">]`;
    expect(readWith(subset, "A&dash;b &both;&amp;")).toEqual({
      text: "A—b Ada—<&&",
      values: [{ name: "who", value: "Ada" }],
      told: [{ expanded: 3, left: 0, names: "" }],
    });
  });

  it("never fetches, never inserts markup, and leaves what it does not expand where it stands", () => {
    const subset = `[<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY % all PUBLIC "x" "http://example.org/e"> %all;
      <!ENTITY tag "<note>x</note>"><!ENTITY one "&two;"><!ENTITY two "&one;"><!ENTITY long "${"x".repeat(1_001)}"><!ENTITY me "I">]`;
    expect(readWith(subset, "&file; &tag; &one; &long; &none; &constructor;")).toMatchObject({
      text: "&file; &tag; &one; &long; &none; &constructor;",
      told: [{ expanded: 1, left: 6 }],
    });
  });

  it("makes no text longer than twice the file, however its entities multiply", () => {
    const doubling = Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};">`).join(
      "",
    );
    const subset = `[<!ENTITY e0 "lol"><!ENTITY me "I">${doubling}]`;
    const bomb = readWith(subset, "&e30; &e8;");
    expect(bomb.text?.slice(0, 9)).toBe("&e30; lol");
    const often = tei(`[<!ENTITY me "I"><!ENTITY e "${"x".repeat(900)}">]`, "&e; ".repeat(500));
    const { documents } = takenFrom("tei", { "a.xml": often });
    expect(documents[0]?.text.length).toBeLessThan(2 * often.length);
    expect(documents[0]?.text.endsWith("&e;")).toBe(true);
  });

  it("does not take what stands between an & and a ; for an entity, with the marks in it", () => {
    const file = tei("[<!ENTITY me 'I'>]", "A & B said <q>hello</q>; she left");
    expect(read("tei", { "a.xml": file }).ok).toBe(false);
  });

  it("leaves a long chain of entities where it stands", () => {
    const chain = Array.from({ length: 5_000 }, (_, at) => `<!ENTITY a${at} "&a${at + 1};">`).join("");
    expect(readWith(`[<!ENTITY me "I">${chain}]`, "A &a0; b").text).toBe("A &a0; b");
  });

  it("is refused in other formats", () => {
    const parc = '<!DOCTYPE root [<!ENTITY a "b">]><root><SENTENCE><WORD text="a"/></SENTENCE></root>';
    expect(read("parc", { "a.xml": parc }).ok).toBe(false);
  });
});
