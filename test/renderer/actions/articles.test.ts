// Which article comes next.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { around, nextUnfinished } from "../../../renderer/actions/articles.ts";
import { articleStates } from "../../../shared/model/progress.ts";

const article = fc.record({
  id: fc.uuid(),
  title: fc.string({ maxLength: 12 }),
  addedAt: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  state: fc.constantFrom(...articleStates),
});
const articles = fc.uniqueArray(article, { selector: ({ id }) => id, maxLength: 12 });

const three = [
  { id: "a", title: "Cod quota", addedAt: "2026-01-03", state: "done" },
  { id: "b", title: "Bridge to close", addedAt: "2026-01-01", state: "new" },
  { id: "c", title: "Another bridge", addedAt: "2026-01-02", state: "needs-discussion" },
] as const;

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
