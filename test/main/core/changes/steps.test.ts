// Steps over several articles and the registry: all of one or nothing, whatever happens in the middle, and the history that
// is read from what they and all other saves left behind.
import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Input, OpenArticle, OpenProject } from "../../../../shared/api/contract.ts";
import { added, type Change } from "../../../../shared/model/change.ts";
import type { Entity } from "../../../../shared/model/entity.ts";
import type { Id } from "../../../../shared/model/id.ts";
import { type FaultyDisk, faultCases, faultyDisk } from "../../storage/faulty-disk.ts";
import {
  addingSpan,
  inMemory,
  newId,
  noteOf,
  type Person,
  person,
  problemOf,
  projectWith,
  spanBy,
  temporaryFolder,
  text,
  windowOf,
} from "../workplace.ts";

interface Place {
  readonly folder: string;
  readonly ana: Person;
  readonly project: OpenProject;
  readonly articles: readonly [Id, Id];
}

/** A project with two articles of the same text. */
async function place(disk?: FaultyDisk): Promise<Place> {
  const folder = temporaryFolder(inMemory);
  const ana = await person(join(folder, "home"), "Ana", { backupPauses: null, ...(disk && { disk }) });
  const { project, article } = await projectWith(ana, join(folder, "project"));
  const second = await ana.call("article.importText", { project: project.handle, name: "b.txt", text });
  return { folder, ana, project, articles: [article, second.article.id] };
}

type Request = Omit<Input<"project.apply">, "project">;

/** A step that enters an entity and mentions it in both articles. */
function mentioning({ project, articles }: Place, revisions: readonly [number, number]) {
  const entity: Entity = { id: newId(), name: "Ines Duarte", type: "person", naming: "named", aliases: [] };
  const change = (): Change => ({
    spans: added({ ...spanBy(project.annotator?.id ?? ""), type: "speaker", entity: entity.id }),
  });
  const parts = articles.map((article, at) => ({ article, revision: revisions[at] ?? 0, change: change() }));
  return { opId: newId(), step: noteOf("tag-all"), parts, entities: added(entity) } satisfies Request;
}

const applyIn = ({ ana, project }: Place, request: Request) =>
  ana.call("project.apply", { project: project.handle, ...request });

const open = (who: Person, project: OpenProject, article: Id): Promise<OpenArticle> =>
  who.call("article.open", { project: project.handle, article });

const stepsOf = async (who: Person, project: OpenProject) =>
  (await who.call("project.history", { project: project.handle })).steps;

/** The project as a machine that lost its power would find it, opened by a new process. */
async function afterCrash({ folder, project }: Place): Promise<{ who: Person; reopened: OpenProject }> {
  const copy = join(folder, newId());
  cpSync(project.path, copy, { recursive: true });
  rmSync(join(copy, ".lock"), { force: true });
  const who = await person(join(folder, "home"), "Ana", { backupPauses: null });
  const reopened = await who.call("project.open", { path: copy, mode: "write" });
  return { who, reopened };
}

test("a step over two articles and the registry is saved, told to other windows, and in the history once", async () => {
  const here = await place();
  const other = windowOf(here.ana.core);
  const theirs = await other.call("project.open", { path: here.project.path, mode: "write" });
  const request = mentioning(here, [0, 0]);
  const answer = await applyIn(here, request);
  const [first, second] = here.articles;
  expect(answer.revisions).toEqual({ [first]: 1, [second]: 1 });
  expect(await applyIn(here, request)).toMatchObject({ revisions: answer.revisions });
  for (const [at, article] of here.articles.entries()) {
    const { set, entities, revision } = await open(here.ana, here.project, article);
    expect({ spans: set.spans, entities, revision }).toEqual({
      spans: request.parts[at]?.change.spans?.added,
      entities: request.entities.added,
      revision: 1,
    });
  }
  const { opId, step, entities } = request;
  const parts = request.parts.map(({ article, change }) => ({ article, change }));
  const expected = { id: opId, ...step, parts, entities };
  expect(await stepsOf(here.ana, here.project)).toEqual([expected]);
  const told = other.events.filter(({ type }) => type === "set" || type === "step" || type === "entities");
  expect(told).toEqual([
    { type: "entities", project: theirs.handle, entities: entities.added },
    { type: "set", project: theirs.handle, article: first, revision: 1 },
    { type: "set", project: theirs.handle, article: second, revision: 1 },
    { type: "step", project: theirs.handle, step: expected },
  ]);
  const { who, reopened } = await afterCrash(here);
  expect(await stepsOf(who, reopened)).toEqual([expected]);
  expect(reopened.articles.map(({ spans }) => spans)).toEqual([1, 1]);
});

