// Sets of articles through the door: shared by all windows and kept with the project, as steps that can be undone, and in what is exported.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { everyArticle } from "../../../shared/model/article-filter.ts";
import type { ArticleSet } from "../../../shared/model/article-set.ts";
import { invertWork, type Step } from "../../../shared/model/step.ts";
import {
  addingSpan,
  newId,
  noteOf,
  type Person,
  person,
  problemOf,
  projectWith,
  temporaryFolder,
  windowOf,
} from "./workplace.ts";

async function scene() {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "project"));
  const save = (by: Person, handle: string, save: object[], remove: string[] = []) =>
    by.call("articleSets.save", {
      ...{ project: handle, opId: newId(), step: noteOf("save-article-set") },
      ...{ save, remove },
    } as never);
  const onDisk = (): readonly ArticleSet[] | undefined =>
    JSON.parse(readFileSync(join(project.path, "project.json"), "utf8")).articleSets;
  return { folder, ana, project, article, save, onDisk };
}

const undo = (by: Person, project: string, { id, ...step }: Step) => {
  const { articleSets } = invertWork(step);
  const work = { parts: [], articleSets };
  return by.call("project.apply", {
    project,
    opId: newId(),
    step: noteOf("undo", { undoes: id }),
    ...work,
  } as never);
};

test("a set is made, renamed and removed as steps that every window hears of and that can be undone after a restart", async () => {
  const { folder, ana, project, save, onDisk } = await scene();
  const other = windowOf(ana.core);
  await other.call("project.open", { path: project.path, mode: "write" });
  const made = await save(ana, project.handle, [
    { id: null, name: " Vote ", filter: { tags: ["vote"], words: "" } },
  ]);
  const [vote] = made.articleSets;
  if (!vote || !made.step) throw new Error("nothing made");
  expect(vote).toEqual({ id: vote.id, name: "Vote", filter: { tags: ["vote"] } });
  expect(onDisk()).toEqual([vote]);
  await expect
    .poll(() => other.events.flatMap((one) => (one.type === "article-sets" ? [one.articleSets] : [])))
    .toEqual([[vote]]);
  expect((await save(ana, project.handle, [vote])).step).toBeNull();
  const renamed = await save(ana, project.handle, [{ ...vote, name: "The vote" }]);
  expect(onDisk()).toEqual([{ ...vote, name: "The vote" }]);

  await ana.core.close();
  const again = await person(join(folder, "home"));
  const opened = await again.call("project.open", { path: project.path, mode: "write" });
  expect(opened.project.articleSets).toEqual([{ ...vote, name: "The vote" }]);
  if (!renamed.step) throw new Error("no step");
  await undo(again, opened.handle, renamed.step);
  expect(onDisk()).toEqual([vote]);
  expect(await problemOf(undo(again, opened.handle, renamed.step))).toMatchObject({
    problem: "change-misfit",
  });
  const removed = await save(again, opened.handle, [], [vote.id]);
  expect(onDisk()).toBeUndefined();
  if (!removed.step) throw new Error("no step");
  await undo(again, opened.handle, removed.step);
  expect(onDisk()).toEqual([vote]);
});

test("a new set gets the id that its client gives it, and two sets can exchange their names", async () => {
  const { ana, project, save, onDisk } = await scene();
  const [vote, port] = [newId(), newId()];
  const asks = (name: string) => ({ name, filter: { tags: ["vote"] } });
  await save(ana, project.handle, [
    { id: null, newId: vote, ...asks("Vote") },
    { id: null, newId: port, ...asks("Port") },
  ]);
  expect(onDisk()).toEqual([
    { id: vote, ...asks("Vote") },
    { id: port, ...asks("Port") },
  ]);
  expect(
    await problemOf(save(ana, project.handle, [{ id: null, newId: vote, ...asks("Another") }])),
  ).toMatchObject({ problem: "article-set-there" });
  expect(await problemOf(save(ana, project.handle, [{ id: vote, ...asks("port") }]))).toMatchObject({
    problem: "article-set-there",
  });
  await save(ana, project.handle, [
    { id: vote, ...asks("Port") },
    { id: port, ...asks("Vote") },
  ]);
  expect(onDisk()).toEqual([
    { id: vote, ...asks("Port") },
    { id: port, ...asks("Vote") },
  ]);
});

