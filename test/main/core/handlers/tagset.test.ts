// The tagset of a project: seen what it would do, put to use with all sets carried over, taken back, and read from files.
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { OpenProject } from "../../../../shared/api/contract.ts";
import { added } from "../../../../shared/model/change.ts";
import { invertWork } from "../../../../shared/model/step.ts";
import type { Tagset } from "../../../../shared/model/tagset.ts";
import { noMoves } from "../../../../shared/model/tagset-moves.ts";
import { newsAttribution } from "../../../../shared/tagsets/news-attribution.ts";
import { removeType, startDraft, type TagsetDraft } from "../../../../shared/tagsets/tagset-draft.ts";
import {
  newId,
  noteOf,
  type Person,
  person,
  problemOf,
  projectWith,
  spanBy,
  temporaryFolder,
  text,
} from "../workplace.ts";

/** Two articles with a cue in each. */
async function place() {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const path = join(folder, "project");
  const { project, article } = await projectWith(ana, path);
  const { handle } = project;
  const second = await ana.call("article.importText", { project: handle, name: "b.txt", text });
  const articles = [article, second.article.id] as const;
  for (const one of articles)
    await ana.call("annotations.apply", {
      project: handle,
      article: one,
      opId: newId(),
      revision: 0,
      change: { spans: added(spanBy(project.annotator?.id ?? "")) },
    });
  return { folder, path, ana, project, articles };
}

const start = startDraft(newsAttribution);
const withoutCue = removeType(start, "cue", "claim");
const put = (who: Person, { handle }: OpenProject, { tagset, moves }: TagsetDraft) =>
  who.call("tagset.put", { project: handle, opId: newId(), step: noteOf("put-tagset"), tagset, moves });
const typesIn = async (who: Person, { handle }: OpenProject, articles: readonly string[]) => {
  const opened = articles.map((article) => who.call("article.open", { project: handle, article }));
  return (await Promise.all(opened)).map(({ set }) => set.spans.map(({ type }) => type));
};
const tagsetOf = async (who: Person, path: string): Promise<Tagset> =>
  (await who.call("project.open", { path, mode: "read" })).project.tagset;

test("what a tagset would do is said before it does anything", async () => {
  const { ana, project, articles } = await place();
  const { tagset, moves } = withoutCue;
  const preview = await ana.call("tagset.preview", { project: project.handle, tagset, moves });
  expect(preview.articles.map(({ article, counts }) => [article, counts.spansRetyped])).toEqual(
    articles.map((article) => [article, 1]),
  );
  expect(preview.others).toEqual([]);
  expect(await typesIn(ana, project, articles)).toEqual([["cue"], ["cue"]]);
});

test("putting it to use carries all sets over as one step, which can be taken back", async () => {
  const { ana, path, project, articles } = await place();
  const { step } = await put(ana, project, withoutCue);
  expect(await typesIn(ana, project, articles)).toEqual([["claim"], ["claim"]]);
  expect(await tagsetOf(ana, path)).toEqual(withoutCue.tagset);
  const steps = (await ana.call("project.history", { project: project.handle })).steps;
  expect(steps.find(({ id }) => id === step.id)).toEqual(step);

  const back = invertWork(step);
  const opened = await Promise.all(
    articles.map((article) => ana.call("article.open", { project: project.handle, article })),
  );
  const revisionOf = (id: string): number => opened.find(({ article }) => article.id === id)?.revision ?? -1;
  await ana.call("project.apply", {
    project: project.handle,
    opId: newId(),
    step: noteOf("put-tagset", { undoes: step.id }),
    parts: back.parts.map(({ article, change }) => ({ article, revision: revisionOf(article), change })),
    ...(back.tagset && { tagset: back.tagset }),
  });
  expect(await typesIn(ana, project, articles)).toEqual([["cue"], ["cue"]]);
  expect(await tagsetOf(ana, path)).toEqual(newsAttribution);
});

