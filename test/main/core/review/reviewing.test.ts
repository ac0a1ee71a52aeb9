// Everybody's sets of an article through the door, and how they differ: in turns here, in a thread of its own in the built
// application.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { OpenProject } from "../../../../shared/api/contract.ts";
import { added } from "../../../../shared/model/change.ts";
import type { Id } from "../../../../shared/model/id.ts";
import { isAgreed } from "../../../../shared/review/comparison.ts";
import { edgePolicies } from "../../../../shared/review/edge-policies.ts";
import { type ReviewProject, writeReviewProject } from "../../../helpers/review-project.ts";
import { newId, type Person, person, problemOf, spanBy, temporaryFolder } from "../workplace.ts";

interface Scene {
  readonly ana: Person;
  readonly open: OpenProject;
  readonly article: Id;
  readonly review: ReviewProject;
}

async function scene(names = ["Ana", "Ben", "Cem"]): Promise<Scene> {
  const folder = temporaryFolder();
  const review = await writeReviewProject(join(folder, "project"), names);
  const ana = await person(join(folder, "home"));
  const open = await ana.call("project.open", { path: review.path, mode: "write" });
  return { ana, open, article: review.articles[0]?.article.id ?? "", review };
}

const setsOf = ({ ana, open, article }: Scene) => ana.call("review.sets", { project: open.handle, article });
const compare = ({ ana, open, article, review }: Scene, policies: readonly string[] = [], people = [0, 1]) =>
  ana.call("review.compare", {
    project: open.handle,
    article,
    annotators: people.map((at) => review.annotators[at]?.id ?? ""),
    policies: [...policies],
  });

test("everybody's sets are there, one's own among them", async () => {
  const one = await scene();
  const { sets, damaged, text, entities } = await setsOf(one);
  expect(sets.map(({ annotator, revision }) => [annotator.name, annotator.role, revision])).toEqual([
    ["Ana", "own", 1],
    ["Ben", "colleague", 1],
    ["Cem", "colleague", 1],
  ]);
  expect(sets.map(({ set }) => set)).toEqual(one.review.articles[0]?.sets);
  expect(damaged).toEqual([]);
  expect(text).toBe(one.review.articles[0]?.article.text);
  expect(entities).toEqual(one.review.entities);
});

test("a set that cannot be read is named, and the others are there all the same", async () => {
  const one = await scene();
  const [, ben] = one.review.annotators;
  const file = join(one.review.path, "annotations", one.article, `${ben?.id}.json`);
  writeFileSync(file, readFileSync(file, "utf8").replace('"claim"', '"clam"'));
  const { sets, damaged } = await setsOf(one);
  expect(sets.map(({ annotator }) => annotator.name)).toEqual(["Ana", "Cem"]);
  expect(damaged).toMatchObject([{ annotator: { name: "Ben" }, problem: { problem: "set-damaged" } }]);
  expect(await problemOf(compare(one))).toMatchObject({ problem: "annotator-missing" });
});

test("files that lie beside the sets are passed over, and a stranger's set is there under its id", async () => {
  const one = await scene();
  const folder = join(one.review.path, "annotations", one.article);
  for (const name of ["notes.txt", "..json", "UPPER.json", `${"a".repeat(40)}.json`])
    writeFileSync(join(folder, name), "{}");
  const project = JSON.parse(readFileSync(join(one.review.path, "project.json"), "utf8"));
  const [, , cem] = project.annotators;
  await one.ana.call("project.close", { project: one.open.handle });
  project.annotators.pop();
  writeFileSync(join(one.review.path, "project.json"), JSON.stringify(project));
  const open = await one.ana.call("project.open", { path: one.review.path, mode: "write" });
  const { sets, damaged } = await setsOf({ ...one, open });
  expect(sets.map(({ annotator }) => annotator.name)).toEqual(["Ana", "Ben", cem.id]);
  expect(damaged).toEqual([]);
});

test("a comparison types every difference, and policies pass over some", async () => {
  const one = await scene();
  const strict = await compare(one);
  const lenient = await compare(
    one,
    edgePolicies.map(({ id }) => id),
  );
  const counts = [strict, lenient].map(({ comparison }) =>
    (["strict", "lenient"] as const).map(
      (how) => comparison?.groups.filter((group) => isAgreed(group, how)).length,
    ),
  );
  const [[agreed = 0, same] = [], [strictly, leniently = 0] = []] = counts;
  expect([same, strictly]).toEqual([agreed, agreed]);
  expect(leniently).toBeGreaterThan(agreed);
  expect(strict.revisions).toEqual([1, 1]);
  const own = one.review.articles[0]?.sets[0];
  const members = strict.comparison?.groups.flatMap(({ members }) => members[0] ?? []);
  expect(members?.sort()).toEqual(
    [...(own?.spans ?? []), ...(own?.attributions ?? [])].map(({ id }) => id).sort(),
  );
});

test("what is compared is what was saved a moment ago", async () => {
  const one = await scene();
  const { handle, annotator } = one.open;
  const opened = await one.ana.call("article.open", { project: handle, article: one.article });
  const [, ben] = one.review.articles[0]?.sets ?? [];
  const span = spanBy(annotator?.id ?? "");
  const [start, end] = [1, 4];
  const own = {
    ...span,
    segments: [{ start, end, quote: opened.text.slice(start, end), prefix: "", suffix: "" }],
  };
  await one.ana.call("annotations.apply", {
    project: handle,
    article: one.article,
    opId: newId(),
    revision: opened.revision,
    change: { spans: added(own) },
  });
  const { comparison, revisions } = await compare(one);
  expect(revisions).toEqual([2, 1]);
  const group = comparison?.groups.find(({ members }) => members[0] === own.id);
  expect(group?.differences).toMatchObject([{ aspect: "missing" }]);
  expect(ben?.spans.some(({ id }) => id === own.id)).toBe(false);
});

test("the next comparison ends the one before, and so does stopping", async () => {
  const one = await scene();
  const first = compare(one);
  const second = compare(one);
  expect((await first).comparison).toBeNull();
  expect((await second).comparison?.isExact).toBe(true);
  const third = compare(one);
  await one.ana.call("review.stop", { project: one.open.handle });
  expect((await third).comparison).toBeNull();
});

test("a folder that may only be read is compared too, and nothing in it changes", async () => {
  const one = await scene();
  await one.ana.call("project.close", { project: one.open.handle });
  const list = () => readdirSync(one.review.path, { recursive: true }).sort();
  const before = list();
  const open = await one.ana.call("project.open", { path: one.review.path, mode: "read" });
  const { sets } = await setsOf({ ...one, open });
  expect(sets.map(({ annotator }) => annotator.role)).toEqual(["own", "colleague", "colleague"]);
  expect((await compare({ ...one, open })).comparison?.groups.length).toBeGreaterThan(0);
  expect(list()).toEqual(before);
});

test("no set, more than nine, the same twice and policies that nobody knows are refused", async () => {
  const one = await scene();
  for (const people of [[], [0, 0]])
    expect(await problemOf(compare(one, [], people))).toMatchObject({ problem: "input-invalid" });
  const ten = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  expect(await problemOf(compare(one, [], ten))).toMatchObject({ problem: "limit-passed" });
  expect(await problemOf(compare(one, ["no-such"]))).toMatchObject({ problem: "input-invalid" });
});
