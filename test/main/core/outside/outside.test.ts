// What comes into an open project from outside: noticed, brought together by id, told, and nothing of either side lost.
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CoreOptions } from "../../../../main/core/core.ts";
import { hashOfValue } from "../../../../main/storage/files/json-text.ts";
import { setJsonIn } from "../../../../main/storage/sets/set-file.ts";
import type { OpenProject } from "../../../../shared/api/contract.ts";
import type { OutsideNews } from "../../../../shared/api/outside-news.ts";
import { added } from "../../../../shared/model/change.ts";
import type { Id } from "../../../../shared/model/id.ts";
import { eventually } from "../../../helpers/eventually.ts";
import {
  addingSpan,
  newId,
  type Person,
  person,
  projectWith,
  spanBy,
  temporaryFolder,
  text,
} from "../workplace.ts";

interface Bench {
  readonly ana: Person;
  readonly path: string;
  readonly project: OpenProject;
  readonly article: Id;
  readonly file: (...parts: readonly string[]) => string;
  look(): Promise<OutsideNews[]>;
  save(at: number): Promise<string>;
  spans(): Promise<string[]>;
}

async function bench(options: Partial<CoreOptions> = {}): Promise<Bench> {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const ana = await person(join(folder, "home"), "Ana", options);
  const { project, article } = await projectWith(ana, path);
  const opened = () => ana.call("article.open", { project: project.handle, article });
  await opened();
  let told = 0;
  return {
    ana,
    path,
    project,
    article,
    file: (...parts) => join(path, ...parts),
    async look() {
      await ana.call("project.look", { project: project.handle });
      const news = ana.events.flatMap((event) => (event.type === "outside" ? event.news : []));
      const fresh = news.slice(told);
      told = news.length;
      return [...fresh];
    },
    async save(at) {
      const { revision } = await opened();
      const change = addingSpan(project, at);
      await ana.call("annotations.apply", {
        project: project.handle,
        article,
        opId: newId(),
        revision,
        change,
      });
      return change.spans?.added[0]?.id ?? "";
    },
    spans: async () => (await opened()).set.spans.map(({ id }) => id),
  };
}

const json = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const edit = (path: string, change: (value: ReturnType<typeof json>) => object): void =>
  writeFileSync(path, JSON.stringify(change(json(path)), null, 2));

async function compacted({ ana, project, article }: Bench): Promise<string> {
  await ana.core.flush();
  const folder = join(project.path, "annotations", article);
  const [snapshot = ""] = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return join(folder, snapshot);
}

test("a set edited outside is brought together with what was saved here, as one step", async () => {
  const one = await bench();
  const first = await one.save(0);
  const snapshot = await compacted(one);
  await one.look();
  const mine = await one.save(1);
  const theirs = spanBy(one.project.annotator?.id ?? "", 2);
  edit(snapshot, (set) => ({ ...set, spans: [...set.spans, theirs] }));
  expect(await one.look()).toMatchObject([{ what: "set-merged", added: 1, removed: 0, conflicts: [] }]);
  expect((await one.spans()).sort()).toEqual([first, mine, theirs.id].sort());
  expect(await one.look()).toEqual([]);
  const { steps } = await one.ana.call("project.history", { project: one.project.handle });
  expect(steps.at(-1)).toMatchObject({ command: "outside" });
  // And on the disk.
  await one.ana.core.close();
  const again = await person(join(one.path, "..", "home"));
  const { handle, warnings } = await again.call("project.open", { path: one.path, mode: "write" });
  expect(warnings).toEqual([]);
  const { set } = await again.call("article.open", { project: handle, article: one.article });
  expect(set.spans.map(({ id }) => id).sort()).toEqual([first, mine, theirs.id].sort());
});

test("an older state that is put back takes nothing away", async () => {
  const one = await bench();
  await one.save(0);
  const snapshot = await compacted(one);
  copyFileSync(snapshot, `${one.path}-older`);
  await one.save(1);
  await compacted(one);
  const ids = await one.spans();
  await one.look();
  copyFileSync(`${one.path}-older`, snapshot);
  await one.look();
  expect(await one.spans()).toEqual(ids);
  expect(json(snapshot).spans).toHaveLength(2);
});

