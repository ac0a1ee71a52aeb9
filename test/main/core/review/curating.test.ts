// The curated set through the door: the annotator that it makes, whose step each of its changes is, and that it is there tomorrow.
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { OpenProject } from "../../../../shared/api/contract.ts";
import { type Annotations, setFromJson } from "../../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../../shared/model/article-text.ts";
import { applyChange, type Change, invertChange } from "../../../../shared/model/change.ts";
import { curationOf } from "../../../../shared/model/curation.ts";
import type { Id } from "../../../../shared/model/id.ts";
import { tableOf } from "../../../../shared/model/table.ts";
import { decideConflict } from "../../../../shared/review/decide/index.ts";
import type { Review } from "../../../../shared/review/decide/review.ts";
import { queueOf } from "../../../../shared/review/questions.ts";
import { newsAttribution } from "../../../../shared/tagsets/news-attribution.ts";
import { writeReviewProject } from "../../../helpers/review-project.ts";
import { takeIn, writePackage } from "../packages.ts";
import { newId, type Person, person, problemOf, temporaryFolder, windowOf } from "../workplace.ts";

interface Scene {
  readonly ana: Person;
  readonly home: string;
  readonly path: string;
  readonly open: OpenProject;
  readonly article: Id;
  readonly review: Review;
}

async function scene(): Promise<Scene> {
  const folder = temporaryFolder();
  const home = join(folder, "home");
  const { path, annotators, articles } = await writeReviewProject(join(folder, "project"), ["Ana", "Ben"]);
  const ana = await person(home);
  const open = await ana.call("project.open", { path, mode: "write" });
  const article = articles[0]?.article.id ?? "";
  const ids = annotators.map(({ id }) => id);
  const { sets } = await ana.call("review.sets", { project: open.handle, article });
  const { comparison } = await ana.call("review.compare", {
    project: open.handle,
    article,
    annotators: ids,
    policies: [],
  });
  if (!comparison) throw new Error("It was stopped.");
  const entities = tableOf(open.entities);
  const review = {
    annotators: ids,
    comparison,
    sets: sets.map(({ set }) => ({ set: setFromJson(set), entities })),
  };
  return { ana, home, path, open, article, review };
}

const openCurated = ({ ana, open, article }: Scene) =>
  ana.call("article.open", { project: open.handle, article, whose: "curation" });

/** What deciding on the first conflict changes. */
async function decided(one: Scene): Promise<{ change: Change; after: Annotations; revision: number }> {
  const opened = await openCurated(one);
  const annotations = { set: setFromJson(opened.set), entities: tableOf(opened.entities) };
  const [first] = queueOf(one.review, annotations.set).conflicts.filter(({ state }) => state === "open");
  const outcome = decideConflict.run(
    {
      annotations,
      text: articleTextOf(opened.text),
      tagset: newsAttribution,
      annotator: one.open.annotator?.id ?? "",
      focus: { span: null, card: null },
      newId,
      now: () => new Date().toISOString(),
    },
    {
      review: one.review,
      group: first?.group ?? 0,
      choice: { how: "take", member: 0 },
      reason: "the style book",
    },
  );
  if ("refusal" in outcome) throw new Error(outcome.refusal);
  return {
    change: outcome.change,
    after: applyChange(annotations, outcome.change),
    revision: opened.revision,
  };
}

const step = { command: "decide-conflict", at: "2026-01-01T00:00:00.000Z" };

async function decide(one: Scene): Promise<Change> {
  const { change, revision } = await decided(one);
  const { ana, open, article } = one;
  const request = {
    project: open.handle,
    article,
    whose: "curation" as const,
    opId: newId(),
    revision,
    change,
    step,
  };
  await ana.call("annotations.apply", request);
  return change;
}

const again = async (one: Scene): Promise<Scene> => {
  await one.ana.call("project.close", { project: one.open.handle });
  const ana = await person(one.home);
  return { ...one, ana, open: await ana.call("project.open", { path: one.path, mode: "write" }) };
};

test("the curated set of another machine is kept beside the one that is here, and coming again changes nothing", async () => {
  const one = await scene();
  const path = join(temporaryFolder(), "copy");
  cpSync(one.path, path, { recursive: true });
  rmSync(join(path, ".lock"), { force: true });
  const ana = await person(join(temporaryFolder(), "home"), "Ana");
  const two = { ...one, ana, path, open: await ana.call("project.open", { path, mode: "write" }) };
  await decide(one);
  await decide(two);
  const [here, there] = [(await openCurated(one)).set, (await openCurated(two)).set];
  const file = await writePackage(two.ana, two.open, join(temporaryFolder(), "two.json"));
  const curated = async () => {
    const { rows } = await takeIn(one.ana, one.open, file);
    return rows.filter(({ annotator: { name } }) => name.startsWith("Curation"));
  };
  const taken = await curated();
  expect(taken).toMatchObject([{ outcome: "new", besideCurated: "another-here", spans: there.spans.length }]);
  expect((await openCurated(one)).set).toEqual(here);
  const { sets } = await one.ana.call("review.sets", { project: one.open.handle, article: one.article });
  const kept = sets.find(({ annotator: { id } }) => id === taken[0]?.annotator.id);
  expect(kept?.set.spans.map(({ id }) => id)).toEqual(there.spans.map(({ id }) => id));
  expect(kept?.set.decisions).toHaveLength(1);
  expect(await curated()).toMatchObject([{ outcome: "same" }]);

  // As Sayso left it before it told a curation that is kept beside from a person.
  await one.ana.call("project.close", { project: one.open.handle });
  const project = join(one.path, "project.json");
  const said = readFileSync(project, "utf8");
  expect(said).toContain("decidedElsewhere");
  writeFileSync(project, said.replace(/,\s*"decidedElsewhere": true/u, ""));
  const later = await person(one.home);
  const open = await later.call("project.open", { path: one.path, mode: "write" });
  const isNobody = (): boolean => readFileSync(project, "utf8").includes("decidedElsewhere");
  expect(isNobody()).toBe(false);
  await takeIn(later, open, file);
  expect(isNobody()).toBe(true);
});

