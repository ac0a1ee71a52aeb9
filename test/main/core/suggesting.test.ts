// Suggestions through the door: cards for an article's text, and what this person rejected in any of them.
import { join } from "node:path";
import { expect, test } from "vitest";
import { added } from "../../../shared/model/change.ts";
import type { Rejection } from "../../../shared/model/rejection.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import { newId, person, projectWith, temporaryFolder, text } from "./workplace.ts";

test("an article gets cards with their people, and the same ones when asked again", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "project"));
  const ask = () => ana.call("suggestions.find", { project: project.handle, article });
  const found = await ask();
  expect(
    found?.cards.map(({ voice, cue, person: who }) => [
      voice.map(({ start, end }) => text.slice(start, end)).join(),
      cue.map(({ start, end }) => text.slice(start, end)).join(),
      found.people[who ?? -1]?.name,
    ]),
  ).toEqual([
    ["Mayor Ines Duarte", "said", "Ines Duarte"],
    ["she", "said", "Ines Duarte"],
  ]);
  expect(found?.language).toBe("en");
  expect(await ask()).toEqual(found);
});

test("what was rejected is told for the whole project, also after it was closed", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, path);
  const rejection: Rejection = {
    id: newId(),
    segment: selectorOf(text, { start: 18, end: 22 }),
    pattern: { rule: "bare-clause", cue: "say", shape: "name" },
    provenance: {
      annotator: project.annotator?.id ?? "",
      at: "2026-01-01T00:00:00.000Z",
      origin: { by: "human" },
    },
  };
  const { revision } = await ana.call("article.open", { project: project.handle, article });
  const change = { rejections: added(rejection) };
  const opId = newId();
  await ana.call("annotations.apply", { project: project.handle, article, opId, revision, change });
  const told = { articles: [{ article, rejections: [rejection] }] };
  expect(await ana.call("suggestions.rejections", { project: project.handle })).toEqual(told);
  await ana.call("project.close", { project: project.handle });
  const { handle } = await ana.call("project.open", { path, mode: "write" });
  expect(await ana.call("suggestions.rejections", { project: handle })).toEqual(told);
});
