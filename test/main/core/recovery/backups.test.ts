// Backups of a project in the home: when they are made, and how what is damaged comes back from them.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { type Disk, nodeDisk } from "../../../../main/storage/files/disk.ts";
import type { OpenProject } from "../../../../shared/api/contract.ts";
import { added, type Change, updated } from "../../../../shared/model/change.ts";
import type { Entity } from "../../../../shared/model/entity.ts";
import {
  newId,
  noteOf,
  type Person,
  person,
  problemOf,
  projectWith,
  spanBy,
  temporaryFolder,
} from "../workplace.ts";

interface Scene {
  readonly home: string;
  readonly ana: Person;
  readonly path: string;
  readonly project: OpenProject;
  readonly article: string;
  readonly snapshot: string;
  readonly journals: () => readonly string[];
  save(handle: string, revision: number, change: Change): Promise<unknown>;
}

const never = 100_000_000;

/** A closed project with one article, two tags in its snapshot, an entity, and a backup of all that. */
async function scene(): Promise<Scene> {
  const folder = temporaryFolder();
  const home = join(folder, "home");
  const path = join(folder, "project");
  const ana = await person(home, "Ana", { backupPauses: { first: never, between: never } });
  const { project, article } = await projectWith(ana, path);
  const self = project.annotator?.id ?? "";
  const save: Scene["save"] = (handle, revision, change) =>
    ana.call("annotations.apply", { project: handle, article, opId: newId(), revision, change });
  const entity: Entity = { id: newId(), name: "Ines Duarte", type: "person", naming: "named", aliases: [] };
  const speaker = { ...spanBy(self), type: "speaker", entity: entity.id };
  await save(project.handle, 0, { spans: added(speaker), entities: added(entity) });
  await save(project.handle, 1, { spans: added(spanBy(self, 1)) });
  await ana.call("project.close", { project: project.handle });
  const sets = join(path, "annotations", article);
  const journals = (): string[] => readdirSync(sets).filter((name) => name.includes(".journal"));
  return { home, ana, path, project, article, snapshot: join(sets, `${self}.json`), journals, save };
}

const reopen = async ({ ana, path, article }: Scene) => {
  const project = await ana.call("project.open", { path, mode: "write" });
  return { project, opened: await ana.call("article.open", { project: project.handle, article }) };
};
const ids = ({ set }: { readonly set: { readonly spans: readonly { readonly id: string }[] } }): string[] =>
  set.spans.map(({ id }) => id).sort();
const quarantine = ({ path }: Scene): string[] =>
  existsSync(join(path, ".quarantine")) ? readdirSync(join(path, ".quarantine")).sort() : [];

test("closing copies what was changed; what is the same is not copied again", async () => {
  const here = await scene();
  const shelf = join(here.home, "backups", here.project.project.id);
  const set = `${here.article}.${here.project.annotator?.id}`;
  expect(readdirSync(shelf).sort()).toEqual(
    ["about.json", "entities.json", "project.json", `${here.article}.article.json`, set].sort(),
  );
  const count = () => readdirSync(join(shelf, set)).length;
  expect(count()).toBe(1);
  const { project } = await reopen(here);
  await here.ana.call("project.close", { project: project.handle });
  expect(count()).toBe(1);
  expect(readdirSync(join(shelf, "project.json"))).toHaveLength(1);
});

test("the first opening of a day copies everything, also what others annotated; work is copied while it goes on", async () => {
  const here = await scene();
  const { home, path, article } = here;
  rmSync(join(home, "backups"), { recursive: true });
  const bo = await person(home, "Bo", { backupPauses: { first: 1, between: 20 } });
  const project = await bo.call("project.open", { path, mode: "write" });
  const shelf = join(home, "backups", project.project.id);
  const about = () =>
    existsSync(join(shelf, "about.json")) && readFileSync(join(shelf, "about.json"), "utf8");
  await expect.poll(about).toContain(new Date().toISOString().slice(0, 10));
  expect(readdirSync(join(shelf, `${article}.${here.project.annotator?.id}`))).toHaveLength(1);
  const own = join(shelf, `${article}.${project.annotator?.id}`);
  expect(existsSync(own)).toBe(false);
  await bo.call("annotations.apply", {
    project: project.handle,
    article,
    opId: newId(),
    revision: 0,
    change: { spans: added(spanBy(project.annotator?.id ?? "")) },
  });
  await expect.poll(() => existsSync(own) && readdirSync(own)).toHaveLength(1);
});

/** A disk that lets the first look for a file of this name among the copies wait until it is told to go on. */
function waitingAt(home: string, name: string) {
  let isAsked = false;
  let goOn = (): void => undefined;
  const told = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const disk: Disk = {
    ...nodeDisk,
    async status(file) {
      if (!isAsked && file.startsWith(join(home, "backups")) && file.endsWith(name)) {
        isAsked = true;
        await told;
      }
      return nodeDisk.status(file);
    },
  };
  return { disk, isAsked: () => isAsked, goOn };
}

