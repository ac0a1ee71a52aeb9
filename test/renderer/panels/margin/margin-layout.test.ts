import fc from "fast-check";
import { expect, test } from "vitest";
import { type MarginItem, marginTops, spaceBelow } from "../../../../renderer/panels/margin/margin-layout.ts";

const gap = 6;
const items: fc.Arbitrary<readonly MarginItem[]> = fc
  .array(
    fc.record({ anchor: fc.integer({ min: 0, max: 2_000 }), height: fc.integer({ min: 1, max: 120 }) }),
    {
      maxLength: 40,
    },
  )
  .map((list) => list.toSorted((a, b) => a.anchor - b.anchor));

const distances = (list: readonly MarginItem[], tops: readonly number[]): number =>
  list.reduce((sum, { anchor }, at) => sum + ((tops[at] ?? 0) - anchor) ** 2, 0);

const overlaps = (list: readonly MarginItem[], tops: readonly number[]): boolean =>
  list.some(({ height }, at) => {
    const next = tops[at + 1];
    return next !== undefined && next < (tops[at] ?? 0) + height + gap - 1e-6;
  });

test("cards that grow into all the space below them fill it and do not overlap", () => {
  fc.assert(
    fc.property(items, (list) => {
      const tops = marginTops(list, { gap, pinned: -1 });
      const space = spaceBelow(list, tops, gap);
      const grown = list.map((item, at) => ({ ...item, height: item.height + (space[at] ?? 0) }));
      expect(overlaps(grown, tops)).toBe(false);
      expect(space.at(-1) ?? Number.POSITIVE_INFINITY).toBe(Number.POSITIVE_INFINITY);
      for (const [at, { height }] of grown.slice(0, -1).entries())
        expect((tops[at] ?? 0) + height + gap).toBeCloseTo(tops[at + 1] ?? 0);
    }),
  );
});

test("no two cards overlap, whichever is pinned", () => {
  fc.assert(
    fc.property(items, fc.integer({ min: -1, max: 40 }), (list, pinned) => {
      expect(overlaps(list, marginTops(list, { gap, pinned }))).toBe(false);
    }),
  );
});

test("the card in focus keeps its exact level", () => {
  fc.assert(
    fc.property(items, fc.nat(), (list, seed) => {
      fc.pre(list.length > 0);
      const pinned = seed % list.length;
      expect(marginTops(list, { gap, pinned })[pinned]).toBeCloseTo(list[pinned]?.anchor ?? 0, 6);
    }),
  );
});

test("without a card in focus none stands above the start of the article", () => {
  fc.assert(
    fc.property(items, (list) => {
      for (const top of marginTops(list, { gap, pinned: -1 })) expect(top).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("cards that leave each other room stand at the level of their words", () => {
  fc.assert(
    fc.property(items, fc.integer({ min: -1, max: 40 }), (list, pinned) => {
      let free = 0;
      const spread = list.map(({ anchor, height }) => {
        const item = { anchor: free + anchor, height };
        free = item.anchor + height + gap;
        return item;
      });
      const tops = marginTops(spread, { gap, pinned });
      for (const [at, { anchor }] of spread.entries()) expect(tops[at]).toBeCloseTo(anchor, 6);
    }),
  );
});

test("no other layout without overlaps is nearer to the words", () => {
  fc.assert(
    fc.property(
      items,
      fc.integer({ min: -1, max: 40 }),
      fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 40, maxLength: 40 }),
      (list, pinned, moves) => {
        const tops = marginTops(list, { gap, pinned });
        // What stands well for other levels is a layout without overlaps, too.
        const moved = list.map((item, at) =>
          at === pinned ? item : { ...item, anchor: item.anchor + (moves[at] ?? 0) },
        );
        const other = marginTops(moved, { gap, pinned });
        expect(distances(list, tops)).toBeLessThanOrEqual(distances(list, other) + 1e-6);
      },
    ),
  );
});
