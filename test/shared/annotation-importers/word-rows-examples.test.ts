// Files of a word a line as corpora have them: facts of their formats, rebuilt here with words of our own.
import { describe, expect, it } from "vitest";
import { recogniseFormats } from "../../../shared/formats/format-table.ts";
import { hashOf } from "../../helpers/bundles.ts";
import { allSaid, named, read, said, takenFrom } from "./reading.ts";

const rows = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");
const texts = (format: string, files: Readonly<Record<string, unknown>>): string[] =>
  takenFrom(format, files).documents.map(({ text }) => text);

describe("columns as in CoNLL-2003", () => {
  const file = rows(
    "-DOCSTART- -X- -X- O",
    "",
    "# # B-NP O",
    "Ada NNP I-NP I-PER",
    "Venn NNP I-NP I-PER",
    "Bo NNP B-NP B-PER",
    "said VBD I-VP O",
    "",
    "Cy NNP I-NP I-PER",
    "did RB I-NP O",
    "n't RB I-NP O",
    ". . O O",
    "",
    "-DOCSTART- -X- -X- O",
    "",
    "Rhyl NNP I-NP I-LOC",
  );

  it("are IOB1: B only where another span of the label ends, and none goes on in the next sentence", () => {
    const { documents, rejected, told = [] } = takenFrom("conll-bio", { "eng.conll": file });
    expect(documents.map(({ article, text }) => [article, text])).toEqual([
      ["eng", "# Ada Venn Bo said Cy didn't."],
      ["eng 2", "Rhyl"],
    ]);
    expect(documents.map((one) => said(one).filter((line) => /^(?:PER|LOC)/u.test(line)))).toEqual([
      ["PER: Ada Venn", "PER: Bo", "PER: Cy"],
      ["LOC: Rhyl"],
    ]);
    expect(rejected).toEqual([]);
    // The column of parts of speech, and the white space.
    expect(told.map(({ what }) => (typeof what === "string" ? what : what.key))).toEqual([
      "interchange.columns-passed",
      "interchange.words-as-text",
    ]);
  });

  it("take their text from a file beside them, if it has the same words", () => {
    const one = rows("Ada\tB-PER", "``\tO", "said\tO", "''\tO", ".\tO");
    expect(texts("conll-bio", { "a.conll": one, "a.txt": "Ada\n“said”.\n" })).toEqual(["Ada\n“said”.\n"]);
    const unfit = takenFrom("conll-bio", { "a.conll": one, "a.txt": "Ada said." });
    expect(unfit.documents.map(({ text }) => text)).toEqual(["Ada “said”."]);
    expect(unfit.rejected).toMatchObject([{ what: { key: "interchange.text-unfit" }, units: 0 }]);
  });

  it("have comments before their first row", () => {
    const head = rows("# newdoc id = one", "# text = Ada , so", "Ada\tB-PER", ",\tO", "so\tO");
    expect(takenFrom("conll-bio", { "a.conll": head }).documents).toMatchObject([
      { article: "one", text: "Ada , so" },
    ]);
    const called = rows("# newdoc id = two", "", "token\tPER", "Ada\tB", "so\tO");
    expect(takenFrom("conll-bio", { "a.conll": called }).documents).toMatchObject([
      { article: "two", text: "Ada so" },
    ]);
  });

  it("reject rows with other columns one by one", () => {
    const { rejected } = takenFrom("conll-bio", {
      "a.conll": rows("Ada\tB-PER", "said", "so\tO\tO", "it\tO"),
    });
    expect(rejected.map(({ where }) => (typeof where === "string" ? where : where.values))).toEqual([
      { file: "a.conll", line: "2" },
      { file: "a.conll", line: "3" },
    ]);
  });
});

