// Somebody who has given no name opens, reads and imports; nothing is written in a name before there is one, and then under that one alone.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Method, OpenProject } from "../../../shared/api/contract.ts";
import type { Id } from "../../../shared/model/id.ts";
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
  text,
  windowOf,
} from "./workplace.ts";

/** The bytes of everything in a folder but its lock. */
function bytesIn(folder: string): ReadonlyMap<string, string> {
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter(
    (name) => name !== ".lock" && statSync(join(folder, name)).isFile(),
  );
  return new Map(files.sort().map((name) => [name, readFileSync(join(folder, name), "base64")]));
}

const projectFileIn = (folder: string): OpenProject["project"] =>
  JSON.parse(readFileSync(join(folder, "project.json"), "utf8"));

interface Scene {
  readonly folder: string;
  /** A closed project in which Ana marked words of its one article. */
  readonly path: string;
  readonly ana: Id;
  readonly article: Id;
}

async function scene(): Promise<Scene> {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const ana = await person(join(folder, "home of Ana"));
  const { project, article } = await projectWith(ana, path);
  await ana.call("annotations.apply", {
    project: project.handle,
    article,
    opId: newId(),
    revision: 0,
    change: addingSpan(project),
  });
  await ana.core.close();
  return { folder, path, ana: project.annotator?.id ?? "", article };
}

const nameless = (folder: string): Promise<Person> => person(join(folder, "home"), null);

const openIn = (someone: Person, path: string): Promise<OpenProject> =>
  someone.call("project.open", { path, mode: "write" });

test("without a name a project is open for writing, shows the first person's marks, and reading it writes nothing", async () => {
  const { folder, path, ana, article } = await scene();
  const before = bytesIn(path);
  const someone = await nameless(folder);
  const project = await openIn(someone, path);
  expect(project).toMatchObject({ annotator: null, readOnly: null, articles: [{ spans: 1 }] });
  const of = { project: project.handle };
  expect(await someone.call("article.open", { ...of, article })).toMatchObject({
    set: { annotatorId: ana, spans: [{}] },
    readOnly: null,
  });
  expect((await someone.call("article.open", { ...of, article, whose: "curation" })).set.spans).toEqual([]);
  expect((await someone.call("suggestions.find", { ...of, article }))?.cards).not.toEqual([]);
  expect((await someone.call("review.sets", { ...of, article })).sets).toMatchObject([
    { annotator: { id: ana, role: "colleague" } },
  ]);
  expect(await someone.call("project.history", of)).toEqual({ steps: [] });
  await someone.call("project.look", of);
  await someone.call("project.close", of);
  expect(bytesIn(path)).toEqual(before);
});

test("whatever is written in a name fails without one, and writes nothing", async () => {
  const { folder, path, ana, article } = await scene();
  const someone = await nameless(folder);
  const project = await openIn(someone, path);
  const { textHash } = (await someone.call("article.open", { project: project.handle, article })).article;
  const before = bytesIn(path);
  const step = noteOf("any");
  const change = { spans: { added: [spanBy(ana, 1)], updated: [], removed: [] } };
  const signed: Partial<Record<Method, object>> = {
    "annotations.apply": { article, opId: newId(), revision: 1, change },
    "annotations.keep": { article, changes: [{ opId: newId(), change }], forget: [], textHash },
    "annotations.applyUnsaved": { article, changes: [{ opId: newId(), change }], textHash },
    "project.apply": { opId: newId(), step, parts: [{ article, revision: null, change }] },
    "tagset.put": {
      opId: newId(),
      step,
      tagset: project.project.tagset,
      moves: { types: {}, roles: {}, values: {}, flags: {} },
    },
    "article.putAway": { article },
    "article.recover": { article },
    "article.recoverFiles": { article },
    "article.restoreText": { article },
    "annotator.putAway": { annotator: ana },
    "entity.putAway": { entity: newId(), opId: newId(), step },
    "trash.takeBack": { kind: "article", id: article },
    "trash.empty": { items: [] },
    "project.assign": { opId: newId(), step, assign: [{ article, annotator: ana }], release: [], seed: null },
    "project.addPerson": { name: "Kim" },
    "review.samePerson": { people: [ana, newId()], answer: "same" },
    "versions.keep": { name: "Before" },
    "conflicts.settle": { keys: [] },
    "project.bringBack": {},
    "project.leaveMissing": {},
  };
  for (const [method, input] of Object.entries(signed)) {
    const reply = await someone.core.dispatch(method, { project: project.handle, ...input }, someone.id);
    expect(reply, method).toMatchObject({ ok: false, error: { problem: "identity-missing" } });
  }
  await someone.call("project.close", { project: project.handle });
  expect(bytesIn(path)).toEqual(before);
});

