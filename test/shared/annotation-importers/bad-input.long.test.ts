// Hostile and faulty files: refused whole with a reason, or taken with an account of what was left out; never a crash.
import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { annotationImporters, readAnnotations } from "../../../shared/annotation-importers/index.ts";
import type { StandoffExporter } from "../../../shared/exporters/exporter.ts";
import { exporterById, packed } from "../../../shared/exporters/index.ts";
import { readXml } from "../../../shared/files/xml.ts";
import { unpackZip } from "../../../shared/files/zip.ts";
import { hashOf } from "../../helpers/bundles.ts";
import { exportStandoffs, fitTo, standoffs } from "../../helpers/standoffs.ts";
import { runs, tier } from "../../helpers/tier.ts";

const about = { generator: "Sayso 0.0.0", exportedAt: "2026-01-02T03:04:05.000Z", title: "Project" };
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf8"));

describe.each(annotationImporters)("$id", (importer) => {
  const exporter = exporterById(importer.id);

  it("refuses or takes any bytes under any name, and never throws", () => {
    const name = fc.constantFrom(
      "a.json",
      "a.ann",
      "a.txt",
      "a.xmi",
      "a.jsonl",
      "TypeSystem.xml",
      "contents.json",
      "a.jsonld",
      "a.conll",
      "a.conllu",
      "a.xml",
      "exportedproject1.json",
      "annotation/a.txt/INITIAL_CAS.tsv",
      "annotation/a.txt/ana.zip",
      "curation/__proto__/CURATION_USER.xmi",
      "source/a.txt",
      "a.csv",
      "__proto__.json",
      "../a.ann",
    );
    const odd = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.json().map(bytes),
      fc
        .constantFrom(
          "",
          "null",
          "[]",
          "{}",
          "[[[]]]",
          "<a/>",
          "T1\tx 0 1\ty",
          '<TEI><text><body><p><said who="#a" next="#b">a</said></p></body></text></TEI>',
          '<root><SENTENCE><WORD text="a"><attribution id="n"/></WORD></SENTENCE></root>',
          "start,end,label,text\n0,1,x,a b c d e f\n",
          "a_start,a_end,cards,claim_span,card\n0,1,x,y,z\n",
          "a\tB-x\nb\tI-x\n",
          "# columns = form x\n\n# text_and_space = a\\s\na\tB-x\n",
          "1\ta\t_\t_\t_\t_\t_\t_\t_\tBIO=x:B\n",
          "\ufeff",
          '{"__proto__":1}',
          '{"text":"a","spans":null}',
          "PK\u0003\u0004",
          '{"source_documents":[{"name":"a.txt","format":"text"},3],"annotation_documents":[{"name":"__proto__","user":"ana"}]}',
          "#FORMAT=WebAnno TSV 3.3\n#T_SP=x.Quote|role\n\n#Text=a\n1-1\t0-1\ta\tb\t\n",
        )
        .map(bytes),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ name, bytes: odd }), { maxLength: 4 }), (files) => {
        const read = readAnnotations(importer, files, hashOf);
        if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: runs(200) },
    );
  });

  it("survives what it reads itself, cut off or changed anywhere", () => {
    if (exporter?.takes !== "standoffs") return;
    const writes: StandoffExporter = exporter;
    fc.assert(
      fc.property(standoffs, fc.nat(), fc.nat(255), fc.boolean(), (given, at, byte, isCut) => {
        const { documents } = fitTo(given, writes.capabilities);
        const files = exportStandoffs(writes, documents, about).files.map((file, index) => {
          if (index > 0 || file.bytes.length === 0) return file;
          const place = at % file.bytes.length;
          const changed = Uint8Array.from(isCut ? file.bytes.subarray(0, place) : file.bytes);
          if (!isCut) changed[place] = byte;
          return { ...file, bytes: changed };
        });
        const read = readAnnotations(importer, files, hashOf);
        if (read.ok)
          for (const { text, spans, relations } of read.documents) {
            const ids = new Set(spans.map(({ id }) => id));
            for (const { from, to } of relations) expect(ids.has(from) && ids.has(to)).toBe(true);
            for (const { segments } of spans)
              for (const { start, end } of segments)
                expect(0 <= start && start < end && end <= text.length).toBe(true);
          }
      }),
      { numRuns: runs(40) },
    );
  });
});