test("the curation is made at the first decision, and one's own set stays as it is", async () => {
  const one = await scene();
  const before = await openCurated(one);
  expect(before).toMatchObject({ revision: 0, readOnly: null, set: { spans: [], attributions: [] } });
  const names = (open: OpenProject) => open.project.annotators.map(({ name, kind }) => [name, kind]);
  const untouched = await again(one);
  expect(names(untouched.open)).toEqual([
    ["Ana", undefined],
    ["Ben", undefined],
  ]);
  const own = await untouched.ana.call("article.open", {
    project: untouched.open.handle,
    article: one.article,
  });
  const change = await decide(untouched);
  const after = await openCurated(untouched);
  expect(after.set.decisions).toEqual(change.decisions?.added);
  expect(after.set.annotatorId).toBe(curationOf(one.open.project).id);
  const restarted = await again(untouched);
  expect(names(restarted.open)).toEqual([
    ["Ana", undefined],
    ["Ben", undefined],
    ["Curation", "curation"],
  ]);
  expect((await openCurated(restarted)).set).toEqual(after.set);
  const { sets } = await restarted.ana.call("review.sets", {
    project: restarted.open.handle,
    article: one.article,
  });
  expect(sets.map(({ annotator }) => annotator.role)).toEqual(["own", "colleague", "curation"]);
  expect(
    await restarted.ana.call("article.open", { project: restarted.open.handle, article: one.article }),
  ).toMatchObject({
    set: own.set,
    revision: own.revision,
  });
});

test("a decision can be taken back tomorrow, by who made it", async () => {
  const first = await scene();
  const change = await decide(first);
  const one = await again(first);
  const { steps } = await one.ana.call("project.history", { project: one.open.handle });
  expect(steps).toMatchObject([
    {
      command: "decide-conflict",
      by: one.open.annotator?.id,
      parts: [{ article: one.article, whose: "curation", change }],
    },
  ]);
  const [done] = steps;
  const { revisions } = await one.ana.call("project.apply", {
    project: one.open.handle,
    opId: newId(),
    step: { command: "decide-conflict", at: "2026-01-01T00:00:01.000Z", undoes: done?.id ?? "" },
    parts: [{ article: one.article, whose: "curation", revision: 1, change: invertChange(change) }],
  });
  expect(revisions).toEqual({ [`${one.article} curation`]: 2 });
  expect((await openCurated(one)).set).not.toHaveProperty("decisions");
  await one.ana.call("project.close", { project: one.open.handle });

  const ben = await person(join(temporaryFolder(), "home"), "Ben");
  const open = await ben.call("project.open", { path: one.path, mode: "write" });
  expect(await ben.call("project.history", { project: open.handle })).toEqual({ steps: [] });
});

test("another window hears of it, and what it decides on an old state is refused", async () => {
  const one = await scene();
  const { change, revision } = await decided(one);
  const second = windowOf(one.ana.core);
  const theirs = await second.call("project.open", { path: one.path, mode: "write" });
  await decide(one);
  expect(second.events).toContainEqual({
    type: "set",
    project: theirs.handle,
    article: one.article,
    whose: "curation",
    revision: 1,
  });
  expect(second.events).toContainEqual({ type: "sets", project: theirs.handle, articles: [one.article] });
  const late = { project: theirs.handle, article: one.article, opId: newId(), revision, change };
  expect(await problemOf(second.call("annotations.apply", { ...late, whose: "curation" }))).toMatchObject({
    problem: "revision-conflict",
  });
});

test("who only reads decides nothing, and sees what was decided", async () => {
  const first = await scene();
  const change = await decide(first);
  await first.ana.call("project.close", { project: first.open.handle });
  const open = await first.ana.call("project.open", { path: first.path, mode: "read" });
  const one = { ...first, open };
  const opened = await openCurated(one);
  expect(opened.set.decisions).toEqual(change.decisions?.added);
  expect(opened.readOnly).toMatchObject({ why: "asked" });
  const late = {
    project: open.handle,
    article: one.article,
    opId: newId(),
    revision: 1,
    change: invertChange(change),
  };
  expect(await problemOf(one.ana.call("annotations.apply", { ...late, whose: "curation" }))).toMatchObject({
    problem: "project-read-only",
  });
});