describe("columns of tags", () => {
  it("are BIOES, BILOU or BIO; spans of BIO go on over sentences", () => {
    const file = rows(
      "Ada\tS-speaker\tU\tB-claim",
      "Bo\tB-speaker\tB\tI-claim",
      "",
      "Cy\tE-speaker\tL\tI-claim",
      "Di\tS-speaker\tO\tO",
    );
    expect(allSaid("conll-bio", { "a.conll": file })).toEqual([
      ["speaker: Ada", "speaker: Bo Cy", "speaker: Di", "3: Ada", "3: Bo Cy", "claim: Ada Bo Cy"],
    ]);
  });

  it("are called as the first row says, and roles of their own as the column is", () => {
    const file = rows(
      "token\tsource\tcue\tcontent",
      "Ada\tB\tO\tO",
      "said\tO\tB\tO",
      "rain\tO\tO\tB",
      "fell\tO\tO\tI",
    );
    expect(allSaid("conll-bio", { "a.tsv": file })).toEqual([
      ["source: Ada", "cue: said", "content: rain fell"],
    ]);
  });

  it("are an attribution each where each has its roles, with claims within claims", () => {
    const file = rows(
      "Ada\tB-SOURCE\tB-CONTENT",
      "said\tB-CUE\tI-CONTENT",
      "Bo\tB-CONTENT\tO",
      "thinks\tI-CONTENT\tB-CUE",
    );
    const [document] = takenFrom("conll-bio", { "a.conll": file }).documents;
    expect(document && said(document)).toEqual([
      "speaker: Ada",
      "cue: said",
      "claim: Bo thinks",
      "attribution: Bo thinks",
      "cue: thinks",
      "claim: Ada said",
      "attribution: Ada said",
      "Bo thinks –voice→ Ada",
      "Bo thinks –cue→ said",
      "Bo thinks –claim→ Bo thinks",
      "Ada said –cue→ thinks",
      "Ada said –claim→ Ada said",
    ]);
  });

  it("say on which side the speaker stands, as in DirectQuote", () => {
    const file = rows(
      '" I-LeftSpeaker',
      "Yes I-LeftSpeaker",
      '" I-LeftSpeaker',
      "",
      "Ada I-Speaker",
      ": Out",
      '" I-LeftSpeaker',
      "No I-LeftSpeaker",
      '" I-LeftSpeaker',
    );
    const { documents, told = [] } = takenFrom("conll-bio", { "truecased.txt": file });
    expect(documents.map(said)).toEqual([
      ['LeftSpeaker: "Yes"', "Speaker: Ada", 'LeftSpeaker: "No"', '"No" –speaker→ Ada'],
    ]);
    expect(
      told.map(({ what }) => (typeof what === "string" ? what : [what.key, what.values])),
    ).toContainEqual(["interchange.no-speaker-there", { count: 1 }]);
  });
});

describe("columns of the corpus Redewiedergabe", () => {
  const file = rows(
    "tok\tnormtok\tpos\tsentstart\tstwr\tframe\tspeaker\tintexpr\tnote",
    "»\t&quot;\t$(\tyes\tdirect.speech.1\t-\t-\t-\t-",
    "Komm\tKomm\tVV\tno\tdirect.speech.1\t-\t-\t-\t-",
    "«\t&quot;\t$(\tno\tdirect.speech.1\t-\t-\t-\t-",
    ",\t,\t$,\tno\t-\tframe.1\t-\t-\t-",
    "rief\trief\tVV\tno\t-\tframe.1\t-\tintexpr.1\t-",
    "sie\tsie\tPP\tno\treported.thought.2.nonfact.border=state\tframe.1\tspeaker.1_2\t-\t-",
    "laut\tlaut\tAD\tno\treported.thought.2.nonfact.border=state|indirect.speech_thought.3\tframe.1\t-\tintexpr.1\t-",
    "!\t!\t$.\tno\t-\t-\t-\t-\t-",
  );

  it("tie what has one number, and keep marks in pieces", () => {
    const { documents, rejected } = takenFrom("conll-bio", { "tsv/rw_1.tsv": file });
    expect(documents.map(({ article, folder, text }) => [article, folder, text])).toEqual([
      ["rw_1", "tsv", "»Komm«, rief sie laut!"],
    ]);
    expect(documents.map(said)).toEqual([
      [
        "stwr: »Komm« kind=direct medium=speech",
        "stwr: sie laut type=reported medium=thought nonfact=true border=state",
        "stwr: laut kind=indirect medium=speech_thought",
        "frame: , rief sie laut",
        "speaker: sie",
        "intexpr: rief … laut",
        "»Komm« –frame→ , rief sie laut",
        "»Komm« –speaker→ sie",
        "sie laut –speaker→ sie",
        "»Komm« –intexpr→ rief … laut",
      ],
    ]);
    expect(rejected).toEqual([]);
  });

  it("leave a table without words alone, and say so", () => {
    const meta = rows("file\tauthor\tyear", "rw_1.tsv\tA\t1850");
    const { documents, told = [] } = takenFrom("conll-bio", { "metadata.tsv": meta, "rw_1.tsv": file });
    expect(documents.length).toBe(1);
    expect(told.map(({ where }) => where)).toContain("metadata.tsv");
    expect(read("conll-bio", { "metadata.tsv": meta })).toMatchObject({ ok: false, each: true });
  });
});

