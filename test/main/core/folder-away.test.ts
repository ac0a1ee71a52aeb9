// A project whose folder goes away while it is open, as a drive does that is pulled out: told to every window, until it is back.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { usualWatchPauses } from "../../../main/core/outside/watch-folder.ts";
import type { Id } from "../../../shared/model/id.ts";
import { eventually } from "../../helpers/eventually.ts";
import {
  addingSpan,
  newId,
  type Person,
  person,
  problemOf,
  projectWith,
  temporaryFolder,
  windowOf,
} from "./workplace.ts";

/** What a window was told of the folder, in order. */
const toldTo = ({ events }: Person, project: Id): boolean[] =>
  events.flatMap((event) => (event.type === "folder" && event.project === project ? [event.isAway] : []));

/** What is left where the folder was: nothing, or the empty folder that a drive was mounted on. */
const ways = ["nothing", "an empty folder"] as const;

async function bench(left: (typeof ways)[number], options: Parameters<typeof person>[2] = {}) {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const elsewhere = join(folder, "elsewhere");
  const ana = await person(join(folder, "home"), "Ana", options);
  const { project, article } = await projectWith(ana, path);
  await ana.call("article.open", { project: project.handle, article });
  return {
    ...{ folder, path, elsewhere, ana, project, article },
    goAway() {
      renameSync(path, elsewhere);
      if (left !== "nothing") mkdirSync(path);
    },
    /** Whatever is left there has stayed as it was. */
    makeRoom() {
      if (left !== "nothing") rmdirSync(path);
    },
    comeBack() {
      if (left !== "nothing") rmdirSync(path);
      renameSync(elsewhere, path);
    },
    look: () => ana.call("project.look", { project: project.handle }),
    /** A mark that is to be saved. */
    marking: () => ({
      ...{ project: project.handle, article, opId: newId(), revision: 0 },
      change: addingSpan(project),
    }),
  };
}

