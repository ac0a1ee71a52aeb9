// One person counted twice, on the command line: noticed where work is imported, compared and measured, answered for one run or for the
// project, and taken back.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { added } from "../../../../shared/model/change.ts";
import { type Workplace, workplace } from "../../../helpers/command-line.ts";
import { newId, person, projectWith, spanBy } from "../../core/workplace.ts";

let place: Workplace;
beforeEach(async () => {
  place = await workplace();
});
afterEach(() => place.remove());

/** Ana's project with four marks, and the same work once more, blind, in a file. */
async function blindBeside(): Promise<{ readonly project: string; readonly file: string }> {
  const ana = await person(place.home, "Ana");
  const project = place.at("project");
  const opened = await projectWith(ana, project);
  const by = opened.project.annotator?.id ?? "";
  const marks = added(...[0, 1, 2, 3].map((at) => spanBy(by, at)));
  const saved = { project: opened.project.handle, article: opened.article, opId: newId(), revision: 0 };
  await ana.call("annotations.apply", { ...saved, change: { spans: marks } });
  await ana.core.close();
  const file = place.at("blind.json");
  expect((await place.sayso("package", project, "--out", file, "--blind", "seed")).status).toBe(0);
  return { project, file };
}

const asks =
  /“Ana” and “A” look like one person.*4 marks are on the same words \(out of 4 and 4\).*4 have the same id/u;
const figure = async (...args: readonly string[]) => {
  const { out, err } = await place.sayso("agreement", ...args, "--measure", "span-f1-strict", "--json");
  return [JSON.parse(out).measures[0].value, asks.test(err)];
};

test("one's own work imported blind is noticed, and counts as one once that was said", async () => {
  const { project, file } = await blindBeside();
  const taken = await place.sayso("take-in", project, file);
  expect([taken.status, asks.test(taken.err), taken.err.includes("sayso people")]).toEqual([0, true, true]);
  expect(await figure(project)).toEqual([1, true]);
  // For one run: nobody is left to agree with, and nothing is kept.
  expect(await figure(project, "--same", "A=Ana")).toEqual([null, false]);
  expect(await figure(project)).toEqual([1, true]);
  const compared = await place.sayso("compare", project);
  expect([compared.status, asks.test(compared.err)]).toEqual([0, true]);
  expect((await place.sayso("compare", project, "--same", "A=Ana")).status).toBe(2);

  const said = await place.sayso("people", project, "--same", "A=Ana");
  expect(said).toEqual({ status: 0, out: "Ana\nA: counts as Ana\n", err: "" });
  expect(await figure(project)).toEqual([null, false]);
  const { err } = await place.sayso("agreement", project);
  expect(err).toContain(
    "“A” and “Ana” are one person, and both have marks here. Only the set of “Ana” counts.",
  );
  expect((await place.sayso("take-in", project, file)).err).toBe("");
  // The sets are as they were, and so is everything once it is taken back.
  const back = await place.sayso("people", project, "--ask", "Ana=A");
  expect(back.out).toMatch(asks);
  expect(await figure(project)).toEqual([1, true]);
  const two = await place.sayso("people", project, "--different", "Ana=A");
  expect(two.out).toBe("Ana\nA\n");
  expect(await figure(project)).toEqual([1, false]);
});

test("a pair that is not there is named, and nothing is answered", async () => {
  const { project, file } = await blindBeside();
  await place.sayso("take-in", project, file);
  const before = readFileSync(join(project, "project.json"), "utf8");
  const { status, err } = await place.sayso("people", project, "--same", "A=Ana", "--different", "A=Zoe");
  expect([status, err.includes("“A=Zoe”"), err.includes("Ana, A")]).toEqual([2, true, true]);
  expect(readFileSync(join(project, "project.json"), "utf8")).toBe(before);
});
