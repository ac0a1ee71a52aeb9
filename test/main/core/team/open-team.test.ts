// A shared project that is open in a window: synced while one works in it, at the times that were set, and reached at no other.
import { existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import type { CoreOptions } from "../../../../main/core/core.ts";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import type { Event, OpenProject } from "../../../../shared/api/contract.ts";
import { neverByItself } from "../../../../shared/api/team.ts";
import { added, type Change } from "../../../../shared/model/change.ts";
import type { Id } from "../../../../shared/model/id.ts";
import { invertWork } from "../../../../shared/model/step.ts";
import { beforeGit } from "../../../helpers/before-git.ts";
import { eventually } from "../../../helpers/eventually.ts";
import { watchedDisk } from "../../../helpers/watched-disk.ts";
import {
  addingSpan,
  newId,
  noteOf,
  type Person,
  person,
  problemOf,
  projectWith,
  spanBy,
  temporaryFolder,
} from "../workplace.ts";
import { mark, sharedFiles, sync as syncByCommand, teamScene } from "./team-scene.ts";

interface AtWindow {
  readonly who: Person;
  readonly project: OpenProject;
  readonly home: string;
}

interface Windows {
  readonly ana: AtWindow;
  readonly ben: AtWindow;
  readonly article: Id;
  readonly where: string;
}

/** Ana shares her project from her window, and Ben opens it in his. */
async function windows(options: Partial<CoreOptions> = {}): Promise<Windows> {
  const at = temporaryFolder();
  const where = join(at, "shared");
  const home = (name: string): string => join(at, `${name}-home`);
  const who = await person(home("Ana"), "Ana", options);
  const { project, article } = await projectWith(who, join(at, "Ana"));
  expect(await who.call("team.share", { project: project.handle, to: where })).toEqual({ stopped: false });
  const other = await person(home("Ben"), "Ben", options);
  const { path } = await other.call("team.clone", { from: where, to: join(at, "Ben") });
  const copy = await other.call("project.open", { path: path ?? "", mode: "write" });
  return {
    ana: { who, project, home: home("Ana") },
    ben: { who: other, project: copy, home: home("Ben") },
    article,
    where,
  };
}

const sync = ({ who, project: { handle: project } }: AtWindow) => who.call("team.sync", { project });
const stateOf = ({ who, project: { handle: project } }: AtWindow) => who.call("team.get", { project });

async function markIn({ who, project }: AtWindow, article: Id, at: number): Promise<void> {
  const { revision } = await who.call("article.open", { project: project.handle, article });
  const change = addingSpan(project, at);
  await who.call("annotations.apply", { project: project.handle, article, opId: newId(), revision, change });
}

const marksIn = async ({ who, project }: AtWindow, article: Id): Promise<Record<string, number>> => {
  const { sets } = await who.call("review.sets", { project: project.handle, article });
  return Object.fromEntries(sets.map(({ annotator, set }) => [annotator.name, set.spans.length]));
};

const newsFor = ({ who }: AtWindow) =>
  who.events.flatMap((event: Event) => (event.type === "outside" ? event.news : []));

const become = ({ who, project }: AtWindow, entities: NonNullable<Change["entities"]>): Promise<unknown> =>
  who.call("project.apply", {
    project: project.handle,
    opId: newId(),
    step: noteOf("edit-entity"),
    parts: [],
    entities,
  });

test("two people who work in their windows and sync there have the marks of both, and the same bytes", async () => {
  const { ana, ben, article } = await windows();
  await markIn(ana, article, 0);
  await markIn(ben, article, 6);
  await markIn(ben, article, 12);
  await sync(ana);
  await sync(ben);
  await sync(ana);
  for (const one of [ana, ben]) expect(await marksIn(one, article)).toEqual({ Ana: 1, Ben: 2 });
  expect(sharedFiles(ana.project.path)).toEqual(sharedFiles(ben.project.path));
  await markIn(ana, article, 20);
  await sync(ana);
  await sync(ben);
  expect(await marksIn(ben, article)).toEqual({ Ana: 2, Ben: 2 });
});

test("what came is told once, by article and person, and what waits is counted in changes", async () => {
  const { ana, ben, article } = await windows();
  await sync(ben);
  await sync(ana);
  await markIn(ana, article, 0);
  await markIn(ana, article, 6);
  await sync(ana);
  expect(await stateOf(ana)).toMatchObject({ waiting: 0, problem: null, stage: null });
  await markIn(ben, article, 12);
  await sync(ben);
  const work = [{ article, title: "bridge", name: "Ana", marks: 2, changes: 2 }];
  expect((await stateOf(ben)).came).toMatchObject({ articles: [], work });
  expect(newsFor(ben).filter(({ what }) => what !== "project")).toEqual([
    { what: "team", articles: [], work, differences: 0 },
  ]);
  await sync(ben);
  expect((await stateOf(ben)).came.work).toEqual(work);
  const { project } = ana;
  const { article: added } = await ana.who.call("article.importText", {
    project: project.handle,
    name: "second.txt",
    text: "A second article.\n",
  });
  await sync(ana);
  await sync(ben);
  expect((await stateOf(ben)).came.articles).toEqual([{ article: added.id, title: added.title }]);
  expect(newsFor(ben).some(({ what }) => what === "article-came" || what === "colleagues")).toBe(false);
});

test("what is saved while a sync is under way is in the project, and goes with the next one", async () => {
  const { ana, ben, article } = await windows();
  await markIn(ana, article, 0);
  await sync(ana);
  const syncing = sync(ben);
  await markIn(ben, article, 6);
  await ben.who.call("project.rename", { project: ben.project.handle, name: "Two bridges" });
  await syncing;
  await sync(ben);
  await sync(ana);
  for (const one of [ana, ben]) expect(await marksIn(one, article)).toEqual({ Ana: 1, Ben: 1 });
  expect(JSON.parse(readFileSync(join(ana.project.path, "project.json"), "utf8")).name).toBe("Two bridges");
});

test("an entity that both changed is listed once where it was merged, and can be decided for the other side and undone", async () => {
  const { ana, ben } = await windows();
  const ines = { id: newId(), name: "Ines", type: "person", naming: "named", aliases: [] } as const;
  await become(ana, added(ines));
  await sync(ana);
  await sync(ben);
  const renamed = (name: string) => ({
    added: [],
    updated: [{ from: ines, to: { ...ines, name } }],
    removed: [],
  });
  await become(ana, renamed("Ines Roth"));
  await become(ben, renamed("Ines Duarte"));
  await sync(ana);
  await sync(ben);
  const nameIn = ({ project }: AtWindow): string =>
    JSON.parse(readFileSync(join(project.path, "entities.json"), "utf8")).entities[0].name;
  const list = async ({ who, project }: AtWindow) =>
    (await who.call("conflicts.list", { project: project.handle })).conflicts;
  const [conflict, ...more] = await list(ben);
  expect(more).toEqual([]);
  expect(await list(ana)).toEqual([]);
  expect(conflict?.fields).toMatchObject([{ ours: "Ines Duarte", theirs: "Ines Roth" }]);
  expect(newsFor(ben)).toContainEqual({ what: "conflicts", count: 1 });
  const side = conflict?.stands === "ours" ? "theirs" : "ours";
  const before = nameIn(ben);
  const { step } = await ben.who.call("conflicts.take", {
    project: ben.project.handle,
    ...{ key: conflict?.key ?? "", side, opId: newId(), step: noteOf("take-side") },
  });
  const after = nameIn(ben);
  expect([before, after].sort()).toEqual(["Ines Duarte", "Ines Roth"]);
  await sync(ben);
  await sync(ana);
  expect(nameIn(ana)).toBe(after);
  expect(await list(ana)).toEqual([]);
  const [change] = step?.entities?.updated ?? [];
  if (change) await become(ben, { added: [], updated: [{ from: change.to, to: change.from }], removed: [] });
  await sync(ben);
  await sync(ana);
  expect([nameIn(ana), nameIn(ben)]).toEqual([before, before]);
});

test("an entity that one removed and the other has marked since stays and is listed, also where both changed others", async () => {
  const { ana, ben, article } = await windows();
  const entityNamed = (name: string) =>
    ({ id: newId(), name, type: "person", naming: "named", aliases: [] }) as const;
  const ines = entityNamed("Ines");
  await become(ana, added(ines));
  await sync(ana);
  await sync(ben);
  await become(ana, { added: [entityNamed("Omar")], updated: [], removed: [ines] });
  await become(ben, added(entityNamed("Kim")));
  const { who, project } = ben;
  const { revision } = await who.call("article.open", { project: project.handle, article });
  const speaker = { ...spanBy(project.annotator?.id ?? "", 0), type: "speaker", entity: ines.id };
  const change = { spans: added(speaker) };
  await who.call("annotations.apply", { project: project.handle, article, opId: newId(), revision, change });
  await sync(ana);
  await sync(ben);
  const registry = JSON.parse(readFileSync(join(project.path, "entities.json"), "utf8"));
  expect(registry.entities.map(({ name }: { readonly name: string }) => name).sort()).toEqual([
    "Ines",
    "Kim",
    "Omar",
  ]);
  const { differences } = await who.call("team.differences", { project: project.handle });
  expect(differences).toMatchObject([{ file: "entities.json", why: "removed-and-used", by: "Ana" }]);
  expect((await stateOf(ben)).differences).toBe(1);
  expect(newsFor(ben)).toContainEqual(expect.objectContaining({ what: "team", differences: 1 }));
  expect((await who.call("conflicts.list", { project: project.handle })).conflicts).toEqual([]);
});

test("nothing is reached that nobody asked for, neither at the opening nor at the closing", async () => {
  const { ana, where, article } = await windows();
  await ana.who.call("project.close", { project: ana.project.handle });
  renameSync(where, `${where}-away`);
  const again = {
    ...ana,
    project: await ana.who.call("project.open", { path: ana.project.path, mode: "write" }),
  };
  await markIn(again, article, 0);
  expect(await stateOf(again)).toMatchObject({ where, times: neverByItself, problem: null, stage: null });
  expect((await problemOf(sync(again))).problem).toBe("git-failed");
  expect(await stateOf(again)).toMatchObject({ problem: { problem: "git-failed" } });
  expect(await marksIn(again, article)).toEqual({ Ana: 1 });
});

test("a project syncs at the closing and the opening where that is set, and the setting outlives the window", async () => {
  const { ana, ben, article } = await windows({ watchPauses: { hint: 20, poll: 60_000 } });
  const times = { atOpening: true, atClosing: true, every: 15 } as const;
  await ana.who.call("team.times", { project: ana.project.handle, times });
  await markIn(ana, article, 0);
  await ana.who.call("project.close", { project: ana.project.handle });
  await sync(ben);
  expect(await marksIn(ben, article)).toEqual({ Ana: 1 });
  await markIn(ben, article, 6);
  await sync(ben);
  const again = {
    ...ana,
    project: await ana.who.call("project.open", { path: ana.project.path, mode: "write" }),
  };
  expect((await stateOf(again)).times).toEqual(times);
  await sync(again);
  expect(await marksIn(again, article)).toEqual({ Ana: 1, Ben: 1 });
});

test("a sync that is stopped leaves the project as it is, and the next one does the rest", async () => {
  const { ana, ben, article } = await windows();
  await markIn(ana, article, 0);
  const syncing = sync(ana);
  await ana.who.call("team.stop", { project: ana.project.handle });
  await syncing;
  expect((await stateOf(ana)).problem).toBeNull();
  await sync(ana);
  await sync(ben);
  expect(await marksIn(ben, article)).toEqual({ Ana: 1 });
});

test("a disk that fails while the project is kept is told of by its problem, and the project closes", async () => {
  let isFailing = false;
  const disk = watchedDisk(nodeDisk, ({ name, path }) =>
    isFailing && name === "open" && path.endsWith(".journal")
      ? Object.assign(new Error("EIO: in the test"), { code: "EIO" })
      : undefined,
  );
  const { ana, article } = await windows({ disk });
  await markIn(ana, article, 0);
  const { project, who } = ana;
  await who.call("team.times", {
    ...{ project: project.handle, times: { ...neverByItself, atClosing: true } },
  });
  isFailing = true;
  expect((await problemOf(sync(ana))).problem).toBe("storage-failed");
  expect(await stateOf(ana)).toMatchObject({ problem: { problem: "storage-failed" }, waiting: null });
  await who.call("project.close", { project: project.handle });
  isFailing = false;
});

test("closing a project waits no longer than its limit, whatever is under way before its last sync", async () => {
  const { ana, article } = await windows({ watchPauses: { hint: 20, poll: 60_000 } });
  const { who, project } = ana;
  await who.call("team.times", {
    ...{ project: project.handle, times: { ...neverByItself, atClosing: true } },
  });
  const hangs = join(temporaryFolder(), "hangs");
  await beforeGit(`case "$*" in *hash-object*) touch '${hangs}'; exec sleep 600;; esac`, async () => {
    await markIn(ana, article, 0);
    await eventually(() => expect(existsSync(hangs)).toBe(true));
    onTestFinished(() => void vi.useRealTimers());
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    let isClosed = false;
    const closed = who.call("project.close", { project: project.handle }).then(() => {
      isClosed = true;
    });
    for (let round = 0; !isClosed && round < 500; round += 1) {
      vi.advanceTimersByTime(1_000);
      await pause(20);
    }
    expect(isClosed).toBe(true);
    await closed;
  });
});

test("who is asked whether an address may be reached can stop instead, and a clone ends the one before it", async () => {
  const at = temporaryFolder();
  const to = "https://127.0.0.1:9/bridges.git";
  let asked = 0;
  const who = await person(join(at, "home"), "Ana", {
    allowAddress(_address, signal) {
      asked += 1;
      return new Promise((answer) => {
        if (signal.aborted) answer(false);
        signal.addEventListener("abort", () => answer(false));
      });
    },
  });
  const { project } = await projectWith(who, join(at, "Ana"));
  const sharing = who.call("team.share", { project: project.handle, to });
  await eventually(() => expect(asked).toBe(1));
  await who.call("team.stop", { project: project.handle });
  expect(await sharing).toEqual({ stopped: true });
  const cloning = who.call("team.clone", { from: to, to: join(at, "copy") });
  await eventually(() => expect(asked).toBe(2));
  await who.call("team.stopCloning", {});
  expect(await cloning).toEqual({ path: null });
  const where = join(at, "shared");
  await who.call("team.share", { project: project.handle, to: where });
  const ben = await person(join(at, "other"), "Ben");
  const clones = [1, 2].map(() => ben.call("team.clone", { from: where, to: join(at, "Ben") }));
  expect(await Promise.all(clones)).toEqual([{ path: null }, { path: join(at, "Ben") }]);
});

test("an address is reached only where the person agreed to it outside the window", async () => {
  const at = temporaryFolder();
  const asked: string[] = [];
  const to = "ssh://git@localhost:1/news/bridges.git";
  const none = await person(join(at, "home"), "Ana");
  const { project } = await projectWith(none, join(at, "Ana"));
  expect(await problemOf(none.call("team.share", { project: project.handle, to }))).toMatchObject({
    ...{ problem: "team-not-allowed", detail: { where: to } },
  });
  const refusing = await person(join(at, "other"), "Ben", {
    async allowAddress(address) {
      asked.push(address);
      return false;
    },
  });
  const cloned = refusing.call("team.clone", { from: to, to: join(at, "Ben") });
  expect((await problemOf(cloned)).problem).toBe("team-not-allowed");
  expect(asked).toEqual([to]);
  expect(existsSync(join(at, "Ben"))).toBe(false);
  expect((await problemOf(none.call("team.share", { project: project.handle, to: "drive" }))).problem).toBe(
    "input-invalid",
  );
});

test("what was shared on the command line is known in the window, and the other way round", async () => {
  const { ana, ben, article, shared } = await teamScene();
  const who = await person(ana.home, "Ana");
  const project = await who.call("project.open", { path: ana.root, mode: "write" });
  const window = { who, project, home: ana.home };
  expect(await stateOf(window)).toMatchObject({ where: shared, problem: null });
  await mark(ben, article, 6);
  await syncByCommand(ben);
  await sync(window);
  expect(await marksIn(window, article)).toEqual({ Ana: 1, Ben: 1 });
  expect((await problemOf(syncByCommand(ana))).problem).toBe("project-locked");
  await who.core.close();
  expect(await syncByCommand(ana)).toMatchObject({ came: 0, conflicts: [] });
});

test("what both changed of the tagset is listed once, is decided for the other side and is taken back by undo", async () => {
  const { ana, ben } = await windows();
  const { tagset } = ana.project.project;
  const renamed = (name: string) => ({
    ...tagset,
    spanTypes: tagset.spanTypes.map((type, at) => (at === 0 ? { ...type, name } : type)),
  });
  const put = ({ who, project }: AtWindow, to: typeof tagset, from = tagset): Promise<unknown> =>
    who.call("project.apply", {
      ...{ project: project.handle, opId: newId(), step: noteOf("change-tagset"), parts: [] },
      tagset: { from, to },
    });
  const firstType = ({ project }: AtWindow): string =>
    JSON.parse(readFileSync(join(project.path, "project.json"), "utf8")).tagset.spanTypes[0].name;
  await put(ana, renamed("Statement"));
  await put(ben, renamed("Assertion"));
  await sync(ana);
  await sync(ben);
  const list = async ({ who, project }: AtWindow) =>
    (await who.call("team.differences", { project: project.handle })).differences;
  const [difference, ...more] = await list(ben);
  expect(more).toEqual([]);
  expect(await list(ana)).toEqual([]);
  const path = `tagset.spanTypes.${tagset.spanTypes[0]?.id}.name`;
  expect(difference).toMatchObject({
    ...{ file: "project.json", path, ours: "Assertion", theirs: "Statement", by: "Ana", isDecidable: true },
    ...{ title: firstType(ben), field: "name" },
  });
  expect((await stateOf(ben)).differences).toBe(1);
  const before = firstType(ben);
  const { key, stands } = difference ?? { key: "", stands: "other" };
  const side = stands === "ours" ? "theirs" : "ours";
  const asked = { project: ben.project.handle, key, side, opId: newId(), step: noteOf("take-side") } as const;
  const { step } = await ben.who.call("team.take", asked);
  expect([before, firstType(ben)].sort()).toEqual(["Assertion", "Statement"]);
  await sync(ben);
  await sync(ana);
  expect(firstType(ana)).toBe(firstType(ben));
  expect(await list(ana)).toEqual([]);
  if (step?.tagset) await put(ben, step.tagset.from, step.tagset.to);
  expect(firstType(ben)).toBe(before);
  await ben.who.call("team.settle", { project: ben.project.handle, keys: [key] });
  expect(await list(ben)).toEqual([]);
  expect((await stateOf(ben)).differences).toBe(0);
});

test("what both changed of the project's name and of its people is decided for either side in the window", async () => {
  const { ana, ben } = await windows();
  const dataOf = ({ project }: AtWindow) =>
    JSON.parse(readFileSync(join(project.path, "project.json"), "utf8"));
  const add = async ({ who, project: { handle: project } }: AtWindow, name: string): Promise<Id> =>
    (await who.call("project.addPerson", { project, name })).annotator.id;
  const added = new Set([await add(ana, "Kim"), await add(ana, "K. Lee"), await add(ana, "Kim Lee")]);
  for (const at of [ana, ben, ana]) await sync(at);
  // Of two who are one person the later one is counted as the earlier one: the last of three is so on both sides.
  const peopleAt = (at: AtWindow): Id[] =>
    dataOf(at)
      .annotators.map(({ id }: { readonly id: Id }) => id)
      .filter((id: Id) => added.has(id));
  const people = peopleAt(ben) as [Id, Id, Id];
  expect(peopleAt(ana)).toEqual(people);
  const nameAt = (at: 0 | 1 | 2): string =>
    dataOf(ben).annotators.find(({ id }: { readonly id: Id }) => id === people[at]).name;
  const same = ({ who, project: { handle: project } }: AtWindow, other: Id): Promise<unknown> =>
    who.call("review.samePerson", { project, people: [other, people[2]], answer: "same" });
  for (const [at, name, other] of [
    [ana, "Tunnels", people[0]],
    [ben, "Roads", people[1]],
  ] as const) {
    await at.who.call("project.rename", { project: at.project.handle, name });
    await same(at, other);
  }
  await sync(ana);
  await sync(ben);
  const { who, project } = ben;
  const list = async () => (await who.call("team.differences", { project: project.handle })).differences;
  const found = await list();
  expect(found.map(({ path, isDecidable }) => [path.split(".")[0], isDecidable]).sort()).toEqual([
    ["annotators", true],
    ["name", true],
  ]);
  expect(found.map(({ title, field, ours, theirs }) => [title, field, ours, theirs]).sort()).toEqual([
    ["", "name", "Roads", "Tunnels"],
    [nameAt(2), "sameAs", nameAt(1), nameAt(0)],
  ]);
  for (const side of ["ours", "theirs"] as const) {
    for (const { key } of found) {
      const asked = { project: project.handle, key, side, opId: newId(), step: noteOf("take-side") };
      expect(await who.call("team.take", asked)).toEqual({ step: null });
    }
    expect((await list()).map(({ stands }) => stands)).toEqual([side, side]);
    expect(who.events.findLast(({ type }) => type === "renamed")).toMatchObject({ name: dataOf(ben).name });
  }
  expect(dataOf(ben).name).toBe("Tunnels");
  await sync(ben);
  await sync(ana);
  expect(dataOf(ana)).toEqual(dataOf(ben));
});

test("what both added to lists stands in one order on both sides, and one undo step takes what came of shared records back", async () => {
  const { ana, ben } = await windows();
  const setNamed = (name: string) => ({ id: newId(), name, filter: {} });
  const add = async (at: AtWindow, names: readonly string[]): Promise<void> => {
    for (const name of names)
      await at.who.call("project.apply", {
        ...{ project: at.project.handle, opId: newId(), step: noteOf("add-entity"), parts: [] },
        entities: added({ id: newId(), name, type: "person", naming: "named", aliases: [] } as const),
        articleSets: added(setNamed(name)),
      });
  };
  await add(ana, ["Ines", "Omar", "Lea"]);
  await add(ben, ["Kim", "Noor", "Tom"]);
  const eventsBefore = ben.who.events.length;
  await sync(ana);
  await sync(ben);
  const steps = ben.who.events
    .slice(eventsBefore)
    .flatMap((event) => (event.type === "step" ? [event.step] : []));
  expect(steps).toMatchObject([
    { command: "outside", entities: { added: [{}, {}, {}] }, articleSets: { added: [{}, {}, {}] } },
  ]);
  await sync(ana);
  await sync(ben);
  await sync(ana);
  expect(sharedFiles(ana.project.path)).toEqual(sharedFiles(ben.project.path));
  for (const one of [ana, ben]) {
    await sync(one);
    expect((await stateOf(one)).waiting).toBe(0);
  }
  const namesIn = ({ project }: AtWindow): readonly string[] =>
    JSON.parse(readFileSync(join(project.path, "entities.json"), "utf8"))
      .entities.map(({ name }: { readonly name: string }) => name)
      .sort();
  expect(namesIn(ben)).toEqual(["Ines", "Kim", "Lea", "Noor", "Omar", "Tom"]);
  const [step] = steps;
  if (!step) throw new Error("What came is a step.");
  const { parts, ...back } = invertWork(step);
  await ben.who.call("project.apply", {
    ...{
      project: ben.project.handle,
      opId: newId(),
      step: noteOf("outside", { undoes: step.id }),
      parts: [],
    },
    ...back,
  });
  expect(parts).toEqual([]);
  expect(namesIn(ben)).toEqual(["Kim", "Noor", "Tom"]);
  const { articleSets } = JSON.parse(readFileSync(join(ben.project.path, "project.json"), "utf8"));
  expect(articleSets).toHaveLength(3);
  await sync(ben);
  await sync(ana);
  expect(namesIn(ana)).toEqual(["Kim", "Noor", "Tom"]);
});
