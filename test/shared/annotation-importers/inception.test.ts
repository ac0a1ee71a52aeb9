// A project of INCEpTION comes in with each user's work on their own document and text, the curated documents apart, and what cannot be
// read told one by one.
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotationImporterById, readAnnotations } from "../../../shared/annotation-importers/index.ts";
import { type NamedFile, packZip, utf8 } from "../../../shared/files/zip.ts";
import { recogniseFormats } from "../../../shared/formats/format-table.ts";
import { articlesIn } from "../../../shared/interchange/sort-by-text.ts";
import { hashOf } from "../../helpers/bundles.ts";
import {
  inceptionFiles,
  type MadeDocument,
  madeProjects,
  markedIn,
} from "../../helpers/inception-project.ts";
import { runs } from "../../helpers/tier.ts";

function readAs(format: string, files: readonly NamedFile[]) {
  const importer = annotationImporterById(format);
  if (!importer) throw new RangeError(format);
  return readAnnotations(importer, files, hashOf);
}

function taken(files: readonly NamedFile[], format = "inception") {
  const read = readAs(format, files);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return { ...read, groups: articlesIn(read.documents, hashOf).groups };
}

const readable = ({ held }: { readonly held: string }): boolean => held !== "ser";

/** What a project has: by document and person the places that they marked. */
function workIn(documents: readonly MadeDocument[]) {
  return documents.map(({ name, text, work, curation }) => {
    const said = (state: string) => ({ state: state === "FINISHED" ? "done" : "in-progress", note: "" });
    const all = [
      ...work.map((one) => ({ ...one, annotator: one.user, isCurated: false })),
      ...(curation ? [{ ...curation, annotator: "Curation (INCEpTION)", isCurated: true }] : []),
    ].filter(readable);
    const sets = all.map(({ annotator, isCurated, words, state }) => ({
      ...{ annotator, isCurated, progress: said(state) },
      places: [...markedIn(text, words)].sort((a, b) => a.start - b.start),
    }));
    return { name, text, sets: sets.sort((a, b) => (a.annotator < b.annotator ? -1 : 1)) };
  });
}

function foundIn({ groups }: ReturnType<typeof taken>) {
  return groups.map((group) => {
    const [{ title: name, text }] = group;
    const sets = group.flatMap(({ annotator, isCurated = false, progress, spans }) =>
      annotator === null
        ? []
        : [
            {
              annotator,
              isCurated,
              progress,
              places: spans.flatMap(({ segments }) => segments).sort((a, b) => a.start - b.start),
            },
          ],
    );
    return { name, text, sets: sets.sort((a, b) => (a.annotator < b.annotator ? -1 : 1)) };
  });
}

