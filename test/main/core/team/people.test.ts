// What people do to a shared project that are no marks: each does what they would expect, on every machine.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cloneProject } from "../../../../main/core/team/clone-project.ts";
import { shareProject, statusOfProject, syncHeld, syncProject } from "../../../../main/core/team/sync.ts";
import type { HeldProject } from "../../../../main/core/team/take-incoming.ts";
import type { Article } from "../../../../shared/model/article.ts";
import { aboutOf } from "../../../../shared/model/article-about.ts";
import type { Id } from "../../../../shared/model/id.ts";
import { newId, noteOf, person, problemOf, projectWith, temporaryFolder } from "../workplace.ts";
import {
  type Colleague,
  colleague,
  handCopy,
  mark,
  marksOf,
  sharedFiles,
  sync,
  teamScene,
  working,
} from "./team-scene.ts";

/** Everybody synchronises until nothing is on its way. */
async function level(...people: readonly Colleague[]): Promise<void> {
  for (const who of [...people, ...people]) await sync(who);
  const [first, ...others] = people.map(({ root }) => sharedFiles(root));
  for (const other of others) expect(other).toEqual(first);
}

const projectIn = ({ root }: Colleague) =>
  JSON.parse(readFileSync(join(root, "project.json"), "utf8")) as {
    readonly name: string;
    readonly annotators: readonly { readonly id: Id; readonly name: string }[];
  };

test("somebody with two machines is one person, whose marks of both are one set", async () => {
  const { ana, ben, shared, article } = await teamScene();
  await mark(ben, article, 6);
  await sync(ben);
  const atHome = await colleague(join(shared, ".."), "Ben", "ben-at-home");
  await cloneProject(atHome.context, shared, atHome.root);
  await mark(atHome, article, 12);
  await mark(ben, article, 18);
  await level(ben, atHome, ana);
  for (const who of [ana, ben, atHome]) expect(await marksOf(who, article)).toEqual({ Ana: 1, Ben: 3 });
  expect(projectIn(ana).annotators.map(({ name }) => name)).toEqual(["Ana", "Ben"]);
});

test("somebody sends to a branch of their own and receives the team's, which has it once the branch was merged", async () => {
  const { ana, ben, shared, article } = await teamScene();
  const inShared = (...args: readonly string[]) => execFileSync("git", args, { cwd: shared });
  await mark(ben, article, 6);
  await syncProject(ben.context, ben.root, { branch: "ben/marks" });
  await mark(ana, article, 12);
  await sync(ana);
  expect(await marksOf(ana, article)).toEqual({ Ana: 2 });
  await sync(ben);
  expect(await marksOf(ben, article)).toEqual({ Ana: 2, Ben: 1 });
  expect((await statusOfProject(ben.context, ben.root)).waiting).toBe(0);
  // As a forge does, which then takes the branch away.
  inShared("fetch", "--quiet", ".", "ben/marks:main");
  inShared("branch", "--quiet", "-D", "ben/marks");
  await sync(ana);
  expect(await marksOf(ana, article)).toEqual({ Ana: 2, Ben: 1 });
  await mark(ben, article, 18);
  expect((await statusOfProject(ben.context, ben.root)).waiting).toBeGreaterThan(0);
  await sync(ben);
  const taken = await syncProject(ana.context, ana.root, { from: "ben/marks" });
  expect(taken).toMatchObject({ changes: 1, conflicts: [] });
  await level(ben, ana);
  expect((await problemOf(syncProject(ana.context, ana.root, { from: "kim" }))).problem).toBe("team-nothing");
  await mark(ben, article, 24);
  await syncProject(ben.context, ben.root, { branch: "main" });
  await sync(ana);
  expect(await marksOf(ana, article)).toEqual({ Ana: 2, Ben: 3 });
});

