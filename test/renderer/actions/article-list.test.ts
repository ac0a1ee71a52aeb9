// Which articles are listed, in what order, and which comes next.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { around, listArticles, nextUnfinished } from "../../../renderer/actions/article-list.ts";
import { articleSorts } from "../../../shared/api/preferences.ts";
import { articleStates } from "../../../shared/model/progress.ts";

const { compare } = new Intl.Collator("en");
const article = fc.record({
  id: fc.uuid(),
  title: fc.string({ maxLength: 12 }),
  addedAt: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  state: fc.constantFrom(...articleStates),
});
const articles = fc.uniqueArray(article, { selector: ({ id }) => id, maxLength: 12 });
const all = { typed: "", states: [], compare } as const;

const three = [
  { id: "a", title: "Cod quota", addedAt: "2026-01-03", state: "done" },
  { id: "b", title: "Bridge to close", addedAt: "2026-01-01", state: "new" },
  { id: "c", title: "Another bridge", addedAt: "2026-01-02", state: "needs-discussion" },
] as const;
const ids = (list: readonly { readonly id: string }[]): string => list.map(({ id }) => id).join("");

describe("the list", () => {
  test("holds every article once, however it is sorted", () => {
    fc.assert(
      fc.property(articles, fc.constantFrom(...articleSorts), (list, sort) => {
        const shown = listArticles(list, { ...all, sort });
        expect(shown.map(({ id }) => id).toSorted()).toEqual(list.map(({ id }) => id).toSorted());
        expect(listArticles(shown, { ...all, sort })).toEqual(shown);
      }),
    );
  });

  test("is sorted by when they came, by title, or by what calls for somebody first", () => {
    expect(ids(listArticles(three, { ...all, sort: "added" }))).toBe("bca");
    expect(ids(listArticles(three, { ...all, sort: "title" }))).toBe("cba");
    expect(ids(listArticles(three, { ...all, sort: "state" }))).toBe("cba");
  });

  test("is narrowed by words of the title in any order and case, and by states", () => {
    expect(ids(listArticles(three, { ...all, sort: "added", typed: "BRIDGE an" }))).toBe("c");
    expect(ids(listArticles(three, { ...all, sort: "added", states: ["done", "new"] }))).toBe("ba");
  });
});

describe("the next article", () => {
  test("goes round, and leaves out what is done", () => {
    expect(nextUnfinished(three, "c")?.id).toBe("b");
    expect(nextUnfinished(three, null)?.id).toBe("b");
    expect(nextUnfinished([three[0], three[1]], "b")).toBeNull();
    expect(nextUnfinished(three, "b", (id) => id === "b")).toBeNull();
  });

  test("and the one before it are each other’s way back", () => {
    fc.assert(
      fc.property(articles, (list) => {
        fc.pre(list.length > 1);
        for (const { id } of list) {
          const next = around(list, id, 1)[0];
          expect(next && around(list, next.id, -1)[0]?.id).toBe(id);
        }
      }),
    );
  });

  test("is never the one that is open", () => {
    expect(around([three[0]], "a", 1)).toEqual([]);
  });
});
