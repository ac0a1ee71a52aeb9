// Suggestions through the door: cards for an article's text, and what this person rejected in any of them.
import { join } from "node:path";
import { expect, test } from "vitest";
import { saidIn } from "../../../shared/model/article-about.ts";
import { added } from "../../../shared/model/change.ts";
import type { Rejection } from "../../../shared/model/rejection.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import { startDraft } from "../../../shared/tagsets/tagset-draft.ts";
import { newId, noteOf, person, projectWith, temporaryFolder, text } from "./workplace.ts";

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

test("a project's own cue words are gone by once its tagset has them", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const words = "Hart chalks up the delay to bad weather.";
  const { project, article } = await projectWith(ana, join(folder, "project"), words);
  const cues = async () =>
    (await ana.call("suggestions.find", { project: project.handle, article }))?.cards.map(({ rule }) => rule);
  expect(await cues()).toEqual([]);
  const { tagset, moves } = startDraft(project.project.tagset);
  await ana.call("tagset.put", {
    project: project.handle,
    opId: newId(),
    step: { command: "put-tagset", at: "2026-01-01T00:00:00.000Z" },
    tagset: { ...tagset, ownCues: ["chalks up"] },
    moves,
  });
  expect(await cues()).toEqual(["own-word"]);
});

test("an article is suggested for by the language of the project, and by its own where a person named it", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "project"));
  const handle = project.handle;
  const language = async () => (await ana.call("suggestions.find", { project: handle, article }))?.language;
  expect(await language()).toBe("en");
  const { tagset, moves } = startDraft(project.project.tagset);
  await ana.call("tagset.put", {
    ...{ project: handle, opId: newId(), step: noteOf("put-tagset"), moves },
    tagset: { ...tagset, articleLanguage: "de" },
  });
  expect(await language()).toBe("de");
  const { known } = await ana.call("article.known", { project: handle, article });
  await ana.call("article.describe", {
    ...{ project: handle, article, opId: newId(), step: noteOf("describe-article") },
    said: { ...saidIn(known), language: ["fr"] },
  });
  expect(await language()).toBe("fr");
});

test("suggestions are measured against one's own cards, of which there are none yet", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project } = await projectWith(ana, join(folder, "project"));
  const asked = { project: project.handle, article: null, atLeast: 0.5 };
  expect(await ana.call("suggestions.measure", asked)).toMatchObject({ articles: 0, cards: 0, suggested: 0 });
  const sample = await ana.call("project.openSample", {});
  const figures = await ana.call("suggestions.measure", { ...asked, project: sample.handle });
  expect(figures?.articles).toBe(12);
  expect(figures?.scores["triple overlap"]?.f1).toBeGreaterThan(50);
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

test("people are gathered over all articles, and again only where a text is new; what was rejected or is known is left out", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "project"));
  const ask = async () => {
    const found = await ana.call("suggestions.people", { project: project.handle });
    return {
      articles: found?.articles,
      names: found?.people.map(({ name, articles }) => `${name} ${articles}`),
    };
  };
  const { revision } = await ana.call("article.open", { project: project.handle, article });
  expect(await ask()).toEqual({ articles: 1, names: ["Ines Duarte 1"] });
  const more =
    "Duarte denied it. Ines Duarte said that nobody had asked her. Luis Moreno said it was true.\n";
  const { article: second } = await ana.call("article.importText", {
    project: project.handle,
    name: "more.txt",
    text: more,
  });
  const toldBefore = ana.events.length;
  expect(await ask()).toEqual({ articles: 2, names: ["Ines Duarte 2", "Luis Moreno 1"] });
  expect(ana.events.slice(toldBefore).filter(({ type }) => type === "suggesting")).toEqual([
    { type: "suggesting", project: project.handle, done: 1, of: 1 },
  ]);
  // Rejected, with the place in the other article.
  const start = more.indexOf("Luis Moreno");
  const rejection: Rejection = {
    id: newId(),
    segment: selectorOf(more, { start, end: start + 11 }),
    pattern: { rule: "person", cue: "luis moreno", shape: "person" },
    provenance: {
      annotator: project.annotator?.id ?? "",
      at: "2026-01-01T00:00:00.000Z",
      origin: { by: "human" },
    },
  };
  const apply = { project: project.handle, step: noteOf("reject-people") };
  await ana.call("project.apply", {
    ...apply,
    opId: newId(),
    parts: [{ article: second.id, revision: null, change: { rejections: added(rejection) } }],
  });
  expect(await ask()).toEqual({ articles: 2, names: ["Ines Duarte 2"] });
  await ana.call("project.apply", {
    ...apply,
    opId: newId(),
    parts: [],
    entities: added({ id: newId(), name: "Ines Duarte", type: "person", naming: "named", aliases: [] }),
  });
  expect(await ask()).toEqual({ articles: 2, names: [] });
  expect(revision).toBe(0);
});

test("what is missed is told of the articles that were begun, and not where it was waived", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project } = await projectWith(ana, join(folder, "project"));
  expect(await ana.call("suggestions.missed", { project: project.handle })).toEqual({
    articles: [],
    count: 0,
    unbegun: 1,
  });
  const sample = await ana.call("project.openSample", {});
  const before = await ana.call("suggestions.missed", { project: sample.handle });
  const [first] = before?.articles ?? [];
  const [miss] = first?.missed ?? [];
  if (!before || !first || !miss) throw new Error("The sample leaves something to find.");
  expect(before.unbegun).toBe(0);
  const { start, end, quote, prefix, suffix } = miss.segment;
  await ana.call("project.apply", {
    project: sample.handle,
    opId: newId(),
    step: noteOf("waive-missed"),
    parts: [
      {
        article: first.article,
        revision: null,
        change: {
          rejections: added({
            id: newId(),
            segment: { start, end, quote, prefix, suffix },
            pattern: null,
            provenance: {
              annotator: sample.annotator?.id ?? "",
              at: "2026-01-01T00:00:00.000Z",
              origin: { by: "human" },
            },
          }),
        },
      },
    ],
  });
  const after = await ana.call("suggestions.missed", { project: sample.handle });
  expect(after?.count).toBe(before.count - 1);
});

test("a list over the project is ended by the next one, and by who asked for it", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const sample = await ana.call("project.openSample", {});
  const project = sample.handle;
  const asked = ana.call("suggestions.people", { project });
  const next = ana.call("suggestions.missed", { project });
  expect(await asked).toBeNull();
  expect(await next).not.toBeNull();
  const last = ana.call("suggestions.people", { project });
  await ana.call("suggestions.stopList", { project });
  // What was read before it was ended need not be read again, so it may be done already.
  expect([null, 2]).toContain((await last)?.articles ?? null);
});