test("a colleague who leaves is away everywhere, with all their marks, and can be had back", async () => {
  const { ana, ben, shared, article } = await teamScene();
  await mark(ben, article, 6);
  await level(ben, ana);
  const kim = await colleague(join(shared, ".."), "Kim");
  await cloneProject(kim.context, shared, kim.root);
  const { id = "" } = projectIn(ana).annotators.find(({ name }) => name === "Ben") ?? {};
  await working(ana, (someone, project) => someone.call("annotator.putAway", { project, annotator: id }));
  // Kim, who is new, is entered at the same time.
  await mark(kim, article, 12);
  await level(ana, kim);
  for (const who of [ana, kim]) {
    expect(await marksOf(who, article)).toEqual({ Ana: 1, Kim: 1 });
    expect(existsSync(join(who.root, "trash", `annotator-${id}`))).toBe(true);
  }
  await working(kim, (someone, project) =>
    someone.call("trash.takeBack", { project, kind: "annotator", id }),
  );
  await level(kim, ana);
  expect(await marksOf(ana, article)).toEqual({ Ana: 1, Ben: 1, Kim: 1 });
});

test("a project that is renamed is called so everywhere, and stays where it lies", async () => {
  const { ana, ben, article } = await teamScene();
  await working(ana, (someone, project) => someone.call("project.rename", { project, name: "Tunnels" }));
  await mark(ben, article, 6);
  await level(ana, ben);
  expect(projectIn(ben).name).toBe("Tunnels");
  expect(await marksOf(ana, article)).toEqual({ Ana: 1, Ben: 1 });
});

test("an article that somebody moves to the trash takes along what a colleague did to it meanwhile, and brings it back", async () => {
  const { ana, ben, article } = await teamScene();
  const recordIn = ({ root }: Colleague, folder: string) =>
    JSON.parse(readFileSync(join(root, folder, "article.json"), "utf8")) as Article;
  await working(ana, (someone, project) => someone.call("article.putAway", { project, article }));
  await mark(ben, article, 6);
  await working(ben, async (someone, project) => {
    const from = aboutOf(recordIn(ben, join("articles", article)));
    const about = [{ article, from, to: { ...from, title: "Bridges" } }];
    await someone.call("project.apply", { project, opId: newId(), step: noteOf("about"), parts: [], about });
  });
  await level(ana, ben);
  for (const who of [ana, ben]) {
    expect(existsSync(join(who.root, "articles", article))).toBe(false);
    expect(recordIn(who, join("trash", article, "article")).title).toBe("Bridges");
  }
  await working(ana, (someone, project) =>
    someone.call("trash.takeBack", { project, kind: "article", id: article }),
  );
  await level(ana, ben);
  for (const who of [ana, ben]) {
    expect(await marksOf(who, article)).toEqual({ Ana: 1, Ben: 1 });
    expect(recordIn(who, join("articles", article)).title).toBe("Bridges");
  }
});

test("a project whose folder is moved on one machine is synchronised where it lies now", async () => {
  const { ana, ben, article } = await teamScene();
  const moved = { ...ben, root: `${ben.root}-2026` };
  execFileSync("mv", [ben.root, moved.root]);
  await mark(moved, article, 6);
  await level(moved, ana);
  expect(await marksOf(ana, article)).toEqual({ Ana: 1, Ben: 1 });
});

test("of a project that was in a synchronised drive nothing that the drive left is shared, and all that people did is", async () => {
  const at = temporaryFolder();
  const [ana, ben] = [await colleague(at, "Ana"), await colleague(at, "Ben")];
  const who = await person(ana.home, "Ana");
  const { article } = await projectWith(who, ana.root);
  await who.core.close();
  await mark(ana, article, 0);
  // Ben worked in the same folder, by the drive.
  await mark({ ...ben, root: ana.root }, article, 6);
  const set = join(ana.root, "annotations", article);
  for (const path of [
    join(ana.root, "project (Ben's conflicted copy 2026-01-31).json"),
    join(set, "ana.sync-conflict-20260131-101500-ABCDEFG.json"),
    join(ana.root, ".stfolder"),
    join(ana.root, "desktop.ini"),
  ])
    writeFileSync(path, "{}");
  const shared = join(at, "shared");
  await shareProject(ana.context, ana.root, shared);
  await cloneProject(ben.context, shared, ben.root);
  await mark(ben, article, 12);
  await level(ana, ben);
  expect(await marksOf(ana, article)).toEqual({ Ana: 1, Ben: 2 });
  const names = handCopy({ shared }).git("ls-files");
  expect(names).not.toMatch(/conflict|stfolder|desktop/u);
});

