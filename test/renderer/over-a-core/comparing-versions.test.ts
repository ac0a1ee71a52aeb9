// Comparing an article with a fresh copy through a window's whole state and a real core, and taking the copy as its new version.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { changesIn, comparingVersionsOf } from "../../../renderer/state/review/comparing-versions.ts";
import { desk, shownSession, tagIn } from "./desk.ts";

test("a fresh copy is compared, walked, written, and taken as the new version that keeps the marks", async () => {
  const here = await desk();
  const { workspace } = here;
  const [first] = here.articles;
  await workspace.openArticle(first);
  await tagIn(here, first, 0);
  const session = shownSession(here);
  const old = session.article;
  const comparing = comparingVersionsOf(workspace);
  const text = (await workspace.revising.textOf(first, null)).text;
  const path = join(dirname(here.path), "fresh.txt");
  writeFileSync(path, `An editor wrote this first paragraph of nine words.\n\n${text}`);
  await comparing.compare(old, { kind: "present" }, { kind: "file", path });
  const state = comparing.state.get();
  expect(state.problem).toBeNull();
  expect(changesIn(state).map(({ kind }) => kind)).toEqual(["added"]);
  expect(state.comparison?.tags).toMatchObject({ placed: 1, doubtful: 0, lost: 0 });
  comparing.step(1);
  expect(comparing.state.get().current).toBe(0);

  const page = join(dirname(here.path), "changes.html");
  expect(await comparing.write({ path: page, overwrite: false, language: "en" })).toBe(true);
  expect(readFileSync(page, "utf8")).toContain("An editor wrote this first paragraph");

  const after = state.comparison?.after.text ?? "";
  expect(await workspace.revising.revise({ article: old, text: after, why: "new-version" }, "")).toBe(true);
  const revised = shownSession(here);
  expect(revised.article.textHash).not.toBe(old.textHash);
  expect(revised.annotations().set.spans.size).toBe(1);
  expect(revised.annotations().set.orphans.size).toBe(0);

  // What was compared was the text of before: it is offered no more.
  comparing.follow(revised.article);
  expect(comparing.state.get()).toMatchObject({ comparison: null, after: null });
});
