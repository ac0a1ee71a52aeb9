// From an article to saved annotations and back: what a person does every day, through the door.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { OpenProject, Saved } from "../../../shared/api/contract.ts";
import { added, type Change, removed } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { schemaVersion } from "../../../shared/model/project.ts";
import type { Span } from "../../../shared/model/span.ts";
import { eventually } from "../../helpers/eventually.ts";
import {
  addingSpan,
  newId,
  type Person,
  person,
  problemOf,
  projectWith,
  spanBy,
  temporaryFolder,
  text,
  windowOf,
} from "./workplace.ts";

function save(
  who: Person,
  { handle }: Pick<OpenProject, "handle">,
  of: { readonly article: Id; readonly revision: number; readonly change: Change; readonly opId?: Id },
): Promise<Saved> {
  return who.call("annotations.apply", { project: handle, opId: newId(), ...of });
}

const entity = (name: string): Entity => ({
  id: newId(),
  name,
  type: "person",
  naming: "named",
  aliases: [],
});

const mention = (project: OpenProject, of: Entity): Span => ({
  ...spanBy(project.annotator?.id ?? ""),
  type: "speaker",
  entity: of.id,
});

test("what was saved is there after closing and opening again, and so is the place", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "project"));
  const change = addingSpan(project);
  expect((await save(ana, project, { article, revision: 0, change })).revision).toBe(1);
  const place = { offset: 7, span: null, card: null };
  await ana.call("article.place", { project: project.handle, article, place });
  await ana.core.close();

  const again = await person(join(folder, "home"));
  const reopened = await again.call("project.open", { path: project.path, mode: "write" });
  expect(reopened).toMatchObject({ readOnly: null, warnings: [], recentArticles: [article] });
  expect(reopened.articles).toMatchObject([{ id: article, spans: 1, attributions: 0 }]);
  const opened = await again.call("article.open", { project: reopened.handle, article });
  expect(opened).toMatchObject({ text, revision: 1, readOnly: null, place, warnings: [] });
  expect(opened.set.spans).toEqual(change.spans?.added);
});

test("a resend is answered as it was then, also after a restart", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "project"));
  const first = { article, revision: 0, change: addingSpan(project), opId: newId() };
  const saved = await save(ana, project, first);
  await save(ana, project, { article, revision: 1, change: addingSpan(project, 1) });
  expect(await save(ana, project, first)).toEqual(saved);
  await ana.core.close();
  const again = await person(join(folder, "home"));
  const reopened = await again.call("project.open", { path: project.path, mode: "write" });
  expect(await save(again, reopened, first)).toEqual(saved);
  expect((await again.call("article.open", { project: reopened.handle, article })).revision).toBe(2);
});

test("a resend that overtakes its answer is answered with it, and counts once", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "project"));
  const change = { article, revision: 0, change: addingSpan(project), opId: newId() };
  const answers = await Promise.all([
    save(ana, project, change),
    save(ana, project, change),
    save(ana, project, change),
  ]);
  expect(answers.map(({ revision }) => revision)).toEqual([1, 1, 1]);
  expect((await ana.call("article.open", { project: project.handle, article })).set.spans).toHaveLength(1);
});

test("changes sent without waiting are saved in their order", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "project"));
  const saved = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      save(ana, project, { article, revision: at, change: addingSpan(project, at) }),
    ),
  );
  expect(saved.map(({ revision }) => revision)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
});

test("a change on another revision, on other values, or against the rules is refused and changes nothing", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "project"));
  const span = spanBy(project.annotator?.id ?? "");
  await save(ana, project, { article, revision: 0, change: { spans: added(span) } });
  const refused = async (revision: number, change: Change) =>
    problemOf(save(ana, project, { article, revision, change }));
  expect(await refused(0, addingSpan(project, 1))).toEqual({
    problem: "revision-conflict",
    detail: { revision: 1 },
  });
  expect(await refused(1, { spans: added(span) })).toMatchObject({
    problem: "change-misfit",
    detail: { kind: "spans", id: span.id, why: "exists" },
  });
  expect(await refused(1, { spans: removed({ ...span, type: "claim" }) })).toMatchObject({
    problem: "change-misfit",
  });
  const [segment] = span.segments;
  if (!segment) throw new Error("No segment.");
  const outside = { ...span, id: newId(), segments: [{ ...segment, start: 0 }] };
  expect(await refused(1, { spans: added(outside) })).toMatchObject({
    problem: "change-invalid",
    detail: { code: "quote-differs" },
  });
  expect((await ana.call("article.open", { project: project.handle, article })).revision).toBe(1);
});