test("a repository that a forge has begun with files of its own takes a project, and keeps them", async () => {
  const at = temporaryFolder();
  const [ana, ben] = [await colleague(at, "Ana"), await colleague(at, "Ben")];
  const who = await person(ana.home, "Ana");
  const { article } = await projectWith(who, ana.root);
  await who.core.close();
  const shared = join(at, "shared");
  execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", shared]);
  const copy = handCopy({ shared });
  writeFileSync(join(copy.root, "README.md"), "Ours\n");
  mkdirSync(join(copy.root, "docs"));
  writeFileSync(join(copy.root, "docs", "how.md"), "So\n");
  copy.send();
  await shareProject(ana.context, ana.root, shared);
  await cloneProject(ben.context, shared, ben.root);
  await mark(ben, article, 6);
  await level(ben, ana);
  expect(existsSync(join(ben.root, "README.md"))).toBe(false);
  expect(handCopy({ shared }).git("ls-files", "README.md", "docs")).toBe("README.md\ndocs/how.md\n");
});

test("a copy of somebody's home on another computer is noticed, and the project there is as it was", async () => {
  const { ana, ben, article, shared } = await teamScene();
  const copied = await colleague(join(shared, ".."), "Ana", "ana-copied");
  cpSync(join(ana.home, "device.json"), join(copied.home, "device.json"));
  const twin = { ...copied, context: { ...copied.context, device: ana.context.device } };
  await cloneProject(twin.context, shared, twin.root);
  await mark(twin, article, 6);
  await mark(ana, article, 12);
  await sync(ana);
  const before = sharedFiles(twin.root);
  expect(await problemOf(sync(twin))).toMatchObject({
    problem: "team-refused",
    detail: { why: "two-writers" },
  });
  expect(sharedFiles(twin.root)).toEqual(before);
  await level(ana, ben);
});

test("a file that many forges refuse is named before anything is sent to one, and sent when that is asked for", async () => {
  const { ana, article } = await teamScene();
  const large = join(ana.root, "articles", article, "original.pdf");
  writeFileSync(large, "");
  truncateSync(large, 101 * 1024 * 1024);
  // Nobody is there at this address: it is refused before anybody is asked.
  const kept = join(ana.home, "team");
  const place = JSON.parse(execFileSync("sh", ["-c", `cat ${kept}/*/shared.json`]).toString()) as object;
  const [id = ""] = execFileSync("ls", [kept]).toString().trim().split("\n");
  const write = (value: object): void => writeFileSync(join(kept, id, "shared.json"), JSON.stringify(value));
  write({ ...place, reached: "https", address: "https://127.0.0.1:9/x.git" });
  const { problem, detail } = await problemOf(sync(ana));
  expect({ problem, detail }).toEqual({
    problem: "team-large",
    detail: { file: `articles/${article}/original.pdf`, bytes: 101 * 1024 ** 2, limit: 100 * 1024 ** 2 },
  });
  expect((await problemOf(syncProject(ana.context, ana.root, { large: true }))).problem).toBe("git-failed");
  write(place);
  expect(await sync(ana)).toMatchObject({ sent: 1 });
});

/** Says in the project's journals that one's own set of an article is done, or is not. */
const say = (who: Colleague, article: Id, state: "done" | "in-progress"): Promise<void> =>
  working(who, async (someone, project) => {
    const { revision, set } = await someone.call("article.open", { project, article });
    const progress = { id: article, state, note: "" };
    const change = set.progress
      ? { progress: { added: [], updated: [{ from: set.progress, to: progress }], removed: [] } }
      : { progress: { added: [progress], updated: [], removed: [] } };
    const asked = { project, article, opId: newId(), revision, change, step: noteOf("set-state") };
    await someone.call("annotations.apply", asked);
  });

const assignToOneself = (who: Colleague, article: Id): Promise<unknown> =>
  working(who, (someone, project, annotator) =>
    someone.call("project.assign", {
      ...{ project, opId: newId(), step: noteOf("assign") },
      ...{ assign: [{ article, annotator }], release: [], seed: null },
    }),
  );