test("files of the set that are deleted or make no sense are written again from memory", async () => {
  const one = await bench();
  await one.save(0);
  const snapshot = await compacted(one);
  await one.look();
  const ids = await one.spans();
  for (const harm of [() => rmSync(snapshot), () => writeFileSync(snapshot, "{ half")]) {
    harm();
    expect(await one.look()).toEqual([]);
    expect(await one.look()).toMatchObject([{ what: "set-restored" }]);
    expect(json(snapshot).spans.map(({ id }: { id: string }) => id)).toEqual(ids);
  }
  const kept = readdirSync(one.file(".quarantine"));
  expect(kept.map((name) => readFileSync(one.file(".quarantine", name), "utf8"))).toEqual(["{ half"]);
});

test("a file that may be half written is left alone for as long as it may be on its way", async () => {
  const one = await bench({ outsidePatience: 600_000 });
  await one.save(0);
  const snapshot = await compacted(one);
  await one.look();
  writeFileSync(snapshot, "{ half");
  for (let times = 0; times < 3; times += 1) expect(await one.look()).toEqual([]);
  expect(readFileSync(snapshot, "utf8")).toBe("{ half");
});

test("a file that stays half written is written again without anybody asking", async () => {
  const one = await bench({ watchPauses: { hint: 600_000, poll: 600_000 }, outsidePatience: 100 });
  await one.save(0);
  const snapshot = await compacted(one);
  await one.look();
  const ids = await one.spans();
  writeFileSync(snapshot, "{ half");
  expect(await one.look()).toEqual([]);
  await eventually(() => expect(json(snapshot).spans.map(({ id }: { id: string }) => id)).toEqual(ids));
});

test("a set that lost most of its annotations outside is damage, and takes none away here", async () => {
  const one = await bench();
  for (let at = 0; at < 5; at += 1) await one.save(at);
  const snapshot = await compacted(one);
  await one.look();
  edit(snapshot, (set) => ({ ...set, spans: [] }));
  await one.look();
  expect(await one.spans()).toHaveLength(5);
  expect(json(snapshot).spans).toHaveLength(5);
});

test("a few deleted outside are deleted here", async () => {
  const one = await bench();
  for (let at = 0; at < 5; at += 1) await one.save(at);
  const snapshot = await compacted(one);
  await one.look();
  edit(snapshot, (set) => ({ ...set, spans: set.spans.slice(1) }));
  expect(await one.look()).toMatchObject([{ what: "set-merged", removed: 1 }]);
  expect(await one.spans()).toHaveLength(4);
});

test("an annotation that breaks a law is left out, told, and its file kept", async () => {
  const one = await bench();
  await one.save(0);
  const snapshot = await compacted(one);
  await one.look();
  const wrong = { ...spanBy(one.project.annotator?.id ?? "", 3) };
  const beyond = { ...wrong, segments: [{ ...wrong.segments[0], start: 5_000, end: 5_003 }] };
  edit(snapshot, (set) => ({ ...set, spans: [...set.spans, beyond] }));
  const [told] = await one.look();
  expect(told).toMatchObject({ what: "set-merged", added: 0, conflicts: [{ why: "breaks" }] });
  expect(await one.spans()).toHaveLength(1);
  const [kept = ""] = told?.what === "set-merged" ? told.keptAs : [];
  expect(json(one.file(kept)).spans).toHaveLength(2);
});

