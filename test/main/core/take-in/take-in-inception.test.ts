// A project of INCEpTION imported: everybody's set under their own name, how far they were, and its curation as the project's curated set,
// unless that has one.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { packZip } from "../../../../shared/files/zip.ts";
import { inceptionFiles, type MadeDocument } from "../../../helpers/inception-project.ts";
import { newId, person, projectWith, temporaryFolder } from "../workplace.ts";

const text = "Ten people said so";
const other = "Eleven people said so";
const marks = (words: readonly number[]) => ({ held: "tsv" as const, words, state: "FINISHED" as const });
const project: readonly MadeDocument[] = [
  {
    ...{ name: "a.txt", text, curation: marks([1, 2]) },
    work: [
      { user: "ana", ...marks([1]) },
      { user: "ben.o", ...marks([2]), held: "xmi", state: "IN_PROGRESS" },
    ],
  },
  { ...{ name: "b.txt", text: other, curation: null }, work: [{ user: "ana", ...marks([0]) }] },
];
const mapping = { spans: { claim: "claim" }, relations: {}, values: {} };

async function desk() {
  const folder = temporaryFolder();
  const dana = await person(join(folder, "home"), "Dana");
  const { project: opened, article } = await projectWith(dana, join(folder, "project"), text);
  const write = (name: string, documents: readonly MadeDocument[]): string => {
    const path = join(folder, name);
    writeFileSync(path, packZip(inceptionFiles(documents, false)));
    return path;
  };
  const take = async (path: string, format = "inception") => {
    const asked = {
      ...{ project: opened.handle, from: { path }, unverified: false, bring: true, places: {}, decided: [] },
      foreign: { format, mapping, as: null },
    };
    const seen = await dana.call("review.takeInPreview", asked);
    if (!seen.ok) throw new Error(JSON.stringify(seen));
    const step = { command: "take-in", at: "2026-01-01T00:00:00.000Z" };
    return dana.call("review.takeIn", { ...asked, sha256: seen.sha256, opId: newId(), step });
  };
  const curated = async () => {
    const { set } = await dana.call("article.open", { project: opened.handle, article, whose: "curation" });
    return set;
  };
  return { folder, article, write, take, curated };
}

const said = (rows: Awaited<ReturnType<Awaited<ReturnType<typeof desk>>["take"]>>["rows"]) =>
  rows.map(({ title, annotator, outcome, spans }) => [title, annotator.name, outcome, spans]);

test("documents are articles, users annotators, and what was curated is the curated set", async () => {
  const { write, take, curated, article } = await desk();
  const taken = await take(write("theirs.zip", project));
  expect(said(taken.rows).map(([, ...rest]) => rest)).toEqual([
    ["ana", "new", 1],
    ["ben.o", "new", 1],
    ["Curation", "curated", 2],
    ["ana", "new", 1],
  ]);
  const set = await curated();
  expect(set.spans.map(({ provenance: { origin } }) => origin)).toEqual([
    { by: "imported", from: "inception" },
    { by: "imported", from: "inception" },
  ]);
  expect(set.progress).toEqual({ id: article, state: "done", note: "" });
  expect(taken.annotators.map(({ name }) => name)).toEqual(["ana", "ben.o"]);
});

test("whichever of its formats is named, it is a project of INCEpTION that is imported", async () => {
  const { write, take, curated } = await desk();
  const taken = await take(write("theirs.zip", project), "webanno-tsv");
  expect(said(taken.rows).map(([, name]) => name)).toContain("Curation");
  const origins = (await curated()).spans.map(({ provenance: { origin } }) => origin);
  expect(origins).toEqual(origins.map(() => ({ by: "imported", from: "inception" })));
  expect(taken.foreign?.format).toEqual((await take(write("again.zip", project))).foreign?.format);
});

test("the same once more changes nothing, and another one is kept beside the curated set", async () => {
  const { write, take, curated } = await desk();
  const path = write("theirs.zip", project);
  await take(path);
  const before = await curated();
  const again = await take(path);
  expect(new Set(again.rows.map(({ outcome }) => outcome))).toEqual(new Set(["same"]));
  const [first, ...more] = project;
  const changed = first ? [{ ...first, curation: marks([3]) }, ...more] : [];
  const { rows } = await take(write("changed.zip", changed));
  expect(rows.find(({ besideCurated }) => besideCurated === "differs")).toMatchObject({
    againstCurated: { unchanged: 0, changed: 0, added: 1, removed: 2 },
    ...{ outcome: "new", annotator: { name: "Curation (INCEpTION)", decidedElsewhere: true }, spans: 1 },
  });
  expect(await curated()).toEqual(before);
});

test("a folder that was unpacked is read like the archive", async () => {
  const { folder, take } = await desk();
  for (const { name, bytes } of inceptionFiles(project, false)) {
    const path = join(folder, "unpacked", name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  const { rows } = await take(join(folder, "unpacked"));
  expect(said(rows).map(([, ...rest]) => rest)).toEqual([
    ["ana", "new", 1],
    ["ben.o", "new", 1],
    ["Curation", "curated", 2],
    ["ana", "new", 1],
  ]);
});
