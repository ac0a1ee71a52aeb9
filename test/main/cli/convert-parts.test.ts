// Converting part by part: the same comes of lines in portions and of a folder's files one by one as of the whole, an article's
// standoffs come together wherever they lie, and findings name the right lines.
import fs from "node:fs";
import { mkdir, open, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { foreignParts } from "../../../main/cli/read-parts.ts";
import { annotationImporterById, readAnnotations } from "../../../shared/annotation-importers/index.ts";
import { exporterById } from "../../../shared/exporters/index.ts";
import { isZip, packZip, unpackZip } from "../../../shared/files/zip.ts";
import type { Standoff } from "../../../shared/interchange/standoff.ts";
import { hashOf } from "../../helpers/bundles.ts";
import { type Workplace, workplace } from "../../helpers/command-line.ts";
import { canonical, exportStandoffs } from "../../helpers/standoffs.ts";

let place: Workplace;
beforeEach(async () => {
  place = await workplace();
});
afterEach(() => place.remove());

const about = { generator: "Sayso 0.0.0", exportedAt: "2026-01-02T03:04:05.000Z", title: "Project" };

/** Two people's work on so many articles, one person after the other. */
function documentsOf(count: number, length: number): Standoff[] {
  const words = "👍 Venn said that nobody asked. ".repeat(length);
  return ["Anna", "Bo"].flatMap((annotator) =>
    Array.from({ length: count }, (_, at) => ({
      article: `a${at}`,
      title: `Article ${at}`,
      text: `${at}. ${words}`,
      annotator,
      about: [{ field: "author", value: `Author ${at}`, from: "file", found: "properties" } as const],
      spans: [{ id: "s", label: "speaker", segments: [{ start: 6, end: 10 }], values: [] }],
      relations: [],
    })),
  );
}

function filesOf(format: string, documents: readonly Standoff[]) {
  const exporter = exporterById(format);
  if (exporter?.takes !== "standoffs") throw new RangeError(format);
  return exportStandoffs(exporter, documents, about).files;
}

async function readBack(format: string, path: string) {
  const importer = annotationImporterById(format);
  const bytes = new Uint8Array(await readFile(path));
  const read = importer && readAnnotations(importer, [{ name: "all", bytes }], hashOf);
  if (!read?.ok) throw new Error("It was not read.");
  return read.documents;
}

it("reads lines in portions, and puts both people's work on an article together", async () => {
  // More than a portion.
  const documents = documentsOf(8, 4_000);
  const lines = filesOf("doccano", documents).map(({ bytes }) => Buffer.from(bytes).toString("utf8"));
  const from = await place.file("in.jsonl", `${lines.join("")}{no json}\n`);
  const out = place.at("out.zip");
  const ran = await place.sayso("convert", from, "--from", "doccano", "--to", "label-studio", "--out", out);
  // What was left out is no success for whoever goes by the status.
  expect(ran.status).toBe(1);
  expect(ran.err).toContain("line 17");
  const back = await readBack("label-studio", out);
  expect(canonical(back)).toEqual(canonical(documents));
  expect(back.map(({ article }) => article)).toEqual(
    documents.slice(0, 8).flatMap(({ article }) => [article, article]),
  );
});

it.each(["label-studio", "pubannotation"])(
  "reads a list of %s in portions, and names values by their numbers",
  async (format) => {
    const documents = documentsOf(8, 4_000);
    const file = filesOf(format, documents).find(({ name }) => !name.endsWith(".xml"));
    const list: unknown[] = JSON.parse(Buffer.from(file?.bytes ?? []).toString("utf8"));
    const from = await place.file("in.json", JSON.stringify([...list, { id: "no text" }], null, 1));
    const out = place.at("out.jsonl");
    const ran = await place.sayso("convert", from, "--from", format, "--to", "doccano", "--out", out);
    expect(ran).toMatchObject({ status: 1, err: expect.stringContaining(`/${list.length}:`) });
    expect(canonical(await readBack("doccano", out))).toEqual(canonical(documents));
  },
);

it("reads a folder file by file, with what is said of each in its list", async () => {
  const documents = documentsOf(3, 2);
  for (const { name, bytes } of filesOf("brat", documents)) await place.file(`in/${name}`, bytes);
  const out = place.at("out.zip");
  const ran = await place.sayso(
    "convert",
    place.at("in"),
    "--from",
    "brat",
    "--to",
    "cas-json",
    "--out",
    out,
  );
  expect(ran).toMatchObject({ status: 0, err: "" });
  const back = await readBack("cas-json", out);
  expect(canonical(back)).toEqual(canonical(documents));
  const factsOf = (all: readonly Standoff[]) => new Map(all.map(({ title, about: facts }) => [title, facts]));
  expect(factsOf(back)).toEqual(factsOf(documents));
});

it("builds the same records of ours from parts as from the whole", async () => {
  const documents = documentsOf(3, 2).map((document) => ({
    ...document,
    spans: document.spans.map((span) => ({ ...span, values: [{ name: "entity", value: "Venn" }] })),
  }));
  // In the order in which a folder is gone through.
  const files = [...filesOf("brat", documents)].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, bytes } of files) await place.file(`in/${name}`, bytes);
  await place.file("in.zip", packZip(files));
  for (const to of ["json", "csv", "citron", "claim-review", "html"]) {
    const written = await Promise.all(
      ["in", "in.zip"].map(async (from) => {
        const out = place.at(`${from}.${to}${to === "csv" || to === "citron" ? ".zip" : ""}`);
        const ran = await place.sayso("convert", place.at(from), "--from", "brat", "--to", to, "--out", out);
        expect(ran.status).toBe(0);
        // When the files were written is all that differs.
        return textIn(await readFile(out)).replace(/2\d{3}-\d\d-\d\dT[\d:.]+Z/gu, "");
      }),
    );
    expect(written[0]?.length).toBeGreaterThan(0);
    expect(written[0]).toBe(written[1]);
  }
});