/** Ben has a mark of his own and annotates blind; a second mark of Ana's is held back from him. */
async function blindScene() {
  const scene = await teamScene();
  const { ana, ben, article } = scene;
  await mark(ben, article, 6);
  await syncProject(ben.context, ben.root, { blind: true });
  await mark(ana, article, 12);
  await sync(ana);
  await sync(ben);
  expect(await marksOf(ben, article)).toEqual({ Ana: 1, Ben: 1 });
  return scene;
}

test("who annotates blind gets colleagues' sets of an article once their own is done, and not before", async () => {
  const { ana, ben, article } = await blindScene();
  await mark(ben, article, 18);
  await sync(ben);
  await sync(ana);
  expect(await marksOf(ana, article)).toEqual({ Ana: 2, Ben: 2 });
  expect((await statusOfProject(ben.context, ben.root)).waiting).toBe(0);
  expect(await marksOf(ben, article)).toEqual({ Ana: 1, Ben: 2 });
  await say(ben, article, "done");
  await sync(ben);
  expect(await marksOf(ben, article)).toEqual({ Ana: 2, Ben: 2 });
  await level(ana, ben);
});

test("a set that was held back arrives whole when an assignment comes that moves its article to somebody else", async () => {
  const { ana, ben, article } = await blindScene();
  await assignToOneself(ana, article);
  await sync(ana);
  await sync(ben);
  await level(ana, ben);
  for (const who of [ana, ben]) expect(await marksOf(who, article)).toEqual({ Ana: 2, Ben: 1 });
});

/** Syncs a project as if it was open. */
const syncOpen = ({ root, context }: Colleague, open: Partial<HeldProject["open"] & {}>) => {
  const { id: project } = JSON.parse(readFileSync(join(root, "project.json"), "utf8")) as { readonly id: Id };
  return syncHeld(context, {
    ...{ root, project, fence: async () => undefined },
    open: {
      quietly: (work) => work(),
      taking: (work) => work(),
      onEntities: async () => undefined,
      onStage: () => undefined,
      ...open,
    },
  });
};

test("an open project takes nothing in while what is held back stays so and nothing came", async () => {
  const { ana, ben, article } = await blindScene();
  let takings = 0;
  const taking: (HeldProject["open"] & {})["taking"] = (work) => {
    takings += 1;
    return work();
  };
  await syncOpen(ben, { taking });
  expect(takings).toBe(0);
  await say(ben, article, "done");
  await syncOpen(ben, { taking });
  expect(takings).toBe(1);
  await level(ana, ben);
});

test("a set that was held back arrives whole when one's own is done while a sync is under way", async () => {
  const { ana, ben, article } = await blindScene();
  await working(ana, (someone, project) => someone.call("project.rename", { project, name: "Tunnels" }));
  await sync(ana);
  let isSaid = false;
  await syncOpen(ben, {
    async quietly(work) {
      const done = await work();
      if (!isSaid) await say(ben, article, "done");
      isSaid = true;
      return done;
    },
  });
  expect(isSaid).toBe(true);
  await level(ana, ben);
  for (const who of [ana, ben]) expect(await marksOf(who, article)).toEqual({ Ana: 2, Ben: 1 });
});

test("what was held back is complete wherever the sync that brings it is killed", async () => {
  const { ana, ben, article, shared } = await blindScene();
  await assignToOneself(ana, article);
  await sync(ana);
  const place = join(shared, "..", "..");
  const before = join(temporaryFolder(), "before");
  cpSync(place, before, { recursive: true });
  const calls: string[] = [];
  const noting = { ...ben.context, onCall: (args: readonly string[]) => void calls.push(args.join(" ")) };
  await syncProject(noting, ben.root);
  const steps = calls.flatMap((call, at) =>
    /^update-ref refs\/sayso\/(?:arriving|mine)/u.test(call) ? [at, at + 1] : [],
  );
  expect(steps.length).toBeGreaterThan(0);
  for (const step of steps) {
    rmSync(place, { recursive: true });
    cpSync(before, place, { recursive: true });
    let called = -1;
    const onCall = (): void => {
      called += 1;
      if (called >= step) throw new Error("killed");
    };
    await expect(syncProject({ ...ben.context, onCall }, ben.root)).rejects.toThrow("killed");
    await level(ben, ana);
    expect(await marksOf(ben, article)).toEqual({ Ana: 2, Ben: 1 });
  }
});