test("people, entities and the registry's deletions from outside come in; what is mentioned stays", async () => {
  const one = await bench();
  const { ana, project, article } = one;
  await one.look();
  const entity = (id: string, name: string) => ({ id, name, aliases: [], type: "person", naming: "named" });
  edit(one.file("entities.json"), (file) => ({
    ...file,
    entities: [entity("aaa", "Ines"), entity("bbb", "Bo")],
  }));
  edit(one.file("project.json"), (file) => ({
    ...file,
    annotators: [...file.annotators, { id: "dana", name: "Dana" }],
  }));
  expect(await one.look()).toMatchObject([{ what: "project" }, { what: "registry", added: 2 }]);
  const { revision } = await ana.call("article.open", { project: project.handle, article });
  const span = { ...spanBy(project.annotator?.id ?? "", 0), type: "speaker", entity: "aaa" };
  const change = { spans: { added: [span], updated: [], removed: [] } };
  await ana.call("annotations.apply", { project: project.handle, article, opId: newId(), revision, change });
  edit(one.file("entities.json"), (file) => ({ ...file, entities: [] }));
  expect(await one.look()).toMatchObject([{ what: "registry", removed: 1, stayed: 1 }]);
  expect(json(one.file("entities.json")).entities.map(({ id }: { id: string }) => id)).toEqual(["aaa"]);
  expect(json(one.file("project.json")).annotators.map(({ name }: { name: string }) => name)).toEqual([
    "Ana",
    "Dana",
  ]);
  expect(ana.events.filter(({ type }) => type === "entities").at(-1)).toMatchObject({
    entities: [{ id: "aaa" }],
  });
});

test("an entity deleted outside stays while an article in the trash mentions it, and comes with that", async () => {
  const one = await bench();
  const { ana, project, article } = one;
  const { handle } = project;
  const ines = { id: "aaa", name: "Ines", aliases: [], type: "person" as const, naming: "named" as const };
  const span = { ...spanBy(project.annotator?.id ?? ""), type: "speaker", entity: ines.id };
  const change = { spans: added(span), entities: added(ines) };
  await ana.call("annotations.apply", { project: handle, article, opId: newId(), revision: 0, change });
  await ana.call("article.putAway", { project: handle, article });
  await one.look();
  edit(one.file("entities.json"), (file) => ({ ...file, entities: [] }));
  expect(await one.look()).toMatchObject([
    { what: "registry", removed: 0, stayed: 1, keptAs: [expect.stringMatching(/entities/)] },
  ]);
  await ana.call("trash.takeBack", { project: handle, kind: "article", id: article });
  const { set, entities } = await ana.call("article.open", { project: handle, article });
  expect(set.spans).toEqual([span]);
  expect(entities).toEqual([ines]);
  const { findings } = await ana.call("project.examine", { path: one.path });
  expect(findings.filter(({ weight }) => weight === "error")).toEqual([]);
});

test("what somebody writes into the registry just before our own write is not written over", async () => {
  const one = await bench();
  const { ana, project } = one;
  edit(one.file("entities.json"), (file) => ({
    ...file,
    entities: [{ id: "aaa", name: "Ines", aliases: [], type: "person", naming: "named" }],
  }));
  await ana.call("project.apply", {
    project: project.handle,
    opId: newId(),
    step: { command: "add-entity", at: new Date().toISOString() },
    parts: [],
    entities: {
      added: [{ id: "bbb", name: "Bo", aliases: [], type: "person", naming: "named" }],
      updated: [],
      removed: [],
    },
  });
  const there = () =>
    json(one.file("entities.json"))
      .entities.map(({ id }: { id: string }) => id)
      .sort();
  expect(there()).toEqual(["aaa", "bbb"]);
  expect(await one.look()).toMatchObject([{ what: "registry", added: 2 }]);
  expect(there()).toEqual(["aaa", "bbb"]);
});

test("both sides of a version control conflict in the registry come in", async () => {
  const one = await bench();
  const { path } = one;
  const registry = join(path, "entities.json");
  const line = (id: string, name: string) =>
    JSON.stringify({ id, name, aliases: [], type: "person", naming: "named" });
  writeFileSync(
    registry,
    `{\n"schemaVersion": 1,\n"entities": [\n<<<<<<< HEAD\n${line("aaa", "Ines")}\n=======\n${line("bbb", "Bo")}\n>>>>>>> theirs\n]\n}\n`,
  );
  expect(await one.look()).toMatchObject([{ what: "registry", added: 2 }]);
  expect(json(registry).entities.map(({ name }: { name: string }) => name)).toEqual(["Ines", "Bo"]);
});

