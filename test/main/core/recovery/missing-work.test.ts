// What was acknowledged and is not in the project's folder any more, though nothing there is damaged: told at the opening and by the
// examination, brought back where a copy holds it, and never in the way of work.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type Disk, nodeDisk } from "../../../../main/storage/files/disk.ts";
import { temporaryName } from "../../../../main/storage/files/durable-file.ts";
import { addCopy } from "../../../../main/storage/home/backups.ts";
import type { OpenProject } from "../../../../shared/api/contract.ts";
import { added } from "../../../../shared/model/change.ts";
import type { Entity } from "../../../../shared/model/entity.ts";
import type { Id } from "../../../../shared/model/id.ts";
import { schemaVersion } from "../../../../shared/model/project.ts";
import { eventually } from "../../../helpers/eventually.ts";
import { gate } from "../../../helpers/gate.ts";
import { knowAs } from "../../../helpers/known-project.ts";
import { tag } from "../full-scene.ts";
import { takeIn, writePackage } from "../packages.ts";
import {
  inMemory,
  newId,
  type Person,
  person,
  problemOf,
  projectWith,
  spanBy,
  temporaryFolder,
} from "../workplace.ts";

const never = 100_000_000;
const copied = { backupPauses: { first: never, between: never } };

interface Scene {
  readonly root: string;
  readonly article: Id;
  readonly self: Id;
  /** The journal of this person's set on this machine. */
  readonly journal: string;
  who(): Promise<Person>;
}

/** A project whose process died after five tags, all of them in its journal; `isCopied`: the first four are copied in the home. */
async function killed(
  isCopied = false,
  also: (who: Person, of: Also) => Promise<void> = async () => undefined,
): Promise<Scene> {
  const [before, after] = [temporaryFolder(inMemory), temporaryFolder(inMemory)];
  const backupPauses = { first: never, between: isCopied ? 1 : never };
  const ana = await person(join(before, "home"), "Ana", { backupPauses });
  const { project, article } = await projectWith(ana, join(before, "project"));
  const self = project.annotator?.id ?? "";
  const shelf = join(before, "home", "backups", project.project.id, `${article}.${self}`);
  // A copy that is being written may have another name a moment later.
  const filter = (path: string): boolean => !temporaryName.test(basename(path));
  const takeOver = (part: string): void =>
    cpSync(join(before, part), join(after, part), { recursive: true, filter });
  for (let at = 0; at < 4; at += 1) await tag(ana, project, article, at);
  await also(ana, { handle: project.handle, article, annotator: self });
  const { set } = await ana.call("article.open", { project: project.handle, article });
  if (isCopied) await eventually(() => expect(spansInCopy(shelf)).toBe(set.spans.length));
  takeOver(isCopied ? "home/backups" : "home");
  await tag(ana, project, article, 4);
  takeOver("project");
  for (const part of ["home/known", "home/device.json", "home/settings.json"]) takeOver(part);
  rmSync(join(after, "project", ".lock"));
  await ana.core.close();
  knowAs(join(after, "home"), join(after, "project"));
  const folder = join(after, "project", "annotations", article);
  const name = readdirSync(folder).find((one) => one.endsWith(".journal")) ?? "";
  return {
    ...{ root: join(after, "project"), article, self, journal: join(folder, name) },
    who: () => person(join(after, "home"), "Ana", copied),
  };
}

interface Also {
  readonly handle: Id;
  readonly article: Id;
  readonly annotator: Id;
}

/** By time, without one that is still being written. */
const copiesOn = (shelf: string): readonly string[] =>
  readdirSync(shelf)
    .filter((name) => name.endsWith(".gz"))
    .sort();

function spansInCopy(shelf: string): number {
  const newest = copiesOn(shelf).at(-1) ?? "";
  return JSON.parse(gunzipSync(readFileSync(join(shelf, newest))).toString("utf8")).spans.length;
}

const open = (who: Person, { root: path }: Scene): Promise<OpenProject> =>
  who.call("project.open", { path, mode: "write" });

const spansIn = async (who: Person, { handle: project }: OpenProject, article: Id): Promise<number> =>
  (await who.call("article.open", { project, article })).set.spans.length;

const findings = async (who: Person, { root: path }: Scene): Promise<readonly string[]> =>
  (await who.call("project.examine", { path })).findings.map(({ weight, file }) => `${weight} ${file}`);

