// Folding what is alike: nothing is lost of the counts, and each kind is seen.
import fc from "fast-check";
import { expect, test } from "vitest";
import { foldAlike } from "../../../shared/errors/fold-alike.ts";

test("what is shown and what is counted are all, in their order, and no kind is hidden", () => {
  const items = fc.array(fc.record({ kind: fc.constantFrom("a", "b", "c"), id: fc.nat() }));
  fc.assert(
    fc.property(items, fc.integer({ min: 1, max: 5 }), (all, most) => {
      const folded = foldAlike(all, ({ kind }) => kind, most);
      const shown = folded.map(({ item }) => item);
      expect(shown).toEqual(all.filter((item) => shown.includes(item)));
      expect(shown.length + folded.reduce((sum, { more }) => sum + more, 0)).toBe(all.length);
      expect(new Set(shown.map(({ kind }) => kind))).toEqual(new Set(all.map(({ kind }) => kind)));
      for (const { item, more } of folded)
        if (more > 0) expect(shown.filter(({ kind }) => kind === item.kind)).toHaveLength(most);
    }),
  );
});