test("closing does not wait for a copy of everything that had only just begun", async () => {
  const { home, path, article, project: before } = await scene();
  rmSync(join(home, "backups"), { recursive: true });
  const { disk, isAsked, goOn } = waitingAt(home, "about.json");
  const bo = await person(home, "Bo", { disk, backupPauses: { first: 1, between: never } });
  const project = await bo.call("project.open", { path, mode: "write" });
  await expect.poll(isAsked).toBe(true);
  const closed = bo.call("project.close", { project: project.handle });
  // The close comes to the copies.
  await new Promise((resolve) => setTimeout(resolve, 200));
  goOn();
  await closed;
  const shelf = join(home, "backups", project.project.id);
  expect(existsSync(join(shelf, "project.json"))).toBe(true);
  expect(existsSync(join(shelf, `${article}.${before.annotator?.id}`))).toBe(false);
});

test("a mention that is saved while a round has copied the registry is copied with its entity", async () => {
  const { home, path, article } = await scene();
  rmSync(join(home, "backups"), { recursive: true });
  const { disk, isAsked, goOn } = waitingAt(home, "article.json");
  const bo = await person(home, "Bo", { disk, backupPauses: { first: 1, between: never } });
  const project = await bo.call("project.open", { path, mode: "write" });
  await expect.poll(isAsked).toBe(true);
  const self = project.annotator?.id ?? "";
  const entity: Entity = { id: newId(), name: "Ben Hart", type: "person", naming: "named", aliases: [] };
  await bo.call("annotations.apply", {
    ...{ project: project.handle, article, opId: newId(), revision: 0 },
    change: {
      spans: added({ ...spanBy(self), type: "speaker", entity: entity.id }),
      entities: added(entity),
    },
  });
  goOn();
  const shelf = join(home, "backups", project.project.id);
  const copies = (file: string): string[] => {
    const folder = join(shelf, file);
    return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".gz")) : [];
  };
  await expect.poll(() => copies(`${article}.${self}`)).toHaveLength(1);
  const entities = copies("entities.json").flatMap(
    (name) =>
      JSON.parse(gunzipSync(readFileSync(join(shelf, "entities.json", name))).toString("utf8"))
        .entities as Entity[],
  );
  expect(entities).toContainEqual(entity);
});

test("a damaged snapshot is shown from its backup and every journal, and comes back without losing its bytes", async () => {
  const here = await scene();
  const { ana, article, snapshot } = here;
  const before = await reopen(here);
  const late = spanBy(here.project.annotator?.id ?? "", 2);
  await here.save(before.project.handle, 2, { spans: added(late) });
  // The last change is in the journal only: a process that is killed makes no backup and no snapshot.
  const kept = temporaryFolder();
  cpSync(here.path, join(kept, "project"), { recursive: true });
  cpSync(here.home, join(kept, "home"), { recursive: true });
  await ana.call("project.close", { project: before.project.handle });
  rmSync(here.path, { recursive: true });
  rmSync(join(here.home, "backups"), { recursive: true });
  cpSync(join(kept, "project"), here.path, { recursive: true });
  cpSync(join(kept, "home", "backups"), join(here.home, "backups"), { recursive: true });
  rmSync(join(here.path, ".lock"));

  const harmed = readFileSync(snapshot, "utf8").slice(0, -40);
  writeFileSync(snapshot, harmed);
  const { project, opened } = await reopen(here);
  expect(opened.readOnly).toMatchObject({ why: "damaged", detail: { recoverable: true, revision: 3 } });
  expect(Date.parse(String(opened.readOnly?.detail.copiedAt))).toBeGreaterThan(0);
  expect(ids(opened)).toEqual([...ids(before.opened), late.id].sort());
  expect(opened.warnings).toMatchObject([{ problem: "set-damaged" }]);
  expect(project.articles[0]?.spans).toBe(3);
  expect(await problemOf(here.save(project.handle, 3, { spans: updated(late, late) }))).toMatchObject({
    problem: "project-read-only",
  });
  expect(readFileSync(snapshot, "utf8")).toBe(harmed);

  const recovered = await ana.call("article.recover", { project: project.handle, article });
  expect(recovered).toMatchObject({ readOnly: null, warnings: [], revision: 3 });
  expect(ids(recovered)).toEqual(ids(opened));
  const [aside = ""] = quarantine(here);
  expect(readFileSync(join(here.path, ".quarantine", aside), "utf8")).toBe(harmed);
  await here.save(project.handle, 3, { spans: updated(late, { ...late, type: "claim" }) });
  await ana.call("project.close", { project: project.handle });
  const last = await reopen(here);
  expect(last.opened).toMatchObject({ readOnly: null, warnings: [], revision: 4 });
});