test("a step of which one part does not fit changes nothing at all", async () => {
  const here = await place();
  const good = mentioning(here, [0, 0]);
  const [first, second] = good.parts;
  if (!first || !second) throw new Error("There are two parts.");
  const stranger = { spans: added({ ...spanBy("nobody"), type: "speaker" }) };
  const bad: readonly [Request, string][] = [
    [{ ...good, parts: [first, { ...second, revision: 3 }] }, "revision-conflict"],
    [{ ...good, parts: [first, first] }, "input-invalid"],
    [{ ...good, parts: [first, { ...second, article: newId() }] }, "article-missing"],
    [{ ...good, parts: [first, { ...second, change: stranger }] }, "change-invalid"],
    [{ opId: good.opId, step: good.step, parts: good.parts }, "change-invalid"],
    [{ ...good, entities: added({ ...good.entities.added[0], name: " " } as Entity) }, "change-invalid"],
  ];
  for (const [request, problem] of bad)
    expect(await problemOf(applyIn(here, request))).toMatchObject({ problem });
  for (const article of here.articles)
    expect(await open(here.ana, here.project, article)).toMatchObject({ revision: 0, entities: [] });
  expect(await stepsOf(here.ana, here.project)).toEqual([]);
  expect((await applyIn(here, good)).revisions).toEqual({ [first.article]: 1, [second.article]: 1 });
});

test("a step that meets a fault at any call is there whole or not at all, and its resend counts once", async () => {
  const disk = faultyDisk();
  const here = await place(disk);
  await applyIn(here, mentioning(here, [0, 0]));
  disk.disarm();
  await applyIn(here, mentioning(here, [1, 1]));
  const cases = faultCases(disk.made(), ["EIO", "ENOSPC", "short"]);
  let revision = 2;
  let interrupted = 0;
  for (const { at, fault } of cases) {
    const request = mentioning(here, [revision, revision]);
    disk.arm(at, fault, true);
    const went = await applyIn(here, request).then(
      () => true,
      () => false,
    );
    const where = `${fault} from call ${at}`;
    const { who, reopened } = await afterCrash(here);
    disk.disarm();
    const found = await Promise.all(here.articles.map((article) => open(who, reopened, article)));
    const revisions = found.map((one) => one.revision);
    const isThere = revisions[0] === revision + 1;
    if (went) expect(isThere, where).toBe(true);
    expect(revisions, where).toEqual(isThere ? [revision + 1, revision + 1] : [revision, revision]);
    const names = reopened.entities.map(({ id }) => id);
    expect(names.includes(request.entities.added[0]?.id ?? ""), where).toBe(isThere);
    const known = (await stepsOf(who, reopened)).map(({ id }) => id);
    expect(known.includes(request.opId), where).toBe(isThere);
    expect(reopened.warnings, where).toEqual([]);
    await who.core.close();
    if (!went && isThere) interrupted += 1;

    revision += 1;
    const [one, two] = here.articles;
    const again = await applyIn(here, request);
    expect(again.revisions, where).toEqual({ [one]: revision, [two]: revision });
    const mine = await stepsOf(here.ana, here.project);
    expect(
      mine.filter(({ id }) => id === request.opId),
      where,
    ).toHaveLength(1);
  }
  // Some of the faults came after the step was decided.
  expect(interrupted).toBeGreaterThan(cases.length / 20);
});

