// Colleagues in the trash: with all their sets, remarks, history and assignments, had back byte for byte, and either here or
// there whatever happens in between. And what is deleted for good: only by hand, and then whole.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import { addCopy } from "../../../../main/storage/home/backups.ts";
import { openProjectFolder } from "../../../../main/storage/project/project-folder.ts";
import {
  finishAnnotators,
  putAnnotatorAway,
  takeAnnotatorBack,
} from "../../../../main/storage/trash/trash-annotators.ts";
import { deleteForGood, finishDeleting } from "../../../../main/storage/trash/trash-folder.ts";
import { added } from "../../../../shared/model/change.ts";
import type { Id } from "../../../../shared/model/id.ts";
import { bytesBelow } from "../../../helpers/golden-projects.ts";
import { faultSweep, faultyDisk } from "../../storage/faulty-disk.ts";
import { filesOf, here, itemsOf, people, putBenAway, takeBenBack, work } from "../departing.ts";
import { newId, person, problemOf, projectWith, spanBy, temporaryFolder } from "../workplace.ts";

describe("a colleague in the trash", () => {
  test("goes with sets, talk, history and assignments, and comes back byte for byte", async () => {
    const one = await work();
    const before = filesOf(one.path);
    expect(await people(one)).toEqual(["Ana", "Ben"]);
    const item = await putBenAway(one);
    expect(item).toMatchObject({ kind: "annotator", id: one.ben, name: "Ben", by: "Ana", holds: 2 });
    expect(await itemsOf(one)).toEqual([item]);
    expect(here(one.path, one.ben)).toEqual([]);
    expect(readFileSync(join(one.path, "project.json"), "utf8")).not.toContain(one.ben);
    expect(await people(one)).toEqual(["Ana"]);
    const { articles } = await one.ana.call("review.threads", { project: one.project.handle });
    expect(articles.flatMap(({ sets }) => sets)).toEqual([]);
    const last = one.ana.events.filter(({ type }) => type === "annotators").at(-1);
    expect(last).toMatchObject({ annotators: [{ name: "Ana" }, { name: "Cleo" }] });

    await one.ana.call("project.close", { project: one.project.handle });
    const again = { ...one, project: await one.ana.call("project.open", { path: one.path, mode: "write" }) };
    expect(await itemsOf(again)).toEqual([item]);
    await takeBenBack(again);
    expect(await people(again)).toEqual(["Ana", "Ben"]);
    expect(filesOf(one.path)).toEqual(before);
  });

  test("is never oneself, the curation, or somebody unknown", async () => {
    const one = await work();
    const { ana, project } = one;
    const refusal = async (annotator: Id) =>
      (await problemOf(ana.call("annotator.putAway", { project: project.handle, annotator }))).problem;
    expect(await refusal(project.annotator?.id ?? "")).toBe("annotator-own");
    expect(await refusal(newId())).toBe("annotator-missing");
    expect((await problemOf(takeBenBack(one))).problem).toBe("annotator-missing");
    const reader = await ana.call("project.open", { path: one.path, mode: "read" });
    expect((await problemOf(putBenAway({ ...one, project: reader }))).problem).toBe("project-read-only");
  });

  test.each([
    ["the article first, and the article back first", ["article", "ben"], ["article", "ben"]],
    ["the article first, and Ben back first", ["article", "ben"], ["ben", "article"]],
    ["Ben first, and the article back first", ["ben", "article"], ["article", "ben"]],
    ["Ben first, and Ben back first", ["ben", "article"], ["ben", "article"]],
  ])("and an article of theirs, moved to the trash in any order: %s", async (_name, away, back) => {
    const one = await work();
    const { ana, project } = one;
    const [article] = one.articles;
    const before = filesOf(one.path);
    for (const what of away)
      if (what === "ben") await putBenAway(one);
      else await ana.call("article.putAway", { project: project.handle, article });
    expect((await itemsOf(one)).map(({ kind }) => kind).sort()).toEqual(["annotator", "article"]);
    for (const what of back) {
      if (what === "ben") await takeBenBack(one);
      else await ana.call("trash.takeBack", { project: project.handle, kind: "article", id: article });
      // Nobody sees a set of somebody in the trash.
      if (what === "article" && back[0] === "article") expect(await people(one)).toEqual(["Ana"]);
    }
    expect(await people(one)).toEqual(["Ana", "Ben"]);
    const { "project.json": _now, ...now } = filesOf(one.path);
    const { "project.json": _then, ...then } = before;
    expect(now).toEqual(then);
    expect(await itemsOf(one)).toEqual([]);
  });
});