const harms: readonly (readonly [name: string, harm: (bytes: Buffer) => Buffer | null, left: number])[] = [
  ["emptied", () => Buffer.alloc(0), 0],
  ["deleted", () => null, 0],
  ["filled with NULs", (bytes) => Buffer.alloc(bytes.length), 0],
  ["cut at the end of a line", (bytes) => bytes.subarray(0, lineEnd(bytes, 3)), 2],
  ["cut within a line", (bytes) => bytes.subarray(0, lineEnd(bytes, 3) + 40), 2],
];

/** Behind that many lines. */
function lineEnd(bytes: Buffer, lines: number): number {
  let at = 0;
  for (let line = 0; line < lines; line += 1) at = bytes.indexOf(0x0a, at) + 1;
  return at;
}

function harmed({ journal }: Scene, harm: (bytes: Buffer) => Buffer | null): void {
  const bytes = harm(readFileSync(journal));
  if (bytes) writeFileSync(journal, bytes);
  else rmSync(journal);
}

describe.each(harms)("a journal that is %s while the project is closed", (_name, harm, left) => {
  test("is told with the number of changes, and work goes on", async () => {
    const scene = await killed();
    harmed(scene, harm);
    const ana = await scene.who();
    expect(await findings(ana, scene)).toContain(`warning annotations/${scene.article}/${scene.self}`);
    const project = await open(ana, scene);
    expect(project.missing).toEqual([
      {
        ...{ what: "changes", article: scene.article, title: expect.any(String) },
        ...{ annotator: { id: scene.self, name: "Ana" }, count: 5 - left, copiedAt: null },
      },
    ]);
    expect(await spansIn(ana, project, scene.article)).toBe(left);
    await tag(ana, project, scene.article, 9);
    await ana.core.close();
    // Whatever comes after it, it is missing until somebody has decided.
    for (const count of [5 - left, 5 - left]) {
      const later = await scene.who();
      const again = await open(later, scene);
      expect(again.missing).toMatchObject([{ what: "changes", count }]);
      for (const at of [20, 22, 24, 26, 28, 30]) await tag(later, again, scene.article, at);
      await later.core.close();
    }
    const last = await scene.who();
    const again = await open(last, scene);
    expect(await spansIn(last, again, scene.article)).toBe(left + 13);
    await last.call("project.leaveMissing", { project: again.handle });
    await last.core.close();
    const after = await scene.who();
    expect((await open(after, scene)).missing).toEqual([]);
  });

  test("is brought back from a copy, with what its own files hold beyond it", async () => {
    const scene = await killed(true);
    harmed(scene, harm);
    const ana = await scene.who();
    const project = await open(ana, scene);
    expect(project.missing).toMatchObject([{ count: 5 - left, copiedAt: expect.any(String) }]);
    await ana.call("project.bringBack", { project: project.handle });
    expect(await spansIn(ana, project, scene.article)).toBe(4);
    await ana.core.close();
    const later = await scene.who();
    const again = await open(later, scene);
    expect(await spansIn(later, again, scene.article)).toBe(4);
    // The fifth was made after the copy, and is missing still.
    expect(again.missing).toMatchObject([{ what: "changes", count: 1, copiedAt: null }]);
    expect(again.warnings).toEqual([]);
  });
});

test("what is left as it is, is not told again", async () => {
  const scene = await killed();
  rmSync(scene.journal);
  const ana = await scene.who();
  const project = await open(ana, scene);
  expect(project.missing).toHaveLength(1);
  await ana.call("project.leaveMissing", { project: project.handle });
  expect(ana.events).toContainEqual({ type: "missing", project: project.handle, missing: [] });
  await ana.core.close();
  const later = await scene.who();
  expect((await open(later, scene)).missing).toEqual([]);
  expect(await findings(later, scene)).toEqual([]);
});

/** A disk on which this person's set waits at the gate when it is read: a copy is looked for where it is known that there was more of it. */
const waitingDisk = ({ article, self }: Scene, reading: ReturnType<typeof gate>): Disk => ({
  ...nodeDisk,
  async status(path) {
    if (path.endsWith(`${article}.${self}`)) await reading.pass();
    return nodeDisk.status(path);
  },
});

/** Opens the scene's project, begins this, and leaves what is missing while it is under way. Gives the project once both are done. */
async function leftDuring(
  scene: Scene,
  begin: (who: Person, project: Id) => Promise<unknown>,
): Promise<OpenProject> {
  const reading = gate();
  const disk = waitingDisk(scene, reading);
  const ana = await person(join(scene.root, "../home"), "Ana", { ...copied, disk });
  const project = await open(ana, scene);
  reading.close();
  const beginning = begin(ana, project.handle);
  await reading.reached();
  await ana.call("project.leaveMissing", { project: project.handle });
  reading.open();
  await beginning;
  await ana.core.close();
  return project;
}

