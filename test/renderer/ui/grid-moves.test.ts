// Keys in a grid of cells: they never leave it, Tab goes through every cell once, and what leads there leads back.
import fc from "fast-check";
import { expect, it } from "vitest";
import { cellAfterKey, cellsBetween } from "../../../renderer/ui/grid-moves.ts";

const plain = { shiftKey: false, isMod: false };
const keys = [
  "ArrowDown",
  "ArrowUp",
  "ArrowLeft",
  "ArrowRight",
  "PageDown",
  "PageUp",
  "Home",
  "End",
] as const;
const size = fc.record({ rows: fc.integer({ min: 1, max: 60 }), columns: fc.integer({ min: 1, max: 9 }) });
const cellIn = ({ rows, columns }: { rows: number; columns: number }, at: number) => ({
  row: (Math.floor(at / columns) % (rows + 1)) - 1,
  column: at % columns,
});

it("stays within the grid, whatever is pressed", () => {
  fc.assert(
    fc.property(size, fc.nat(), fc.constantFrom(...keys), fc.boolean(), (grid, at, key, isMod) => {
      const next = cellAfterKey({ ...plain, key, isMod }, cellIn(grid, at), grid);
      expect(next?.row).toBeGreaterThanOrEqual(-1);
      expect(next?.row).toBeLessThan(grid.rows);
      expect(next?.column).toBeGreaterThanOrEqual(0);
      expect(next?.column).toBeLessThan(grid.columns);
    }),
  );
});

it("goes by Tab through every cell from the heads to the last one, and back by Shift+Tab", () => {
  fc.assert(
    fc.property(size, (grid) => {
      const passed = [{ row: -1, column: 0 }];
      for (;;) {
        const last = passed[passed.length - 1] ?? { row: 0, column: 0 };
        const next = cellAfterKey({ ...plain, key: "Tab" }, last, grid);
        if (!next) break;
        expect(cellAfterKey({ key: "Tab", shiftKey: true, isMod: false }, next, grid)).toEqual(last);
        passed.push(next);
      }
      expect(passed).toHaveLength((grid.rows + 1) * grid.columns);
    }),
  );
});

it("leaves other keys alone", () => {
  const cell = { row: 1, column: 1 };
  for (const key of ["a", "Enter", "Escape", "F6", "Delete"])
    expect(cellAfterKey({ ...plain, key }, cell, { rows: 3, columns: 3 })).toBeUndefined();
});

it("selects the cells between two corners, whichever comes first", () => {
  const [one, other] = [
    { row: 3, column: 0 },
    { row: 1, column: 2 },
  ];
  const both = { first: { row: 1, column: 0 }, last: { row: 3, column: 2 } };
  expect([cellsBetween(one, other), cellsBetween(other, one)]).toEqual([both, both]);
});
