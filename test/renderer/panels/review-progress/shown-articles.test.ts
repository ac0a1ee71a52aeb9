import { expect, it } from "vitest";
import { shownArticles } from "../../../../renderer/panels/review-progress/shown-articles.ts";
import type { ProgressQuery } from "../../../../renderer/state/review/assigning.ts";
import { progressOf } from "../../../../shared/review/assignments.ts";

const articles = [
  { id: "a", title: "Bridge to close" },
  { id: "b", title: "Cod quota" },
  { id: "c", title: "Bridge and quota" },
];
const { articles: progress } = progressOf({
  articles: ["a", "b", "c"],
  people: ["ana", "ben"],
  assignments: [{ article: "a", annotator: "ana" }],
  sets: [{ article: "b", annotator: "ben", isCuration: false, state: "done" }],
});
const shown = (query: Partial<ProgressQuery>) =>
  shownArticles(articles, progress, { typed: "", state: null, person: null, ...query })
    .map(({ id }) => id)
    .join("");

it("the page shows the articles that fit words, state and person, in the order of the project", () => {
  expect(shown({})).toBe("abc");
  expect(shown({ typed: "quota BRIDGE" })).toBe("c");
  expect(shown({ state: "assigned" })).toBe("a");
  expect(shown({ state: "done" })).toBe("b");
  expect(shown({ state: "nobody" })).toBe("c");
  expect(shown({ person: "ben" })).toBe("b");
  expect(shown({ person: "ana", state: "done" })).toBe("");
});
