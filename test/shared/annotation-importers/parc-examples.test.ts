// PARC 3.0 as the programs that read it have its format, rebuilt here with words of our own.
import { describe, expect, it } from "vitest";
import { recogniseFormats } from "../../../shared/formats/format-table.ts";
import { hashOf } from "../../helpers/bundles.ts";
import { named, said, takenFrom } from "./reading.ts";

const attribution = (id: string, role: string): string =>
  `<attribution id="${id}"><attributionRole roleValue="${role}"/></attribution>`;
const outer = (role: string) => attribution("wsj_1_PDTB_set_0", role);
const inner = (role: string) => attribution("wsj_1_Nested_relation_set_1", role);
const word = (text: string, bytes: string, inside = ""): string =>
  `<WORD ByteCount="${bytes}" gorn="0" lemma="${text}" pos="X" sentenceWord="0" text="${text}" word="0">${inside}</WORD>`;

const file = `<root>
<SENTENCE gorn="0"><S gorn="0">
  ${word("``", "9,11", outer("content"))}${word("Bo", "11,13", outer("content") + inner("source"))}
  ${word("thinks", "14,20", outer("content") + inner("cue"))}<VP>${word("not", "21,24", outer("content") + inner("content"))}</VP>
  ${word("''", "24,26", outer("content"))}${word(",", "26,27")}${word("says", "28,32", outer("cue"))}${word("Ada", "33,36", outer("source"))}
</S></SENTENCE>
<SENTENCE gorn="1">${word("Rain", "38,42", outer("content"))}${word(".", "42,43", attribution("empty", "supplement"))}</SENTENCE>
</root>`;

describe("PARC 3.0", () => {
  it("ties sources, cues and contents in pieces, and nested ones within others", () => {
    const { documents, rejected, told = [] } = takenFrom("parc", { "00/wsj_1.xml": file });
    expect(documents.map(({ article, folder, text }) => [article, folder, text])).toEqual([
      ["wsj_1", "00", "“Bo thinks not”, says Ada\nRain."],
    ]);
    expect(documents.map(said)).toEqual([
      [
        "speaker: Ada",
        "cue: says",
        "claim: “Bo thinks not” … Rain",
        "attribution: “Bo thinks not” … Rain",
        "speaker: Bo",
        "cue: thinks",
        "claim: not",
        "attribution: not",
        "supplement: .",
        "attribution: .",
        "“Bo thinks not” … Rain –voice→ Ada",
        "“Bo thinks not” … Rain –cue→ says",
        "“Bo thinks not” … Rain –claim→ “Bo thinks not” … Rain",
        "not –voice→ Bo",
        "not –cue→ thinks",
        "not –claim→ not",
        "not –within→ “Bo thinks not” … Rain",
        ". –supplement→ .",
      ],
    ]);
    expect(rejected).toEqual([]);
    expect(told.map(({ what }) => (typeof what === "string" ? what : what.values))).toEqual([
      { count: 2, columns: "lemma (10), pos (10)" },
    ]);
  });

  it("takes the text of a file beside it", () => {
    const text = '.START\n\n"Bo thinks not", says Ada\n\nRain.\n';
    const { documents, told = [] } = takenFrom("parc", { "a.xml": file, "a.txt": text });
    expect(documents.map((one) => [one.text, said(one)[2]])).toEqual([
      [text, 'claim: "Bo thinks not" … Rain'],
    ]);
    expect(told.length).toBe(1);
    const other = takenFrom("parc", { "a.xml": file, "a.txt": `${text}More.` });
    expect(other.documents[0]?.text).toBe("“Bo thinks not”, says Ada\nRain.");
  });

  it("is told from other XML", () => {
    expect(recogniseFormats(named({ "a.xml": file }), hashOf).map(({ format }) => format)).toEqual(["parc"]);
  });
});