/** Of an archive, of all files in it. */
function textIn(bytes: Uint8Array): string {
  const inside = isZip(bytes) ? unpackZip(bytes, { entries: 100, bytes: 1_000_000 }) : null;
  const files = inside?.ok ? inside.files : [{ name: "", bytes }];
  return files.map((file) => `${file.name}\n${Buffer.from(file.bytes).toString("utf8")}`).join("\n");
}

it("reads an archive part by part, and passes over what is none of the format", async () => {
  const documents = documentsOf(3, 2);
  const more = [
    { name: "README.md", bytes: Buffer.from("Read me.") },
    { name: "__MACOSX/._a.json", bytes: Buffer.from([0, 5, 22, 7]) },
  ];
  const temporary = () => readdir(tmpdir());
  const before = await temporary();
  for (const format of ["brat", "cas-xmi", "cas-json", "webanno-tsv", "citron"]) {
    const files = format === "citron" ? citronFiles() : filesOf(format, documents);
    const from = await place.file(`${format}.zip`, packZip([...files, ...more]));
    const out = place.at(`${format}.jsonl`);
    const ran = await place.sayso("convert", from, "--from", format, "--to", "doccano", "--out", out);
    expect(ran).toMatchObject({ status: 0 });
    const lines = (await readFile(out, "utf8")).trimEnd().split("\n");
    expect(lines.length).toBe(format === "citron" ? 2 : 6);
    const unpacked = (await temporary()).filter((name) => name.startsWith(".sayso-"));
    expect(unpacked.filter((name) => !before.includes(name))).toEqual([]);
  }
});

const citronFiles = () =>
  ["a", "b"].map((name) => ({
    name: `${name}.json`,
    bytes: Buffer.from(JSON.stringify({ text: "Yes.", quotes: [] })),
  }));

it.each([
  ["doccano", "in.jsonl"],
  ["label-studio", "in.json"],
  ["brat", "in.zip"],
])("loses nothing of %s where the system gives less than was asked for", async (format, name) => {
  const documents = documentsOf(8, 400);
  const files = filesOf(format, documents).filter((file) => !file.name.endsWith(".xml"));
  const [first] = files;
  const path = await place.file(name, name === "in.zip" ? packZip(files) : (first?.bytes ?? ""));
  const read = fs.read as (...asked: unknown[]) => void;
  vi.spyOn(fs, "read").mockImplementation(((...[file, buffer, offset, length, ...more]: unknown[]) =>
    read(file, buffer, offset, Math.min(Number(length), 1_000), ...more)) as never);
  const handle = await open(path, "r");
  const prototype = Object.getPrototypeOf(handle);
  const readOf = prototype.read;
  await handle.close();
  vi.spyOn(prototype, "read").mockImplementation(function (this: typeof handle, ...asked: unknown[]) {
    const [buffer, offset, length, ...more] = asked;
    return readOf.call(this, buffer, offset, Math.min(Number(length), 1_000), ...more);
  });
  const out = place.at("out.jsonl");
  const ran = await place.sayso("convert", path, "--from", format, "--to", "doccano", "--out", out);
  expect(fs.read).toHaveBeenCalled();
  vi.restoreAllMocks();
  expect(ran).toMatchObject({ status: 0, err: "" });
  expect(canonical(await readBack("doccano", out))).toEqual(canonical(documents));
});

it("goes through more files than are read at once", async () => {
  await mkdir(place.at("many"));
  for (let at = 0; at < 10_001; at += 1) fs.writeFileSync(place.at(`many/${at}.json`), "");
  const importer = annotationImporterById("cas-json");
  if (!importer) throw new RangeError("cas-json");
  expect((await foreignParts(importer, [place.at("many")])).count).toBe(10_001);
});

it.each([
  ["is empty", async () => mkdir(place.at("in")), "in", 2, "no file"],
  [
    "is cut off",
    async () => place.file("in", packZip(filesOf("brat", documentsOf(1, 2))).slice(0, 60)),
    "in",
    1,
    "damaged",
  ],
])("refuses what %s", async (_what, make, name, status, says) => {
  await make();
  const out = place.at("out.zip");
  const ran = await place.sayso(
    "convert",
    place.at(name),
    "--from",
    "brat",
    "--to",
    "cas-json",
    "--out",
    out,
  );
  expect(ran).toMatchObject({ status, err: expect.stringContaining(says) });
  await expect(readFile(out)).rejects.toThrow("ENOENT");
});

it("leaves nothing behind when what it reads is refused", async () => {
  const from = await place.file("in.jsonl", "{no json}\n");
  const ran = await place.sayso(
    "convert",
    from,
    "--from",
    "doccano",
    "--to",
    "brat",
    "--out",
    place.at("out.zip"),
  );
  expect(ran.status).toBe(1);
  await expect(readFile(place.at("out.zip"))).rejects.toThrow("ENOENT");
});
