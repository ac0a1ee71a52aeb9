import fc from "fast-check";
import { expect, test } from "vitest";
import { withUnchangedKept } from "../../../../renderer/state/project/article-sync.ts";
import type { ArticleSummary } from "../../../../shared/api/contract.ts";

const summary = fc.record({
  id: fc.constantFrom("a", "b", "c", "d", "e"),
  title: fc.constantFrom("Bridge", "Ferry"),
  spans: fc.nat(2),
  original: fc.option(fc.record({ fileName: fc.constantFrom("a.txt", "b.txt"), byteLength: fc.nat(1) })),
});
const list = fc.uniqueArray(summary, { selector: ({ id }) => id }) as unknown as fc.Arbitrary<
  ArticleSummary[]
>;
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

test("a list told anew is what was told, of the objects of before wherever they are the same", () => {
  fc.assert(
    fc.property(list, list, (before, told) => {
      const taken = withUnchangedKept(before, sent(told));
      expect(taken).toEqual(told);
      for (const article of taken) {
        const was = before.find(({ id }) => id === article.id);
        expect(article === was).toBe(was !== undefined && JSON.stringify(was) === JSON.stringify(article));
      }
    }),
  );
});

test("a list in which nothing is another is the list of before itself", () => {
  fc.assert(
    fc.property(list, (before) => {
      expect(withUnchangedKept(before, sent(before))).toBe(before);
    }),
  );
});
