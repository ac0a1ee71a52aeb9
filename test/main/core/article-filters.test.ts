// Filters of articles kept through the door, and what the core tells of articles for them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { saidIn } from "../../../shared/model/article-about.ts";
import { everyArticle, type SavedFilter } from "../../../shared/model/article-filter.ts";
import { added } from "../../../shared/model/change.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { articleFilter } from "../../helpers/article-filters.ts";
import { runs } from "../../helpers/tier.ts";
import {
  newId,
  noteOf,
  person,
  problemOf,
  projectWith,
  spanBy,
  temporaryFolder,
  windowOf,
} from "./workplace.ts";

test("filters are read back as they were saved, for their project alone, also after a restart", async () => {
  const folder = temporaryFolder();
  const home = join(folder, "home");
  const ana = await person(home);
  const { project: open } = await projectWith(ana, join(folder, "one"));
  const { project: other } = await projectWith(ana, join(folder, "other"));
  await fc.assert(
    fc.asyncProperty(fc.array(articleFilter, { maxLength: 3 }), async (filters) => {
      const saved = filters.map((filter, at): SavedFilter => ({ name: `Filter ${at}`, filter }));
      const change = { save: saved, remove: ["Filter 0", "Filter 1", "Filter 2"] };
      expect(await ana.call("desk.saveFilters", { project: open.handle, ...change })).toEqual({
        filters: saved,
      });
      const { desk } = await ana.call("project.open", { path: other.path, mode: "write" });
      expect(desk.filters).toEqual([]);
    }),
    { numRuns: runs(20) },
  );
  const saved = [{ name: "Mine", filter: { ...everyArticle, states: ["done" as const], to: "2025-08" } }];
  const remove = ["Filter 0", "Filter 1", "Filter 2"];
  await ana.call("desk.saveFilters", { project: open.handle, save: saved, remove });
  await ana.core.close();
  const again = await person(home);
  const { desk } = await again.call("project.open", { path: open.path, mode: "write" });
  expect(desk.filters).toEqual(saved);
});

test("two windows that save filters lose none, and one of a name that is there takes its place", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project } = await projectWith(ana, join(folder, "one"));
  const other = windowOf(ana.core);
  const opened = await other.call("project.open", { path: project.path, mode: "write" });
  const named = (name: string, words: string): SavedFilter => ({ name, filter: { ...everyArticle, words } });
  const [inAna, inOther] = [project.handle, opened.handle];
  await Promise.all([
    ana.call("desk.saveFilters", { project: inAna, save: [named("Bridges", "bridge")], remove: [] }),
    other.call("desk.saveFilters", { project: inOther, save: [named("Quotas", "quota")], remove: [] }),
  ]);
  const replacing = { save: [named("Bridges", "ferry")], remove: ["Tides"] };
  expect((await other.call("desk.saveFilters", { project: inOther, ...replacing })).filters).toEqual([
    named("Quotas", "quota"),
    named("Bridges", "ferry"),
  ]);
  const deleting = { save: [], remove: ["Quotas"] };
  expect((await ana.call("desk.saveFilters", { project: inAna, ...deleting })).filters).toEqual([
    named("Bridges", "ferry"),
  ]);
});

test("a filter beyond those that are kept is refused, and none is dropped for it", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project } = await projectWith(ana, join(folder, "one"));
  const save = Array.from({ length: limits.savedFilters }, (_, at) => ({
    name: `Filter ${at}`,
    filter: everyArticle,
  }));
  const change = (of: object) =>
    ana.call("desk.saveFilters", { project: project.handle, save: [], remove: [], ...of });
  await change({ save });
  const more = [{ name: "One more", filter: everyArticle }];
  expect(await problemOf(change({ save: more }))).toMatchObject({
    problem: "filters-too-many",
    detail: { limit: limits.savedFilters },
  });
  expect(await change({})).toEqual({ filters: save });
  expect(await change({ save: more, remove: ["Filter 0"] })).toEqual({
    filters: [...save.slice(1), ...more],
  });
});

