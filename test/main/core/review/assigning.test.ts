// Assigning articles through the door, and how far everybody is.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Input } from "../../../../shared/api/contract.ts";
import { invertWork, type Step } from "../../../../shared/model/step.ts";
import { writeReviewProject } from "../../../helpers/review-project.ts";
import { takeIn, writePackage } from "../packages.ts";
import { newId, person, problemOf, temporaryFolder, windowOf } from "../workplace.ts";

const takenBack = (step: Step) => {
  const { assignments } = invertWork(step);
  return { parts: [], ...(assignments && { assignments }) };
};

const byPerson = (a: { annotator: string }, b: { annotator: string }): number =>
  a.annotator < b.annotator ? -1 : 1;

async function scene() {
  const folder = temporaryFolder();
  const review = await writeReviewProject(join(folder, "project"), ["Ana", "Ben"]);
  const ana = await person(join(folder, "home"));
  const open = await ana.call("project.open", { path: review.path, mode: "write" });
  const [article = ""] = review.articles.map((one) => one.article.id);
  const [own = "", ben = ""] = review.annotators.map(({ id }) => id);
  const assign = (asked: Partial<Input<"project.assign">>) =>
    ana.call("project.assign", {
      project: open.handle,
      opId: newId(),
      step: { command: "assign", at: new Date().toISOString() },
      assign: [],
      release: [],
      seed: null,
      ...asked,
    });
  const onDisk = () => JSON.parse(readFileSync(join(review.path, "project.json"), "utf8"));
  return { review, ana, open, project: open.handle, article, own, ben, onDisk, assign };
}

test("what is assigned stands in the project's file, is told to every window, and is released again", async () => {
  const { ana, review, article, own, ben, onDisk, assign } = await scene();
  const other = windowOf(ana.core);
  const { handle } = await other.call("project.open", { path: review.path, mode: "write" });
  const before = onDisk();
  const pairs = [own, ben].map((annotator) => ({ article, annotator }));
  const { assignments } = await assign({ assign: pairs, seed: "spring" });
  expect(assignments.map(({ at: _at, ...rest }) => rest)).toEqual(
    pairs.map((pair) => ({ ...pair, by: own, seed: "spring" })),
  );
  expect(onDisk().assignments).toEqual(assignments);
  expect(other.events).toContainEqual({ type: "assignments", project: handle, assignments });
  await assign({ release: pairs });
  expect(onDisk()).toEqual(before);
});

test("is a step of the history, taken back and done again exactly, also after a restart", async () => {
  const { ana, review, project, article, own, ben, onDisk, assign } = await scene();
  const pairs = [own, ben].map((annotator) => ({ article, annotator }));
  await assign({ assign: pairs, seed: "spring" });
  const drawn = onDisk().assignments;
  const released = await assign({ release: pairs.slice(0, 1) });
  expect(released.step?.assignments).toEqual({ added: [], removed: drawn.slice(0, 1) });
  expect((await assign({ release: pairs.slice(0, 1) })).step).toBeNull();
  await ana.call("project.close", { project });
  const again = await ana.call("project.open", { path: review.path, mode: "write" });
  const { steps } = await ana.call("project.history", { project: again.handle });
  expect(steps.map(({ command, assignments }) => [command, assignments?.added.length])).toEqual([
    ["assign", 2],
    ["assign", 0],
  ]);
  const undo = async (at: number) => {
    const step = steps.at(at);
    if (!step) throw new Error("There are two steps.");
    const note = { command: step.command, at: new Date().toISOString(), undoes: step.id };
    return ana.call("project.apply", {
      project: again.handle,
      opId: newId(),
      step: note,
      ...takenBack(step),
    });
  };
  await undo(-1);
  expect(onDisk().assignments.toSorted(byPerson)).toEqual(drawn.toSorted(byPerson));
  expect((await problemOf(undo(-1))).problem).toBe("change-misfit");
  await undo(-2);
  expect(onDisk().assignments).toBeUndefined();
});

test("what is taken back leaves what others assigned since, and nobody who is gone is assigned", async () => {
  const { ana, project, article, own, ben, onDisk, assign } = await scene();
  const [mine, bens] = [own, ben].map((annotator) => ({ article, annotator }));
  if (!mine || !bens) throw new Error("There are two people.");
  const { step } = await assign({ assign: [mine, bens] });
  // Released and assigned anew, which is another assignment than the one that is taken back.
  await assign({ release: [bens] });
  const { assignments } = await assign({ assign: [bens], seed: "later" });
  if (!step) throw new Error("It was a step.");
  const apply = (work: ReturnType<typeof takenBack>) =>
    ana.call("project.apply", {
      project,
      opId: newId(),
      step: { command: "assign", at: new Date().toISOString() },
      ...work,
    });
  await apply(takenBack(step));
  expect(onDisk().assignments).toEqual(assignments.filter(({ seed }) => seed === "later"));
  const nobody = { ...assignments[0], article, annotator: "nobody", at: "", by: own };
  const stranger = { parts: [], assignments: { added: [nobody], removed: [] } };
  expect((await problemOf(apply(stranger))).problem).toBe("change-misfit");
});

