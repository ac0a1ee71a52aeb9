// Drafts of corrections belong to the window that typed them; what a window that is gone has left is offered, and adopted once at most.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  adoptable,
  type KeptDraft,
  sortDrafts,
} from "../../../../renderer/state/articles/correction-drafts.ts";

const windows = ["here", "there", "gone", "lost"] as const;
const draft = fc.record({
  article: fc.constantFrom("a", "b"),
  window: fc.option(fc.constantFrom(...windows)),
  at: fc.nat({ max: 5 }),
  before: fc.constant("old"),
  textHash: fc.constant("hash"),
  text: fc.string(),
});
/** As storage has them: one of an article and a window. */
const kept: fc.Arbitrary<readonly KeptDraft[]> = fc.uniqueArray(draft, {
  selector: ({ article, window }) => `${article} ${window}`,
});
const alive = new Set(["here", "there"]);
const all = (left: ReadonlyMap<string, readonly KeptDraft[]>) => [...left.values()].flat();

describe("drafts of several windows", () => {
  test("are this window's, or left by one that is gone, or stay with another that is there: each once", () => {
    fc.assert(
      fc.property(kept, (drafts) => {
        const { own, left } = sortDrafts(drafts, "here", alive);
        const others = drafts.filter(({ window }) => window === "there");
        const found = [...own.values(), ...all(left), ...others];
        expect(found).toHaveLength(drafts.length);
        expect(new Set(found)).toEqual(new Set(drafts));
        for (const one of own.values()) expect(one.window).toBe("here");
        for (const one of all(left)) expect([null, "gone", "lost"]).toContain(one.window);
      }),
    );
  });

  test("that were left come with the latest first", () => {
    fc.assert(
      fc.property(kept, (drafts) => {
        for (const some of sortDrafts(drafts, "here", alive).left.values())
          expect(some.map(({ at }) => at)).toEqual(some.map(({ at }) => at).toSorted((a, b) => b - a));
      }),
    );
  });

  test("are adopted where the window has none of the article, the latest of each, and the rest stays left", () => {
    fc.assert(
      fc.property(kept, (drafts) => {
        const { own, left } = sortDrafts(drafts, "here", alive);
        const { adopted, left: rest } = adoptable(left, own);
        expect(new Set([...adopted, ...all(rest)])).toEqual(new Set(all(left)));
        expect(adopted.length + all(rest).length).toBe(all(left).length);
        const without = [...left.keys()].filter((article) => !own.has(article));
        expect(adopted.map(({ article }) => article).sort()).toEqual(without.sort());
        for (const one of adopted)
          for (const { at } of rest.get(one.article) ?? []) expect(one.at).toBeGreaterThanOrEqual(at);
      }),
    );
  });
});
