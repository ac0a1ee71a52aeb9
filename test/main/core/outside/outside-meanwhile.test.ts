// What comes from outside between two looks, while something is saved here: found by the torture of the files, and held here one by
// one. Nothing of the other side is written over unseen, and nothing that it says is taken without being held to the laws.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Disk, nodeDisk } from "../../../../main/storage/files/disk.ts";
import type { OutsideNews } from "../../../../shared/api/outside-news.ts";
import { added } from "../../../../shared/model/change.ts";
import type { Entity } from "../../../../shared/model/entity.ts";
import { emptyCard } from "../../../helpers/marked-article.ts";
import { addingSpan, newId, noteOf, person, projectWith, spanBy, temporaryFolder } from "../workplace.ts";

const json = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const edit = (path: string, change: (value: ReturnType<typeof json>) => object): void =>
  writeFileSync(path, JSON.stringify(change(json(path)), null, 2));
const entity = (id: string, name: string): Entity => ({
  id,
  name,
  aliases: [],
  type: "person",
  naming: "named",
});

async function bench() {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, path);
  const me = project.annotator?.id ?? "";
  const { handle } = project;
  const opened = () => ana.call("article.open", { project: handle, article });
  await opened();
  let told = 0;
  return {
    ...{ folder, path, ana, project, article, me, opened },
    file: (...parts: readonly string[]) => join(path, ...parts),
    async look(): Promise<readonly OutsideNews[]> {
      await ana.call("project.look", { project: handle });
      const news = ana.events.flatMap((event) => (event.type === "outside" ? event.news : []));
      const fresh = news.slice(told);
      told = news.length;
      return fresh;
    },
    async save(change = addingSpan(project)) {
      const { revision } = await opened();
      await ana.call("annotations.apply", { project: handle, article, opId: newId(), revision, change });
    },
    register: (...entities: readonly Entity[]) =>
      ana.call("project.apply", {
        ...{ project: handle, opId: newId(), step: noteOf("add-entity"), parts: [] },
        entities: added(...entities),
      }),
  };
}

test("an entity that is deleted outside just before our own write of the registry stays while it is mentioned, and is told", async () => {
  const one = await bench();
  await one.register(entity("aaa", "Ines"), entity("bbb", "Bo"));
  await one.save({ spans: added({ ...spanBy(one.me), type: "speaker", entity: "aaa" }) });
  await one.look();
  edit(one.file("entities.json"), (file) => ({ ...file, entities: [] }));
  await one.register(entity("ccc", "Cleo"));
  const there = () => json(one.file("entities.json")).entities.map(({ id }: Entity) => id);
  expect(there()).toEqual(["aaa", "bbb", "ccc"]);
  expect(await one.look()).toMatchObject([{ what: "registry", stayed: 1, keptAs: [expect.any(String)] }]);
  expect(there()).toEqual(["aaa", "ccc"]);
});

test("an entity that both sides changed at the same moment is told, and the other version is kept", async () => {
  const one = await bench();
  const before = entity("aaa", "Ines");
  await one.register(before);
  await one.look();
  edit(one.file("entities.json"), (file) => ({ ...file, entities: [entity("aaa", "Theirs")] }));
  await one.ana.call("project.apply", {
    ...{ project: one.project.handle, opId: newId(), step: noteOf("rename"), parts: [] },
    entities: { added: [], updated: [{ from: before, to: entity("aaa", "Ours") }], removed: [] },
  });
  const [told] = await one.look();
  expect(told).toMatchObject({ what: "registry", conflicts: ["Ours"] });
  const [kept = ""] = told?.what === "registry" ? told.keptAs : [];
  expect(json(one.file(kept)).entities).toMatchObject([{ name: "Theirs" }]);
});

test("a tagset that comes just before our own write of the project is a step of its own", async () => {
  const one = await bench();
  await one.look();
  edit(one.file("project.json"), (file) => ({ ...file, tagset: { ...file.tagset, name: "Theirs" } }));
  await one.ana.call("project.addPerson", { project: one.project.handle, name: "Dana" });
  expect((await one.look()).map(({ what }) => what)).toEqual(["project", "tagset"]);
  expect(json(one.file("project.json"))).toMatchObject({ tagset: { name: "Theirs" } });
  const { steps } = await one.ana.call("project.history", { project: one.project.handle });
  expect(steps.at(-1)).toMatchObject({ command: "outside", tagset: { to: { name: "Theirs" } } });
});

