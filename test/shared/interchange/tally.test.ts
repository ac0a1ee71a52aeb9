// What is taken of another tool's files and what is left out add up: each span and each relation is counted once, whatever became of it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../../main/storage/files/json-text.ts";
import { annotationImporters, readAnnotations } from "../../../shared/annotation-importers/index.ts";
import { onlyFile, type StandoffExporter } from "../../../shared/exporters/exporter.ts";
import { exporterById } from "../../../shared/exporters/index.ts";
import { wrong } from "../../../shared/files/finding.ts";
import { isZip, type NamedFile, packZip, unpackZip } from "../../../shared/files/zip.ts";
import { bundleOfDocuments } from "../../../shared/interchange/bundle-of-documents.ts";
import {
  attributionLabel,
  exclusionLabel,
  flagPrefix,
  labelOfType,
  nameOfField,
  viaPrefix,
  withinLabel,
} from "../../../shared/interchange/labels.ts";
import type { Mapping } from "../../../shared/interchange/mapping.ts";
import { wholeFiles } from "../../../shared/interchange/passes.ts";
import type { Standoff, StandoffRelation, StandoffSpan } from "../../../shared/interchange/standoff.ts";
import { readStandoff } from "../../../shared/interchange/standoff-reader.ts";
import {
  type LeftOut,
  type ReadUnits,
  startTally,
  type TallyInAll,
} from "../../../shared/interchange/tally.ts";
import { startWorkbook } from "../../../shared/interchange/workbook-writer.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { hashOf } from "../../helpers/bundles.ts";
import { exportStandoffs, fitTo, standoffs } from "../../helpers/standoffs.ts";
import { runs } from "../../helpers/tier.ts";
import { named } from "../annotation-importers/reading.ts";

const nothingLeftOut: LeftOut = { rejected: [], unmapped: new Map(), values: [] };

function tallyOf(read: ReadUnits, leftOut = nothingLeftOut): TallyInAll {
  const tally = startTally();
  tally.read(read);
  tally.leave(leftOut);
  return tally.result();
}

const text = Array.from({ length: 60 }, (_, at) => `word${at}`).join(" ");
const [role = ""] = newsAttribution.viaRoles.map(({ id }) => id);

/** Of ours, of a type that the tagset lacks, and of a label that the mapping does not know. */
const spanLabels = [
  ...newsAttribution.spanTypes.map(({ id }) => labelOfType(id)),
  attributionLabel,
  labelOfType("missing"),
  "Stranger",
];
const relationLabels = ["voice", "cue", "claim", `${viaPrefix}${role}`, withinLabel, "strange"];

const same = (labels: readonly string[], unknown: string) =>
  Object.fromEntries(labels.filter((label) => label !== unknown).map((label) => [label, label]));

const mapping = {
  spans: same(spanLabels, "Stranger"),
  relations: same(relationLabels, "strange"),
  values: { note: "note" },
};

const documents: fc.Arbitrary<Standoff> = fc
  .record({
    labels: fc.array(fc.constantFrom(...spanLabels), { minLength: 1, maxLength: 10 }),
    relations: fc.array(
      fc.record({ label: fc.constantFrom(...relationLabels), from: fc.nat(), to: fc.nat() }),
      { maxLength: 40 },
    ),
  })
  .map(({ labels, relations }) => {
    // Two cards at least, so that several relations meet in one.
    const spans = [attributionLabel, attributionLabel, ...labels].map(
      (label, at): StandoffSpan => ({
        ...{ id: `s${at}`, label },
        segments: [{ start: at * 7, end: at * 7 + 4 }],
        values: at % 3 === 0 ? [{ name: "strange", value: "x" }] : [],
      }),
    );
    const anchors = spans.filter(({ label }) => label === attributionLabel);
    const all = relations.flatMap(({ label, from, to }): StandoffRelation[] => {
      // From cards, as ours are; what ties marks alone makes cards that no span stands for.
      const anchor = anchors[from % Math.max(1, anchors.length)];
      const target = spans[to % spans.length];
      return anchor && target && anchor !== target ? [{ label, from: anchor.id, to: target.id }] : [];
    });
    const distinct = [...new Map(all.map((one) => [`${one.label} ${one.from} ${one.to}`, one])).values()];
    return { article: "a", title: "A", text, annotator: "Ana", spans, relations: distinct };
  });

