// Copies that synchronisation programs make of files changed in two places: recognised by their names, compared, merged by id as one
// step, and moved aside, never destroyed.
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { ArticleSet } from "../../../../shared/model/article-set.ts";
import {
  addingSpan,
  newId,
  noteOf,
  person,
  projectWith,
  spanBy,
  temporaryFolder,
  windowOf,
} from "../workplace.ts";

/** How each program calls the copy of `stem.ending`. */
const names: readonly ((stem: string, ending: string) => string)[] = [
  (stem, ending) => `${stem} (Dana's conflicted copy 2026-11-26)${ending}`,
  (stem, ending) => `${stem} (conflicted copy 2026-11-26 101500)${ending}`,
  (stem, ending) => `${stem}.sync-conflict-20261126-101500-ABCDEFG${ending}`,
  (stem, ending) => `${stem}-LAPTOP-7Q${ending}`,
  (stem, ending) => `${stem} 2${ending}`,
  (stem, ending) => `${stem} (1)${ending}`,
];

const json = (path: string) => JSON.parse(readFileSync(path, "utf8"));

async function bench() {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, path);
  const me = project.annotator?.id ?? "";
  const opened = () => ana.call("article.open", { project: project.handle, article });
  const save = async (at: number) => {
    const { revision } = await opened();
    const change = addingSpan(project, at);
    await ana.call("annotations.apply", {
      project: project.handle,
      article,
      opId: newId(),
      revision,
      change,
    });
  };
  await save(0);
  await ana.core.flush();
  const snapshot = join(path, "annotations", article, `${me}.json`);
  const settle = (merge: readonly string[], aside: readonly string[] = []) =>
    ana.call("copies.settle", {
      project: project.handle,
      merge: [...merge],
      aside: [...aside],
      opId: newId(),
      step: { command: "merge-copies", at: new Date().toISOString() },
    });
  const list = async () => (await ana.call("copies.list", { project: project.handle })).copies;
  return { path, ana, project, article, me, opened, save, snapshot, settle, list, folder };
}

test("a copy by every program's name is merged by id, as one step, and moved aside", async () => {
  for (const name of names) {
    const { path, me, opened, save, snapshot, settle, list, ana, project } = await bench();
    const theirs = spanBy(me, 7);
    const copy = join(dirname(snapshot), name(me, ".json"));
    writeFileSync(copy, JSON.stringify({ ...json(snapshot), spans: [...json(snapshot).spans, theirs] }));
    await save(1);
    const found = await list();
    const where = basename(copy);
    expect(found, where).toMatchObject([
      { about: "set", state: "mergeable", annotator: "Ana", added: 1, updated: 0, removed: 0, conflicts: [] },
    ]);
    const bytes = readFileSync(copy);
    const { merged, aside, step } = await settle(found.map(({ file }) => file));
    expect(merged, where).toHaveLength(1);
    expect((await opened()).set.spans, where).toHaveLength(3);
    expect(step, where).toMatchObject({ command: "merge-copies" });
    expect(existsSync(copy), where).toBe(false);
    expect(readFileSync(join(path, aside[0]?.keptAs ?? "")).equals(bytes), where).toBe(true);
    expect(await list(), where).toEqual([]);
    const { steps } = await ana.call("project.history", { project: project.handle });
    expect(steps.at(-1), where).toMatchObject({ command: "merge-copies" });
  }
});

test("what both changed stays as it is here and is told with both values", async () => {
  const { me, opened, snapshot, settle, list, ana, project, article } = await bench();
  const [span] = json(snapshot).spans;
  const copy = join(dirname(snapshot), `${me} (1).json`);
  writeFileSync(copy, JSON.stringify({ ...json(snapshot), spans: [{ ...span, type: "claim" }] }));
  const { revision } = await opened();
  const change = {
    spans: { added: [], updated: [{ from: span, to: { ...span, type: "source" } }], removed: [] },
  };
  await ana.call("annotations.apply", { project: project.handle, article, opId: newId(), revision, change });
  const [found] = await list();
  expect(found?.conflicts).toMatchObject([
    { why: "both-changed", fields: [{ name: "type", ours: "source", theirs: "claim" }] },
  ]);
  await settle([found?.file ?? ""]);
  expect((await opened()).set.spans).toMatchObject([{ type: "source" }]);
  const { conflicts } = await ana.call("conflicts.list", { project: project.handle });
  expect(conflicts).toMatchObject([{ article, kind: "spans", stands: "ours", isDecidable: true }]);
  const [{ key = "" } = {}] = conflicts;
  await ana.call("conflicts.take", {
    project: project.handle,
    key,
    side: "theirs",
    opId: newId(),
    step: { command: "take-side", at: new Date().toISOString() },
  });
  expect((await opened()).set.spans).toMatchObject([{ type: "claim" }]);
});

