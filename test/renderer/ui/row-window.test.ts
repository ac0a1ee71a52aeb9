import fc from "fast-check";
import { expect, test } from "vitest";
import { entryRow, type RowWindowInput, rowTop, rowWindow } from "../../../renderer/ui/row-window.ts";
import { runs } from "../../helpers/tier.ts";

const input: fc.Arbitrary<RowWindowInput> = fc
  .record({
    count: fc.integer({ min: 0, max: 10_000 }),
    rowHeight: fc.integer({ min: 20, max: 80 }),
    open: fc.integer({ min: -1, max: 10_000 }),
    extra: fc.integer({ min: 0, max: 2_000 }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    viewHeight: fc.integer({ min: 0, max: 2_000 }),
  })
  .map(({ count, rowHeight, open, extra, at, viewHeight }) => {
    const inList = open < count ? open : -1;
    const openExtra = inList < 0 ? 0 : extra;
    const scrollTop = at * Math.max(0, count * rowHeight + openExtra - viewHeight);
    return { count, rowHeight, open: inList, openExtra, scrollTop, viewHeight };
  });

test("every row that is in view is shown, and few others", () => {
  fc.assert(
    fc.property(input, (list) => {
      const { first, last, height } = rowWindow(list);
      expect(height).toBe(rowTop(list.count, list));
      for (let row = 0; row < list.count; row += 1) {
        const inView =
          rowTop(row + 1, list) > list.scrollTop && rowTop(row, list) < list.scrollTop + list.viewHeight;
        if (inView) expect(row >= first && row < last).toBe(true);
      }
      expect(last - first).toBeLessThanOrEqual(list.viewHeight / list.rowHeight + 16);
    }),
    { numRuns: runs(200) },
  );
});

test("the Tab key always comes to a row that is shown: the one where it left, as long as that is", () => {
  fc.assert(
    fc.property(input, fc.nat(10_000), (list, row) => {
      fc.pre(list.count > 0);
      const { first, last } = rowWindow(list);
      const entry = entryRow({ first, last }, row);
      expect(entry >= first && entry < last).toBe(true);
      expect(entry === row).toBe(row === first || (row >= first && row < last));
    }),
    { numRuns: runs(200) },
  );
});