const arrived = (document: Standoff, meaning: Mapping = mapping) =>
  bundleOfDocuments({
    ...{
      documents: [document],
      mapping: meaning,
      tagset: newsAttribution,
      from: "test",
      at: "2026-01-01T00:00:00.000Z",
    },
    ...{ generator: "", title: "", unnamed: "", known: [], hashOf: sha256 },
  });

/** What stands in the sets that came to be, as spans and relations. */
function unitsBuilt({ bundle }: ReturnType<typeof arrived>): number {
  const sets = bundle.articles.flatMap((article) => article.sets);
  const cards = sets.flatMap(({ attributions }) => attributions);
  const slots = cards.map(
    ({ voice, cue, claim, via, within }) =>
      voice.length + via.length + [cue, claim, within].filter((one) => one !== null).length,
  );
  return (
    sets.reduce((sum, { spans }) => sum + spans.length, 0) +
    cards.length +
    slots.reduce((sum, count) => sum + count, 0)
  );
}

test("what is taken stands in the sets, and with what is left out it is all that there was", () => {
  fc.assert(
    fc.property(documents, (document) => {
      const made = arrived(document);
      const units = document.spans.length + document.relations.length;
      const tally = tallyOf({ documents: [document], rejected: [], moved: [] }, made);
      expect(tally.units).toBe(units);
      expect(tally.taken).toBe(unitsBuilt(made));
      expect(tally.taken + tally.rejected + tally.unmapped).toBe(units);
      // Nothing that the mapping knows counts as of a kind without a counterpart.
      const strangers = new Set(
        document.spans.filter(({ label }) => label === "Stranger").map(({ id }) => id),
      );
      const ofStrangers = document.relations.filter(
        ({ label, to }) => label === "strange" || strangers.has(to),
      );
      expect(tally.unmapped).toBe(strangers.size + ofStrangers.length);
    }),
    { numRuns: runs(300) },
  );
});

test("a reader accounts for each span and relation, and for values beside them", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ start: fc.integer({ min: -3, max: 40 }), length: fc.integer({ min: -1, max: 9 }) }),
        { maxLength: 9 },
      ),
      fc.array(fc.record({ from: fc.nat(11), to: fc.nat(11) }), { maxLength: 6 }),
      (places, ties) => {
        const spans = places.map(({ start, length }, at) => ({
          ...{ id: `s${at % 7}`, label: "claim", where: "" },
          segments: [{ start, end: start + length }],
          values: [
            { name: "kind", value: "a" },
            { name: "kind", value: "b" },
          ],
        }));
        const relations = ties.map(({ from, to }) => ({
          label: "voice",
          from: `s${from}`,
          to: `s${to}`,
          where: "",
        }));
        const of = { article: "a", title: "A", text: text.slice(0, 40), annotator: null };
        const read = readStandoff(of, { units: ["utf-16"], spans, relations });
        const taken = read.document.spans.length + read.document.relations.length;
        const { files, ...tally } = tallyOf({
          ...{ documents: [read.document], rejected: read.rejected, moved: read.moved },
        });
        expect(tally).toEqual({
          units: spans.length + relations.length,
          taken,
          moved: 0,
          rejected: spans.length + relations.length - taken,
          ...{ unmapped: 0, passed: 0, passedOver: [] },
          // Each has a second value of one name.
          valuesLeft: read.document.spans.length,
          leftValues:
            read.document.spans.length === 0
              ? []
              : [{ of: "claim", name: "kind", why: "again", count: read.document.spans.length }],
        });
        expect(files.length).toBe(tally.units > 0 ? 1 : 0);
      },
    ),
    { numRuns: runs(200) },
  );
});

test("what cannot be read at all is one unit, what is about no mark is none, and what stands beside marks is counted apart", () => {
  const none = { ...wrong("", "x", "y"), file: "a", units: 0 };
  const passed = [
    { file: "a", name: "UPOS", why: "no-marks", count: 3 },
    { file: "b", name: "UPOS", why: "no-marks", count: 4 },
  ] as const;
  const rejected = [{ ...wrong("", "x", "y"), file: "b" }, none];
  expect(tallyOf({ documents: [], rejected, moved: [], passed })).toEqual({
    ...{ units: 1, taken: 0, moved: 0, rejected: 1, unmapped: 0, passed: 7, valuesLeft: 0, leftValues: [] },
    files: [
      { file: "b", units: 1, taken: 0, moved: 0, rejected: 1, unmapped: 0, passed: 4, valuesLeft: 0 },
      { file: "a", units: 0, taken: 0, moved: 0, rejected: 0, unmapped: 0, passed: 3, valuesLeft: 0 },
    ],
    passedOver: [{ name: "UPOS", why: "no-marks", count: 7 }],
  });
});

