// The palette's order: what was used lately first, what fits best next, what cannot be done last.
import { expect, test } from "vitest";
import { type Findable, findActions, withRecent } from "../../../renderer/actions/find-actions.ts";

const action = (id: string, title: string, isEnabled = true): Findable => ({
  id,
  title,
  group: "View",
  isEnabled,
});
const all = [
  action("next-card", "Next card"),
  action("next-span", "Next span"),
  action("next-article", "Next article that needs me"),
  action("export", "Export annotated JSON", false),
  action("reading", "Reading mode: nothing but the article"),
];
const idsOf = (typed: string, recent: readonly string[] = []): readonly string[] =>
  findActions(all, typed, recent).map((found) => found.action.id);

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

test("beside a good fit the poor ones are left out", () => {
  expect(idsOf("card")).toEqual(["next-card"]);
});

test("the places of the title that were typed are told", () => {
  const [found] = findActions(all, "next span", []);
  expect(found?.marked.map((at) => found.action.title[at]).join("")).toBe("Next span");
});

test("the latest comes first, each once, and the list stays short", () => {
  expect(withRecent(["a", "b"], "b")).toEqual(["b", "a"]);
  const many = Array.from({ length: 60 }, (_, at) => `${at}`);
  expect(many.reduce<readonly string[]>(withRecent, [])).toHaveLength(20);
});
