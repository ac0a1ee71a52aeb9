// Finding words through the door: over articles, with patterns that never end, stopped, and over what cannot be read.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createPatternRunner } from "../../../main/core/find/find-hits.ts";
import type { Input } from "../../../shared/api/contract.ts";
import { added } from "../../../shared/model/change.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { ArticleHits, Query } from "../../../shared/search/query.ts";
import {
  newId,
  type Person,
  person,
  problemOf,
  projectWith,
  spanBy,
  temporaryFolder,
  text,
} from "./workplace.ts";

const plain = (any: string, more: object = {}): Query => ({
  kind: "plain",
  any: [any],
  wholeWords: false,
  matchCase: false,
  ignoreAccents: false,
  ...more,
});
const pattern = (words: string): Query => ({
  kind: "pattern",
  pattern: words,
  wholeWords: false,
  matchCase: false,
});

async function two(): Promise<{ ana: Person; handle: Id; ids: readonly Id[]; path: string; annotator: Id }> {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const path = join(folder, "project");
  const { project, article } = await projectWith(ana, path);
  const second = await ana.call("article.importText", {
    project: project.handle,
    name: "second.txt",
    text: "“Safe?” she asked.\r\nSAFE, 👩‍👩‍👧‍👦 safely.",
  });
  const annotator = project.annotator?.id ?? "";
  return { ana, handle: project.handle, ids: [article, second.article.id], path, annotator };
}

const find = (ana: Person, project: Id, query: Query, articles: Input<"find.search">["articles"] = null) =>
  ana.call("find.search", { project, query, articles });
const quotes = (articles: readonly ArticleHits[]) =>
  articles.map(({ article, hits }) => [article, ...hits.map(({ quote }) => quote)]);

test("words are found in all articles, or in some, with what stands around them and what is marked", async () => {
  const { ana, handle, ids, annotator } = await two();
  const [first = "", second = ""] = ids;
  const all = await find(ana, handle, plain("safe"));
  expect(all).toMatchObject({ searched: 2, stopped: null, unread: [] });
  expect(quotes(all.articles)).toEqual([
    [first, "safe"],
    [second, "Safe", "SAFE", "safe"],
  ]);
  expect(quotes((await find(ana, handle, plain("safe", { wholeWords: true }), [second])).articles)).toEqual([
    [second, "Safe", "SAFE"],
  ]);
  const start = text.indexOf("safe");
  expect(all.articles[0]?.hits).toEqual([
    {
      start,
      end: start + 4,
      quote: "safe",
      prefix: text.slice(start - 32, start),
      suffix: text.slice(start + 4, start + 36),
      marked: [],
    },
  ]);
  const cue = spanBy(annotator, 0);
  await ana.call("annotations.apply", {
    project: handle,
    article: first,
    opId: newId(),
    revision: 0,
    change: { spans: added(cue) },
  });
  const { quote = "" } = cue.segments[0] ?? {};
  const found = await find(ana, handle, plain(quote, { matchCase: true }), [first]);
  expect(found.articles[0]?.hits[0]).toMatchObject({ quote, marked: ["cue"] });
});

test("a pattern finds what it describes, and one that cannot be read says why", async () => {
  const { ana, handle, ids } = await two();
  expect(quotes((await find(ana, handle, pattern("^\\p{Lu}+(?=,)"))).articles)).toEqual([[ids[1], "SAFE"]]);
  expect(await problemOf(find(ana, handle, pattern("(safe")))).toMatchObject({
    problem: "pattern-invalid",
    detail: { problem: "Unterminated group" },
  });
});

test("a pattern that never ends is ended, and the core goes on answering", async () => {
  const endless = createPatternRunner(
    { kind: "pattern", pattern: "(a+)+$", wholeWords: false, matchCase: true },
    3_000,
  );
  expect(await endless.matches("aaa")).toEqual([{ start: 0, end: 3 }]);
  expect(await endless.matches(`${"a".repeat(60)}b`)).toBe(null);
  expect(await endless.matches("aaa")).toBe(null);
  endless.close();
});

test("the next search of a window ends the one before, and a search can be stopped", async () => {
  const { ana, handle } = await two();
  await ana.call("article.importText", { project: handle, name: "long.txt", text: `${"a".repeat(80)}b` });
  const endless = pattern("(a+)+$");
  const before = find(ana, handle, endless);
  const after = find(ana, handle, plain("safe"));
  expect([(await before).stopped, (await after).stopped]).toEqual(["asked", null]);
  const stopped = find(ana, handle, endless);
  await new Promise((done) => setTimeout(done, 100));
  await ana.call("find.stop", { project: handle });
  expect((await stopped).stopped).toBe("asked");
  await ana.call("find.stop", { project: handle });
});

test("ten thousand hits are shown, and that there are more is said", async () => {
  const { ana, handle } = await two();
  const { article } = await ana.call("article.importText", {
    project: handle,
    name: "many.txt",
    text: "ha ".repeat(10_002),
  });
  const many = await find(ana, handle, plain("ha"), [article.id]);
  expect([many.articles[0]?.hits.length, many.stopped]).toEqual([10_000, "many"]);
  const whole = await find(ana, handle, pattern("(ha ?)+"), [article.id]);
  expect([whole.articles, whole.stopped]).toEqual([[], null]);
});

test("an article that cannot be read is named, and the others are looked through", async () => {
  const { ana, handle, ids, path } = await two();
  rmSync(join(path, "articles", ids[0] ?? "", "text.txt"));
  const found = await find(ana, handle, plain("safe"));
  expect(found.articles.map(({ article }) => article)).toEqual([ids[1]]);
  expect(found).toMatchObject({ searched: 1, stopped: null });
  expect(found.unread).toHaveLength(1);
});

test("what is empty, endless or nowhere is refused", async () => {
  const { ana, handle } = await two();
  expect(await problemOf(find(ana, handle, plain("x".repeat(1_001))))).toMatchObject({
    problem: "limit-passed",
  });
  for (const query of [plain(""), pattern(""), { ...plain("a"), any: [] }])
    expect(await problemOf(find(ana, handle, query))).toMatchObject({ problem: "input-invalid" });
  expect(await problemOf(find(ana, newId(), plain("a")))).toMatchObject({ problem: "project-not-open" });
  expect(await problemOf(find(ana, handle, plain("a"), [newId()]))).toMatchObject({
    problem: "article-missing",
  });
});
