// A project whose folder goes away while it is open, as a drive does that is pulled out: told to every window, until it is back.
import { cpSync, existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
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

async function bench(options: Parameters<typeof person>[2] = {}) {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const elsewhere = join(folder, "elsewhere");
  const ana = await person(join(folder, "home"), "Ana", options);
  const { project, article } = await projectWith(ana, path);
  await ana.call("article.open", { project: project.handle, article });
  return {
    folder,
    path,
    ana,
    project,
    article,
    goAway: () => renameSync(path, elsewhere),
    comeBack: () => renameSync(elsewhere, path),
    look: () => ana.call("project.look", { project: project.handle }),
  };
}

test("is told once that it is away, and once that it is back", async () => {
  const { ana, project, goAway, comeBack, look } = await bench();
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
  const { ana, path, goAway, look } = await bench();
  goAway();
  await look();
  const beside = windowOf(ana.core);
  const again = await beside.call("project.open", { path, mode: "write" });
  expect(toldTo(beside, again.handle)).toEqual([true]);
});

test("is what is said of an article that cannot be read then, and no damage to it", async () => {
  const { ana, project, goAway } = await bench();
  const other = await ana.call("article.importText", { project: project.handle, name: "two", text: "Two." });
  goAway();
  expect(
    await problemOf(ana.call("article.open", { project: project.handle, article: other.article.id })),
  ).toEqual({ problem: "project-missing", detail: { file: "project" } });
});

test("a file in its place is no folder", async () => {
  const { ana, path, project, goAway, look } = await bench();
  goAway();
  writeFileSync(path, "");
  await look();
  expect(toldTo(ana, project.handle)).toEqual([true]);
});

test("takes nothing from a project that is only read, whose articles stay listed", async () => {
  const { ana, path, goAway, comeBack } = await bench();
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
  const { ana, project, article, goAway, comeBack } = await bench({ watchPauses: usualWatchPauses });
  const save = { project: project.handle, article, opId: newId(), revision: 0, change: addingSpan(project) };
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
  const { ana, folder, path, project, article, goAway } = await bench({ watchPauses: usualWatchPauses });
  goAway();
  await eventually(() => expect(toldTo(ana, project.handle)).toEqual([true]));
  cpSync(join(folder, "elsewhere"), path, { recursive: true });
  await eventually(() => expect(toldTo(ana, project.handle)).toEqual([true, false]));
  const saved = await ana.call("annotations.apply", {
    project: project.handle,
    article,
    opId: newId(),
    revision: 0,
    change: addingSpan(project),
  });
  expect(saved.revision).toBe(1);
});

test("what was marked meanwhile comes in where the project is opened by then, for writing", async () => {
  const { ana, folder, path, project, article, goAway } = await bench();
  const elsewhere = join(folder, "elsewhere");
  const save = { project: project.handle, article, opId: newId(), revision: 0, change: addingSpan(project) };
  goAway();
  expect(await problemOf(ana.call("annotations.apply", save))).toMatchObject({ detail: { kept: true } });
  const moved = await ana.call("project.open", { path: elsewhere, mode: "write" });
  // The window gives up the one only when it has the other.
  expect(await problemOf(ana.call("project.close", { project: project.handle }))).toMatchObject({
    problem: "project-not-open",
  });
  expect(moved).toMatchObject({ path: elsewhere, readOnly: null });
  const { set } = await ana.call("article.open", { project: moved.handle, article });
  expect(set.spans).toHaveLength(1);
  expect(existsSync(path)).toBe(false);
});
