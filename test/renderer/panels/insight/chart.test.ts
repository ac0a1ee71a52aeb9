// The arrows lead to every number of a chart, and never out of it.
import fc from "fast-check";
import { expect, it } from "vitest";
import { doorInDirection } from "../../../../renderer/panels/insight/chart.tsx";
import { runs } from "../../../helpers/tier.ts";

const doors = fc.uniqueArray(fc.record({ row: fc.nat(5), column: fc.nat(9) }), {
  minLength: 1,
  maxLength: 25,
  selector: ({ row, column }) => `${row} ${column}`,
});

const keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];

it("reaches each number from every other one by the arrows", () => {
  fc.assert(
    fc.property(doors, (all) => {
      const reached = new Set([0]);
      const queue = [0];
      for (let at = queue.pop(); at !== undefined; at = queue.pop())
        for (const key of keys.slice(0, 4)) {
          const next = doorInDirection(all, at, key);
          expect(next).not.toBeNull();
          if (next === null || reached.has(next)) continue;
          reached.add(next);
          queue.push(next);
        }
      expect(reached.size).toBe(all.length);
    }),
    { numRuns: runs(200) },
  );
});

it("stays in the row to the sides and takes the next column; up and down it takes the nearest row", () => {
  fc.assert(
    fc.property(doors, fc.nat(), fc.constantFrom(...keys), (all, seed, key) => {
      const at = seed % all.length;
      const from = all[at];
      const to = all[doorInDirection(all, at, key) ?? -1];
      if (!from || !to) throw new Error("It leads to a door.");
      const rows = all.map(({ row }) => row);
      const columns = all.filter(({ row }) => row === from.row).map(({ column }) => column);
      const expected = {
        ArrowLeft: Math.max(...columns.filter((one) => one < from.column)),
        ArrowRight: Math.min(...columns.filter((one) => one > from.column)),
        Home: Math.min(...columns),
        End: Math.max(...columns),
        ArrowUp: Math.max(...rows.filter((one) => one < from.row)),
        ArrowDown: Math.min(...rows.filter((one) => one > from.row)),
      }[key];
      const isVertical = key === "ArrowUp" || key === "ArrowDown";
      const [found, here] = isVertical ? [to.row, from.row] : [to.column, from.column];
      expect(found).toBe(Number.isFinite(expected) ? expected : here);
      if (!isVertical) expect(to.row).toBe(from.row);
    }),
    { numRuns: runs(200) },
  );
});

it.each(["Enter", "a", "Tab", "Escape"])("leaves the key %s to others", (key) => {
  expect(doorInDirection([{ row: 0, column: 0 }], 0, key)).toBeNull();
});