test("what is left as it is while its article is being opened, is not told again", async () => {
  const scene = await killed();
  rmSync(scene.journal);
  const { article } = scene;
  const { missing } = await leftDuring(scene, (ana, project) =>
    ana.call("article.open", { project, article }),
  );
  expect(missing).toHaveLength(1);
  expect((await open(await scene.who(), scene)).missing).toEqual([]);
});

test("what is left as it is while it is being brought back, is not told again", async () => {
  const scene = await killed(true);
  rmSync(scene.journal);
  const { missing } = await leftDuring(scene, (ana, project) => ana.call("project.bringBack", { project }));
  expect(missing).toMatchObject([{ count: 5, copiedAt: expect.any(String) }]);
  // The copy holds four of them, and the fifth is left.
  expect((await open(await scene.who(), scene)).missing).toEqual([]);
});

test("what is left as it is while something else is being brought back, is not brought back", async () => {
  const scene = await withColleague();
  rmSync(join(scene.root, "annotations", scene.article), { recursive: true });
  const { missing } = await leftDuring(scene, (ana, project) => ana.call("project.bringBack", { project }));
  expect(missing).toMatchObject([
    { annotator: { name: "Ana" }, copiedAt: expect.any(String) },
    { annotator: { name: "Ben" }, copiedAt: expect.any(String) },
  ]);
  const ana = await scene.who();
  const project = await open(ana, scene);
  expect(project.missing).toEqual([]);
  expect(await setsOf(ana, project, scene.article)).toBe(1);
});

test("what was marked since stays when the rest is brought back, as one step that can be taken back", async () => {
  const scene = await killed(true);
  rmSync(scene.journal);
  const ana = await scene.who();
  const project = await open(ana, scene);
  await tag(ana, project, scene.article, 9);
  await ana.call("project.bringBack", { project: project.handle });
  expect(await spansIn(ana, project, scene.article)).toBe(5);
});

test("the same a day later, when all of it was copied again", async () => {
  const scene = await killed(true);
  rmSync(scene.journal);
  const day = { backupPauses: { first: 1, between: never } };
  const ana = await person(join(scene.root, "../home"), "Ana", day);
  const project = await open(ana, scene);
  await tag(ana, project, scene.article, 9);
  const about = join(scene.root, "../home/backups", project.project.id, "about.json");
  await eventually(() => expect(existsSync(about) && readFileSync(about, "utf8")).toContain(`"day": "2`));
  await ana.core.close();
  const later = await scene.who();
  const again = await open(later, scene);
  expect(again.missing).toMatchObject([{ count: 5, copiedAt: expect.any(String) }]);
  // However much comes after it, the copy that holds what is gone is found.
  for (const at of [20, 22, 24, 26, 28, 30]) await tag(later, again, scene.article, at);
  await later.core.close();
  const other = await scene.who();
  const third = await open(other, scene);
  expect(third.missing).toMatchObject([{ count: 5, copiedAt: expect.any(String) }]);
  const out = join(temporaryFolder(inMemory), "repaired");
  await other.call("project.repairCopy", { path: scene.root, out });
  const copy = await other.call("project.open", { path: out, mode: "read" });
  expect(copy.articles[0]?.spans).toBe(7);
  await other.call("project.bringBack", { project: third.handle });
  // Of the four that come back two were marked again since, at the same words: they are one mark each.
  expect(await spansIn(other, third, scene.article)).toBe(9);
  await other.core.close();
  const last = await scene.who();
  expect((await open(last, scene)).missing).toMatchObject([{ count: 1, copiedAt: null }]);
});

const entityCalled = (id: Id, name: string): Entity => ({
  ...{ id, name, type: "person", naming: "named", aliases: [] },
});

/** A scene in which a mention of each of these entities is copied too, and of which the journal and the registry's entities are gone. */
async function mentionsGone(entities: readonly Entity[]): Promise<Scene> {
  const scene = await killed(true, async (ana, project) => {
    const { handle, article, annotator } = project;
    const { revision } = await ana.call("article.open", { project: handle, article });
    const spans = entities.map(({ id }, at) => ({
      ...spanBy(annotator, 60 + at),
      type: "source",
      entity: id,
    }));
    await ana.call("annotations.apply", {
      ...{ project: handle, article, opId: newId(), revision },
      change: { spans: added(...spans), entities: added(...entities) },
    });
  });
  rmSync(scene.journal);
  const registry = join(scene.root, "entities.json");
  const before = JSON.parse(readFileSync(registry, "utf8"));
  writeFileSync(registry, JSON.stringify({ ...before, entities: [] }));
  return scene;
}

