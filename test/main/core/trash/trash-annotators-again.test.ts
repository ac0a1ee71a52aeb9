// A colleague of whose set of an article another one lies at the other end of its way to the trash or back: each stays whole, the one that
// stood in the project goes and comes, and the other is kept aside.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Disk } from "../../../../main/storage/files/disk.ts";
import { openProjectFolder } from "../../../../main/storage/project/project-folder.ts";
import {
  finishAnnotators,
  putAnnotatorAway,
  takeAnnotatorBack,
} from "../../../../main/storage/trash/trash-annotators.ts";
import type { Id } from "../../../../shared/model/id.ts";
import { tier } from "../../../helpers/tier.ts";
import { type Cut, type MemoryDisk, memoryDisk } from "../../../torture/memory-disk.ts";
import { randomFrom } from "../../../torture/random.ts";
import { faultSweep, faultyDisk } from "../../storage/faulty-disk.ts";
import { annotate, filesOf, here, itemsOf, people, putBenAway, takeBenBack, work } from "../departing.ts";
import { inMemory, newId, person, projectWith, temporaryFolder } from "../workplace.ts";

const cuts: readonly Cut[] = ["everything", "flushed alone", "by chance"];

test("whose other set waits for an article that came from a version is wholly away and wholly back", async () => {
  const one = await work();
  const { ana, path, project, ben, articles } = one;
  const [gone] = articles;
  const { handle } = project;
  const setOfBen = async () =>
    (await ana.call("review.sets", { project: handle, article: gone })).sets.find(
      ({ annotator }) => annotator.id === ben,
    )?.set;
  const { id } = await ana.call("versions.keep", { project: handle, name: "With Ben" });
  const then = await setOfBen();
  await ana.call("project.close", { project: handle });
  const his = await person(join(path, "..", "ben"), "Ben");
  const open = await his.call("project.open", { path, mode: "write" });
  await annotate(his, open, gone, { revision: 2, at: 1 });
  await his.core.close();
  const again = { ...one, project: await ana.call("project.open", { path, mode: "write" }) };
  const now = { project: again.project.handle };

  await putBenAway(again);
  await ana.call("article.putAway", { ...now, article: gone });
  await ana.call("trash.empty", { ...now, items: [{ kind: "article", id: gone }] });
  await takeBenBack(again);
  await ana.call("versions.restore", {
    ...{ ...now, version: { kind: "kept", id: id ?? "" }, article: gone, whose: null },
    ...{ opId: newId(), step: { command: "restore-version", at: "2026-01-02T00:00:00.000Z" } },
  });
  const sets = await ana.call("review.sets", { ...now, article: gone });
  expect(sets.damaged).toEqual([]);
  expect(sets.sets.find(({ annotator }) => annotator.id === ben)?.set).toEqual(then);

  await putBenAway(again);
  expect(here(path, ben).filter((file) => !file.startsWith(".quarantine/"))).toEqual([]);
  expect(await people({ ...again, articles: [gone, gone] })).toEqual(["Ana"]);
  await takeBenBack(again);
  const back = await ana.call("review.sets", { ...now, article: gone });
  expect(back.sets.find(({ annotator }) => annotator.id === ben)?.set).toEqual(then);
});

