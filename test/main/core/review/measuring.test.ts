// The agreement of a project's sets through the door: in turns here, in a thread of its own in the built application.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Input, OpenProject } from "../../../../shared/api/contract.ts";
import type { Id } from "../../../../shared/model/id.ts";
import { type ReviewProject, writeReviewProject } from "../../../helpers/review-project.ts";
import { type Person, person, problemOf, temporaryFolder } from "../workplace.ts";

interface Scene {
  readonly ana: Person;
  readonly open: OpenProject;
  readonly review: ReviewProject;
  readonly articles: readonly Id[];
}

async function scene(): Promise<Scene> {
  const folder = temporaryFolder();
  const review = await writeReviewProject(join(folder, "project"), ["Ana", "Ben", "Cem"]);
  const ana = await person(join(folder, "home"));
  const open = await ana.call("project.open", { path: review.path, mode: "write" });
  return { ana, open, review, articles: open.articles.map(({ id }) => id) };
}

const run = ({ ana, open }: Scene, asked: Partial<Omit<Input<"agreement.run">, "project">> = {}) =>
  ana.call("agreement.run", {
    project: open.handle,
    annotators: null,
    articles: null,
    types: null,
    questions: ["marks"],
    policies: [],
    measures: ["span-f1-strict"],
    ...asked,
  });

test("everybody is measured on every article when nothing is chosen, and it is told how far it is", async () => {
  const one = await scene();
  const { people, report, leftOut, damaged } = await run(one, {
    measures: null,
    questions: ["type", "kind"],
  });
  expect(people.map(({ annotator, articles }) => [annotator.name, articles])).toEqual([
    ["Ana", one.articles],
    ["Ben", one.articles],
    ["Cem", one.articles],
  ]);
  expect(report?.annotators.map(({ name }) => name)).toEqual(["Ana", "Ben", "Cem"]);
  expect(report?.articles.map(({ id }) => id)).toEqual(one.articles);
  expect(report?.questions.map(({ question }) => question)).toEqual(["type", "kind"]);
  expect(report?.disputed.length).toBeGreaterThan(0);
  expect([leftOut, damaged]).toEqual([[], []]);
  const told = one.ana.events.flatMap((event) => (event.type === "measuring" ? [event.done / event.of] : []));
  expect(told.length).toBeGreaterThan(0);
  expect(told).toEqual([...told].sort((a, b) => a - b));
});

test("those chosen are measured, in the order in which they are named", async () => {
  const one = await scene();
  const [ana, , cem] = one.review.annotators;
  const annotators = [cem?.id ?? "", ana?.id ?? ""];
  const { report } = await run(one, { annotators, articles: one.articles.slice(1) });
  expect(report?.annotators.map(({ name }) => name)).toEqual(["Cem", "Ana"]);
  expect(report?.articles).toHaveLength(1);
  expect(await problemOf(run(one, { annotators: ["nobody"] }))).toMatchObject({
    problem: "annotator-missing",
  });
});

test("an article with a set that cannot be read is named and left out", async () => {
  const one = await scene();
  const [article = ""] = one.articles;
  const file = join(one.review.path, "annotations", article, `${one.review.annotators[1]?.id}.json`);
  writeFileSync(file, readFileSync(file, "utf8").replace('"claim"', '"clam"'));
  const { report, leftOut, damaged } = await run(one);
  expect(report?.articles.map(({ id }) => id)).toEqual(one.articles.slice(1));
  expect([leftOut, damaged]).toEqual([[article], [article]]);
});

test("the next measurement of a window ends the one before, and one can be stopped", async () => {
  const one = await scene();
  const first = run(one, { measures: ["gamma"] });
  const second = run(one);
  expect((await first).report).toBeNull();
  expect((await second).report).not.toBeNull();
  const third = run(one, { measures: null, questions: null });
  await one.ana.call("agreement.stop", { project: one.open.handle });
  expect((await third).report).toBeNull();
});