const nothing = { units: 0, taken: 0, moved: 0, rejected: 0, unmapped: 0, passed: 0, valuesLeft: 0 };

const [field = ""] = newsAttribution.fields.map(({ id }) => id);
/** Two names that mean a note, two that mean one field, and one that means nothing. */
const meaningOfValues: Readonly<Record<string, string>> = {
  ...{ note: "note", comment: "note", reason: "reason", entity: "entity", kind: "kind" },
  ...{ first: nameOfField(field), second: nameOfField(field), flag: `${flagPrefix}missing` },
};
const valueNamesOfTheirs = [...Object.keys(meaningOfValues), "strange"];

const saying: fc.Arbitrary<Standoff> = fc
  .record({
    given: documents,
    said: fc.array(fc.tuple(fc.nat(), fc.constantFrom(...valueNamesOfTheirs), fc.boolean()), {
      maxLength: 30,
    }),
  })
  .map(({ given, said }) => {
    const kept = given.spans
      .filter(({ label }) => label !== labelOfType("missing"))
      .map((span, at) => (at % 5 === 4 ? { ...span, label: exclusionLabel } : span));
    const ids = new Set(kept.map(({ id }) => id));
    const relations = given.relations.filter(({ from, to }) => ids.has(from) && ids.has(to));
    const valuesOf = (isOfRelation: boolean, at: number, count: number) => [
      ...new Map(
        said.flatMap(([on, name, ofRelation], nth) =>
          ofRelation === isOfRelation && on % count === at ? [[name, { name, value: `value ${nth}.` }]] : [],
        ),
      ).values(),
    ];
    return {
      ...given,
      spans: kept.map((span, at) => ({ ...span, values: valuesOf(false, at, kept.length) })),
      relations: relations.map((one, at) => ({ ...one, values: valuesOf(true, at, relations.length) })),
    };
  });

test("each value of what is taken stands in the sets, or is counted by label, name and reason", () => {
  fc.assert(
    fc.property(saying, (document) => {
      const spans = { ...mapping.spans, [exclusionLabel]: exclusionLabel };
      const made = arrived(document, { ...mapping, spans, values: meaningOfValues });
      const there = JSON.stringify(made.bundle);
      const strangers = new Set(
        document.spans.flatMap(({ id, label }) => (label === "Stranger" ? [id] : [])),
      );
      const marks = [
        ...document.spans.filter(({ id }) => !strangers.has(id)),
        ...document.relations.filter(({ label, to }) => label !== "strange" && !strangers.has(to)),
      ];
      const left = marks.flatMap(({ label, values = [] }) =>
        values.flatMap(({ name, value }) => (there.includes(value) ? [] : [[label, name]])),
      );
      const tally = tallyOf({ documents: [document], rejected: [], moved: [] }, made);
      expect(tally.valuesLeft).toBe(left.length);
      expect(tally.leftValues.reduce((sum, { count }) => sum + count, 0)).toBe(left.length);
      // Under their own labels and names, or what these mean here.
      const named = new Set(
        left.flatMap(([of, name = ""]) => [`${of} ${name}`, `${of} ${meaningOfValues[name]}`]),
      );
      for (const { of, name, count } of tally.leftValues)
        expect([of, name, named.has(`${of} ${name}`), count > 0]).toEqual([of, name, true, true]);
    }),
    { numRuns: runs(300) },
  );
});

test("values of several names that all mean a note are told one by one where nothing takes the note", () => {
  const values = [
    { name: "comment", value: "value 0." },
    { name: "note", value: "value 1." },
  ];
  const span = { id: "s0", label: exclusionLabel, segments: [{ start: 0, end: 4 }], values };
  const document = { article: "a", title: "A", text, annotator: "Ana", spans: [span], relations: [] };
  const spans = { [exclusionLabel]: exclusionLabel };
  const made = arrived(document, { ...mapping, spans, values: meaningOfValues });
  expect(made.rejected.map(({ what }) => (typeof what === "string" ? what : what.values?.value))).toEqual([
    "value 0.",
    "value 1.",
  ]);
  expect(tallyOf({ documents: [document], rejected: [], moved: [] }, made).leftValues).toEqual([
    { of: exclusionLabel, name: "note", why: "unfit", count: 2 },
  ]);
});