test("who comes back leaves their sets of an article that was deleted for good in the trash", async () => {
  const one = await work();
  const { ana, path, project, articles } = one;
  const [gone, there] = articles;
  await putBenAway(one);
  await ana.call("article.putAway", { project: project.handle, article: gone });
  await ana.call("trash.empty", { project: project.handle, items: [{ kind: "article", id: gone }] });
  await takeBenBack(one);
  const file = `${one.ben}.json`;
  const of = (annotator: string, article: Id): string =>
    join(path, "trash", `annotator-${annotator}`, "annotations", article, file);
  expect(here(path, one.ben).filter((name) => name.includes(gone))).toEqual([]);
  expect(existsSync(of(one.ben, gone))).toBe(true);
  expect(existsSync(join(path, "annotations", there, file))).toBe(true);
  await ana.call("project.close", { project: project.handle });
  const { findings } = await ana.call("project.examine", { path });
  expect(findings.filter(({ weight }) => weight === "error")).toEqual([]);
  await ana.call("project.open", { path, mode: "write" });
  expect(existsSync(of(one.ben, gone))).toBe(true);
});

test("who is deleted for good takes their sets of articles in the trash along, so that no stranger's comes back", async () => {
  const one = await work();
  const { ana, path, project, ben } = one;
  const [article] = one.articles;
  await ana.call("article.putAway", { project: project.handle, article });
  await putBenAway(one);
  await ana.call("trash.empty", { project: project.handle, items: [{ kind: "annotator", id: ben }] });
  await ana.call("trash.takeBack", { project: project.handle, kind: "article", id: article });
  expect(await people(one)).toEqual(["Ana"]);
  const named = Object.keys(filesOf(path)).filter((name) => name.includes(ben));
  expect(named.filter((name) => !name.startsWith("history/"))).toEqual([]);
});

test("who came back while an article was gone has their sets of it as soon as a version brings it back", async () => {
  const one = await work();
  const { ana, path, project, ben } = one;
  const [gone] = one.articles;
  await putBenAway(one);
  const { handle } = project;
  const { id } = await ana.call("versions.keep", { project: handle, name: "Without Ben" });
  await ana.call("article.putAway", { project: handle, article: gone });
  await ana.call("trash.empty", { project: handle, items: [{ kind: "article", id: gone }] });
  await takeBenBack(one);
  await ana.call("versions.restore", {
    ...{ project: handle, version: { kind: "kept", id: id ?? "" }, article: gone, whose: null },
    ...{ opId: newId(), step: { command: "restore-version", at: "2026-01-02T00:00:00.000Z" } },
  });
  expect(existsSync(join(path, "annotations", gone, `${ben}.json`))).toBe(true);
  expect(await itemsOf(one)).toEqual([]);
});

test("a colleague comes back with name and assignments also after the disk failed to read what was said of them", async () => {
  const { ana, path, project, ben } = await work();
  await ana.call("annotator.putAway", { project: project.handle, annotator: ben });
  await ana.call("project.close", { project: project.handle });
  const { annotators, assignments } = project.project;
  const sweep = faultSweep();
  for (const call of sweep.turns()) {
    const copy = join(path, "..", `copy-${call}`);
    cpSync(path, copy, { recursive: true });
    const disk = faultyDisk();
    const { project: file } = await openProjectFolder(disk, copy);
    sweep.arm(disk, call, "EIO", false);
    await takeAnnotatorBack(disk, copy, file, ben).catch(() => undefined);
    disk.disarm();
    if (file.data().annotators.length < annotators.length) await takeAnnotatorBack(disk, copy, file, ben);
    expect(file.data(), `call ${call}`).toMatchObject({ annotators, assignments });
    rmSync(copy, { recursive: true });
  }
});

test.each([
  ["only a colleague in the trash mentions it, and comes with them", false],
  ["only such a colleague's set of an article in the trash mentions it, and comes with both", true],
])("an entity deleted outside stays while %s", async (_, isArticleAway) => {
  const folder = temporaryFolder();
  const path = join(folder, "bridges");
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, path);
  await ana.call("project.close", { project: project.handle });
  const ben = await person(join(folder, "ben"), "Ben");
  const his = await ben.call("project.open", { path, mode: "write" });
  const id = his.annotator?.id ?? "";
  const harbour = { id: newId(), name: "Harbour", type: "person", naming: "named", aliases: [] } as const;
  await ben.call("annotations.apply", {
    ...{ project: his.handle, article, opId: newId(), revision: 0 },
    change: {
      spans: added({ ...spanBy(id), type: "speaker", entity: harbour.id }),
      entities: added(harbour),
    },
  });
  await ben.core.close();
  const again = await ana.call("project.open", { path, mode: "write" });
  if (isArticleAway) await ana.call("article.putAway", { project: again.handle, article });
  await ana.call("annotator.putAway", { project: again.handle, annotator: id });
  await ana.call("project.look", { project: again.handle });
  const file = join(path, "entities.json");
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), entities: [] }));
  await ana.call("project.look", { project: again.handle });
  if (isArticleAway)
    await ana.call("trash.takeBack", { project: again.handle, kind: "article", id: article });
  await ana.call("trash.takeBack", { project: again.handle, kind: "annotator", id });
  expect(JSON.parse(readFileSync(file, "utf8")).entities).toEqual([harbour]);
  await ana.call("project.close", { project: again.handle });
  const { findings } = await ana.call("project.examine", { path });
  expect(findings.filter(({ weight }) => weight === "error")).toEqual([]);
});