test("an entity is saved with its first mention, and removed with it unless another article mentions it", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "project"));
  const duarte = entity("Ines Duarte");
  const one = mention(project, duarte);
  const both: Change = { spans: added(one), entities: added(duarte) };
  const back: Change = { spans: removed(one), entities: removed(duarte) };
  const entities = () => JSON.parse(readFileSync(join(project.path, "entities.json"), "utf8")).entities;
  await save(ana, project, { article, revision: 0, change: both });
  expect(entities()).toEqual([duarte]);
  await save(ana, project, { article, revision: 1, change: back });
  expect(entities()).toEqual([]);
  await save(ana, project, { article, revision: 2, change: both });

  const report = await ana.call("article.importText", { project: project.handle, name: null, text });
  const other = report.article.id;
  await save(ana, project, {
    article: other,
    revision: 0,
    change: { spans: added(mention(project, duarte)) },
  });
  await save(ana, project, { article, revision: 3, change: back });
  expect(entities()).toEqual([duarte]);
  expect(ana.events).toContainEqual({ type: "entities", project: project.handle, entities: [duarte] });
});

test("an entity that a crash left in the registry is no misfit for the resend of its change", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "project"));
  await ana.call("project.close", { project: project.handle });
  const duarte = entity("Ines Duarte");

  writeFileSync(
    join(project.path, "entities.json"),
    JSON.stringify({ schemaVersion: 1, entities: [duarte] }),
  );
  const again = await ana.call("project.open", { path: project.path, mode: "write" });
  const change: Change = { spans: added(mention(project, duarte)), entities: added(duarte) };
  expect((await save(ana, again, { article, revision: 0, change })).revision).toBe(1);
});

test("windows on the same folder share it, hear of each other, and close it with the last of them", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "project"));
  const other = windowOf(ana.core);
  const theirs = await other.call("project.open", { path: project.path, mode: "write" });
  expect(theirs.readOnly).toBe(null);
  expect(theirs.handle).not.toBe(project.handle);
  const duarte = entity("Ines Duarte");
  const change: Change = { spans: added(mention(project, duarte)), entities: added(duarte) };
  await save(ana, project, { article, revision: 0, change });
  // What is listed of the articles is told when it rests, that of the import too.
  const told = ({ events }: Pick<Person, "events">) => events.filter(({ type }) => type !== "articles");
  expect(told(other)).toEqual([
    { type: "set", project: theirs.handle, article, revision: 1 },
    { type: "entities", project: theirs.handle, entities: [duarte] },
  ]);
  await eventually(() =>
    expect(other.events.at(-1)).toMatchObject({ type: "articles", articles: [{ id: article, spans: 1 }] }),
  );
  expect(told(ana)).toEqual([]);
  // A handle is good for the window that got it, and for as long as it has the project open.
  const foreign = other.call("article.open", { project: project.handle, article });
  expect(await problemOf(foreign)).toMatchObject({ problem: "project-not-open" });

  await ana.core.clientGone(ana.id);
  expect(await problemOf(save(ana, project, { article, revision: 1, change: {} }))).toMatchObject({
    problem: "project-not-open",
  });
  expect(readdirSync(project.path)).toContain(".lock");
  await other.call("project.close", { project: theirs.handle });
  expect(readdirSync(project.path)).not.toContain(".lock");
});

test("the files lie where the house says, and a snapshot is readable", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "project"));
  await ana.call("annotations.apply", {
    project: project.handle,
    article,
    opId: newId(),
    revision: 0,
    change: addingSpan(project),
  });
  const device = JSON.parse(readFileSync(join(folder, "home", "device.json"), "utf8")).device;
  const annotator = project.annotator?.id;
  const annotations = join(project.path, "annotations", article);
  expect(readdirSync(project.path).sort()).toEqual([
    ".lock",
    "annotations",
    "articles",
    "entities.json",
    "project.json",
    "project.sayso",
  ]);
  expect(readdirSync(join(project.path, "articles", article)).sort()).toEqual(["article.json", "text.txt"]);
  expect(readdirSync(annotations)).toEqual([`${annotator}.${device}.journal`]);
  await ana.call("project.close", { project: project.handle });
  expect(readdirSync(annotations).sort()).toEqual(
    [`${annotator}.json`, `${annotator}.${device}.journal`, `${annotator}.${device}.journal.1`].sort(),
  );
  const snapshot = JSON.parse(readFileSync(join(annotations, `${annotator}.json`), "utf8"));
  expect(snapshot).toMatchObject({
    format: "sayso-annotation-set",
    schemaVersion,
    count: 1,
    revision: 1,
    have: { [device]: 1 },
  });
  expect(readdirSync(project.path)).not.toContain(".lock");
});
