// `sayso learn`: suggestions learn from one's own cards, and what they learned is shown, switched off and taken back.
import { afterEach, beforeEach, expect, test } from "vitest";
import { annotatedProject } from "../../../helpers/annotated-project.ts";
import { type Workplace, workplace } from "../../../helpers/command-line.ts";
import { houseArticles } from "../../../helpers/learning.ts";
import { person } from "../../core/workplace.ts";

let place: Workplace;
beforeEach(async () => {
  place = await workplace();
});
afterEach(() => place.remove());

test("a project's cards are learned from, and what came of it is said, shown, turned off and taken back", async () => {
  const project = place.at("project");
  const ana = await person(place.home, "Ana");
  await annotatedProject(ana, project, houseArticles().slice(0, 10));
  await ana.core.close();

  expect((await place.sayso("learn", project, "--show")).out).toBe(
    "Nothing has been learned in this project.\n",
  );
  const nothing = await place.sayso("learn", project, "--undo");
  expect([nothing.status === 0, nothing.err]).toEqual([
    false,
    expect.stringContaining("Suggestions have learned nothing in this project"),
  ]);
  const learned = await place.sayso("learn", project);
  expect(learned.out).toMatch(
    /^Better, so suggestions go by it: exact F1 [\d.]+ instead of [\d.]+, measured on \d+ cards in 10 articles, each left out in turn\.\n/u,
  );
  expect(learned.out).toContain("“growl”, used like “say”: ");
  expect(learned.out).toContain("per [Voice], [Claim]: ");
  expect((await place.sayso("learn", project, "--show")).out).toBe(learned.out);
  expect((await place.sayso("learn", project, "--off")).out).toContain("Turned off");
  expect(JSON.parse((await place.sayso("learn", project, "--on", "--json")).out)).toMatchObject({ on: true });
  expect((await place.sayso("learn", project, "--undo", "--json")).out).toContain('"used": null');
  expect((await place.sayso("learn", project, "--on", "--off")).status).toBe(2);
});