describe("CoNLL-U", () => {
  const word = (id: string, form: string, misc = "_", upos = "_"): string =>
    [id, form, "_", upos, "_", "_", "_", "_", "_", misc].join("\t");

  it("has the text of its words by SpaceAfter, paragraphs and documents, and marks in MISC", () => {
    const file = rows(
      "# newdoc id = one",
      "# newpar",
      "# sent_id = 1",
      "# text = Ada says no.",
      word("1", "Ada", "NER=S-PER", "PROPN"),
      word("2", "says"),
      word("3", "no", "SpaceAfter=No|Entity=(e1)"),
      word("4", "."),
      "",
      "# newpar",
      word("1-2", "don't", "SpaceAfter=No"),
      word("1", "do", "NER=B-NEG"),
      word("2", "n't", "NER=I-NEG"),
      word("2.1", "go", "NER=B-X"),
      word("3", "!", "SpacesAfter=\\n"),
      "",
      "# newdoc id = two",
      word("1", "Yes"),
      "",
    );
    const { documents, rejected, told = [] } = takenFrom("conll-u", { "a.conllu": file });
    expect(documents.map(({ article, text }) => [article, text])).toEqual([
      ["one", "Ada says no.\ndon't!\n"],
      ["two", "Yes"],
    ]);
    expect(documents.map(said)).toEqual([["PER: Ada", "NEG: don't"], []]);
    // The word that does not stand in the text.
    expect(rejected.length).toBe(1);
    expect(told.map(({ what }) => (typeof what === "string" ? what : what.values))).toEqual([
      { count: 2, columns: "Entity (1), UPOS (1)" },
    ]);
  });

  it("has the marks of words within a written one, unless that has another one already", () => {
    const inMisc = rows(
      word("1-2", "vámonos", "NER=O"),
      word("1", "vamos", "NER=B-ACT"),
      word("2", "nos", "NER=B-PER"),
      word("3-4", "al", "NER=O"),
      word("3", "a", "NER=O|Gloss=to"),
      word("4", "el", "NER=B-LOC|Gloss=the"),
      word("5", "mar", "NER=I-LOC"),
      word("5.1", "_", "NER=O|CopyOf=5"),
      "",
    );
    const { documents, rejected, told = [] } = takenFrom("conll-u", { "a.conllu": inMisc });
    expect(documents.map(said)).toEqual([["ACT: vámonos", "LOC: al mar"]]);
    expect(rejected.map(({ what }) => (typeof what === "string" ? what : what.values))).toEqual([
      { label: "NER" },
    ]);
    expect(told.map(({ what }) => (typeof what === "string" ? what : what.values))).toEqual([
      { count: 2, columns: "Gloss (2), CopyOf (1)" },
    ]);
    const plus = rows(
      "# global.columns = ID FORM CORPUS:NE",
      "1-2\tal\t_",
      "1\ta\tO",
      "2\tel\tB-LOC",
      "3\tmar\tI-LOC",
      "4-5\tdel\t*",
      "4\tde\tB-X",
      "5\tel\tI-X",
      "5.1\t_\t_",
      "",
    );
    expect(takenFrom("conll-u", { "a.conllup": plus })).toMatchObject({ rejected: [] });
    expect(allSaid("conll-u", { "a.conllup": plus })).toEqual([["LOC: al mar", "X: del"]]);
  });

  it("has comments whatever stands in them", () => {
    const file = (comment: string) =>
      rows(`# title = ${comment}`, "#", "# ".repeat(20_000), word("1", "Yes"), "");
    const titles = (comment: string) =>
      takenFrom("conll-u", { "a.conllu": file(comment) }).documents.map(({ title }) => title);
    expect(titles("a = b\u2028c")).toEqual(["a = b\u2028c"]);
    const spaces = `${" ".repeat(20_000)}a\u2028${" ".repeat(20_000)}\u2028b`;
    expect(titles(spaces)).toEqual([spaces]);
    const columns = `# newdoc title = a = b\u2028c\nYes\tB-x\n# ${" ".repeat(20_000)}\u2028 = \u2028\n`;
    expect(takenFrom("conll-bio", { "a.conll": columns }).documents.map(({ title }) => title)).toEqual([
      "a = b\u2028c",
    ]);
  });

  it("may declare its columns", () => {
    const file = rows("# global.columns = ID FORM CORPUS:QUOTE", "1\tYes\tB-claim", "2\tno\tI-claim", "");
    expect(allSaid("conll-u", { "a.conllup": file })).toEqual([["claim: Yes no"]]);
  });
});

describe("files of a word a line", () => {
  it("are taken for what they are", () => {
    const formats = (files: Readonly<Record<string, unknown>>) =>
      recogniseFormats(named(files), hashOf).map(({ format }) => format);
    expect(formats({ "a.tsv": rows("Ada\tB-PER", "said\tO") })).toEqual(["conll-bio"]);
    expect(
      formats({ "a.tsv": "#FORMAT=WebAnno TSV 3.3\n#T_SP=x|value\n\n\n#Text=Ada\n1-1\t0-3\tAda\tPER\t\n" }),
    ).toEqual(["webanno-tsv"]);
    expect(formats({ "a.txt": "Ada said B-PER\nand O\nrain fell in Rhyl\n" })).toEqual([]);
    expect(formats({ "a.txt": "Bo and I\nwent to Rhyl and Rome.\n" })).toEqual([]);
  });
});
