// Tables with offsets, as people and corpora write them, and Sayso's own, which say all that the marks and cards say.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotationImporterById, readAnnotations } from "../../../shared/annotation-importers/index.ts";
import { exportOf } from "../../../shared/exporters/index.ts";
import { csvTablesExporter } from "../../../shared/exporters/tables.ts";
import { recogniseFormats } from "../../../shared/formats/format-table.ts";
import { flatten } from "../../../shared/interchange/flatten.ts";
import { noteText } from "../../../shared/interchange/note-text.ts";
import type { Standoff } from "../../../shared/interchange/standoff.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import { hashOf, randomBundle, sampleBundle } from "../../helpers/bundles.ts";
import { fullBundle } from "../../helpers/full-bundle.ts";
import { canonical } from "../../helpers/standoffs.ts";
import { runs } from "../../helpers/tier.ts";
import { allSaid, emoji, named, read, said, takenFrom } from "./reading.ts";

describe("a span a row", () => {
  it("lies on the text of the file that the row names, in the unit that its words tell", () => {
    const table = (start: number, end: number) =>
      `document;begin;end;code;covered text;coder;comment;page\na.txt;${start};${end};claim;annotation;Bo;look;7\n`;
    for (const [start, end] of [
      [12, 22],
      [13, 23],
    ] as const) {
      const { documents, moved } = takenFrom("csv", { "codes.csv": table(start, end), "a.txt": emoji });
      expect(documents.map(({ article, annotator }) => [article, annotator])).toEqual([["a.txt", "Bo"]]);
      expect([documents.map(said), moved]).toEqual([[["claim: annotation note=look page=7"]], []]);
    }
  });

  it("lies on the text in its own row, whatever that column is called", () => {
    const text = "Ada says that rain fell in Rhyl.";
    const rows = `text\tstart\tend\tlabel\n${text}\t0\t3\tspeaker\n${text}\t4\t8\tcue\n`;
    expect(allSaid("csv", { "a.tsv": rows })).toEqual([["speaker: Ada", "cue: says"]]);
    const other = `full_text,start,end,label,text\n"${text}",0,3,speaker,Ada\n`;
    expect(allSaid("csv", { "a.csv": other })).toEqual([["speaker: Ada"]]);
  });

  it("has its words in a column called span, unless that numbers them, and other columns are values", () => {
    const text = "Ada said 2 and 3.";
    const words = `doc,span,exclusion,start,end,label\na,Ada,no,4,7,x\na,said,no,4,8,y\na,3,'+no,15,16,z\n`;
    const { documents, rejected, moved } = takenFrom("csv", { "x.csv": words, "a.txt": text });
    expect(documents.map(said)).toEqual([
      ["x: Ada exclusion=no", "y: said exclusion=no", "z: 3 exclusion='+no"],
    ]);
    expect([rejected.length, moved.length]).toEqual([0, 1]);
    const numbers = "span,text,start,end,label\nT1,Ada,0,3,x\nT2,said,4,8,y\nT2,said,4,8,y\n";
    expect(allSaid("csv", { "a.csv": numbers, "a.txt": text })).toEqual([
      ["x: Ada span=T1", "y: said span=T2", "y: said span=T2"],
    ]);
    const alone = numbers.replace(/,(?:text|Ada|said),/gu, ",");
    expect(allSaid("csv", { "a.csv": alone, "a.txt": text })).toEqual(
      allSaid("csv", { "a.csv": numbers, "a.txt": text }),
    );
    const whole = `span,text,start,end,label\nAda,${text},0,3,x\nsaid,${text},4,8,y\n`;
    expect(allSaid("csv", { "a.csv": whole })).toEqual([["x: Ada", "y: said"]]);
  });

  it("takes as many columns and texts as there are, of which short rows say nothing", () => {
    const columns = Array.from({ length: 900 }, (_, at) => `c${at}`).join(",");
    const rows = Array.from({ length: 300 }, (_, at) => `${at % 2},0,1,x\n`).join("");
    const files = {
      "x.csv": `doc,start,end,label,${columns}\n${rows}1,0,1,x,v\n`,
      "0.txt": "a",
      "1.txt": "a",
    };
    const { documents } = takenFrom("csv", files);
    expect(documents.map(({ article, spans }) => [article, spans.length])).toEqual([
      ["0", 150],
      ["1", 151],
    ]);
    expect(documents[1]?.spans.at(-1)?.values).toEqual([{ name: "c0", value: "v" }]);
    const wide = Array.from({ length: 1_001 }, (_, at) => `c${at}`).join(",");
    const { told = [] } = takenFrom("csv", { ...files, "wide.csv": wide });
    expect(told.map(({ where }) => where)).toEqual(["wide.csv"]);
  });

  it("is an attribution with other rows of its number", () => {
    const rows = `doc,attribution_id,role,start,end\na,1,source,0,3\na,1,cue,4,8\na,1,content,9,13\na,1,content,19,23\na,2,other,9,13\n`;
    expect(allSaid("csv", { "x.csv": rows, "a.txt": "Ada says rain will fall." })).toEqual([
      [
        "other: rain",
        "speaker: Ada",
        "cue: says",
        "claim: rain … fall",
        "attribution: rain … fall",
        "rain … fall –voice→ Ada",
        "rain … fall –cue→ says",
        "rain … fall –claim→ rain … fall",
      ],
    ]);
  });

  it("is rejected where its text or its place is not there, and a table without places is told", () => {
    const rows = "article,start,end,label\na,0,3,x\nb,0,3,x\na,2,99,x\na,,,x\n";
    const {
      documents,
      rejected,
      told = [],
    } = takenFrom("csv", {
      "x.csv": rows,
      "meta.csv": "name,year\na,1850\n",
      "a.txt": "Ada",
    });
    expect(documents.map(said)).toEqual([["x: Ada"]]);
    expect(rejected.length).toBe(3);
    expect(told.map(({ where }) => where)).toEqual(["meta.csv"]);
    expect(read("csv", { "meta.csv": "name,year\na,1850\n" })).toMatchObject({ ok: false, each: true });
  });
});