test("project files that are deleted or make no sense are written again", async () => {
  const one = await bench();
  await one.look();
  const before = json(one.file("project.json"));
  rmSync(one.file("project.json"));
  writeFileSync(one.file("entities.json"), "");
  expect(await one.look()).toEqual([]);
  expect(await one.look()).toMatchObject([
    { what: "file-restored", file: "project.json", keptAs: [] },
    { what: "file-restored", file: "entities.json", keptAs: [expect.stringMatching(/entities\.json$/)] },
  ]);
  expect(json(one.file("project.json"))).toEqual(before);
});

test("a text that was changed under its annotations is said, and put back on demand", async () => {
  const one = await bench();
  await one.save(0);
  await one.look();
  const path = one.file("articles", one.article, "text.txt");
  writeFileSync(path, `Oh. ${text}`);
  expect(await one.look()).toEqual([]);
  expect(await one.look()).toMatchObject([{ what: "text-changed", canRestore: true }]);
  await one.ana.call("article.restoreText", { project: one.project.handle, article: one.article });
  expect(readFileSync(path, "utf8")).toBe(text);
  const kept = readdirSync(one.file(".quarantine")).map((name) =>
    readFileSync(one.file(".quarantine", name), "utf8"),
  );
  expect(kept).toEqual([`Oh. ${text}`]);
  rmSync(path);
  await one.look();
  expect(await one.look()).toMatchObject([{ what: "article-restored" }]);
  expect(readFileSync(path, "utf8")).toBe(text);
});

test("what is known of an article is told while its text is still on its way", async () => {
  const one = await bench({ outsidePatience: 600_000 });
  await one.save(0);
  await one.look();
  edit(one.file("articles", one.article, "article.json"), (record) => ({ ...record, title: "Other title" }));
  writeFileSync(one.file("articles", one.article, "text.txt"), text.slice(0, 5));
  expect(await one.look()).toMatchObject([{ what: "article-changed", title: "Other title" }]);
  expect(await one.look()).toEqual([]);
  writeFileSync(one.file("articles", one.article, "text.txt"), text);
  expect(await one.look()).toEqual([]);
});

test("articles that come and go are followed; one that is open here is written again", async () => {
  const one = await bench();
  const { ana, project, article } = one;
  await one.save(0);
  const other = await ana.call("article.importText", {
    project: project.handle,
    name: "b.txt",
    text: "Another.",
  });
  await one.look();
  const folder = one.file("articles", other.article.id);
  const aside = `${one.path}-aside`;
  await import("node:fs").then(({ cpSync }) => cpSync(folder, aside, { recursive: true }));
  rmSync(folder, { recursive: true });
  rmSync(one.file("articles", article), { recursive: true });
  rmSync(one.file("annotations", article), { recursive: true });
  await one.look();
  const news = await one.look();
  expect(news.map(({ what }) => what).sort()).toEqual(["article-gone", "article-restored"]);
  expect(existsSync(one.file("articles", article, "text.txt"))).toBe(true);
  await one.save(1);
  expect(await one.spans()).toHaveLength(2);
  await import("node:fs").then(({ cpSync }) => cpSync(aside, folder, { recursive: true }));
  expect(await one.look()).toMatchObject([{ what: "article-came", article: other.article.id }]);
});

test("a colleague's set that comes is told, and copies of conflicts are counted", async () => {
  const one = await bench();
  await one.save(0);
  const snapshot = await compacted(one);
  edit(one.file("project.json"), (file) => ({
    ...file,
    annotators: [...file.annotators, { id: "dana", name: "Dana" }],
  }));
  await one.look();
  const dana = { ...json(snapshot), annotatorId: "dana" };
  writeFileSync(
    one.file("annotations", one.article, "dana.json"),
    JSON.stringify({ ...dana, sha256: hashOfValue(setJsonIn(dana)) }),
  );
  copyFileSync(snapshot, snapshot.replace(/\.json$/, " (Dana's conflicted copy 2026-11-26).json"));
  expect(await one.look()).toMatchObject([
    { what: "colleagues", names: ["Dana"] },
    { what: "copies", count: 1 },
  ]);
  expect(await one.look()).toEqual([]);
  rmSync(one.file("annotations", one.article, "dana.json"));
  await one.look();
  expect(await one.look()).toMatchObject([{ what: "colleagues-lost", names: ["Dana"] }]);
});