const namesIn = async (who: Person, { root: path }: Scene): Promise<readonly string[]> =>
  (await who.call("project.open", { path, mode: "read" })).entities.map(({ name }) => name).sort();

test("what mentions an entity that is gone as well comes back with it", async () => {
  const scene = await mentionsGone([entityCalled("benhart222222222", "Ben Hart")]);
  const ana = await scene.who();
  const project = await open(ana, scene);
  await ana.call("project.bringBack", { project: project.handle });
  expect(await spansIn(ana, project, scene.article)).toBe(5);
  expect(await namesIn(ana, scene)).toEqual(["Ben Hart"]);
});

test("entities that are gone come back from whichever copies of the registry have them", async () => {
  const ben = entityCalled("benhart222222222", "Ben Hart");
  const cy = { ...entityCalled("cycole2222222222", "Cy Cole"), mergedInto: ben.id };
  const scene = await mentionsGone([ben, cy]);
  const { id: project } = JSON.parse(readFileSync(join(scene.root, "project.json"), "utf8"));
  const shelf = { disk: nodeDisk, home: join(scene.root, "../home"), project };
  rmSync(join(shelf.home, "backups", project, "entities.json"), { recursive: true });
  for (const [at, entity] of [ben, cy].entries()) {
    const bytes = Buffer.from(JSON.stringify({ schemaVersion, entities: [entity] }));
    await addCopy(shelf, "entities.json", bytes, new Date(Date.UTC(2026, 0, 1 + at)).toISOString());
  }
  const ana = await scene.who();
  const opened = await open(ana, scene);
  await ana.call("project.bringBack", { project: opened.handle });
  expect(await spansIn(ana, opened, scene.article)).toBe(6);
  expect(await namesIn(ana, scene)).toEqual(["Ben Hart", "Cy Cole"]);
});

/** Ben's set came by a package and is among the copies. */
async function withColleague() {
  const place = temporaryFolder(inMemory);
  const root = join(place, "project");
  const home = join(place, "home");
  const ana = await person(home, "Ana", { ...copied, backupPauses: { first: 1, between: never } });
  const { project, article } = await projectWith(ana, root);
  await tag(ana, project, article, 0);
  cpSync(root, join(place, "of Ben"), { recursive: true });
  rmSync(join(place, "of Ben", ".lock"), { force: true });
  const ben = await person(join(place, "home of Ben"), "Ben");
  const his = await ben.call("project.open", { path: join(place, "of Ben"), mode: "write" });
  await tag(ben, his, article, 4);
  const path = join(place, "package.json");
  await writePackage(ben, his, path, { annotators: [his.annotator?.id ?? ""] });
  await takeIn(ana, project, path);
  await ana.call("project.look", { project: project.handle });
  await ana.core.close();
  // A day later all of it is copied.
  const about = join(home, "backups", project.project.id, "about.json");
  if (existsSync(about)) rmSync(about);
  const again = await person(home, "Ana", { backupPauses: { first: 1, between: never } });
  const opened = await again.call("project.open", { path: root, mode: "write" });
  await again.call("project.look", { project: opened.handle });
  const colleague = his.annotator?.id ?? "";
  const shelf = join(home, "backups", project.project.id);
  await eventually(() => expect(copiesOn(join(shelf, `${article}.${colleague}`))).not.toEqual([]));
  await again.core.close();
  const who = () => person(home, "Ana", copied);
  return { root, article, self: project.annotator?.id ?? "", journal: "", who, colleague };
}

const setsOf = async (who: Person, { handle: project }: OpenProject, article: Id): Promise<number> =>
  (await who.call("review.sets", { project, article })).sets.length;

test("a colleague's set that is gone is told and brought back", async () => {
  const scene = await withColleague();
  rmSync(join(scene.root, "annotations", scene.article, `${scene.colleague}.json`));
  const ana = await scene.who();
  expect(await findings(ana, scene)).toEqual([`warning annotations/${scene.article}/${scene.colleague}`]);
  const project = await open(ana, scene);
  expect(project.missing).toMatchObject([
    { what: "set", annotator: { name: "Ben" }, count: null, copiedAt: expect.any(String) },
  ]);
  await ana.call("project.bringBack", { project: project.handle });
  expect(await setsOf(ana, project, scene.article)).toBe(2);
  await ana.core.close();
  const later = await scene.who();
  expect((await open(later, scene)).missing).toEqual([]);
  expect(await findings(later, scene)).toEqual([]);
});

