// TEI as editions and corpora have it: facts of the guidelines and of the documentation of corpora, rebuilt here with words of our own.
import { describe, expect, it } from "vitest";
import { recogniseFormats } from "../../../shared/interchange/recognise-formats.ts";
import { hashOf } from "../../helpers/bundles.ts";
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