describe.each(ways)("a folder in whose place is %s", (left) => {
  test("is told once that it is away, and once that it is back", async () => {
    const { ana, project, goAway, comeBack, look } = await bench(left);
    await look();
    expect(toldTo(ana, project.handle)).toEqual([]);
    goAway();
    await look();
    await look();
    expect(toldTo(ana, project.handle)).toEqual([true]);
    comeBack();
    await look();
    await look();
    expect(toldTo(ana, project.handle)).toEqual([true, false]);
  });

  test("is told to a window that opens the project meanwhile", async () => {
    const { ana, path, goAway, look } = await bench(left);
    goAway();
    await look();
    const beside = windowOf(ana.core);
    const again = await beside.call("project.open", { path, mode: "write" });
    expect(toldTo(beside, again.handle)).toEqual([true]);
  });

  test("is what is said of an article that cannot be read then, and no damage to it", async () => {
    const { ana, project, goAway } = await bench(left);
    const other = await ana.call("article.importText", {
      project: project.handle,
      name: "two",
      text: "Two.",
    });
    goAway();
    expect(
      await problemOf(ana.call("article.open", { project: project.handle, article: other.article.id })),
    ).toEqual({ problem: "project-missing", detail: { file: "project" } });
  });

  test("takes nothing from a project that is only read, whose articles stay listed", async () => {
    const { ana, path, goAway, comeBack } = await bench(left);
    const reader = windowOf(ana.core);
    const read = await reader.call("project.open", { path, mode: "read" });
    const look = () => reader.call("project.look", { project: read.handle });
    await look();
    goAway();
    await look();
    comeBack();
    await look();
    expect(toldTo(reader, read.handle)).toEqual([true, false]);
    expect(reader.events.filter(({ type }) => type === "articles" || type === "sets")).toEqual([]);
  });

  test("is seen by itself, both ways; what was marked meanwhile is in the project then", async () => {
    const { ana, project, goAway, comeBack, marking } = await bench(left, {
      watchPauses: usualWatchPauses,
    });
    const save = marking();
    goAway();
    await eventually(() => expect(toldTo(ana, project.handle)).toEqual([true]));
    expect(await problemOf(ana.call("annotations.apply", save))).toMatchObject({
      detail: { kept: true },
    });
    comeBack();
    await eventually(() => expect(toldTo(ana, project.handle)).toEqual([true, false]));
    expect((await ana.call("annotations.apply", save)).revision).toBe(1);
  });

  test("is seen also where it comes back as another one, as a drive does, and followed there", async () => {
    const { ana, path, elsewhere, project, goAway, makeRoom, marking } = await bench(left, {
      watchPauses: usualWatchPauses,
    });
    goAway();
    await eventually(() => expect(toldTo(ana, project.handle)).toEqual([true]));
    makeRoom();
    cpSync(elsewhere, path, { recursive: true });
    await eventually(() => expect(toldTo(ana, project.handle)).toEqual([true, false]));
    expect((await ana.call("annotations.apply", marking())).revision).toBe(1);
  });

  test("what was marked meanwhile comes in where the project is opened by then, for writing", async () => {
    const { ana, path, elsewhere, project, article, goAway, marking } = await bench(left);
    const save = marking();
    goAway();
    expect(await problemOf(ana.call("annotations.apply", save))).toMatchObject({ detail: { kept: true } });
    const beside = windowOf(ana.core);
    const other = await beside.call("project.open", { path, mode: "write" });
    const moved = await ana.call("project.open", { path: elsewhere, mode: "write" });
    // The window gives up the one only when it has the other.
    expect(await problemOf(ana.call("project.close", { project: project.handle }))).toMatchObject({
      problem: "project-not-open",
    });
    expect(moved).toMatchObject({ path: elsewhere, readOnly: null });
    // To go on there; who opened it does so by itself.
    const told = [beside, ana].map(({ events }) => events.filter(({ type }) => type === "moved"));
    expect(told).toEqual([[{ type: "moved", project: other.handle, path: elsewhere }], []]);
    const { set } = await ana.call("article.open", { project: moved.handle, article });
    expect(set.spans).toHaveLength(1);
    expect(existsSync(path) ? readdirSync(path) : []).toEqual([]);
  });

  test("has nothing written into its place, and nothing called gone, whatever is done meanwhile", async () => {
    const { ana, path, project: open, goAway, comeBack, look, marking } = await bench(left);
    const { handle: project } = open;
    const beside = await ana.call("article.importText", { project, name: "two", text: "Two." });
    const save = marking();
    await look();
    const before = ana.events.length;
    goAway();
    for (let times = 0; times < 3; times += 1) await look();
    const done = await Promise.allSettled([
      ana.call("annotations.apply", save),
      ana.call("article.importText", { project, name: "three", text: "Three." }),
      ana.call("article.putAway", { project, article: beside.article.id }),
      ana.call("versions.keep", { project, name: "Now" }),
    ]);
    for (let times = 0; times < 3; times += 1) await look();
    expect(done.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected", "rejected"]);
    expect(existsSync(path) ? readdirSync(path) : []).toEqual([]);
    comeBack();
    await look();
    await look();
    expect(toldTo(ana, project)).toEqual([true, false]);
    const told = ana.events.slice(before).map(({ type }) => type);
    expect(told.filter((type) => ["outside", "taken-over", "read-only"].includes(type))).toEqual([]);
    expect((await ana.call("annotations.apply", save)).revision).toBe(1);
    expect((await ana.call("article.open", { project, article: beside.article.id })).set.spans).toEqual([]);
  });
});

test("a file in its place is no folder", async () => {
  const { ana, path, project, goAway, look } = await bench("nothing");
  goAway();
  writeFileSync(path, "");
  await look();
  expect(toldTo(ana, project.handle)).toEqual([true]);
});

test.each([
  ["the project's own file", ["project.json"], ["file-restored"]],
  [
    "everything but its lock",
    ["project.json", "articles", "annotations"],
    ["file-restored", "article-restored"],
  ],
])("a folder that lacks %s is no other one: that is written again", async (_name, names, news) => {
  const { ana, path, project, look } = await bench("nothing");
  await look();
  for (const name of names) rmSync(join(path, name), { recursive: true, force: true });
  for (let times = 0; times < 3; times += 1) await look();
  expect(toldTo(ana, project.handle)).toEqual([]);
  const told = ana.events.flatMap((event) => (event.type === "outside" ? event.news : []));
  expect(told.map(({ what }) => what)).toEqual(news);
  expect(existsSync(join(path, "project.json"))).toBe(true);
});