test("a project can be made and articles imported without a name; the first who gives one is its only person", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const someone = await nameless(folder);
  const { project, article } = await projectWith(someone, path);
  expect(project).toMatchObject({ annotator: null, readOnly: null });
  expect(projectFileIn(path).annotators).toEqual([]);
  await someone.call("settings.set", { annotatorName: "Dana" });
  const named = await openIn(someone, path);
  expect(named).toMatchObject({ annotator: { name: "Dana" }, articles: [{ id: article, spans: 0 }] });
  expect(projectFileIn(path).annotators).toEqual([]);
  const of = { project: named.handle, article };
  await someone.call("annotations.apply", { ...of, opId: newId(), revision: 0, change: addingSpan(named) });
  expect(projectFileIn(path).annotators).toEqual([named.annotator]);
  expect((await someone.call("article.open", of)).set).toMatchObject({
    annotatorId: named.annotator?.id,
    spans: [{ provenance: { annotator: named.annotator?.id } }],
  });
});

test("whoever gives the name of somebody in the project is that person, and any other name is another one", async () => {
  const { folder, path, ana, article } = await scene();
  for (const [name, spans] of [
    ["Ana", 1],
    ["Bo", 0],
  ] as const) {
    const someone = await person(join(folder, `home of ${name} anew`), null);
    await openIn(someone, path);
    await someone.call("settings.set", { annotatorName: name });
    const project = await openIn(someone, path);
    expect(project.annotator?.id === ana, name).toBe(name === "Ana");
    const { set } = await someone.call("article.open", { project: project.handle, article });
    expect([set.annotatorId, set.spans.length]).toEqual([project.annotator?.id, spans]);
    await someone.core.close();
  }
});

test("a project that was opened without a name is another one with it, for every window", async () => {
  const { folder, path } = await scene();
  const one = await nameless(folder);
  const two = windowOf(one.core);
  const [first, second] = [await openIn(one, path), await openIn(two, path)];
  await one.call("settings.set", { annotatorName: "Dana" });
  const named = await openIn(one, path);
  expect(named).toMatchObject({ annotator: { name: "Dana" }, readOnly: null });
  for (const [window, { handle }] of [
    [one, first],
    [two, second],
  ] as const)
    expect(await problemOf(window.call("project.history", { project: handle }))).toMatchObject({
      problem: "project-not-open",
    });
  expect(await openIn(two, path)).toMatchObject({ annotator: named.annotator, readOnly: null });
});

test("who has no name holds the project all the same", async () => {
  const { folder, path } = await scene();
  await openIn(await nameless(folder), path);
  const ana = await person(join(folder, "home of Ana"));
  expect(await openIn(ana, path)).toMatchObject({
    annotator: { name: "Ana" },
    readOnly: { why: "locked", detail: { holder: "" } },
  });
});

test("the sample's marks are Sayso's until somebody gives a name, and theirs from their first mark on, and say that they came with it", async () => {
  const someone = await nameless(temporaryFolder());
  const sample = await someone.call("project.openSample", {});
  expect(sample).toMatchObject({ annotator: null, readOnly: null, isSample: true });
  const [author] = sample.project.annotators;
  expect(sample.project.annotators).toEqual([{ id: author?.id, name: "Sayso" }]);
  const article = sample.articles[0]?.id ?? "";
  const { set } = await someone.call("article.open", { project: sample.handle, article });
  expect(set.annotatorId).toBe(author?.id);
  for (const { provenance } of [...set.spans, ...set.attributions])
    expect(provenance.origin).toEqual({ by: "imported", from: "Sample project" });
  await someone.call("settings.set", { annotatorName: "Dana" });
  const named = await openIn(someone, sample.path);
  expect(named.annotator).toEqual({ id: author?.id, name: "Dana" });
  expect(named.project.annotators).toEqual([named.annotator]);
  expect(projectFileIn(sample.path).annotators).toEqual([author]);
  const of = { project: named.handle, article };
  const { revision, ...opened } = await someone.call("article.open", of);
  expect(opened.set).toEqual(set);
  const span = opened.set.spans[0];
  if (!span) throw new Error("The sample is tagged.");
  const change = { spans: { added: [], updated: [], removed: [span] } };
  const used = { ...change, attributions: { added: [], updated: [], removed: [...opened.set.attributions] } };
  await someone.call("annotations.apply", { ...of, opId: newId(), revision, change: used });
  expect(projectFileIn(sample.path).annotators).toEqual([named.annotator]);
  await someone.call("project.close", { project: named.handle });
  await someone.call("settings.set", { annotatorName: "Bo" });
  const others = await openIn(someone, sample.path);
  expect(others.project.annotators).toEqual([named.annotator, others.annotator]);
});

test("a person of the sample author's name keeps it in every other project", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const author = await person(join(folder, "home of Sayso"), "Sayso");
  const { project } = await projectWith(author, path, text);
  await author.core.close();
  const dana = await person(join(folder, "home"), "Dana");
  const opened = await openIn(dana, path);
  expect(opened.project.annotators).toEqual([project.annotator, opened.annotator]);
  expect(opened.annotator?.name).toBe("Dana");
});
