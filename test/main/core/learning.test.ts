// What suggestions learn, through the door: kept as a file of the project, gone by, switched off, taken back, and learned anew when damaged.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Id } from "../../../shared/model/id.ts";
import { annotatedProject } from "../../helpers/annotated-project.ts";
import { houseArticles } from "../../helpers/learning.ts";
import { type Person, person, problemOf, temporaryFolder } from "./workplace.ts";

const house = houseArticles();

const cuesIn = async (someone: Person, project: Id, article: Id, text: string) =>
  (await someone.call("suggestions.find", { project, article }))?.cards.map(({ cue }) =>
    cue.map(({ start, end }) => text.slice(start, end)).join(" "),
  );

test("cards of a house style are learned from, gone by, switched off, taken back and kept with the project", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const ana = await person(join(folder, "home"));
  const { project, handle } = await annotatedProject(ana, path, house.slice(0, 12));
  const text = "Per the mayor, the bridge is safe. The engineers flagged that it was wet.\n";
  const report = await ana.call("article.importText", { project: handle, name: "new.txt", text });
  const cues = () => cuesIn(ana, handle, report.article.id, text);
  expect(await cues()).toEqual([]);
  expect(await ana.call("learning.get", { project: handle })).toEqual({
    ...{ on: true, used: null, last: null, canUndo: false, damaged: false },
  });
  expect(await problemOf(ana.call("learning.undo", { project: handle }))).toMatchObject({
    problem: "nothing-learned",
  });

  const learned = await ana.call("learning.learn", { project: handle });
  expect(learned).toMatchObject({ on: true, canUndo: true, last: { gate: { articles: 12, passed: true } } });
  // Whoever hears of that shows it in the lists over the project.
  expect(ana.events.some(({ type }) => type === "suggesting")).toBe(false);
  const file = join(path, "learned", `${project.annotator?.id}.json`);
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ on: true, used: learned?.used });
  expect(await cues()).toEqual(["flagged", "Per"]);

  const once = await ana.call("learning.learn", { project: handle });
  expect(once?.used?.learned).toEqual(learned?.used?.learned);

  await ana.call("learning.turn", { project: handle, on: false });
  expect(await cues()).toEqual([]);
  await ana.call("learning.turn", { project: handle, on: true });
  expect(await cues()).toEqual(["flagged", "Per"]);
  await ana.call("learning.undo", { project: handle });
  expect(await cues()).toEqual(["flagged", "Per"]);
  expect(await ana.call("learning.undo", { project: handle })).toMatchObject({ used: null, canUndo: false });
  expect(await cues()).toEqual([]);
});

test("a damaged file is told, changes nothing, and goes to the quarantine when something is learned anew", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const ana = await person(join(folder, "home"));
  const { project, handle } = await annotatedProject(ana, path, house.slice(0, 7));
  await ana.call("learning.learn", { project: handle });
  const file = join(path, "learned", `${project.annotator?.id}.json`);
  writeFileSync(file, '{"format": "sayso-learned-suggestions"');
  expect(await ana.call("learning.get", { project: handle })).toMatchObject({ damaged: true, used: null });
  expect(await ana.call("learning.learn", { project: handle })).toMatchObject({ damaged: false });
  expect(existsSync(join(path, ".quarantine"))).toBe(true);
  expect(await ana.call("learning.get", { project: handle })).toMatchObject({ damaged: false });
});

test("who may only read looks at what was learned, and changes nothing", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const ana = await person(join(folder, "home"));
  const { handle } = await annotatedProject(ana, path, house.slice(0, 7));
  const learned = await ana.call("learning.learn", { project: handle });
  await ana.call("project.close", { project: handle });
  const read = await ana.call("project.open", { path, mode: "read" });
  expect(await ana.call("learning.get", { project: read.handle })).toEqual(learned);
  expect(await problemOf(ana.call("learning.learn", { project: read.handle }))).toMatchObject({
    problem: "project-read-only",
  });
});

test("changes made at once are made one after the other, and none is lost", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const ana = await person(join(folder, "home"));
  const { handle } = await annotatedProject(ana, path, house.slice(0, 12));
  const times = 4;
  for (let time = 0; time < times; time += 1) await ana.call("learning.learn", { project: handle });
  const undos = await Promise.all([
    ana.call("learning.turn", { project: handle, on: false }),
    ...Array.from({ length: times }, () => ana.call("learning.undo", { project: handle })),
  ]);
  expect(undos.map(({ canUndo }) => canUndo)).toEqual([true, true, true, true, false]);
  expect(await ana.call("learning.get", { project: handle })).toMatchObject({
    ...{ on: false, used: null, canUndo: false },
  });

  await Promise.all([
    ana.call("learning.learn", { project: handle }),
    ana.call("learning.turn", { project: handle, on: true }),
  ]);
  expect(await ana.call("learning.get", { project: handle })).toMatchObject({ on: true, canUndo: true });
});

test("nothing is written into a project that somebody else has taken over, and what is there stays", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const ana = await person(join(folder, "home"));
  const { project, handle } = await annotatedProject(ana, path, house.slice(0, 12));
  await ana.call("learning.learn", { project: handle });
  const file = join(path, "learned", `${project.annotator?.id}.json`);
  const before = readFileSync(file, "utf8");
  const lock = join(path, ".lock");
  writeFileSync(lock, readFileSync(lock, "utf8").replace(/"nonce": "[^"]+"/u, '"nonce": "of another"'));
  for (const call of [
    () => ana.call("learning.learn", { project: handle }),
    () => ana.call("learning.undo", { project: handle }),
    () => ana.call("learning.turn", { project: handle, on: false }),
  ])
    expect(await problemOf(call())).toMatchObject({ problem: "project-locked" });
  expect(readFileSync(file, "utf8")).toBe(before);
});

test("of a file with the marks of a version control program the first side is changed, and the marks are kept aside", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const ana = await person(join(folder, "home"));
  const { project, handle } = await annotatedProject(ana, path, house.slice(0, 12));
  const { used } = (await ana.call("learning.learn", { project: handle })) ?? {};
  const file = join(path, "learned", `${project.annotator?.id}.json`);
  const text = readFileSync(file, "utf8").trimEnd();
  writeFileSync(file, `<<<<<<< ours\n${text}\n=======\n${text}\n>>>>>>> theirs\n`);
  expect(await ana.call("learning.turn", { project: handle, on: false })).toMatchObject({ on: false, used });
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ on: false, used });
  expect(existsSync(join(path, ".quarantine"))).toBe(true);
});