test("what waits of somebody who is back, behind the set that a version brought, is listed, and taken back for that one", async () => {
  const one = await work();
  const { ana, path, project, ben, articles } = one;
  const [gone] = articles;
  const setOfBen = async (handle: Id) =>
    (await ana.call("review.sets", { project: handle, article: gone })).sets.find(
      ({ annotator }) => annotator.id === ben,
    )?.set;
  const { id } = await ana.call("versions.keep", { project: project.handle, name: "With Ben" });
  const then = await setOfBen(project.handle);
  await ana.call("project.close", { project: project.handle });
  const his = await person(join(path, "..", "ben"), "Ben");
  await annotate(his, await his.call("project.open", { path, mode: "write" }), gone, { revision: 2, at: 1 });
  await his.core.close();
  const again = { ...one, project: await ana.call("project.open", { path, mode: "write" }) };
  const { handle } = again.project;
  const waiting = await setOfBen(handle);
  await putBenAway(again);
  await ana.call("article.putAway", { project: handle, article: gone });
  await ana.call("trash.empty", { project: handle, items: [{ kind: "article", id: gone }] });
  await takeBenBack(again);
  // It comes by itself when the article does.
  expect(await itemsOf(again)).toEqual([]);
  await ana.call("versions.restore", {
    ...{ project: handle, version: { kind: "kept", id: id ?? "" }, article: gone, whose: null },
    ...{ opId: newId(), step: { command: "restore-version", at: "2026-01-02T00:00:00.000Z" } },
  });
  expect(await setOfBen(handle)).toEqual(then);
  const bytes = expect.any(Number);
  const by = { putAwayAt: expect.any(String), by: "Ana" };
  expect(await itemsOf(again)).toEqual([
    { kind: "annotator", id: ben, name: "Ben", ...by, holds: 1, bytes, isSecond: true },
  ]);
  await takeBenBack(again);
  expect(await setOfBen(handle)).toEqual(waiting);
  expect(await itemsOf(again)).toEqual([]);
  expect(here(path, ben).some((file) => file.startsWith(".quarantine/"))).toBe(true);
});

/** Files of one set, by what comes after the annotator's id. */
type Files = Readonly<Record<string, string>>;

interface Case {
  readonly name: string;
  readonly inArticle: Files;
  readonly inTrash: Files;
  /** What is away in the end, and what was kept aside of the others. */
  readonly away: Files;
  readonly aside: readonly string[];
}

const current = { json: "{now}", "dev.journal": "now 7 8", "dev.journal.1": "now 1 2" };
const cases: readonly Case[] = [
  { name: "nothing else", inArticle: current, inTrash: {}, away: current, aside: [] },
  { name: "the same", inArticle: current, inTrash: current, away: current, aside: [] },
  {
    name: "a part of it, as a crash leaves it",
    inArticle: { json: "{now}" },
    inTrash: { "dev.journal": "now 7 8", "dev.journal.1": "now 1 2" },
    away: current,
    aside: [],
  },
  {
    name: "a part of it twice, as a power cut leaves it",
    inArticle: { json: "{now}", "dev.journal": "now 7 8" },
    inTrash: { "dev.journal": "now 7 8", "dev.journal.1": "now 1 2" },
    away: current,
    aside: [],
  },
  {
    name: "an older one with more journals",
    inArticle: { json: "{now}" },
    inTrash: { json: "{old}", "dev.journal": "old 3", "dev.journal.1": "old 1 2" },
    away: { json: "{now}" },
    aside: ["old 1 2", "old 3", "{old}"],
  },
  {
    name: "an older one with fewer",
    inArticle: current,
    inTrash: { json: "{old}" },
    away: current,
    aside: ["{old}"],
  },
  {
    name: "an older one that shares a generation with it",
    inArticle: current,
    inTrash: { json: "{old}", "dev.journal.1": "now 1 2" },
    away: current,
    aside: ["now 1 2", "{old}"],
  },
];

const root = "/bridges";

interface Scene {
  readonly disk: MemoryDisk;
  readonly ben: Id;
  readonly inArticle: string;
  readonly inTrash: string;
}

async function sceneOf(one: Pick<Case, "inArticle" | "inTrash">): Promise<Scene> {
  const folder = temporaryFolder(inMemory);
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "bridges"));
  const { annotator } = await ana.call("project.addPerson", { project: project.handle, name: "Ben" });
  await ana.core.close();
  const disk = memoryDisk();
  for (const [file, bytes] of Object.entries(filesOf(join(folder, "bridges"))))
    disk.put(join(root, file), Buffer.from(bytes, "latin1"));
  const ben = annotator.id;
  const inArticle = join(root, "annotations", article);
  const inTrash = join(root, "trash", `annotator-${ben}`, "annotations", article);
  for (const [rest, bytes] of Object.entries(one.inArticle))
    disk.put(join(inArticle, `${ben}.${rest}`), Buffer.from(bytes));
  for (const [rest, bytes] of Object.entries(one.inTrash))
    disk.put(join(inTrash, `${ben}.${rest}`), Buffer.from(bytes));
  return { disk, ben, inArticle, inTrash };
}