test("two windows that recover at once get one store, and a set that is whole is left alone", async () => {
  const here = await scene();
  writeFileSync(here.snapshot, "{");
  const { project } = await reopen(here);
  const recover = () => here.ana.call("article.recover", { project: project.handle, article: here.article });
  const [first, second] = await Promise.all([recover(), recover()]);
  expect([first, second]).toMatchObject([
    { readOnly: null, revision: 2 },
    { readOnly: null, revision: 2 },
  ]);
  expect(quarantine(here)).toHaveLength(1);
  const self = here.project.annotator?.id ?? "";
  for (const at of [2, 3, 4]) {
    await here.save(project.handle, at, { spans: added(spanBy(self, at)) });
    await recover();
  }
  await here.ana.call("project.close", { project: project.handle });
  expect((await reopen(here)).opened).toMatchObject({ readOnly: null, warnings: [], revision: 5 });
});

test("without a backup the journals alone give the set back when they hold all of it", async () => {
  const here = await scene();
  rmSync(join(here.home, "backups"), { recursive: true });
  writeFileSync(here.snapshot, "{");
  const { project, opened } = await reopen(here);
  expect(opened.readOnly).toMatchObject({ detail: { recoverable: true, copiedAt: null, revision: 2 } });
  const recovered = await here.ana.call("article.recover", {
    project: project.handle,
    article: here.article,
  });
  expect(recovered).toMatchObject({ readOnly: null, revision: 2 });
});

test("a set that comes back from before an entity was moved to the trash brings that with it", async () => {
  const here = await scene();
  const { home, path, article, snapshot } = here;
  const entities = (await reopen(here)).opened.entities;
  await here.ana.core.close();
  const ana = await person(home);
  const { handle: project } = await ana.call("project.open", { path, mode: "write" });
  const [first] = entities;
  await ana.call("entity.putAway", {
    project,
    entity: first?.id ?? "",
    opId: newId(),
    step: noteOf("put-entity-away"),
  });
  await ana.call("project.close", { project });
  for (const name of here.journals()) rmSync(join(path, "annotations", article, name));
  writeFileSync(snapshot, "{");
  const again = await ana.call("project.open", { path, mode: "write" });
  expect(again.entities).toEqual([]);
  const recovered = await ana.call("article.recover", { project: again.handle, article });
  expect(recovered).toMatchObject({ readOnly: null, warnings: [], revision: 2, entities });
  expect(ana.events.filter(({ type }) => type === "entities").at(-1)).toMatchObject({ entities });
  expect((await ana.call("trash.list", { project: again.handle })).items).toEqual([]);
});

test("damage in the middle of a journal: what can be read stays, the journal is kept aside", async () => {
  const here = await scene();
  const { project } = await reopen(here);
  const self = here.project.annotator?.id ?? "";
  for (const at of [2, 3, 4]) await here.save(project.handle, at, { spans: added(spanBy(self, at)) });
  const [name = ""] = here.journals().filter((one) => one.endsWith(".journal"));
  const journal = join(here.path, "annotations", here.article, name);
  const lines = readFileSync(journal, "utf8").split("\n");
  const harmed = lines.map((line, at) => (at === 2 ? line.replace("cue", "xyz") : line)).join("\n");
  await here.ana.core.close();
  rmSync(here.snapshot);
  for (const one of here.journals()) rmSync(join(here.path, "annotations", here.article, one));
  writeFileSync(journal, harmed);
  const ana = await person(here.home);
  const again = await ana.call("project.open", { path: here.path, mode: "write" });
  const opened = await ana.call("article.open", { project: again.handle, article: here.article });
  // The backup at the close held all five.
  expect(opened).toMatchObject({ readOnly: { why: "damaged", detail: { recoverable: true } }, revision: 5 });
  const recovered = await ana.call("article.recover", { project: again.handle, article: here.article });
  expect(recovered).toMatchObject({ readOnly: null, revision: 5, warnings: [] });
  const aside = quarantine(here).filter((one) => one.endsWith(".journal"));
  expect(readFileSync(join(here.path, ".quarantine", aside[0] ?? ""), "utf8")).toBe(harmed);
});

test("a copy of another text, and one that was damaged, is never taken; then nothing is offered and nothing written", async () => {
  const here = await scene();
  const set = `${here.article}.${here.project.annotator?.id}`;
  const folder = join(here.home, "backups", here.project.project.id, set);
  const [copy = ""] = readdirSync(folder);
  writeFileSync(join(folder, copy), "");
  for (const name of here.journals()) rmSync(join(here.path, "annotations", here.article, name));
  writeFileSync(here.snapshot, "{");
  const { project, opened } = await reopen(here);
  expect(opened.readOnly).toMatchObject({ why: "damaged", detail: { recoverable: false } });
  const recover = here.ana.call("article.recover", { project: project.handle, article: here.article });
  expect(await problemOf(recover)).toMatchObject({ problem: "set-damaged" });
  expect(readFileSync(here.snapshot, "utf8")).toBe("{");
  expect(quarantine(here)).toEqual([]);
});

