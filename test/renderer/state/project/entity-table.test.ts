// The rows of the table of entities: sorted by any column, narrowed by name, and in their places while they are filled in.
import { expect, it } from "vitest";
import { keepRows, orderRows } from "../../../../renderer/state/project/entity-table.ts";
import { entityColumns } from "../../../../shared/interchange/entity-columns.ts";
import type { Entity } from "../../../../shared/model/entity.ts";
import { entityGroups } from "../../../../shared/model/entity-groups.ts";
import { tableOf } from "../../../../shared/model/table.ts";
import { entityFields } from "../../../helpers/entity-fields.ts";
import { entity } from "../../../helpers/marked-article.ts";

const provenance = { annotator: "n", at: "2026-01-01T00:00:00Z", origin: { by: "human" } } as const;
const aged = (id: string, name: string, age: number | null): Entity => ({
  ...entity(id, name),
  ...(age !== null && { fields: { age: { value: age, provenance } } }),
});
const columns = entityColumns({ tagset: { entityFields } });
const groups = entityGroups(
  tableOf([
    aged("a", "Ana Ruiz", 9),
    aged("b", "Ben Sand", 41),
    aged("c", "Carl", null),
    aged("d", "Dora", 10),
  ]),
);
const { compare } = new Intl.Collator("en");
const byName = { typed: "", by: "name", isDescending: false };

it("sorts numbers by their size and cells without a value last, in either direction", () => {
  const order = (isDescending: boolean) =>
    orderRows(groups, columns, { typed: "", by: "field age", isDescending }, compare);
  expect([order(false), order(true)]).toEqual([
    ["a", "d", "b", "c"],
    ["b", "d", "a", "c"],
  ]);
});

it("lists those whose names match, and by name where the column is gone", () => {
  expect(orderRows(groups, columns, { ...byName, typed: "ruis" }, compare)).toEqual(["a"]);
  expect(orderRows(groups, columns, { ...byName, by: "field gone" }, compare)).toEqual(["a", "b", "c", "d"]);
});

it("moves no row while the table is filled in, drops who is gone and adds who is new at the end", () => {
  const before = ["d", "c", "a"];
  const without = entityGroups(tableOf([aged("a", "Zed", 1), aged("d", "Dora", 10), aged("e", "Eve", 3)]));
  expect(keepRows(before, without, "")).toEqual(["d", "a", "e"]);
  expect(keepRows(before, without, "dora")).toEqual(["d", "a"]);
  expect(keepRows(before, without, "dora", new Set(["e"]))).toEqual(["d", "a", "e"]);
  const same = entityGroups(tableOf(before.map((id) => entity(id, id))));
  expect(keepRows(before, same, "")).toBe(before);
});