const textAt = (disk: MemoryDisk, path: string): string =>
  Buffer.from(disk.bytesAt(path) ?? []).toString("utf8");

function setIn(disk: MemoryDisk, folder: string, ben: Id): Files {
  const start = `${folder}/${ben}.`;
  const found = disk.files().filter((path) => path.startsWith(start));
  return Object.fromEntries(found.map((path) => [path.slice(start.length), textAt(disk, path)]));
}

const keptAside = (disk: MemoryDisk): readonly string[] =>
  disk
    .files()
    .filter((path) => path.startsWith(`${root}/.quarantine/`))
    .map((path) => textAt(disk, path))
    .sort();

async function putAwayOn(disk: Disk, ben: Id): Promise<void> {
  const { project } = await openProjectFolder(disk, root);
  const annotator = { id: ben, name: "Ben" };
  const about = { annotator, at: 1, assignments: [], putAwayAt: "2026-02-01T00:00:00.000Z", by: "Ana" };
  await putAnnotatorAway(disk, root, project, about);
}

async function takeBackOn(disk: Disk, ben: Id): Promise<void> {
  const { project } = await openProjectFolder(disk, root);
  await takeAnnotatorBack(disk, root, project, ben);
}

describe.each(cases)("moved to the trash where the trash holds $name, and taken back", (one) => {
  // What a cut leaves does not depend on what the trash holds: each kind of cut is tried with some of the cases.
  test.each(tier === "all" ? cuts : cuts.slice(cases.indexOf(one) % cuts.length).slice(0, 1))(
    "it has one end after a crash at any call of the disk of which is left: %s",
    async (cut) => {
      const random = randomFrom(1);
      const { disk: first, ben, inArticle, inTrash } = await sceneOf(one);
      for (const way of ["there", "back"] as const) {
        const begun = first.afterCut("everything", random);
        if (way === "back") await putAwayOn(begun, ben);
        const sweep = faultSweep();
        let crashes = 0;
        for (const call of sweep.turns()) {
          const memory = begun.afterCut("everything", random);
          const faulty = faultyDisk(memory);
          sweep.arm(faulty, call, "EIO", true);
          const act = way === "there" ? putAwayOn(faulty, ben) : takeBackOn(faulty, ben);
          const isDone = await act.then(
            () => true,
            () => false,
          );
          if (!isDone) crashes += 1;
          const disk = memory.afterCut(cut, random);
          const { project } = await openProjectFolder(disk, root);
          await finishAnnotators(disk, root, project.data());
          if (project.data().annotators.some(({ id }) => id === ben)) await putAwayOn(disk, ben);
          const at = `${way} ${call}`;
          expect(setIn(disk, inArticle, ben), at).toEqual({});
          expect(setIn(disk, inTrash, ben), at).toEqual(one.away);
          expect(keptAside(disk), at).toEqual(one.aside);
          await takeBackOn(disk, ben);
          expect(setIn(disk, inArticle, ben), at).toEqual(one.away);
          expect(setIn(disk, inTrash, ben), at).toEqual({});
        }
        expect(crashes).toBeGreaterThan(1);
      }
    },
  );
});

test("who comes back where another set of theirs has come finds that one, and theirs waits whole", async () => {
  const old = { json: "{old}", "dev.journal": "old 3" };
  const { disk, ben, inArticle, inTrash } = await sceneOf({ inArticle: old, inTrash: {} });
  await putAwayOn(disk, ben);
  disk.put(join(inArticle, `${ben}.json`), Buffer.from("{now}"));
  await takeBackOn(disk, ben);
  expect(setIn(disk, inArticle, ben)).toEqual({ json: "{now}" });
  expect(setIn(disk, inTrash, ben)).toEqual(old);
});
