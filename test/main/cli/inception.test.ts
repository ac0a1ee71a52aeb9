// A project of INCEpTION on the command line: its mapping, value by value, is printed, edited and given back; whichever of its formats is
// named, it is read as a project, and twice is once.
import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { packZip, utf8 } from "../../../shared/files/zip.ts";
import type { Span } from "../../../shared/model/span.ts";
import { type Workplace, workplace } from "../../helpers/command-line.ts";

let place: Workplace;
let project: string;
let zip: string;
/** The same once somebody has marked more. */
let later: string;

const texts = { "a.txt": "The mayor said so.", "b.txt": "Police told us.", "c.txt": "Nobody read this." };

function tsv(text: string, roles: Readonly<Record<string, string>>): Uint8Array {
  const rows = [...text.matchAll(/\w+|\./gu)].map(({ 0: word, index }, at) => {
    const role = roles[word] ?? "_";
    return `1-${at + 1}\t${index}-${index + word.length}\t${word}\t${role}\t`;
  });
  const head = ["#FORMAT=WebAnno TSV 3.3", "#T_SP=webanno.custom.Quote|role", "", ""];
  return utf8([...head, `#Text=${text}`, ...rows, ""].join("\n"));
}

beforeEach(async () => {
  place = await workplace();
  project = place.at("project");
  const other = await place.file("other.txt", "Another article, she said.\n");
  await place.sayso("import", project, other, "--create", "--as", "Anna Lind");
  const description = {
    source_documents: Object.keys(texts).map((name) => ({ name, format: "text", state: "NEW" })),
    annotation_documents: [{ name: "a.txt", user: "ana", state: "FINISHED" }],
  };
  const files = [
    { name: "exportedproject1.json", bytes: utf8(JSON.stringify(description)) },
    ...Object.entries(texts).map(([name, text]) => ({ name: `source/${name}`, bytes: utf8(text) })),
    { name: "annotation/a.txt/ana.tsv", bytes: tsv(texts["a.txt"], { mayor: "speaker", said: "cue" }) },
    { name: "annotation/b.txt/bo.tsv", bytes: tsv(texts["b.txt"], { Police: "agency", told: "cue" }) },
    { name: "curation/a.txt/CURATION_USER.tsv", bytes: tsv(texts["a.txt"], { said: "cue" }) },
  ];
  zip = await place.file("theirs.zip", packZip(files));
  const changedText = tsv(texts["b.txt"], { Police: "speaker", us: "speaker", told: "cue" });
  later = await place.file(
    "later.zip",
    packZip([
      ...files.map((file) => (file.name.endsWith("bo.tsv") ? { ...file, bytes: changedText } : file)),
      { name: "annotation/a.txt/bo.tsv", bytes: tsv(texts["a.txt"], { mayor: "speaker" }) },
    ]),
  );
});
afterEach(() => place.remove());

const bring = async (format: string, map: string) => {
  const { out, status } = await place.sayso(
    ...["import-annotations", project, zip, "--from", format, "--map", map, "--json"],
  );
  return { status, ...JSON.parse(out) };
};
type Row = { title: string; annotator: { name: string }; outcome: string; spans: number };
const said = ({ rows }: { rows: readonly Row[] }) =>
  rows.map(({ title, annotator, outcome, spans }) => [title, annotator.name, outcome, spans]);

it("is mapped value by value, by a file that was printed and edited", async () => {
  const printed = await place.sayso(
    ...["import-annotations", project, zip, "--from", "inception", "--print-map"],
  );
  const guess = JSON.parse(printed.out);
  expect(guess.spans).toEqual({
    Quote: { by: "role", values: { speaker: "speaker", cue: "cue", agency: null } },
  });
  guess.spans.Quote.values.agency = "source";
  const map = await place.file("map.json", JSON.stringify(guess));
  const first = await bring("webanno-tsv", map);
  expect(first).toMatchObject({ status: 0, rejected: [] });
  expect(said(first)).toEqual([
    ["a.txt", "ana", "new", 2],
    ["a.txt", "Curation", "curated", 1],
    ["b.txt", "bo", "new", 2],
  ]);
  const setFiles = readdirSync(place.at("project", "annotations"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) => JSON.parse(readFileSync(join(entry.parentPath, entry.name), "utf8")));
  const formats = setFiles.map(({ takenFrom, spans }) => [
    ...new Set([
      ...(takenFrom ? [takenFrom.importedFrom] : []),
      ...spans.map(({ provenance }: Span) => provenance.origin.by === "imported" && provenance.origin.from),
    ]),
  ]);
  expect(formats.filter((some) => some.length > 0)).toEqual([["inception"], ["inception"], ["inception"]]);
  const again = await bring("inception", map);
  expect(new Set(said(again).map(([, , outcome]) => outcome))).toEqual(new Set(["same"]));

  const out = place.at("out.json");
  await place.sayso("export", project, "--format", "json", "--out", out);
  const { articles } = JSON.parse(await readFile(out, "utf8"));
  expect(articles.map(({ text }: { text: string }) => text).sort()).toEqual(
    ["Another article, she said.\n", ...Object.values(texts)].sort(),
  );
});