test.each(["there", "back"] as const)(
  "a crash at any call of the disk has one end: on the way %s",
  async (way) => {
    const { ana, path, project, ben } = await work();
    await ana.call("project.close", { project: project.handle });
    const before = filesOf(path);
    const annotators = project.project.annotators;
    const at = annotators.findIndex(({ id }) => id === ben);
    const annotator = annotators[at];
    if (!annotator) throw new Error("Ben is not there.");
    const assignments = project.project.assignments ?? [];
    const putAway = { annotator, at, assignments, putAwayAt: "2026-02-01T00:00:00.000Z", by: "Ana" };
    const sweep = faultSweep();
    let crashes = 0;
    for (const call of sweep.turns()) {
      const copy = join(path, "..", `copy-${call}`);
      cpSync(path, copy, { recursive: true });
      const whole = await openProjectFolder(nodeDisk, copy);
      if (way === "back") await putAnnotatorAway(nodeDisk, copy, whole.project, putAway);
      const disk = faultyDisk();
      const { project: file } = await openProjectFolder(disk, copy);
      sweep.arm(disk, call, "EIO", true);
      const moving =
        way === "there"
          ? putAnnotatorAway(disk, copy, file, putAway)
          : takeAnnotatorBack(disk, copy, file, ben);
      const failed = await moving.then(
        () => false,
        () => true,
      );
      const late = await openProjectFolder(nodeDisk, copy);
      await finishAnnotators(nodeDisk, copy, late.project.data());
      const isAway = !late.project.data().annotators.some(({ id }) => id === ben);
      if (isAway) expect(here(copy, ben)).toEqual([]);
      if (!failed) expect(isAway).toBe(way === "there");
      if (isAway) await takeAnnotatorBack(nodeDisk, copy, late.project, ben);
      expect(withoutLeftovers(filesOf(copy))).toEqual(before);
      rmSync(copy, { recursive: true });
      if (failed) crashes += 1;
    }
    expect(crashes).toBeGreaterThan(3);
  },
);

/** Without what a write that was cut short leaves, which is swept at the opening. */
const withoutLeftovers = (files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).filter(([file]) => !/\.[0-9a-f]{12}\.tmp|\.tmp-/.test(file)));

test("a crash while something is deleted for good never leaves half of it to be had back", async () => {
  const { ana, path, project, articles } = await work();
  await ana.call("article.putAway", { project: project.handle, article: articles[0] });
  await ana.call("project.close", { project: project.handle });
  const before = bytesBelow(join(path, "trash", articles[0]));
  const sweep = faultSweep();
  let crashes = 0;
  for (const call of sweep.turns()) {
    const copy = join(path, "..", `copy-${call}`);
    cpSync(path, copy, { recursive: true });
    const disk = faultyDisk();
    sweep.arm(disk, call, "EIO", true);
    const failed = await deleteForGood(disk, copy, articles[0]).then(
      () => false,
      () => true,
    );
    await finishDeleting(nodeDisk, copy);
    const left = readdirSync(join(copy, "trash"));
    if (left.length > 0) expect(bytesBelow(join(copy, "trash", articles[0]))).toEqual(before);
    if (!failed) expect(left).toEqual([]);
    rmSync(copy, { recursive: true });
    if (failed) crashes += 1;
  }
  expect(crashes).toBeGreaterThan(2);
});

test("emptying deletes what was named and nothing else", async () => {
  const one = await work();
  const { ana, project, articles } = one;
  await putBenAway(one);
  for (const article of articles) await ana.call("article.putAway", { project: project.handle, article });
  const { items } = await ana.call("trash.empty", {
    project: project.handle,
    items: [
      { kind: "annotator", id: one.ben },
      { kind: "article", id: articles[0] },
      { kind: "article", id: one.ben },
    ],
  });
  expect(items).toMatchObject([{ kind: "article", id: articles[1] }]);
  expect(readdirSync(join(one.path, "trash"))).toEqual([articles[1]]);
  await ana.call("trash.takeBack", { project: project.handle, kind: "article", id: articles[1] });
});

test("somebody whose note in the trash is gone comes back under the name that a copy of the project knows", async () => {
  const { ana, path, project, ben } = await work();
  const shelf = { disk: nodeDisk, home: join(path, "..", "home"), project: project.project.id };
  await addCopy(shelf, "project.json", readFileSync(join(path, "project.json")), "2026-01-01T00:00:00.000Z");
  await ana.call("annotator.putAway", { project: project.handle, annotator: ben });
  rmSync(join(path, "trash", `annotator-${ben}`, "about.json"));
  const { items } = await ana.call("trash.list", { project: project.handle });
  expect(items.map(({ id, name }) => [id, name])).toEqual([[ben, "Ben"]]);
  await ana.call("trash.takeBack", { project: project.handle, kind: "annotator", id: ben });
  const { annotators } = JSON.parse(readFileSync(join(path, "project.json"), "utf8"));
  expect(annotators).toContainEqual(expect.objectContaining({ id: ben, name: "Ben" }));
});