// By every reader, of files as Sayso or another program writes them, with some of their figures changed.

const about = { generator: "Sayso 0.0.0", exportedAt: "2026-01-02T03:04:05.000Z", title: "Project" };

const writtenBy = (exporter: StandoffExporter): fc.Arbitrary<readonly NamedFile[]> =>
  fc.array(standoffs, { minLength: 1, maxLength: 2 }).map((all) =>
    all.flatMap((given, at) => {
      const { documents } = fitTo(given, exporter.capabilities);
      const { files } = exportStandoffs(exporter, documents, about);
      if (exporter.extension === "qdpx") return [{ name: `${at}.qdpx`, bytes: packZip(files) }];
      return files.map(({ name, bytes }) => ({
        ...{ name: `${at}/${name === onlyFile ? `${name}.${exporter.extension}` : name}`, bytes },
      }));
    }),
  );

/** A place of three words, some of which are none. */
const range = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 14 }));
const lines = fc
  .array(fc.record({ source: fc.array(range), cue: fc.array(range), content: fc.array(range) }), {
    maxLength: 4,
  })
  .map((attributions) =>
    named({
      "a.jsonl": { text: "Ada said so.", attributions },
      "b.jsonl": { text: "Bo says.", attributions },
    }),
  );
const words = fc
  .array(
    fc.record({
      id: fc.constantFrom("1", "2"),
      role: fc.constantFrom("source", "cue", "content", "odd", ""),
    }),
    {
      maxLength: 6,
    },
  )
  .map((marks) => {
    const leaves = marks.map(
      ({ id, role }) =>
        `<WORD text="w" pos="NN"><attribution id="${id}">${role && `<attributionRole roleValue="${role}"/>`}</attribution></WORD>`,
    );
    const file = `<root><SENTENCE><WORD text="w"/>${leaves.join("")}</SENTENCE></root>`;
    return named({ "a.xml": file, "b/a.xml": file, "b/a.txt": "other words" });
  });