test("a colleague's set of which no copy is whole is missing still, and not offered again", async () => {
  const scene = await withColleague();
  const { root, article, colleague } = scene;
  rmSync(join(root, "annotations", article, `${colleague}.json`));
  const ana = await scene.who();
  const project = await open(ana, scene);
  const shelf = join(root, "../home/backups", project.project.id, `${article}.${colleague}`);
  for (const name of copiesOn(shelf)) writeFileSync(join(shelf, name), "damaged");
  const bringBack = () => ana.call("project.bringBack", { project: project.handle });
  expect((await problemOf(bringBack())).problem).toBe("copy-misfit");
  const [told] = ana.events.filter(({ type }) => type === "missing").slice(-1);
  expect(told).toMatchObject({
    missing: [{ what: "set", annotator: { name: "Ben" }, copiedAt: null }],
  });
  await bringBack();
  expect(await setsOf(ana, project, article)).toBe(1);
});

test("a set that is gone after five hundred others is told with its copy, and brought back", async () => {
  const scene = await withColleague();
  const { root, article, colleague } = scene;
  rmSync(join(root, "annotations", article, `${colleague}.json`));
  const others = Array.from({ length: 500 }, (_, at) => ({ id: newId(), name: `Colleague ${at}` }));
  addToJson(join(root, "project.json"), "annotators", others);
  rememberBefore(join(root, "../home"), colleague, others);
  const ana = await scene.who();
  const project = await open(ana, scene);
  expect(project.missing).toHaveLength(501);
  expect(project.missing.at(-1)).toMatchObject({
    annotator: { name: "Ben" },
    copiedAt: expect.any(String),
  });
  await ana.call("project.bringBack", { project: project.handle });
  expect(await setsOf(ana, project, article)).toBe(2);
});

function addToJson(path: string, name: string, more: readonly object[]): void {
  const json = JSON.parse(readFileSync(path, "utf8"));
  writeFileSync(path, JSON.stringify({ ...json, [name]: [...json[name], ...more] }));
}

/** Has the home know a set of each of these people, of the same article and before the one of that person. */
function rememberBefore(home: string, of: Id, people: readonly { readonly id: Id }[]): void {
  const [path = ""] = readdirSync(join(home, "known")).map((name) => join(home, "known", name));
  const lines = readFileSync(path, "utf8").split("\n");
  const at = lines.findIndex((line) => line.includes(of));
  const line = lines[at] ?? "";
  lines.splice(at, 0, ...people.map(({ id }) => line.replace(of, id)));
  writeFileSync(path, lines.join("\n"));
}

test("an article that is gone with everybody's annotations is told and brought back with them", async () => {
  const scene = await withColleague();
  for (const part of ["articles", "annotations", "reviews"])
    rmSync(join(scene.root, part, scene.article), { recursive: true, force: true });
  const ana = await scene.who();
  expect(await findings(ana, scene)).toEqual([`warning articles/${scene.article}`]);
  const project = await open(ana, scene);
  expect(project.missing).toMatchObject([{ what: "article", copiedAt: expect.any(String) }]);
  await ana.call("project.bringBack", { project: project.handle });
  expect(await spansIn(ana, project, scene.article)).toBe(1);
  expect(await setsOf(ana, project, scene.article)).toBe(2);
});

test("a repaired copy holds what the home has copies of", async () => {
  const scene = await withColleague();
  rmSync(join(scene.root, "annotations", scene.article), { recursive: true });
  const ana = await scene.who();
  const out = join(temporaryFolder(inMemory), "repaired");
  const { after } = await ana.call("project.repairCopy", { path: scene.root, out });
  expect(after.findings).toEqual([]);
  expect(after.sets).toBe(2);
});

test("what was moved to the trash, taken back, or deleted for good is not missed", async () => {
  const scene = await withColleague();
  const ana = await scene.who();
  const project = await open(ana, scene);
  const { handle } = project;
  await ana.call("annotator.putAway", { project: handle, annotator: scene.colleague });
  await ana.call("article.putAway", { project: handle, article: scene.article });
  await ana.core.close();
  const later = await scene.who();
  const again = await open(later, scene);
  expect(again.missing).toEqual([]);
  const items = [{ kind: "article", id: scene.article } as const];
  await later.call("trash.empty", { project: again.handle, items });
  await later.core.close();
  const last = await scene.who();
  expect((await open(last, scene)).missing).toEqual([]);
  expect(await findings(last, scene)).toEqual([]);
});