test("a stored list that is longer than what is kept can be cut, filter by filter, and does not grow", async () => {
  const folder = temporaryFolder();
  const home = join(folder, "home");
  const ana = await person(home);
  const { project } = await projectWith(ana, join(folder, "one"));
  const first = { name: "Filter 0", filter: everyArticle };
  await ana.call("desk.saveFilters", { project: project.handle, save: [first], remove: [] });
  await ana.core.close();
  const file = join(home, "desks.json");
  const { desks } = JSON.parse(readFileSync(file, "utf8"));
  const stored = Array.from({ length: limits.savedFilters + 2 }, (_, at) => ({
    ...first,
    name: `Filter ${at}`,
  }));
  writeFileSync(file, JSON.stringify({ desks: [{ ...desks[0], filters: stored }] }));

  const again = await person(home);
  const { handle, desk } = await again.call("project.open", { path: project.path, mode: "write" });
  expect(desk.filters).toEqual(stored);
  const change = (of: object) =>
    again.call("desk.saveFilters", { project: handle, save: [], remove: [], ...of });
  expect(await problemOf(change({ save: [{ ...first, name: "One more" }] }))).toMatchObject({
    problem: "filters-too-many",
  });
  expect(await change({ remove: ["Filter 0"] })).toEqual({ filters: stored.slice(1) });
});

test("a condition that makes no sense, or of a later version, asks nothing", async () => {
  const folder = temporaryFolder();
  const home = join(folder, "home");
  const ana = await person(home);
  const { project: open } = await projectWith(ana, join(folder, "one"));
  const filter = { ...everyArticle, words: "bridge", from: "some day", mood: "grim" };
  writeFileSync(
    join(home, "desks.json"),
    JSON.stringify({ desks: [{ project: open.project.id, filters: [{ name: "Old", filter }] }] }),
  );
  const again = await person(home);
  const opened = await again.call("project.open", { path: open.path, mode: "read" });
  expect(opened.desk.filters).toEqual([{ name: "Old", filter: { ...everyArticle, words: "bridge" } }]);
  const wrong = await problemOf(
    again.call("desk.saveFilters", {
      ...{ project: opened.handle, save: [{ name: "Wrong", filter }], remove: [] },
    } as never),
  );
  expect(wrong.problem).toBe("input-invalid");
});

test("where and when an article appeared is told from its text and from what a person says, and how many gaps there are", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project: open, article: bridge } = await projectWith(ana, join(folder, "one"));
  const project = open.handle;
  const text =
    "Bridge to close\n\nBy Ana Hart\nHarbour Post\nAug. 19, 2025\n\nThe bridge will close, the mayor said on Monday.";
  const { article } = await ana.call("article.importText", { project, name: null, text });
  const told = async () => (await ana.call("project.progress", { project })).publications;
  const unknown = { article: bridge, publisher: null, date: null };
  const printed = { article: article.id, publisher: "Harbour Post", date: "2025-08-19" };
  expect(await told()).toEqual([unknown, printed]);
  const { known } = await ana.call("article.known", { project, article: article.id });
  await ana.call("article.describe", {
    ...{ project, article: article.id, opId: newId(), step: noteOf("describe-article") },
    said: { ...saidIn(known), publisher: ["Tide"], date: ["2024"] },
  });
  expect(await told()).toEqual([unknown, { article: article.id, publisher: "Tide", date: "2024" }]);

  // A speaker who is nobody in the registry is a gap.
  const change = { spans: added({ ...spanBy(open.annotator?.id ?? ""), type: "speaker" }) };
  await ana.call("annotations.apply", {
    ...{ project, article: bridge, opId: newId(), revision: 0, change },
  });
  const { sets } = await ana.call("project.progress", { project });
  expect(sets.map(({ article: of, gaps }) => [of, gaps])).toEqual([[bridge, 1]]);
});
