import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { get, has, records, tableOf, withRecords } from "../../../shared/model/table.ts";

const record = fc.record({ id: fc.constantFrom("a", "b", "c", "aa", "ba", "cc", "x2"), value: fc.nat() });

describe("a table", () => {
  it("behaves as a map, and never changes the one it came from", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ put: fc.array(record), removed: fc.array(record) })), (steps) => {
        let table = tableOf<{ id: string; value: number }>();
        const map = new Map<string, { id: string; value: number }>();
        for (const { put, removed } of steps) {
          const [before, size] = [[...records(table)], table.size];
          const next = withRecords(
            table,
            put,
            removed.map(({ id }) => id),
          );
          expect([[...records(table)], table.size]).toEqual([before, size]);
          for (const { id } of removed) map.delete(id);
          for (const each of put) map.set(each.id, each);
          table = next;
          expect(new Map([...records(table)].map((each) => [each.id, each]))).toEqual(map);
          expect(table.size).toBe(map.size);
          for (const id of ["a", "x2"])
            expect([get(table, id), has(table, id)]).toEqual([map.get(id), map.has(id)]);
        }
      }),
    );
  });

  it("refuses two records with one id", () => {
    expect(() => tableOf([{ id: "a" }, { id: "a" }])).toThrow(new RangeError("Two records have the id a."));
  });

  it("takes one more record into fifty thousand without copying them", () => {
    const table = tableOf(Array.from({ length: 50_000 }, (_, at) => ({ id: `id${at}` })));
    const more = withRecords(table, [{ id: "another" }]);
    expect(more.size).toBe(50_001);
    expect(more.buckets.filter((bucket, at) => bucket !== table.buckets[at]).length).toBe(1);
  });
});