test("a crash between the decision and its end is finished at the next opening", async () => {
  const { folder, path, ana, project, articles } = await place();
  const before = join(folder, "before");
  cpSync(path, before, { recursive: true });
  const { step } = await put(ana, project, withoutCue);
  await ana.core.close();
  // The project as it was, with nothing but the decision written.
  cpSync(join(path, "history"), join(before, "history"), { recursive: true });
  const file = join(before, "history");
  const [journal = ""] = readdirSync(file);
  const lines = readFileSync(join(file, journal), "utf8").split("\n");
  const decided = lines.filter((line) => !line.includes('"done"')).join("\n");
  writeFileSync(join(file, journal), decided);
  const next = await person(join(folder, "home"));
  const opened = await next.call("project.open", { path: before, mode: "write" });
  expect(opened.project.tagset).toEqual(withoutCue.tagset);
  expect(await typesIn(next, opened, articles)).toEqual([["claim"], ["claim"]]);
  expect(step.parts).toHaveLength(2);
});

test("a colleague's annotations are counted and never changed", async () => {
  const { folder, path, ana, project, articles } = await place();
  await ana.core.close();
  const ben = await person(join(folder, "home"), "Ben");
  const bens = await ben.call("project.open", { path, mode: "write" });
  const { tagset, moves } = withoutCue;
  const preview = await ben.call("tagset.preview", { project: bens.handle, tagset, moves });
  expect(preview).toEqual({ articles: [], others: [{ annotator: "Ana", records: 2 }] });
  await put(ben, bens, withoutCue);
  await ben.core.close();
  const again = await person(join(folder, "home"), "Ana");
  const anas = await again.call("project.open", { path, mode: "write" });
  expect(await typesIn(again, anas, articles)).toEqual([["cue"], ["cue"]]);
  expect(project.annotator?.name).toBe("Ana");
});

test("what cannot be put to use is refused and changes nothing", async () => {
  const { ana, path, project, articles } = await place();
  const { tagset } = withoutCue;
  expect(await problemOf(put(ana, project, { ...withoutCue, moves: noMoves }))).toMatchObject({
    problem: "change-invalid",
  });
  const doubled = {
    ...start,
    tagset: { ...newsAttribution, flags: [...newsAttribution.flags, ...newsAttribution.flags] },
  };
  expect(await problemOf(put(ana, project, doubled))).toMatchObject({ problem: "change-invalid" });
  const stale = {
    project: project.handle,
    opId: newId(),
    step: noteOf("put-tagset"),
    parts: [],
    tagset: { from: tagset, to: newsAttribution },
  };
  expect(await problemOf(ana.call("project.apply", stale))).toMatchObject({ problem: "change-misfit" });
  expect(await tagsetOf(ana, path)).toEqual(newsAttribution);
  expect(await typesIn(ana, project, articles)).toEqual([["cue"], ["cue"]]);
});

test("a set that does not hold to the tagset that a step brings is refused", async () => {
  const { ana, project } = await place();
  const step = {
    project: project.handle,
    opId: newId(),
    step: noteOf("put-tagset"),
    parts: [],
    tagset: { from: newsAttribution, to: withoutCue.tagset },
  };
  expect(await problemOf(ana.call("project.apply", step))).toMatchObject({ problem: "change-invalid" });
});

test("a tagset is read from a file, and what is none is refused by name", async () => {
  const { folder, ana, project } = await place();
  const path = join(folder, "ours.tagset");
  await ana.call("export.write", {
    project: project.handle,
    format: "tagset",
    articles: null,
    annotators: null,
    path,
    overwrite: false,
  });
  expect(await ana.call("tagset.read", { path })).toEqual({ tagset: newsAttribution });
  const broken = join(folder, "broken.tagset");
  writeFileSync(broken, "{ oops");
  expect(await problemOf(ana.call("tagset.read", { path: broken }))).toMatchObject({
    problem: "tagset-unreadable",
  });
  expect(await problemOf(ana.call("tagset.read", { path: join(folder, "none") }))).toMatchObject({
    problem: "file-missing",
  });
});
