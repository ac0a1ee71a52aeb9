// Each thing that is read lies on its own text, however texts are called: by every reader, of files in folders, in lists and in lines.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotationImporterById, readAnnotations } from "../../../shared/annotation-importers/index.ts";
import { onlyFile, type StandoffExporter } from "../../../shared/exporters/exporter.ts";
import { exporters } from "../../../shared/exporters/index.ts";
import { type NamedFile, packZip } from "../../../shared/files/zip.ts";
import { contentsName } from "../../../shared/interchange/file-set.ts";
import { articlesIn } from "../../../shared/interchange/sort-by-text.ts";
import type { Standoff } from "../../../shared/interchange/standoff.ts";
import { hashOf } from "../../helpers/bundles.ts";
import { exportStandoffs, fitTo } from "../../helpers/standoffs.ts";
import { runs } from "../../helpers/tier.ts";

const about = { generator: "Sayso 0.0.0", exportedAt: "2026-01-02T03:04:05.000Z", title: "Project" };
const readerOf = ({ id }: StandoffExporter) =>
  annotationImporterById(id.startsWith("refi-qda-") ? "refi-qda" : id);
const formats = exporters.filter(
  (one): one is StandoffExporter => one.takes === "standoffs" && readerOf(one) !== undefined,
);

/** A mark on the first word, which is another one in each text. */
const documentOf = (text: string, annotator: string | null): Standoff => ({
  ...{ article: "001", title: "001", text, annotator },
  spans: [{ id: "s", label: "claim", segments: [{ start: 0, end: 2 }], values: [] }],
  relations: [],
});

/** As a program writes it that does not list whose files they are and of what; a format of one file, in a file of its own. */
function filesIn(folder: string, exporter: StandoffExporter, document: Standoff): NamedFile[] {
  const { documents } = fitTo([document], exporter.capabilities);
  const { files } = exportStandoffs(exporter, documents, about);
  if (exporter.extension === "qdpx") return [{ name: `${folder}.qdpx`, bytes: packZip(files) }];
  return files
    .filter(({ name }) => name !== contentsName)
    .map(({ name, bytes }) => ({
      name: `${folder}/${name === onlyFile ? `${name}.${exporter.extension}` : name}`,
      bytes,
    }));
}

function readTogether(exporter: StandoffExporter, files: readonly NamedFile[]) {
  const importer = readerOf(exporter);
  const read = importer && readAnnotations(importer, files, hashOf);
  if (!read?.ok) throw new Error(JSON.stringify(read));
  return { ...read, ...articlesIn(read.documents, hashOf) };
}

const texts = fc.uniqueArray(fc.integer({ min: 10, max: 99 }), { minLength: 1, maxLength: 4 });
const textOf = (number: number): string => `${number} people said so.`;

describe.each(formats)("$id", (exporter) => {
  it("keeps texts of one name apart, each with its own marks, and says so", () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (numbers, isNamed) => {
        const files = numbers.flatMap((number, at) =>
          filesIn(`part${at}`, exporter, documentOf(textOf(number), isNamed ? "Ana" : null)),
        );
        const { groups, told, rejected } = readTogether(exporter, files);
        expect(rejected).toEqual([]);
        expect(groups.flatMap((group) => group.map(({ text }) => text)).sort()).toEqual(
          numbers.map(textOf).sort(),
        );
        expect(groups.map((group) => group.length)).toEqual(numbers.map(() => 1));
        for (const [{ text, spans }] of groups)
          expect(spans.map(({ segments: [place] }) => text.slice(place?.start, place?.end))).toEqual([
            text.slice(0, 2),
          ]);
        expect(new Set(groups.map(([{ article }]) => article)).size).toBe(numbers.length);
        const isTold = told.length > 0;
        const isOneName = new Set(readTogether(exporter, files).documents.map(({ article }) => article)).size;
        expect(isTold).toBe(numbers.length > isOneName);
      }),
      { numRuns: runs(20) },
    );
  });

  it("takes what two annotators made of one text as one article of theirs", () => {
    const files = ["Ana", "Ben"].flatMap((name) => filesIn(name, exporter, documentOf(textOf(10), name)));
    const { groups, told } = readTogether(exporter, files);
    expect(groups.map((group) => group.map(({ annotator }) => annotator))).toEqual([["Ana", "Ben"]]);
    expect(told).toEqual([]);
  });
});

describe("files in folders", () => {
  const brat = (folder: string, text: string) => ({
    [`${folder}001.txt`]: text,
    [`${folder}001.ann`]: `T1\tclaim 0 2\t${text.slice(0, 2)}\n`,
  });
  const named = (files: Readonly<Record<string, string>>) =>
    Object.entries(files).map(([name, value]) => ({ name, bytes: new TextEncoder().encode(value) }));
  const summary = (files: Readonly<Record<string, string>>) => {
    const importer = annotationImporterById("brat");
    const read = importer && readAnnotations(importer, named(files), hashOf);
    if (!read?.ok) throw new Error(JSON.stringify(read));
    const { groups, told } = articlesIn(read.documents, hashOf);
    return {
      articles: groups.map(([first, ...more]) => [
        first.title,
        ...[first, ...more].map(({ annotator }) => annotator),
      ]),
      told: told.length,
    };
  };

  it("are the parts of a corpus where their texts differ", () => {
    const files = { ...brat("corpus/train/", "10 men"), ...brat("corpus/test/", "20 men") };
    expect(summary(files)).toEqual({
      articles: [
        ["train/001", null],
        ["test/001", null],
      ],
      told: 1,
    });
  });

  it("are annotators where their texts are the same, there and in articles that one of them alone has", () => {
    const files = {
      ...brat("round/ana/", "10 men"),
      ...brat("round/ben/", "10 men"),
      "round/ana/002.txt": "30 men",
      "round/ana/002.ann": "T1\tclaim 0 2\t30\n",
    };
    expect(summary(files)).toEqual({
      articles: [
        ["001", "ana", "ben"],
        ["002", "ana"],
      ],
      told: 0,
    });
  });

  it("are parts of a corpus, too, where only some texts come again", () => {
    const files = {
      ...brat("2020/", "10 men"),
      ...brat("2021/", "10 men"),
      "2020/art.txt": "30 men",
      "2020/art.ann": "T1\tclaim 0 2\t30\n",
      "2021/art.txt": "40 men",
      "2021/art.ann": "T1\tclaim 0 2\t40\n",
    };
    const { articles } = summary(files);
    expect(articles.flatMap(([, ...annotators]) => annotators)).toEqual([null, null, null, null]);
  });

  it("are annotators in each round of their own", () => {
    const files = Object.assign(
      {},
      ...["1", "2"].flatMap((round) =>
        ["ana", "ben"].map((name) => brat(`${round}/${name}/`, `${round}0 men`)),
      ),
    );
    expect(summary(files).articles).toEqual([
      ["1/001", "ana", "ben"],
      ["2/001", "ana", "ben"],
    ]);
  });

  it("are nothing where there is one for all", () => {
    expect(summary(brat("corpus/", "10 men"))).toEqual({ articles: [["001", null]], told: 0 });
  });
});