describe("an attribution a row", () => {
  it("has places for each role", () => {
    const rows = `id,source_start,source_end,cue_start,cue_end,content_start,content_end,polarity\n1,0,3,4,8,9,13,denies\n2,,,,,,,\n`;
    const { documents, rejected } = takenFrom("csv", { "a.csv": rows, "a.txt": "Ada says rain." });
    expect(documents.map(said)).toEqual([
      [
        "speaker: Ada",
        "cue: says",
        "claim: rain",
        "attribution: rain polarity=denies",
        "rain –voice→ Ada",
        "rain –cue→ says",
        "rain –claim→ rain",
      ],
    ]);
    expect(rejected.length).toBe(1);
  });

  it("is a quotation in pieces in the Project Dialogism Novel Corpus", () => {
    const rows = `quoteID,quoteText,subQuotationList,quoteByteSpans,speaker,quoteType\nQ0,"Rain, again.","['Rain,', 'again.']","[[1, 6], [20, 26]]",Ada,Explicit\n`;
    const text = "“Rain,” said Ada, “again.”";
    const { documents } = takenFrom("csv", { "Rhyl/quotation_info.csv": rows, "Rhyl/novel_text.txt": text });
    expect(documents.map((one) => [one.article, ...said(one)])).toEqual([
      [
        "Rhyl",
        "quote: Rain, … gain.” subQuotationList=['Rain,', 'again.'] speaker=Ada quoteType=Explicit".replace(
          "gain.”",
          text.slice(20, 26),
        ),
      ],
    ]);
  });
});

describe("Sayso's own tables", () => {
  const marked = (documents: readonly Standoff[]): unknown =>
    (canonical(documents) as { readonly said: unknown }).said;
  /** Tables have notes as plain text. */
  const inTables = (documents: readonly Standoff[]): readonly Standoff[] =>
    documents.map((document) => ({
      ...document,
      spans: document.spans.map((span) => ({
        ...span,
        values: span.values.flatMap(({ name, value }) => {
          const shown = name === "note" ? noteText(value) : value;
          return shown === "" ? [] : [{ name, value: shown }];
        }),
      })),
    }));

  it.each([
    ["sample", sampleBundle],
    ["full", fullBundle],
  ] as const)("say all of the %s project that marks and cards say", (_name, bundle) => {
    const importer = annotationImporterById("csv");
    const result = importer && readAnnotations(importer, exportOf(csvTablesExporter, bundle()).files, hashOf);
    expect(result).toMatchObject({ ok: true, rejected: [], moved: [] });
    if (result?.ok) expect(marked(result.documents)).toEqual(marked(inTables(flatten(bundle()).documents)));
  });

  it("say it of whatever was done to whatever text", () => {
    const importer = annotationImporterById("csv");
    fc.assert(
      fc.property(randomBundle, (bundle) => {
        const { files } = exportOf(csvTablesExporter, bundle);
        const result = importer && readAnnotations(importer, files, hashOf);
        const { documents } = flatten(bundle);
        if (result?.ok) expect(marked(result.documents)).toEqual(marked(inTables(documents)));
        else expect(documents.every(({ spans }) => spans.length === 0)).toBe(true);
      }),
      { numRuns: runs(30) },
    );
  });

  it("count what they say they count, where the edges of words tell otherwise", () => {
    const importer = annotationImporterById("csv");
    const text = "🇺 “We won,” Trump told Politico, and the U.S. official said that Orban agreed.🇺";
    const [first] = sampleBundle().articles;
    const [set] = first?.sets ?? [];
    const [span] = set?.spans ?? [];
    if (!first || !set || !span) throw new Error("The sample is annotated.");
    const segments = [selectorOf(text, { start: 44, end: 69 }), selectorOf(text, { start: 75, end: 77 })];
    const { entity: _entity, ...plain } = span;
    const spans = [{ ...plain, segments }];
    const sets = [{ ...set, spans, attributions: [], exclusions: [] }];
    const article = { ...first.article, metadata: [], length: text.length };
    const bundle = { ...sampleBundle(), entities: [], articles: [{ article, text, sets }] };
    const result = importer && readAnnotations(importer, exportOf(csvTablesExporter, bundle).files, hashOf);
    if (!result?.ok) throw new Error("Its own tables are read.");
    expect(marked(result.documents)).toEqual(marked(inTables(flatten(bundle).documents)));
  });

  it("are taken for what they are", () => {
    const { files } = exportOf(csvTablesExporter, sampleBundle());
    expect(recogniseFormats(files, hashOf).map(({ format }) => format)).toEqual(["csv"]);
    expect(recogniseFormats(named({ "a.csv": "name,year\na,1850\n" }), hashOf)).toEqual([]);
  });
});