it("counts each value that means nothing, and ends with status 1", async () => {
  const map = await place.file(
    "map.json",
    JSON.stringify({ spans: { Quote: { by: "role", values: { cue: null, agency: null } } } }),
  );
  const { status, rejected, accepted } = await bring("inception", map);
  expect(status).toBe(1);
  expect(accepted).toBe(1);
  expect(rejected.map(({ what }: { what: string }) => what)).toEqual([
    "3 marks “Quote, role: cue” have no type here.",
    "1 mark “Quote, role: agency” has no type here.",
  ]);
});

it("says which curated sets stay, and which is kept beside one", async () => {
  const first = ["import-annotations", project, zip, "--from", "inception"];
  expect((await place.sayso(...first)).err).not.toContain("curated set already");
  const map = await place.file(
    "map.json",
    JSON.stringify({ spans: { Quote: { by: "role", values: { cue: "claim", agency: null } } } }),
  );
  const { out, err } = await place.sayso(...first, "--map", map);
  // Nobody has touched what the same files gave under another mapping.
  expect(out).toContain(
    "a.txt, Curation: 1 mark, 0 cards (the curated set)\n  0 unchanged, 0 changed, 1 new, 1 gone",
  );
  expect(err).not.toContain("curated set already");
  const other = { name: "curation/a.txt/CURATION_USER.tsv", bytes: tsv(texts["a.txt"], { so: "cue" }) };
  const changed = await place.file("changed.zip", packZip([other]));
  const beside = await place.sayso("import-annotations", project, changed, "--from", "inception");
  expect(beside.out).toContain("a.txt, Curation (INCEpTION): 1 mark, 0 cards (new)");
  expect(beside.err).toContain(
    "a.txt: The article’s curated set came from the same tool, and the two differ by now: 0 unchanged, 0 changed, 1 new, 1 gone.",
  );
});

it("knows a curated set again that nobody changed, though the project's file is another", async () => {
  await place.sayso("import-annotations", project, zip, "--from", "inception");
  const { out, err } = await place.sayso("import-annotations", project, later, "--from", "inception");
  expect(out).toContain("b.txt, bo: 3 marks, 0 cards (newer version)");
  expect(out).toContain("a.txt, Curation: 1 mark, 0 cards (already here)");
  expect(err).not.toContain("curated set");
  const { annotators } = JSON.parse(readFileSync(place.at("project", "project.json"), "utf8"));
  expect(annotators.map(({ name }: { name: string }) => name)).not.toContain("Curation (INCEpTION)");
});

it("counts a curated set that is kept beside the project's as nobody, unless it is named", async () => {
  const from = ["import-annotations", project];
  await place.sayso(...from, later, "--from", "inception");
  const other = { name: "curation/a.txt/CURATION_USER.tsv", bytes: tsv(texts["a.txt"], { so: "cue" }) };
  const changed = await place.file("changed.zip", packZip([other]));
  await place.sayso(...from, changed, "--from", "inception");
  const beside = "Curation (INCEpTION)";
  const agreement = async (...more: readonly string[]): Promise<string> =>
    (await place.sayso("agreement", project, ...more)).out;
  expect(await agreement()).toContain("ana to bo: ");
  expect(await agreement("--annotator", "ana", "--annotator", beside)).toContain(`ana to ${beside}: `);
  expect((await place.sayso("people", project)).out).not.toContain(beside);
  const { out, err } = await place.sayso("compare", project, "--json");
  expect(err).toContain(`“a.txt”: “${beside}” is a curated set from elsewhere`);
  const compared = JSON.parse(out);
  const names = compared.articles[0].annotators.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(["ana", "bo"]));
  expect(names).not.toContain(beside);
});
