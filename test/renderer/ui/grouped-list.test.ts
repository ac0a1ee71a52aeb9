// What is alike in one row: whichever groups are open, nothing is lost, doubled or out of order.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type GroupedRow, groupedRows } from "../../../renderer/ui/grouped-list.tsx";
import { runs } from "../../helpers/tier.ts";

const item = fc.record({ key: fc.nat(), group: fc.constantFrom("a", "b", "c", null) });
const items = fc.uniqueArray(item, { selector: ({ key }) => key, maxLength: 20 });
type Item = typeof item extends fc.Arbitrary<infer T> ? T : never;
const groupOf = ({ group }: Item): string | null => group;
const rowsOf = (of: readonly Item[], open: readonly string[]) =>
  groupedRows(of, { groupOf, isOpen: (group) => open.includes(group) });
const shown = (row: GroupedRow<Item>): readonly Item[] =>
  row.kind === "one" ? [row.item] : row.isOpen ? [] : row.items;

test("every item stands in the list once: in a row of its own, or counted in the row of its group", () => {
  fc.assert(
    fc.property(items, fc.subarray(["a", "b", "c"]), (of, open) => {
      const rows = rowsOf(of, open);
      const listed = rows.flatMap(shown);
      expect(listed.toSorted((a, b) => a.key - b.key)).toEqual(of.toSorted((a, b) => a.key - b.key));
      for (const row of rows)
        if (row.kind === "group") {
          expect(row.items).toEqual(of.filter(({ group }) => group === row.group));
          expect(row.items.length).toBeGreaterThan(1);
        }
    }),
    { numRuns: runs(200) },
  );
});

test("rows stand in the order of their first items, and a group that is open has its own below it", () => {
  fc.assert(
    fc.property(items, fc.subarray(["a", "b", "c"]), (of, open) => {
      const rows = rowsOf(of, open);
      const heads = rows.flatMap((row) =>
        row.kind === "group" ? (row.items[0] ?? []) : row.isInGroup ? [] : row.item,
      );
      expect(heads.map((head) => of.indexOf(head))).toEqual(
        heads.map((head) => of.indexOf(head)).toSorted((a, b) => a - b),
      );
      rows.forEach((row, at) => {
        if (row.kind === "group" && row.isOpen)
          expect(rows.slice(at + 1, at + 1 + row.items.length)).toEqual(
            row.items.map((one) => ({ kind: "one", item: one, isInGroup: true })),
          );
      });
    }),
    { numRuns: runs(200) },
  );
});