const projects = fc
  .array(fc.tuple(fc.constantFrom("Claim", "*", "_"), fc.integer({ min: 0, max: 5 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((marks) => {
    const tsv = (label: string, to: number): string =>
      `#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Span|label\n\n\n#Text=Ada\n1-1\t0-${to}\tAda\t${label}\t\n`;
    const work = marks.map(([label, to], at) => [`annotation/a.txt/user${at}.tsv`, tsv(label, to)] as const);
    return named({ ...Object.fromEntries(work), "source/a.txt": "Ada", "exportedproject1.json": "{}" });
  });
const rowsOfTable = fc
  .array(fc.tuple(fc.nat(14), fc.nat(14), fc.constantFrom("a", "b", "c")), { minLength: 1, maxLength: 5 })
  .map((marks) =>
    named({
      "one.csv": `doc,start,end,label\n${marks.map(([from, to, doc]) => `${doc},${from},${to},claim\n`).join("")}`,
      "two.csv": `doc,cue_start,cue_end,content_start,content_end\n${marks.map(([from, to, doc]) => `${doc},0,3,${from},${to}\n`).join("")}`,
      ...{ "names.csv": "name,born\nAda,1815\n", "a.txt": "Ada said so.", "b.txt": "Bo said so." },
    }),
  );

const quotes = fc.array(fc.tuple(range, range), { maxLength: 4 }).map((marks) => {
  const place = ([start, end]: readonly [number, number]) => ({ start, end });
  const file = {
    text: "Ada said so.",
    quotes: marks.map(([a, b]) => ({ cue: place(a), sources: [], contents: [place(b)] })),
  };
  return named({ "a.json": file, "b.json": { quotes: file.quotes } });
});

const sheets = fc
  .array(fc.tuple(fc.nat(14), fc.nat(14), fc.constantFrom("a", "b", "c")), { minLength: 1, maxLength: 5 })
  .map((marks) => {
    const book = startWorkbook();
    const columns = ["start", "end", "document", "label"];
    const rows = marks.map(([from, to, doc]) => [from, to, doc, "claim"]);
    const parts = [...book.table({ name: "codes", columns }), ...book.rows(rows), ...book.end()];
    const bytes = packZip(wholeFiles(parts));
    return [{ name: "one.xlsx", bytes }, { name: "two.xlsx", bytes }, ...named({ "a.txt": "Ada said so." })];
  });

const byHand: Readonly<Record<string, fc.Arbitrary<readonly NamedFile[]>>> = {
  "attribution-lines": lines,
  citron: quotes,
  parc: words,
  inception: projects,
  csv: rowsOfTable,
  xlsx: sheets,
};

function filesOf(id: string): fc.Arbitrary<readonly NamedFile[]> {
  const exporter = exporterById(id);
  const hand = byHand[id];
  if (hand) return hand;
  if (exporter?.takes !== "standoffs") throw new RangeError(`There are no files for ${id}.`);
  return writtenBy(exporter);
}

/** Some of their names mean something of ours, whether or not it fits, and others nothing. */
function anyMapping(documents: readonly Standoff[], seed: number): Mapping {
  const meaning = (names: readonly string[], ours: readonly string[]) =>
    Object.fromEntries(
      [...new Set(names)].map((name, at) => [name, [...ours, null][(seed + at) % (ours.length + 1)] ?? null]),
    );
  return {
    spans: meaning(
      documents.flatMap(({ spans }) => spans.map(({ label }) => label)),
      spanLabels,
    ),
    relations: meaning(
      documents.flatMap(({ relations }) => relations.map(({ label }) => label)),
      relationLabels,
    ),
    values: {},
  };
}

/** Of one file one figure is another one. */
function withFigure(files: readonly NamedFile[], at: number, digit: number): readonly NamedFile[] {
  const file = files[at % files.length];
  const places = Array.from(file?.bytes ?? [], (byte, place) =>
    byte >= 48 && byte < 58 ? place : -1,
  ).filter((place) => place >= 0);
  const place = places[at % Math.max(1, places.length)];
  if (!file || place === undefined || isZip(file.bytes)) return files;
  const bytes = Uint8Array.from(file.bytes);
  bytes[place] = 48 + digit;
  return files.map((one) => (one === file ? { ...one, bytes } : one));
}

describe.each(annotationImporters.filter(({ id }) => id !== "json"))("of $id", (importer) => {
  test("the sums of the files add up to those of all", () => {
    fc.assert(
      fc.property(filesOf(importer.id), fc.nat(), fc.nat(9), fc.boolean(), (given, at, digit, isWhole) => {
        const files = isWhole ? given : withFigure(given, at, digit);
        const read = readAnnotations(importer, files, hashOf);
        if (!read.ok) return;
        const guess = anyMapping(read.documents, at);
        const built = bundleOfDocuments({
          ...{ documents: read.documents, mapping: guess, tagset: newsAttribution, from: "test" },
          ...{ at: "2026-01-01T00:00:00.000Z", generator: "", title: "", unnamed: "", known: [], hashOf },
        });
        const tally = tallyOf(read, built);
        expect(tally.units).toBe(
          read.documents.reduce((sum, one) => sum + one.spans.length + one.relations.length, 0) +
            read.rejected.reduce((sum, { units = 1 }) => sum + units, 0),
        );
        for (const figure of Object.keys(nothing) as (keyof typeof nothing)[]) {
          expect(tally.files.reduce((sum, one) => sum + one[figure], 0)).toBe(tally[figure]);
          for (const one of tally.files) expect(one[figure]).toBeGreaterThanOrEqual(0);
        }
        expect(tally.passedOver.reduce((sum, { count }) => sum + count, 0)).toBe(tally.passed);
        expect(tally.leftValues.reduce((sum, { count }) => sum + count, 0)).toBe(tally.valuesLeft);
        const names = namesIn(files);
        for (const { file, units, taken, rejected, unmapped } of tally.files) {
          expect([units, names.has(file)]).toEqual([taken + rejected + unmapped, true]);
        }
      }),
      { numRuns: runs(20) },
    );
  });
});

/** Of the files, and of those in archives among them. */
const namesIn = (files: readonly NamedFile[]): ReadonlySet<string> =>
  new Set(
    files.flatMap(({ name, bytes }) => {
      const unpacked = isZip(bytes) ? unpackZip(bytes, { entries: 100, bytes: 1_000_000 }) : null;
      const folder = files.length === 1 ? "" : `${name.replace(/\.[^./]*$/u, "")}/`;
      return [name, ...(unpacked?.ok ? unpacked.files.map((one) => folder + one.name) : [])];
    }),
  );
