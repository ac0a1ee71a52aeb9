// The table of entities: its rows, sorted by any column, narrowed by name, and in their places while they are filled in, and what becomes of an entry.
import { expect, it } from "vitest";
import { entityTableOf, keepRows, orderRows } from "../../../../renderer/state/project/entity-table.ts";
import { createRegistry } from "../../../../renderer/state/project/registry.ts";
import type { Workspace } from "../../../../renderer/state/project/workspace.ts";
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

it.each([
  [true, null],
  [false, "failed"],
])(
  "says of an entry whether it was saved, which is %s, before the window hears of it",
  async (isSaved, outcome) => {
    const project = { tagset: { entityFields } };
    const options = {
      ...{ client: {}, newId: () => "new", now: () => "2026-01-01T00:00:00Z" },
      link: { project: () => ({ project, annotator: { id: "n" } }) },
      state: () => ({ entities: tableOf([entity("a", "Ana Ruiz")]), project: { project } }),
      ...{ requireName: async () => true, applyStep: async () => isSaved },
    };
    const registry = createRegistry(options as unknown as Parameters<typeof createRegistry>[0]);
    const workspace = { registry, state: { get: options.state } } as unknown as Workspace;
    const edits = [
      { row: "a", column: "name", words: "Ana Prado" },
      { row: "new", column: "name", words: "Ben Sand" },
    ];
    const entry = { edits, unmentioned: new Set<string>(), added: new Set(["new"]) };
    expect(await entityTableOf(workspace).enter(entry)).toBe(outcome);
  },
);
