// Suggestions are kept until what they go by is another, and no longer.
import fc from "fast-check";
import { expect, it } from "vitest";
import { keptByArticle } from "../../../../main/core/jobs/article-suggestions.ts";
import { runs } from "../../../helpers/tier.ts";

it("keeps of each article what was set last, of the articles set last as many as it may", () => {
  const article = fc.constantFrom("a", "b", "c", "d", "e");
  const key = fc.constantFrom("before learning", "after learning");
  const most = 3;
  fc.assert(
    fc.property(fc.array(fc.tuple(article, key)), (sets) => {
      const kept = keptByArticle<number>(most);
      sets.forEach(([id, by], at) => {
        kept.set(id, by, at);
      });
      const latest = new Map<string, readonly [key: string, at: number]>();
      sets.forEach(([id, by], at) => {
        latest.delete(id);
        latest.set(id, [by, at]);
      });
      const expected = new Map([...latest].slice(-most));
      for (const id of ["a", "b", "c", "d", "e"])
        for (const by of ["before learning", "after learning"]) {
          const [key, at] = expected.get(id) ?? [];
          expect(kept.get(id, by)).toBe(key === by ? at : undefined);
        }
    }),
    { numRuns: runs(100) },
  );
});