describe("offsets that are none", () => {
  const pub = annotationImporters.find(({ id }) => id === "pubannotation");
  it.each([
    [-1, 2],
    [0.5, 2],
    ["0", 2],
    [2, 1],
    [1, 1],
    [0, 99],
    [null, 1],
    [0, 2 ** 53],
  ])("are rejected one by one: %j to %j", (begin, end) => {
    const value = {
      text: "abc",
      denotations: [
        { id: "T1", span: { begin, end }, obj: "x" },
        { id: "T2", span: { begin: 0, end: 1 }, obj: "x" },
      ],
      relations: [{ id: "R1", pred: "p", subj: "T1", obj: "T2" }],
    };
    const read =
      pub && readAnnotations(pub, [{ name: "a.json", bytes: bytes(JSON.stringify(value)) }], hashOf);
    expect(read).toMatchObject({ ok: true, taken: 1 });
    // The span, and the relation that has lost its end.
    expect(read?.ok && read.rejected.map(({ where }) => where)).toEqual(["/denotations/0", "/relations/0"]);
  });
});

describe("archives", () => {
  const limits = { entries: 3, bytes: 100_000 };

  it("are stopped while they unpack, whatever size they declare", () => {
    const bomb = zipSync({ "a.json": new Uint8Array(10_000_000) });
    expect(unpackZip(bomb, limits)).toEqual({ ok: false, why: "too-large" });
  });

  it("are refused with too many files, or cut off", () => {
    const many = zipSync(Object.fromEntries(["a", "b", "c", "d"].map((name) => [name, bytes(name)])));
    expect(unpackZip(many, limits)).toEqual({ ok: false, why: "too-many" });
    const one = zipSync({ a: bytes("some words that are longer than nothing") });
    expect(unpackZip(one.subarray(0, 40), limits)).toEqual({ ok: false, why: "damaged" });
    expect(unpackZip(bytes("PK"), limits)).toEqual({ ok: false, why: "damaged" });
  });

  it("give back what was packed, byte for byte, and are packed the same every time", () => {
    const exporter = exporterById("brat");
    const files = [
      { name: "a/b.txt", bytes: bytes("é👍\r\n") },
      { name: "c.ann", bytes: new Uint8Array() },
    ];
    if (!exporter) throw new RangeError();
    const zip = packed(exporter, { files, losses: [] });
    expect(packed(exporter, { files, losses: [] })).toEqual(zip);
    expect(unpackZip(zip, limits)).toEqual({ ok: true, files });
  });
});

describe("XML", () => {
  it.each([
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    "<a>&b;</a>",
    "<a><b></a>",
    "<a/><b/>",
    "",
    "<a b='1' b='2'/>",
    "<a>\u0001</a>",
    `${"<a>".repeat(100_000)}`,
  ])("is refused where it is none or names what is outside (%#)", (text) => {
    expect(readXml(text).ok).toBe(false);
  });
});

describe("very many annotations", () => {
  it.each(tier === "all" ? ["web-annotation", "cas-json", "cas-xmi", "pubannotation"] : ["pubannotation"])(
    "are written and read as %s",
    (format) => {
      const exporter = exporterById(format);
      const importer = annotationImporters.find(({ id }) => id === format);
      if (exporter?.takes !== "standoffs" || !importer) throw new RangeError(format);
      // More than a call takes arguments.
      const spans = Array.from({ length: 130_000 }, (_, at) => ({
        id: `s${at}`,
        label: "x",
        segments: [{ start: 0, end: 1 }],
        values: [],
      }));
      const document = { article: "a", title: "A", text: "abc", annotator: null, spans, relations: [] };
      const files = exportStandoffs(exporter, [document], about).files;
      const read = importer.read(files, hashOf);
      expect(read.ok && read.taken).toBe(spans.length);
    },
  );
});