test("an article set that both sides changed at the same moment stays as ours, and theirs is kept", async () => {
  const one = await bench();
  const save = async (set: object) => {
    const { articleSets } = await one.ana.call("articleSets.save", {
      ...{ project: one.project.handle, opId: newId(), step: noteOf("save-article-set") },
      ...{ save: [set], remove: [] },
    } as never);
    return articleSets[0];
  };
  const vote = await save({ id: null, name: "Vote", filter: { tags: ["vote"] } });
  await one.look();
  const theirs = { ...vote, filter: { tags: ["theirs"] } };
  edit(one.file("project.json"), (file) => ({ ...file, articleSets: [theirs] }));
  const ours = await save({ ...vote, filter: { tags: ["ours"] } });
  expect(json(one.file("project.json")).articleSets).toEqual([ours]);
  const kept = readdirSync(one.file(".quarantine"));
  expect(kept).toHaveLength(1);
  expect(json(one.file(".quarantine", kept[0] ?? "")).articleSets).toEqual([theirs]);
  expect(await one.look()).toEqual([
    { what: "project" },
    { what: "article-sets", names: ["Vote"], keptAs: [`.quarantine/${kept[0]}`] },
  ]);
});

test.each([false, true])(
  "what another machine has put in the trash is in the trash here (while saving: %s)",
  async (isSaving) => {
    const one = await bench();
    await one.register(entity("aaa", "Ines"));
    await one.look();
    const putAway = {
      entities: [entity("aaa", "Ines")],
      links: [],
      putAwayAt: "2026-01-01T00:00:00.000Z",
      by: "Ana",
    };
    edit(one.file("entities.json"), (file) => ({ ...file, entities: [], putAway: [putAway] }));
    if (isSaving) await one.register(entity("bbb", "Bo"));
    await one.look();
    const { items } = await one.ana.call("trash.list", { project: one.project.handle });
    expect(items).toMatchObject([{ kind: "entity", id: "aaa", name: "Ines" }]);
    const { entities } = json(one.file("entities.json"));
    expect(entities.map(({ id }: Entity) => id)).toEqual(isSaving ? ["bbb"] : []);
  },
);

test("the marks of a conflict in the project's file hinder no first save, and both sides come in", async () => {
  const one = await bench();
  await one.ana.call("project.close", { project: one.project.handle });
  const again = await one.ana.call("project.open", { path: one.path, mode: "write" });
  const path = one.file("project.json");
  const dana = `,\n{ "id": "dana", "name": "Dana" }`;
  const [head, tail] = readFileSync(path, "utf8").split(/(?<="name": "Ana"\s*\})/);
  writeFileSync(path, `${head}\n<<<<<<< HEAD\n=======\n${dana}\n>>>>>>> theirs\n${tail}`);
  const { revision } = await one.ana.call("article.open", { project: again.handle, article: one.article });
  const asked = { project: again.handle, article: one.article, opId: newId(), revision };
  await one.ana.call("annotations.apply", { ...asked, change: addingSpan(again) });
  await one.ana.call("project.look", { project: again.handle });
  expect(json(path).annotators.map(({ name }: { name: string }) => name)).toEqual(["Ana", "Dana"]);
});

test("an article that was imported since the last look is followed as well", async () => {
  const one = await bench();
  await one.look();
  const bring = async (name: string) => {
    const asked = { project: one.project.handle, name, text: `${name} is another one.` };
    const { article } = await one.ana.call("article.importText", asked);
    await one.ana.call("article.open", { project: one.project.handle, article: article.id });
    return one.file("articles", article.id, "article.json");
  };
  const [changed, gone] = [await bring("b"), await bring("c")];
  edit(changed, (file) => ({ ...file, title: "Theirs" }));
  rmSync(gone);
  expect(await one.look()).toMatchObject([{ what: "article-changed", title: "Theirs" }]);
  expect(await one.look()).toMatchObject([{ what: "article-restored", title: "c" }]);
  expect(existsSync(gone)).toBe(true);
});

test("what breaks a law by what points to it is told and kept, and the rest of the version taken", async () => {
  const one = await bench();
  const cue = spanBy(one.me, 0);
  const card = { ...emptyCard("card"), cue: cue.id, provenance: cue.provenance };
  await one.save({ spans: added(cue), attributions: added(card) });
  await one.ana.core.flush();
  await one.look();
  const snapshot = one.file("annotations", one.article, `${one.me}.json`);
  const more = spanBy(one.me, 5);
  edit(snapshot, (set) => ({ ...set, spans: [{ ...cue, type: "claim" }, more] }));
  const [told] = await one.look();
  expect(told).toMatchObject({ what: "set-merged", added: 1, conflicts: [{ why: "breaks" }] });
  const [kept = ""] = told?.what === "set-merged" ? told.keptAs : [];
  expect(json(one.file(kept)).spans).toMatchObject([{ type: "claim" }, { id: more.id }]);
  expect((await one.opened()).set.spans.map(({ id, type }) => [id, type]).sort()).toEqual(
    [
      [cue.id, "cue"],
      [more.id, more.type],
    ].sort(),
  );
});