test("a step that is refused since one of its articles is nowhere brings no other back from the trash", async () => {
  const here = await place();
  const { handle: project } = here.project;
  const [article] = here.articles;
  await here.ana.call("article.putAway", { project, article });
  const asked = here.ana.call("project.apply", {
    ...{ project, opId: newId(), step: noteOf("restore-version"), parts: [] },
    articles: { back: [article, newId()], away: [] },
  });
  expect(await problemOf(asked)).toMatchObject({ problem: "change-misfit" });
  const { items } = await here.ana.call("trash.list", { project });
  expect(items.map(({ id }) => id)).toEqual([article]);
});

test("what was decided and could not be applied is finished before anything else is saved, and told to its own window", async () => {
  const disk = faultyDisk();
  const here = await place(disk);
  const [first, second] = here.articles;
  await applyIn(here, mentioning(here, [0, 0]));
  disk.disarm();
  await applyIn(here, mentioning(here, [1, 1]));
  const calls = [...disk.calls()];
  const request = mentioning(here, [2, 2]);
  // The disk goes away when the step is decided and the registry is written, and comes back later.
  disk.arm(calls.lastIndexOf("rename") + 4, "EIO", true);
  expect(await problemOf(applyIn(here, request))).toMatchObject({ problem: "storage-failed" });
  disk.disarm();
  const opId = newId();
  const late = here.ana.call("annotations.apply", {
    project: here.project.handle,
    article: first,
    opId,
    revision: 2,
    change: addingSpan(here.project),
  });
  // It was made on what stood before the step.
  expect(await problemOf(late)).toMatchObject({ problem: "revision-conflict", detail: { revision: 3 } });
  expect(await open(here.ana, here.project, second)).toMatchObject({ revision: 3 });
  const { handle: project } = here.project;
  expect(here.ana.events).toContainEqual({ type: "set", project, article: first, revision: 3 });
  expect(here.ana.events).toContainEqual({ type: "set", project, article: second, revision: 3 });
});

test("the history holds the steps of all articles in their order, also from older generations, and no more than asked", async () => {
  const here = await place();
  const expected: string[] = [];
  const revisions = [0, 0];
  for (let at = 0; at < 7; at += 1) {
    const which = at % 2;
    const step = noteOf("tag-selection", at === 6 ? { undoes: expected[4] ?? "" } : {});
    const opId = newId();
    await here.ana.call("annotations.apply", {
      project: here.project.handle,
      article: here.articles[which] ?? "",
      opId,
      revision: revisions[which] ?? 0,
      change: addingSpan(here.project),
      step,
    });
    revisions[which] = (revisions[which] ?? 0) + 1;
    expected.push(opId);
    // Rotates the journals.
    if (at === 2 || at === 4) await here.ana.core.flush();
  }
  const steps = await stepsOf(here.ana, here.project);
  expect(steps.map(({ id }) => id)).toEqual(expected);
  expect(steps[6]).toMatchObject({ command: "tag-selection", undoes: expected[4] });
  expect(steps.map(({ parts }) => parts[0]?.article)).toEqual(
    [0, 1, 0, 1, 0, 1, 0].map((at) => here.articles[at]),
  );
  const journal = join(here.project.path, "annotations", here.articles[0]);
  expect(existsSync(journal)).toBe(true);
});

test("a history that is damaged is put aside and loses no annotation; new steps go on", async () => {
  const here = await place();
  await applyIn(here, mentioning(here, [0, 0]));
  await here.ana.core.close();
  const folder = join(here.project.path, "history");
  const { readdirSync, writeFileSync } = await import("node:fs");
  const [name] = readdirSync(folder);
  const path = join(folder, name ?? "");
  const damaged = readFileSync(path, "utf8").replace("Ines", "Inez");
  writeFileSync(path, damaged);
  const who = await person(join(here.folder, "home"));
  const reopened = await who.call("project.open", { path: here.project.path, mode: "write" });
  expect(reopened).toMatchObject({ readOnly: null, warnings: [] });
  expect(reopened.articles.map(({ spans }) => spans)).toEqual([1, 1]);
  // What the sets know of the step is enough to take it back.
  expect((await stepsOf(who, reopened)).map(({ parts }) => parts.length)).toEqual([2]);
  const again = { ...here, ana: who, project: reopened };
  await applyIn(again, mentioning(again, [1, 1]));
  expect(await stepsOf(who, reopened)).toHaveLength(2);
  const all = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
  expect(all).toContain(damaged);
});
