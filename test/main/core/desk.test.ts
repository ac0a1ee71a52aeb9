// The desk of a project: each person's own, kept in their home, and there again at the next start.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Bookmark, emptyDesk } from "../../../shared/api/desk.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { bytesBelow } from "../../helpers/golden-projects.ts";
import { newId, person, problemOf, projectWith, temporaryFolder, windowOf } from "./workplace.ts";

const bookmarkOn = (article: string, id: string): Bookmark => ({
  kind: "article",
  id,
  article,
  segment: null,
  span: null,
  card: null,
});

test("tabs, what stood beside, the page, the entity and bookmarks are there at the next start, and the project holds nothing of it", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "project"));
  expect(project.desk).toEqual(emptyDesk);
  const before = bytesBelow(project.path);
  const beside = { kind: "revision", article, revision: null, offset: 12 } as const;
  const open = { tabs: [article], beside, page: "compare", entity: "e" };
  await ana.call("desk.keep", { project: project.handle, ...open });
  await ana.call("desk.bookmark", {
    project: project.handle,
    add: [bookmarkOn(article, "one"), bookmarkOn(article, "two")],
    remove: [],
  });
  await ana.call("article.open", { project: project.handle, article });
  const { bookmarks } = await ana.call("desk.bookmark", {
    project: project.handle,
    add: [],
    remove: ["one"],
  });
  expect(bookmarks).toEqual([bookmarkOn(article, "two")]);
  expect(bytesBelow(project.path)).toEqual(before);
  await ana.core.close();

  const again = await person(join(folder, "home"));
  const { desk, recentArticles } = await again.call("project.open", { path: project.path, mode: "write" });
  expect(desk).toEqual({ ...open, bookmarks, filters: [], statementFilters: [], insight: null });
  expect(recentArticles).toEqual([article]);
});

test("two windows that set bookmarks at once lose none", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "project"));
  const other = windowOf(ana.core);
  const opened = await other.call("project.open", { path: project.path, mode: "write" });
  await Promise.all([
    ana.call("desk.bookmark", { project: project.handle, add: [bookmarkOn(article, "one")], remove: [] }),
    ana.call("desk.keep", {
      project: project.handle,
      tabs: [article],
      beside: null,
      page: null,
      entity: null,
    }),
    other.call("desk.bookmark", { project: opened.handle, add: [bookmarkOn(article, "two")], remove: [] }),
  ]);
  const { bookmarks } = await ana.call("desk.bookmark", { project: project.handle, add: [], remove: [] });
  expect(bookmarks.map(({ id }) => id).sort()).toEqual(["one", "two"]);
});

test("a bookmark beyond those that are kept is refused, and none is dropped for it", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "project"));
  const change = (add: readonly Bookmark[], remove: string[] = []) =>
    ana.call("desk.bookmark", { project: project.handle, add: [...add], remove });
  const all = Array.from({ length: limits.bookmarks }, () => bookmarkOn(article, newId()));
  for (let at = 0; at < all.length; at += 100) await change(all.slice(at, at + 100));
  expect(await problemOf(change([bookmarkOn(article, "more")]))).toMatchObject({
    problem: "bookmarks-too-many",
    detail: { limit: limits.bookmarks },
  });
  expect(await change([])).toEqual({ bookmarks: all });
  const { bookmarks } = await change([bookmarkOn(article, "more")], [all[0]?.id ?? ""]);
  expect(bookmarks).toEqual([...all.slice(1), bookmarkOn(article, "more")]);
});

test("a stored list of bookmarks that is longer than what is kept is there whole, can be cut, and does not grow", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "project"));
  await ana.call("desk.bookmark", { project: project.handle, add: [bookmarkOn(article, "one")], remove: [] });
  await ana.core.close();
  const file = join(folder, "home", "desks.json");
  const { desks } = JSON.parse(readFileSync(file, "utf8"));
  const stored = Array.from({ length: limits.bookmarks + 2 }, () => bookmarkOn(article, newId()));
  writeFileSync(file, JSON.stringify({ desks: [{ ...desks[0], bookmarks: stored }] }));

  const again = await person(join(folder, "home"));
  const { handle } = await again.call("project.open", { path: project.path, mode: "write" });
  const change = (add: readonly Bookmark[], remove: string[]) =>
    again.call("desk.bookmark", { project: handle, add: [...add], remove });
  expect(await change([], [stored[0]?.id ?? ""])).toEqual({ bookmarks: stored.slice(1) });
  expect(await problemOf(change([bookmarkOn(article, "more")], []))).toMatchObject({
    problem: "bookmarks-too-many",
  });
});

test("what a later version has put beside takes nothing else with it", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "project"));
  await ana.call("desk.bookmark", { project: project.handle, add: [bookmarkOn(article, "one")], remove: [] });
  await ana.core.close();
  const file = join(folder, "home", "desks.json");
  const { desks } = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(
    file,
    JSON.stringify({ desks: [{ ...desks[0], beside: { kind: "map", place: "Fehmarn" } }] }),
  );
  const again = await person(join(folder, "home"));
  const { desk, warnings } = await again.call("project.open", { path: project.path, mode: "write" });
  expect(desk).toMatchObject({ beside: null, bookmarks: [{ id: "one" }] });
  expect(warnings).toEqual([]);
});