describe("a project of INCEpTION", () => {
  it("comes in with everybody's marks on their own document and text, whatever each is written in", () => {
    fc.assert(
      fc.property(madeProjects, fc.boolean(), fc.boolean(), (documents, isOld, isPacked) => {
        const files = inceptionFiles(documents, isOld);
        const given = isPacked ? [{ name: "project.zip", bytes: packZip(files) }] : files;
        const read = taken(given);
        expect(foundIn(read)).toEqual(workIn(documents));
        // One for each that is there as serialized Java alone.
        const unreadable = documents.flatMap(({ work, curation }) => [
          ...work,
          ...(curation ? [curation] : []),
        ]);
        expect(read.rejected).toHaveLength(unreadable.filter((one) => !readable(one)).length);
        const marks = workIn(documents).flatMap(({ sets }) => sets.flatMap(({ places }) => places));
        expect(read.taken).toBe(marks.length);
      }),
      { numRuns: runs(60) },
    );
  });

  it("is read as a project whichever of its formats is named, and is offered as one alone", () => {
    fc.assert(
      fc.property(madeProjects, (documents) => {
        const files = inceptionFiles(documents, false);
        const whole = readAs("inception", files);
        for (const format of ["webanno-tsv", "cas-xmi", "cas-json"])
          expect(readAs(format, files)).toEqual(whole.ok ? { ...whole, readAs: "inception" } : whole);
        const offered = recogniseFormats(files, hashOf).map(({ format }) => format);
        const hasMarks = workIn(documents).some(({ sets }) => sets.some(({ places }) => places.length > 0));
        expect(offered).toEqual(hasMarks ? ["inception"] : []);
      }),
      { numRuns: runs(10) },
    );
  });

  const tsv = (sentence: string, ...marks: readonly string[]): Uint8Array => {
    const words = [...sentence.matchAll(/\S+/gu)].map(({ 0: word, index }, at) => {
      const mark = marks[at] ?? "_";
      return `1-${at + 1}\t${index}-${index + word.length}\t${word}\t${mark}\t`;
    });
    return utf8(
      [
        "#FORMAT=WebAnno TSV 3.3",
        "#T_SP=webanno.custom.Quote|role",
        "",
        "",
        `#Text=${sentence}`,
        ...words,
        "",
      ].join("\n"),
    );
  };
  const description = (more: object) => ({
    name: "exportedproject1.json",
    bytes: utf8(JSON.stringify({ source_documents: [{ name: "a.txt", format: "text" }], ...more })),
  });

  it("says what was there before anybody annotated, what is named and missing, and what it calls its layers", () => {
    const {
      rejected,
      told = [],
      groups,
    } = taken([
      description({
        annotation_documents: [
          { name: "a.txt", user: "ana", state: "FINISHED" },
          { name: "a.txt", user: "ben", state: "NEW" },
        ],
        layers: [
          {
            ...{ name: "webanno.custom.Quote", uiName: "Direct speech" },
            features: [{ name: "role", tag_set: { name: "Roles" } }],
          },
        ],
        tag_sets: [{ name: "Roles", tags: [{ tag_name: "speaker" }, { tag_name: "cue" }] }],
      }),
      { name: "annotation/a.txt/INITIAL_CAS.tsv", bytes: tsv("She said so", "speaker") },
    ]);
    expect(groups.map((group) => group.map(({ annotator, spans }) => [annotator, spans.length]))).toEqual([
      [[null, 0]],
    ]);
    expect(rejected.map(({ what }) => what)).toEqual([
      { key: "interchange.inception-missing", values: { user: "ana", document: "a.txt" } },
    ]);
    expect(told.map(({ what }) => (typeof what === "string" ? what : what.key))).toEqual([
      "interchange.inception-project",
      "interchange.inception-initial",
    ]);
    expect(told[0]?.advice).toMatchObject({
      values: { count: 1, layers: "Quote (Direct speech) – role: speaker, cue" },
    });
    expect(
      readAs("inception", [description({}), { name: "annotation/a.txt/ana.tsv", bytes: tsv("x") }]),
    ).toMatchObject({ told: [{ what: { key: "interchange.inception-project" } }] });
  });

  it("takes the white space between sentences from the document itself, which TSV does not have", () => {
    const [group] = taken([
      description({ annotation_documents: [{ name: "a.txt", user: "ana", state: "IN_PROGRESS" }] }),
      { name: "source/a.txt", bytes: utf8("She said so\n\n") },
      { name: "annotation/a.txt/ana.tsv", bytes: tsv("She said so", "speaker") },
    ]).groups;
    expect(group?.map(({ text, annotator }) => [text, annotator])).toEqual([["She said so\n\n", "ana"]]);
  });

  it("knows whose an archive of a temporary name is by the file in it", () => {
    const inner = packZip([{ name: "ana.tsv", bytes: tsv("She said so", "speaker") }]);
    const [group] = taken([
      { name: "/annotation/a.txt/webanno4711export.zip", bytes: inner },
      { name: "/annotation_ser/a.txt/INITIAL_CAS.ser", bytes: new Uint8Array() },
      { name: "/annotation/a.txt/INITIAL_CAS.tsv", bytes: tsv("She said so") },
    ]).groups;
    expect(group?.map(({ title, annotator }) => [title, annotator])).toEqual([["a.txt", "ana"]]);
  });

  it("whose archives are damaged or unpack to more than there is room for is told, and the rest is read", () => {
    const { rejected, groups } = taken([
      description({ annotation_documents: [{ name: "a.txt", user: "ana", state: "FINISHED" }] }),
      { name: "annotation/a.txt/ana.zip", bytes: Uint8Array.of(0x50, 0x4b, 3, 4, 1) },
      { name: "annotation/a.txt/ben.tsv", bytes: tsv("She said so", "cue") },
    ]);
    expect(rejected.map(({ what }) => what)).toMatchObject([
      { key: "interchange.inception-unreadable", values: { user: "ana", forms: ".zip" } },
    ]);
    expect(groups.map((group) => group.map(({ annotator }) => annotator))).toEqual([["ben"]]);
  });

  it("has what was corrected under the name that it has there, and never as the curation", () => {
    const [group] = taken([
      { name: "annotation/a.txt/INITIAL_CAS.tsv", bytes: tsv("She said so") },
      { name: "curation/a.txt/CORRECTION_USER.tsv", bytes: tsv("She said so", "speaker") },
      { name: "curation/a.txt/CURATION_USER.tsv", bytes: tsv("She said so", "cue") },
    ]).groups;
    expect(group?.map(({ annotator, isCurated = false }) => [annotator, isCurated])).toEqual([
      ["CORRECTION_USER", false],
      ["Curation (INCEpTION)", true],
    ]);
  });

  it("is no other corpus whose folders have such names", () => {
    const files = [
      { name: "annotation/train/001.tsv", bytes: tsv("She said so", "cue") },
      { name: "annotation/test/001.tsv", bytes: tsv("He said so", "cue") },
    ];
    expect(readAs("inception", files).ok).toBe(false);
    expect(taken(files, "webanno-tsv").groups.map(([{ title }]) => title)).toEqual(["train/001", "test/001"]);
  });
});

const real = new URL("../../../../shared/samples/inception/exported-project-3.6.1.zip", import.meta.url);
if (!existsSync(real)) process.stdout.write("skipped: the real project of INCEpTION is not here\n");

it.runIf(existsSync(real))(
  "a real project has its document, its curation, and the work that nobody else can read",
  () => {
    const read = taken([{ name: "project.zip", bytes: new Uint8Array(readFileSync(real)) }]);
    expect(
      read.groups.map((group) =>
        group.map(({ title, annotator, isCurated, progress, spans }) => ({
          ...{ title, annotator, isCurated },
          ...{ state: progress?.state, spans: spans.map(({ label }) => label) },
        })),
      ),
    ).toEqual([
      [
        {
          ...{ title: "example_sentence.txt", annotator: "Curation (INCEpTION)", isCurated: true },
          ...{ state: "in-progress", spans: ["Chunk"] },
        },
      ],
    ]);
    expect(read.rejected.map(({ what }) => what)).toEqual([
      {
        key: "interchange.inception-unreadable",
        values: { user: "admin", document: "example_sentence.txt", forms: ".ser, .txt" },
      },
    ]);
  },
);
