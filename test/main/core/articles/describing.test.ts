// Saying what is known of an article: as a step, in the article's file, told to every window, refused where it cannot be so.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type SaidAbout, saidIn } from "../../../../shared/model/article-about.ts";
import type { Id } from "../../../../shared/model/id.ts";
import { invertWork, type Step } from "../../../../shared/model/step.ts";
import {
  fileWith,
  newId,
  noteOf,
  person,
  problemOf,
  projectWith,
  temporaryFolder,
  windowOf,
} from "../workplace.ts";

const page = `<html lang="de"><head><title>Old</title><meta property="og:site_name" content="The Ledger">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge closes","author":{"name":"Ana Ruiz"}}</script></head>
<body><article><p>The harbour bridge will close for a year, the mayor said on Tuesday, after cracks.</p></article></body></html>`;

async function scene() {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project } = await projectWith(ana, join(folder, "project"));
  const handle = project.handle;
  const path = fileWith(folder, "page.html", page);
  const { article } = await ana.call("article.importFile", { project: handle, path });
  const known = async () => (await ana.call("article.known", { project: handle, article: article.id })).known;
  const describe = async (said: Partial<SaidAbout>, id: Id = article.id) =>
    ana.call("article.describe", {
      project: handle,
      article: id,
      opId: newId(),
      step: noteOf("describe-article"),
      said: { ...saidIn(await known()), ...said },
    });
  const onDisk = (id: Id = article.id) =>
    JSON.parse(readFileSync(join(project.path, "articles", id, "article.json"), "utf8"));
  return { folder, ana, handle, path: project.path, article: article.id, known, describe, onDisk };
}

const undoing = ({ id, command, ...step }: Step) => {
  const { parts, about = [] } = invertWork(step);
  return { opId: newId(), step: noteOf(command, { undoes: id }), parts: [...parts], about } as never;
};

test("says what the file said and where, and then what a person says, in the file and to every window", async () => {
  const { ana, handle, path, article, known, describe, onDisk } = await scene();
  expect(await known()).toEqual([
    { field: "title", value: "Bridge closes", from: "structured-data" },
    { field: "author", value: "Ana Ruiz", from: "structured-data" },
    { field: "publisher", value: "The Ledger", from: "page-data" },
    { field: "language", value: "de", from: "page" },
  ]);
  const other = windowOf(ana.core);
  const { handle: theirs } = await other.call("project.open", { path, mode: "write" });
  const before = onDisk();
  const { step } = await describe({ title: ["The bridge closes"], author: ["Ana Ruiz", "Ben Okafor"] });
  expect(onDisk()).toMatchObject({
    title: "The bridge closes",
    titleFrom: "person",
    textHash: before.textHash,
  });
  expect(await known()).toMatchObject([
    { value: "The bridge closes", from: "person" },
    { value: "Ana Ruiz", from: "person" },
    { value: "Ben Okafor", from: "person" },
    { value: "The Ledger", from: "page-data" },
    { value: "de", from: "page" },
  ]);
  await expect
    .poll(() => other.events.flatMap((event) => (event.type === "articles" ? event.articles : [])))
    .toContainEqual(expect.objectContaining({ id: article, title: "The bridge closes" }));
  expect(other.events).toContainEqual({ type: "step", project: theirs, step });
  expect((await describe({})).step).toBeNull();
  if (!step) throw new Error("no step");
  await ana.call("project.apply", { project: handle, ...(undoing(step) as object) } as never);
  expect(onDisk()).toEqual(before);
});

test("tags of several articles change as one step, which is undone as one, and are refused together", async () => {
  const { ana, handle, article, describe, onDisk } = await scene();
  const { article: second } = await ana.call("article.importText", {
    project: handle,
    name: null,
    text: "The ferry sails again.",
  });
  const tag = (add: string[], remove: string[] = [], articles = [article, second.id]) =>
    ana.call("article.tag", {
      ...{ project: handle, articles, add, remove },
      ...{ opId: newId(), step: noteOf("tag-articles") },
    });
  await describe({ tags: ["Election"] });
  const before = onDisk();
  expect(before.tags).toEqual(["Election"]);
  const { step } = await tag(["election", "Harbour "]);
  if (!step) throw new Error("no step");
  expect(onDisk().tags).toEqual(["Election", "Harbour"]);
  expect(onDisk(second.id).tags).toEqual(["election", "Harbour"]);
  expect(step.about?.map((one) => one.article)).toEqual([article, second.id]);
  expect((await tag(["Harbour"], ["vote"])).step).toBeNull();

  expect(await problemOf(tag(["x".repeat(101)]))).toMatchObject({ problem: "about-invalid" });
  expect(await problemOf(tag(["vote"], [], [article, "gone"]))).toMatchObject({ problem: "article-missing" });
  expect(onDisk().tags).toEqual(["Election", "Harbour"]);

  await ana.call("project.apply", { project: handle, ...(undoing(step) as object) } as never);
  expect(onDisk()).toEqual(before);
  expect(onDisk(second.id).tags).toBeUndefined();
});