test("a damaged registry or project file is offered from its copy and comes back whole", async () => {
  const here = await scene();
  const { ana, path } = here;
  const good = (name: string) => readFileSync(join(path, name), "utf8");
  const [registry, own] = [good("entities.json"), good("project.json")];
  for (const harm of [
    () => writeFileSync(join(path, "entities.json"), "{"),
    () => rmSync(join(path, "entities.json")),
  ]) {
    harm();
    const opened = await ana.call("project.open", { path, mode: "write" });
    expect(opened.readOnly?.why).toBe("damaged");
    expect(Date.parse(String(opened.readOnly?.detail.copiedAt))).toBeGreaterThan(0);
    await ana.call("project.close", { project: opened.handle });
    const recovered = await ana.call("project.recover", { path });
    expect(recovered).toMatchObject({ readOnly: null, warnings: [], entities: [{ name: "Ines Duarte" }] });
    await ana.call("project.close", { project: recovered.handle });
    expect(good("entities.json")).toBe(registry);
  }
  for (const harm of [
    () => writeFileSync(join(path, "project.json"), own.slice(0, 60)),
    () => rmSync(join(path, "project.json")),
  ]) {
    harm();
    const { detail } = await problemOf(ana.call("project.open", { path, mode: "write" }));
    expect(Date.parse(String(detail.copiedAt))).toBeGreaterThan(0);
    const recovered = await ana.call("project.recover", { path });
    expect(recovered).toMatchObject({ readOnly: null, project: { name: "Bridges" } });
    await ana.call("project.close", { project: recovered.handle });
    expect(good("project.json")).toBe(own);
  }
  expect(quarantine(here).map((name) => name.replace(/^.*Z-[0-9a-f]{6}-/u, ""))).toEqual([
    "entities.json",
    "project.json",
  ]);
});

test("a damaged project that was renamed, or is a copy of one, finds its copies by what its journals say", async () => {
  const here = await scene();
  const { ana, path } = here;
  const own = readFileSync(join(path, "project.json"), "utf8");
  const copy = `${path} (copy)`;
  cpSync(path, copy, { recursive: true });
  const renamed = `${path} of May`;
  renameSync(path, renamed);
  for (const place of [copy, renamed]) {
    writeFileSync(join(place, "project.json"), own.slice(0, 60));
    const { detail } = await problemOf(ana.call("project.open", { path: place, mode: "write" }));
    expect(Date.parse(String(detail.copiedAt))).toBeGreaterThan(0);
    const recovered = await ana.call("project.recover", { path: place });
    expect(recovered).toMatchObject({ readOnly: null, project: { name: "Bridges" } });
    await ana.call("project.close", { project: recovered.handle });
  }
});

test("nothing is put back into the empty folder that a drive leaves which is unplugged: that is not there", async () => {
  const { ana, path } = await scene();
  const missing = { problem: "project-missing", detail: { file: "project" } };
  const elsewhere = `${path} elsewhere`;
  renameSync(path, elsewhere);
  mkdirSync(path);
  for (const mode of ["read", "write"] as const)
    expect(await problemOf(ana.call("project.open", { path, mode }))).toEqual(missing);
  expect(await problemOf(ana.call("project.recover", { path }))).toEqual(missing);
  expect(await problemOf(ana.call("project.examine", { path }))).toEqual(missing);
  expect(readdirSync(path)).toEqual([]);
  rmdirSync(path);
  renameSync(elsewhere, path);
  expect(await ana.call("project.open", { path, mode: "write" })).toMatchObject({ readOnly: null });
});

test("a folder that is no project, a newer project and one without a copy are left as they are", async () => {
  const here = await scene();
  const { ana, path, home } = here;
  const other = join(home, "empty");
  mkdirSync(other);
  expect(
    (await problemOf(ana.call("project.open", { path: other, mode: "write" }))).detail,
  ).not.toHaveProperty("copiedAt");
  const newer = '{"schemaVersion": 99}';
  writeFileSync(join(path, "project.json"), newer);
  expect(await problemOf(ana.call("project.recover", { path }))).toMatchObject({ problem: "project-newer" });
  expect(readFileSync(join(path, "project.json"), "utf8")).toBe(newer);
  rmSync(join(home, "backups"), { recursive: true });
  writeFileSync(join(path, "project.json"), "{");
  expect(await problemOf(ana.call("project.recover", { path }))).toMatchObject({
    problem: "project-damaged",
  });
  expect(readFileSync(join(path, "project.json"), "utf8")).toBe("{");
});