test("what cannot be a set is refused, and nothing of it is kept", async () => {
  const { ana, project, save, onDisk } = await scene();
  const tried = (...sets: object[]) => problemOf(save(ana, project.handle, sets));
  const vote = { id: null, name: "Vote", filter: { tags: ["vote"] } };
  expect(await tried(vote, { ...vote, name: "VOTE" })).toMatchObject({ problem: "article-set-there" });
  expect(await tried({ ...vote, filter: {} })).toMatchObject({ problem: "article-set-open" });
  expect(await tried({ ...vote, filter: { articles: ["gone"] } })).toMatchObject({
    problem: "article-missing",
  });
  expect(await tried({ ...vote, id: "gone" })).toMatchObject({ problem: "article-set-missing" });
  expect(await tried({ ...vote, filter: { ...everyArticle, states: ["done"] } })).toMatchObject({
    problem: "input-invalid",
  });
  expect(await problemOf(save(ana, project.handle, [], ["gone"]))).toMatchObject({
    problem: "article-set-missing",
  });
  expect(onDisk()).toBeUndefined();
});

test("an export says which articles were in which sets, those that hold none of them left out", async () => {
  const { folder, ana, project, article, save } = await scene();
  const { article: ferry } = await ana.call("article.importText", {
    ...{ project: project.handle, name: null, text: "The ferry sails again." },
  });
  await ana.call("article.tag", {
    ...{ project: project.handle, articles: [ferry.id], add: ["Harbour"], remove: [] },
    ...{ opId: newId(), step: noteOf("tag-articles") },
  });
  const { articleSets } = await save(ana, project.handle, [
    { id: null, name: "Harbour", filter: { tags: ["harbour"] } },
    { id: null, name: "Picked", filter: { articles: [article] } },
    { id: null, name: "Untouched", filter: { annotated: ["nobody"] } },
    { id: null, name: "Empty", filter: { tags: ["vote"] } },
  ]);
  const [harbour, picked, untouched] = articleSets;
  const path = join(folder, "out.json");
  await ana.call("export.write", {
    ...{ project: project.handle, format: "json", path },
    ...{ articles: null, annotators: null, overwrite: false },
  } as never);
  const json = JSON.parse(readFileSync(path, "utf8"));
  expect(json.articleSets).toEqual([harbour, picked, untouched]);
  expect(
    json.articles.map(({ tags, inSets }: { tags?: string[]; inSets?: string[] }) => [tags, inSets]),
  ).toEqual([
    [undefined, [picked?.id, untouched?.id]],
    [["Harbour"], [harbour?.id, untouched?.id]],
  ]);
});

test("which sets hold an article does not depend on whose annotations are exported", async () => {
  const { folder, ana, project, article, save } = await scene();
  const { handle } = project;
  const me = project.annotator?.id ?? "";
  await ana.call("annotations.apply", {
    ...{ project: handle, article, opId: newId(), step: noteOf("mark"), revision: 0 },
    change: addingSpan(project),
  });
  await ana.call("project.assign", {
    ...{ project: handle, opId: newId(), step: noteOf("assign"), seed: null },
    ...{ assign: [{ article, annotator: me }], release: [] },
  });
  const { articleSets } = await save(ana, handle, [
    { id: null, name: "Annotated", filter: { annotated: [me] } },
    { id: null, name: "Assigned", filter: { assigned: [me] } },
    { id: null, name: "Begun", filter: { work: ["in-progress"] } },
    { id: null, name: "Untouched", filter: { annotated: ["nobody"] } },
  ]);
  const inSetsFor = async (annotators: readonly string[] | null) => {
    const path = join(folder, `${annotators?.length ?? "all"}.json`);
    const asked = { format: "json", articles: null, annotators, overwrite: false };
    await ana.call("export.write", { project: handle, path, ...asked } as never);
    return JSON.parse(readFileSync(path, "utf8")).articles[0].inSets;
  };
  const holding = articleSets.slice(0, 3).map(({ id }) => id);
  expect([await inSetsFor(null), await inSetsFor([me]), await inSetsFor([])]).toEqual([
    holding,
    holding,
    holding,
  ]);
});