test("is walked back after a restart, and not where somebody has said otherwise since", async () => {
  const { folder, ana, handle, path, article, describe, onDisk } = await scene();
  const before = onDisk();
  const first = await describe({ place: ["Harbour Town"] });
  await ana.core.close();
  const again = await person(join(folder, "home"));
  const { handle: later } = await again.call("project.open", { path, mode: "write" });
  const { steps } = await again.call("project.history", { project: later });
  expect(steps.at(-1)).toEqual(first.step);
  if (!first.step) throw new Error("no step");
  await again.call("project.apply", { project: later, ...(undoing(first.step) as object) } as never);
  expect(onDisk()).toEqual(before);
  expect(
    await problemOf(
      again.call("project.apply", { project: later, ...(undoing(first.step) as object) } as never),
    ),
  ).toMatchObject({ problem: "change-misfit", detail: { kind: "about", id: article, why: "differs" } });
  expect(handle).not.toBe(later);
});

test("refuses what cannot be so and leaves everything as it was, but lets stand what the file said", async () => {
  const { describe, onDisk } = await scene();
  const before = onDisk();
  for (const said of [
    { title: [""] },
    { date: ["the other day"] },
    { url: ["javascript:alert(1)"] },
    { language: ["German, I think"] },
  ])
    expect(await problemOf(describe(said))).toMatchObject({ problem: "about-invalid" });
  expect(await problemOf(describe({ author: Array.from({ length: 1_001 }, () => "x") }))).toMatchObject({
    problem: "limit-passed",
  });
  expect(await problemOf(describe({}, "nobody"))).toMatchObject({ problem: "article-missing" });
  expect(onDisk()).toEqual(before);
});

test("is taken back before and after a correction of the text, and the correction with it, to what was there first", async () => {
  const { ana, handle, article, describe, onDisk } = await scene();
  const plain = ({ revision: _revision, textRevision: _text, ...rest }: Record<string, unknown>) => rest;
  const before = onDisk();
  const first = await describe({ publisher: ["The Harbour Ledger"] });
  const { text } = await ana.call("article.open", { project: handle, article });
  const { step } = await ana.call("article.revise", {
    project: handle,
    article,
    from: null,
    opId: newId(),
    step: noteOf("revise-article"),
    why: "correction",
    note: "",
    text: text.replace("a year", "two years"),
  });
  const corrected = onDisk();
  const second = await describe({ place: ["Harbour Town"] });
  expect(onDisk()).toMatchObject({ textHash: corrected.textHash });
  const { revised } = step;
  if (!first.step || !second.step || !revised) throw new Error("no step");

  await ana.call("project.apply", { project: handle, ...(undoing(second.step) as object) } as never);
  expect(onDisk()).toEqual(corrected);
  await ana.call("article.takeRevisionBack", {
    project: handle,
    ...revised,
    opId: newId(),
    step: noteOf("revise-article", { undoes: step.id }),
  });
  expect((await ana.call("article.open", { project: handle, article })).text).toBe(text);
  await ana.call("project.apply", { project: handle, ...(undoing(first.step) as object) } as never);
  expect(plain(onDisk())).toEqual(plain(before));
});

test("an article is read by the language of its text until a person names another, which the list tells", async () => {
  const { ana, handle, article, describe } = await scene();
  const read = async () => (await ana.call("article.known", { project: handle, article })).language;
  expect(await read()).toBe("en");
  const { step } = await describe({ language: ["fr-CA"] });
  expect(await read()).toBe("fr");
  const told = () => ana.events.flatMap((event) => (event.type === "articles" ? event.articles : []));
  await expect.poll(told).toContainEqual(expect.objectContaining({ id: article, language: "fr-CA" }));
  if (step) await ana.call("project.apply", { project: handle, ...(undoing(step) as object) } as never);
  expect(await read()).toBe("en");
});