test("an article comes back from the trash although another machine has written about it meanwhile, and both are merged", async () => {
  const one = await bench();
  await one.save(addingSpan(one.project, 0));
  await one.ana.core.flush();
  const folder = one.file("annotations", one.article);
  const snapshot = `${one.me}.json`;
  const older = json(join(folder, snapshot));
  await one.ana.call("article.putAway", { project: one.project.handle, article: one.article });
  const theirs = spanBy(one.me, 7);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, snapshot), JSON.stringify({ ...older, spans: [...older.spans, theirs] }));
  const back = { project: one.project.handle, kind: "article", id: one.article } as const;
  await one.ana.call("trash.takeBack", back);
  expect((await one.opened()).set.spans).toHaveLength(1);
  expect(readdirSync(one.file("trash"))).toEqual([]);
  const { copies } = await one.ana.call("copies.list", { project: one.project.handle });
  expect(copies).toMatchObject([{ state: "mergeable", added: 1 }]);
  const merge = copies.map(({ file }) => file);
  const settle = {
    project: one.project.handle,
    merge,
    aside: [],
    opId: newId(),
    step: noteOf("merge-copies"),
  };
  await one.ana.call("copies.settle", settle);
  expect((await one.opened()).set.spans).toHaveLength(2);
});

test("an article that comes in or back here is no news, however soon it is seen in the folder", async () => {
  const folder = temporaryFolder();
  let look = async (): Promise<unknown> => null;
  const disk: Disk = {
    ...nodeDisk,
    async rename(from, to) {
      await nodeDisk.rename(from, to);
      if (/articles.[a-z2-7]+$/.test(to)) await look();
    },
  };
  const ana = await person(join(folder, "home"), "Ana", { disk });
  const { project, article } = await projectWith(ana, join(folder, "project"));
  const { handle } = project;
  look = () => ana.call("project.look", { project: handle });
  await ana.call("article.importText", { project: handle, name: "b.txt", text: "Another." });
  await ana.call("article.putAway", { project: handle, article });
  await ana.call("trash.takeBack", { project: handle, kind: "article", id: article });
  await look();
  expect(ana.events.filter(({ type }) => type === "outside")).toEqual([]);
});

test("what comes into the project's file stays where another window saves while it is taken in", async () => {
  const folder = temporaryFolder();
  const waiting: { look: (() => void) | null; save: (() => Promise<unknown>) | null } = {
    look: null,
    save: null,
  };
  let saved: Promise<unknown> = Promise.resolve();
  let isSeen = false;
  const disk: Disk = {
    ...nodeDisk,
    open(path, access) {
      isSeen ||= waiting.save !== null && path.endsWith("project.json");
      return nodeDisk.open(path, access);
    },
    async status(path) {
      const { look, save } = waiting;
      if (save && isSeen && path.endsWith(".lock")) {
        waiting.save = null;
        await new Promise<void>((resolve) => {
          waiting.look = resolve;
          saved = save();
        });
      } else if (look && path.endsWith("project.json")) {
        waiting.look = null;
        look();
        for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      }
      return nodeDisk.status(path);
    },
  };
  const ana = await person(join(folder, "home"), "Ana", { disk });
  const { project } = await projectWith(ana, join(folder, "project"));
  await ana.call("project.look", { project: project.handle });
  const file = join(project.path, "project.json");
  const articleSets = [{ id: newId(), name: "Vote", filter: { tags: ["vote"] } }];
  edit(file, (content) => ({ ...content, articleSets }));
  waiting.save = () => ana.call("project.addPerson", { project: project.handle, name: "Dana" });
  await ana.call("project.look", { project: project.handle });
  await saved;
  const { annotators, articleSets: setsAfter } = json(file);
  expect(annotators.map(({ name }: { name: string }) => name)).toEqual(["Ana", "Dana"]);
  expect(setsAfter).toEqual(articleSets);
  expect([waiting.save, waiting.look]).toEqual([null, null]);
});
