// One person under two annotators, through the door: asked about, answered, counted once by compare and measure, and taken back.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { added } from "../../../../shared/model/change.ts";
import { newId, type Person, person, problemOf, projectWith, spanBy, temporaryFolder } from "../workplace.ts";

async function scene() {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"), "Ana");
  const { project: opened, article } = await projectWith(ana, join(folder, "project"));
  const { handle: project } = opened;
  const me = opened.annotator?.id ?? "";
  const marks = added(...[0, 1, 2].map((at) => spanBy(me, at)));
  const saved = { project, article, opId: newId(), revision: 0, change: { spans: marks } };
  await ana.call("annotations.apply", saved);
  const file = join(folder, "blind.json");
  const packed = { articles: null, annotators: null, history: false, blind: "seed", overwrite: false };
  await ana.call("review.package", { project, path: file, ...packed });
  const asked = { project, from: { path: file }, bring: false, places: {}, decided: [], unverified: false };
  const seen = await ana.call("review.takeInPreview", asked);
  if (!seen.ok) throw new Error("refused");
  const step = { command: "take-in", at: "2026-01-01T00:00:00.000Z" };
  const taken = await ana.call("review.takeIn", { ...asked, sha256: seen.sha256, opId: newId(), step });
  const other = seen.annotators[0]?.id ?? "";
  return { folder, ana, project, article, me, other, seen, taken };
}

const measure = (ana: Person, project: string, annotators: readonly string[] | null = null) =>
  ana.call("agreement.run", {
    project,
    annotators: annotators && [...annotators],
    articles: null,
    types: null,
    questions: ["marks"],
    policies: [],
    measures: ["span-f1-strict"],
  });

test("is noticed before it is imported, and in every place where sets meet", async () => {
  const { ana, project, article, me, other, seen, taken } = await scene();
  const pair = { people: [me, other], articles: 1, spans: [3, 3], same: 3, sameIds: 3, sameMoments: 1 };
  expect(seen.alike).toEqual([{ ...pair, names: ["Ana", "A"] }]);
  expect(taken.alike).toEqual(seen.alike);
  expect((await ana.call("review.sets", { project, article })).alike).toEqual([pair]);
  expect((await ana.call("review.likePeople", { project })).alike).toEqual([pair]);
  expect((await measure(ana, project)).alike).toEqual([pair]);
});

test("is one in compare and measure once that was said, after a restart too, and two when it is taken back", async () => {
  const { folder, ana, project, article, me, other } = await scene();
  const count = async (who: Person, handle: string) => [
    (await who.call("review.sets", { project: handle, article })).sets.map(({ annotator }) => annotator.id),
    (await measure(who, handle)).people.map(({ annotator }) => annotator.id),
  ];
  expect(await count(ana, project)).toEqual([
    [me, other],
    [me, other],
  ]);
  const files = () => readFileSync(join(folder, "project", "annotations", article, `${other}.json`), "utf8");
  const before = files();
  const people: [string, string] = [other, me];
  const { annotators } = await ana.call("review.samePerson", { project, people, answer: "same" });
  expect(annotators.find(({ id }) => id === other)?.sameAs).toBe(me);
  expect(ana.events.at(-1)).toEqual({ type: "annotators", project, annotators });
  expect(await count(ana, project)).toEqual([[me], [me]]);
  expect((await ana.call("review.sets", { project, article })).alike).toEqual([]);
  // A window that had chosen both asks for one.
  expect((await measure(ana, project, [me, other])).report?.annotators.map(({ id }) => id)).toEqual([me]);
  await ana.core.close();

  const again = await person(join(folder, "home"), "Ana");
  const { handle } = await again.call("project.open", { path: join(folder, "project"), mode: "write" });
  expect(await count(again, handle)).toEqual([[me], [me]]);
  await again.call("review.samePerson", { project: handle, people, answer: null });
  expect(await count(again, handle)).toEqual([
    [me, other],
    [me, other],
  ]);
  expect(files()).toBe(before);
});

test("nobody but annotators of the project can be one", async () => {
  const { ana, project, me } = await scene();
  const asked = ana.call("review.samePerson", { project, people: [me, "stranger"], answer: "same" });
  expect(await problemOf(asked)).toEqual({ problem: "annotator-missing", detail: { annotator: "stranger" } });
});
