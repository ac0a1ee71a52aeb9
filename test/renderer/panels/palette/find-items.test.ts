// The palette's order: what was used lately first, what fits best next, what cannot be done last.
import { expect, test } from "vitest";
import { type Findable, findItems, withRecent } from "../../../../renderer/panels/palette/find-items.ts";

const action = (id: string, title: string, isEnabled = true, synonyms = ""): Findable => ({
  id,
  title,
  group: "View",
  synonyms,
  isEnabled,
  isListed: true,
});
const article = (id: string, title: string): Findable => ({
  ...action(id, title),
  group: "Article",
  isListed: false,
});
const all = [
  action("next-card", "Next card"),
  action("next-span", "Next span"),
  action("next-article", "Next article that needs me"),
  action("export", "Export annotated JSON", false),
  action("reading", "Reading mode: nothing but the article"),
];
const idsOf = (typed: string, recent: readonly string[] = []): readonly string[] =>
  findItems(all, typed, recent).map((found) => found.item.id);

test("with nothing typed: lately used, then as listed, without what cannot be done", () => {
  expect(idsOf("")).toEqual(["next-card", "next-span", "next-article", "reading"]);
  expect(idsOf("", ["reading", "export", "next-span"])).toEqual([
    "reading",
    "next-span",
    "next-card",
    "next-article",
  ]);
});

test("letters in order are enough, and what was used lately wins among equals", () => {
  expect(idsOf("rdng")).toEqual(["reading"]);
  expect(idsOf("nxt crd")[0]).toBe("next-card");
  expect(idsOf("next")[0]).toBe("next-card");
  expect(idsOf("next", ["next-span"])[0]).toBe("next-span");
  expect(idsOf("nothing of the kind")).toEqual([]);
});

test("the group finds its actions too", () => {
  expect(idsOf("view next card")).toEqual(["next-card"]);
});

test("what cannot be done just now is found, behind what fits as well and can", () => {
  expect(idsOf("export")).toEqual(["export"]);
  expect(idsOf("e").at(-1)).toBe("export");
});

test("another word for a command finds it, behind one that has the word in its title", () => {
  const commands = [
    action("article-about", "About the article", true, "rename, title, author"),
    action("name", "Rename the project"),
  ];
  expect(findItems(commands, "rename", []).map(({ item }) => item.id)).toEqual(["name", "article-about"]);
  expect(findItems(commands, "author", [])).toMatchObject([{ item: { id: "article-about" }, marked: [] }]);
});

test("articles are found by what is typed, not by loose letters, and listed without typing only when used lately", () => {
  const things = [
    ...all,
    article("article:1", "Next year’s card index is spanned"),
    article("article:2", "Talks"),
  ];
  const found = (typed: string, recent: readonly string[] = []): readonly string[] =>
    findItems(things, typed, recent).map(({ item }) => item.id);
  expect(found("")).not.toContain("article:1");
  expect(found("", ["article:2"])[0]).toBe("article:2");
  expect(found("talks")).toEqual(["article:2"]);
  expect(found("nxt spn")).not.toContain("article:1");
  expect(found("card index")).toEqual(["article:1"]);
});

test("beside a good fit the poor ones are left out", () => {
  expect(idsOf("card")).toEqual(["next-card"]);
});

test("the places of the title that were typed are told", () => {
  const [found] = findItems(all, "next span", []);
  expect(found?.marked.map((at) => found.item.title[at]).join("")).toBe("Next span");
});

test("the latest comes first, each once, and the list stays short", () => {
  expect(withRecent(["a", "b"], "b")).toEqual(["b", "a"]);
  const commands = Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? `setting:${at}` : `mark-a:${at}`));
  const things = ["article", "entity", "card"].flatMap((kind) =>
    Array.from({ length: 20 }, (_, at) => `${kind}:${at}`),
  );
  const latest = (ids: readonly string[]): readonly string[] => ids.slice(-20).toReversed();
  expect([...commands, ...things].reduce<readonly string[]>(withRecent, [])).toEqual([
    ...latest(things),
    ...latest(commands),
  ]);
});

test("no more is found than anybody looks through", () => {
  const many = Array.from({ length: 150 }, (_, at) => action(`${at}`, "Next card"));
  expect(findItems(many, "next card", [])).toHaveLength(100);
});