test("an older project opens without assignments, and what is not there cannot be assigned", async () => {
  const { open, article, own, onDisk, assign } = await scene();
  expect(open.project.assignments).toBeUndefined();
  const ask = (pair: { article: string; annotator: string }) => problemOf(assign({ assign: [pair] }));
  expect((await ask({ article: "gone", annotator: own })).problem).toBe("article-missing");
  expect((await ask({ article, annotator: "gone" })).problem).toBe("annotator-missing");
  expect(onDisk().assignments).toBeUndefined();
});

test("everybody's sets tell how far they are", async () => {
  const { ana, review, project, own, ben } = await scene();
  const { sets } = await ana.call("project.progress", { project });
  const told = sets.map(({ article, annotator, summary }) => `${article} ${annotator.id} ${summary.spans}`);
  expect(told.sort()).toEqual(
    review.articles
      .flatMap((one) => one.sets.map((set) => `${one.article.id} ${set.annotatorId} ${set.spans.length}`))
      .sort(),
  );
  expect(new Set(sets.map(({ annotator }) => annotator.id))).toEqual(new Set([own, ben]));
});

test("somebody can be entered before they ever open the project, once", async () => {
  const { ana, review, project, article, onDisk, assign } = await scene();
  const { annotator } = await ana.call("project.addPerson", { project, name: "Cem" });
  const again = await ana.call("project.addPerson", { project, name: " Cem " });
  expect(again.annotator).toEqual(annotator);
  await assign({ assign: [{ article, annotator: annotator.id }] });
  await ana.call("project.close", { project });
  const cem = await person(temporaryFolder(), "Cem");
  const open = await cem.call("project.open", { path: review.path, mode: "write" });
  expect(open.annotator).toEqual(annotator);
  expect(onDisk().annotators).toHaveLength(3);
});

test("a file whose assignments make no sense is damaged, not obeyed", async () => {
  const { ana, review, project } = await scene();
  await ana.call("project.close", { project });
  const path = join(review.path, "project.json");
  const data = JSON.parse(readFileSync(path, "utf8"));
  writeFileSync(path, JSON.stringify({ ...data, assignments: [{ article: "../../etc", annotator: 1 }] }));
  const found = await problemOf(ana.call("project.open", { path: review.path, mode: "write" }));
  expect(found.problem).toBe("project-damaged");
});

test("assignments travel in packages and find the right people, once, and blind ones leave them out", async () => {
  const folder = temporaryFolder();
  const review = await writeReviewProject(join(folder, "project"), ["Ana", "Ben"]);
  const ana = await person(join(folder, "home"));
  const { handle: project } = await ana.call("project.open", { path: review.path, mode: "write" });
  const { annotator: cem } = await ana.call("project.addPerson", { project, name: "Cem" });
  const [article = ""] = review.articles.map((one) => one.article.id);
  const [, ben = ""] = review.annotators.map(({ id }) => id);
  const pairs = [ben, cem.id].map((annotator) => ({ article, annotator }));
  const step = { command: "assign", at: new Date().toISOString() };
  await ana.call("project.assign", { project, opId: newId(), step, assign: pairs, release: [], seed: null });
  const pack = (blind: string | null): Promise<string> =>
    writePackage(ana, { handle: project }, join(folder, `${blind ?? "named"}.json`), { blind });
  const named = await pack(null);
  const blind = await pack("seed");
  expect(readFileSync(blind, "utf8")).not.toContain("assignments");

  // Cem has a project of the same articles, which knows neither Ben nor Ana, and him by another id.
  const own = await writeReviewProject(join(folder, "cems"), ["Cem"]);
  const cems = await person(join(folder, "cems-home"), "Cem");
  const opened = await cems.call("project.open", { path: own.path, mode: "write" });
  const take = async (path = named): Promise<unknown> => {
    await takeIn(cems, opened, path, { bring: true });
    return JSON.parse(readFileSync(join(own.path, "project.json"), "utf8")).assignments;
  };
  const first = await take();
  expect(first).toMatchObject([{ annotator: ben }, { annotator: opened.annotator?.id }]);
  expect(await take()).toEqual(first);
  // People come with the blind one, and no assignments: those that are here stay.
  expect(await take(blind)).toEqual(first);
});
