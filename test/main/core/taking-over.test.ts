// Two processes on one project: one reads and follows what the other saves, takes it over, and the other notices before its next
// write, keeps what it could not save, and brings it in when it takes the project back.
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  addingSpan,
  newId,
  type Person,
  person,
  problemOf,
  projectWith,
  temporaryFolder,
} from "./workplace.ts";

async function two() {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const ana = await person(join(folder, "ana"));
  const { project, article } = await projectWith(ana, path);
  const late = await person(join(folder, "late"));
  const opened = await late.call("project.open", { path, mode: "write" });
  return { folder, path, ana, project, article, late, opened };
}

const look = (someone: Person, project: string) => someone.call("project.look", { project });
const spansIn = async (someone: Person, project: string, article: string): Promise<number> =>
  (await someone.call("article.open", { project, article })).set.spans.length;

async function save(someone: Person, project: Parameters<typeof addingSpan>[0], article: string, at: number) {
  const { revision } = await someone.call("article.open", { project: project.handle, article });
  const change = addingSpan(project, at);
  return someone.call("annotations.apply", {
    project: project.handle,
    article,
    opId: newId(),
    revision,
    change,
  });
}

test("a copy of a project that is open is opened for writing beside it, by whoever opened that one", async () => {
  const { folder, path, ana, late } = await two();
  const copy = join(folder, "copy");
  cpSync(path, copy, { recursive: true });
  for (const someone of [late, ana]) {
    const { readOnly, handle } = await someone.call("project.open", { path: copy, mode: "write" });
    expect(readOnly).toBeNull();
    await someone.call("project.close", { project: handle });
    cpSync(join(path, ".lock"), join(copy, ".lock"));
  }
  const stranger = await person(join(folder, "stranger"), "Cy");
  expect(await stranger.call("project.open", { path: copy, mode: "write" })).toMatchObject({
    readOnly: { why: "locked", detail: { holder: "Ana" } },
  });
});

test("whoever comes later reads, is told who writes, and follows what is saved", async () => {
  const { ana, project, article, late, opened } = await two();
  expect(opened.readOnly).toMatchObject({
    why: "locked",
    detail: { holder: "Ana", isHere: true, isOld: false },
  });
  await look(late, opened.handle);
  await save(ana, project, article, 0);
  await ana.call("article.importText", { project: project.handle, name: "b.txt", text: "Another one." });
  await look(late, opened.handle);
  expect(await spansIn(late, opened.handle, article)).toBe(1);
  const events = late.events.map(({ type }) => type);
  expect(events).toEqual(expect.arrayContaining(["set", "sets"]));
  await ana.call("project.close", { project: project.handle });
  await look(late, opened.handle);
  expect(late.events.at(-1)).toMatchObject({ type: "read-only", readOnly: { detail: { isFree: true } } });
});

test("the one that was taken over from notices, keeps what it cannot save, and brings it in when it takes back", async () => {
  const { folder, path, ana, project, article, late, opened } = await two();
  await save(ana, project, article, 0);
  const { revision } = await ana.call("article.open", { project: project.handle, article });
  const lock = String(opened.readOnly?.detail.lock);
  const taken = await late.call("project.open", { path, mode: "write", takeOver: lock });
  expect(taken.readOnly).toBe(null);
  // As a laptop that wakes up: it has heard of nothing, and writes.
  const change = addingSpan(project, 1);
  const asked = { project: project.handle, article, opId: newId(), revision, change };
  expect(await problemOf(ana.call("annotations.apply", asked))).toMatchObject({
    problem: "project-locked",
    detail: { holder: "Ana", kept: true },
  });
  expect(readdirSync(join(folder, "ana", "emergency", project.project.id))).toHaveLength(1);
  await look(ana, project.handle);
  expect(ana.events.at(-1)).toMatchObject({ type: "taken-over", by: { holder: "Ana" } });
  await save(late, taken, article, 2);
  // It goes on as a reader of what is saved there.
  const reading = await ana.call("project.open", { path, mode: "write" });
  expect(reading.readOnly?.why).toBe("locked");
  expect(await spansIn(ana, reading.handle, article)).toBe(2);
  const back = await ana.call("project.open", {
    path,
    mode: "write",
    takeOver: String(reading.readOnly?.detail.lock),
  });
  expect(back.warnings).toMatchObject([{ problem: "changes-kept", detail: { why: "applied", count: 1 } }]);
  expect(await spansIn(ana, back.handle, article)).toBe(3);
  // And the other one hears of it in its turn.
  await look(late, taken.handle);
  expect(late.events.at(-1)).toMatchObject({ type: "taken-over" });
});

test("a lock that is another by now is not taken over by the name of the one that was shown", async () => {
  const { path, ana, project, late, opened } = await two();
  const lock = String(opened.readOnly?.detail.lock);
  await ana.call("project.close", { project: project.handle });
  await ana.call("project.open", { path, mode: "write" });
  const again = await late.call("project.open", { path, mode: "write", takeOver: lock });
  expect(again.readOnly?.why).toBe("locked");
});