test("a copy of a journal brings what is in no journal of ours, and nothing that was deleted since", async () => {
  const { me, opened, save, snapshot, settle, list, ana, project, article } = await bench();
  await save(1);
  const folder = dirname(snapshot);
  const [journal = ""] = readdirSync(folder).filter((name) => name.endsWith(".journal"));
  const copy = join(folder, journal.replace(".journal", " (Bo's conflicted copy 2026-11-26).journal"));
  copyFileSync(join(folder, journal), copy);
  const { revision, set } = await opened();
  const [, gone] = set.spans;
  const change = { spans: { added: [], updated: [], removed: gone ? [gone] : [] } };
  await ana.call("annotations.apply", { project: project.handle, article, opId: newId(), revision, change });
  const [found] = await list();
  expect(found).toMatchObject({ state: "mergeable", added: 0, annotator: "Ana" });
  await settle([found?.file ?? ""]);
  expect((await opened()).set.spans).toHaveLength(1);
  expect(me).not.toBe("");
});

test("registry and project are merged by id; what a set mentions comes with the registry's copy", async () => {
  const { path, me, opened, snapshot, settle, list, ana } = await bench();
  const entity = { id: "aaa", name: "Ines", aliases: [], type: "person", naming: "named" };
  writeFileSync(
    join(path, "entities 2.json"),
    JSON.stringify({ ...json(join(path, "entities.json")), entities: [entity] }),
  );
  const file = json(join(path, "project.json"));
  writeFileSync(
    join(path, "project-LAPTOP.json"),
    JSON.stringify({
      ...file,
      name: "Theirs",
      annotators: [...file.annotators, { id: "dana", name: "Dana" }],
    }),
  );
  const theirs = { ...spanBy(me, 7), type: "speaker", entity: "aaa" };
  writeFileSync(
    join(dirname(snapshot), `${me} 2.json`),
    JSON.stringify({ ...json(snapshot), spans: [...json(snapshot).spans, theirs] }),
  );
  const found = await list();
  expect(found.map(({ about, added }) => [about, added])).toEqual([
    ["registry", 1],
    ["project", 1],
    ["set", 1],
  ]);
  await settle(found.map((one) => one.file));
  expect((await opened()).set.spans.at(-1)).toMatchObject({ entity: "aaa" });
  expect(json(join(path, "entities.json")).entities).toMatchObject([{ name: "Ines" }]);
  const after = json(join(path, "project.json"));
  expect([after.name, after.annotators.map(({ name }: { name: string }) => name)]).toEqual([
    "Bridges",
    ["Ana", "Dana"],
  ]);
  expect(ana.events.some(({ type }) => type === "set")).toBe(true);
});

test("somebody else's copy, one that makes no sense, and files that are none of ours are only set aside", async () => {
  const { path, me, snapshot, settle, list, article } = await bench();
  const folder = dirname(snapshot);
  copyFileSync(snapshot, join(folder, "zzzz (1).json"));
  writeFileSync(join(folder, `${me} (1).json`), "{ half");
  writeFileSync(join(path, "articles", article, "text (1).txt"), "Other.");
  const found = await list();
  expect(found.map(({ state }) => state).sort()).toEqual(["not-own", "other", "unreadable"]);
  const files = found.map(({ file }) => file);
  expect(await settle(files)).toMatchObject({ merged: [], aside: [], step: null });
  expect((await settle([], ["../../outside.txt", ...files])).aside).toHaveLength(3);
  expect(await list()).toEqual([]);
});

test("copies are told to a window that opens the project later, too", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const ana = await person(join(folder, "home"), "Ana", { watchPauses: { hint: 1, poll: 100_000 } });
  const { project } = await projectWith(ana, path);
  writeFileSync(join(path, "entities (1).json"), "{}");
  await ana.call("project.look", { project: project.handle });
  const other = windowOf(ana.core);
  await other.call("project.open", { path, mode: "write" });
  for (const { events } of [ana, other])
    expect(events.flatMap((event) => (event.type === "outside" ? event.news : []))).toContainEqual({
      what: "copies",
      count: 1,
    });
});

test("article sets that only the copy has come in, and one that is otherwise there stays and is told", async () => {
  const { path, ana, project, settle, list } = await bench();
  const made = await ana.call("articleSets.save", {
    ...{ project: project.handle, opId: newId(), step: noteOf("save-article-set") },
    ...{ save: [{ id: null, name: "Vote", filter: { tags: ["vote"] } }], remove: [] },
  });
  const [vote] = made.articleSets;
  if (!vote) throw new Error("There is no set.");
  const file = json(join(path, "project.json"));
  const leave = (name: string, articleSets: readonly ArticleSet[]) =>
    writeFileSync(join(path, name), JSON.stringify({ ...file, articleSets }));
  const harbour = { id: newId(), name: "Harbour", filter: { words: "harbour" } };
  leave("project-LAPTOP.json", [vote, harbour]);
  leave("project 2.json", [{ ...vote, filter: { tags: ["election"] } }]);
  const found = await list();
  const told = Object.fromEntries(found.map((one) => [one.file, [one.added, one.differingSets]]));
  expect(told).toEqual({ "project-LAPTOP.json": [1, undefined], "project 2.json": [0, ["Vote"]] });
  const { merged } = await settle(found.map((one) => one.file));
  expect(merged.flatMap(({ differingSets = [] }) => differingSets)).toEqual(["Vote"]);
  expect(json(join(path, "project.json")).articleSets).toEqual([vote, harbour]);
});
