import { expect, test } from "vitest";
import { findEntities } from "../../../../renderer/state/session/find-entities.ts";
import type { Entity } from "../../../../shared/model/entity.ts";
import { tableOf } from "../../../../shared/model/table.ts";

const entity = (id: string, name: string, ...aliases: string[]): Entity => ({
  id,
  name,
  type: "person",
  naming: "named",
  aliases,
});
const registry = tableOf<Entity>([
  entity("a", "Pedro Sánchez", "the prime minister"),
  entity("b", "Johan Aalto", "Minister Aalto"),
  { ...entity("c", "Fisheries Ministry"), type: "organization" },
  entity("d", "San Marco"),
]);
const found = (typed: string, mention: string) => {
  const { sure, fitting, others } = findEntities(registry, typed, mention);
  const ids = (entities: readonly Entity[]) => entities.map(({ id }) => id);
  return { ...(sure.length > 0 && { sure: ids(sure) }), fitting: ids(fitting), others: ids(others) };
};

test("what is typed finds beginnings before middles, names before aliases, with or without accents", () => {
  expect(found("san", "")).toEqual({ fitting: ["d", "a"], others: [] });
  expect(found("minis", "")).toEqual({ fitting: ["b", "c", "a"], others: [] });
  expect(found("nobody", "")).toEqual({ fitting: [], others: [] });
});

test("with nothing typed, whom the mention names is sure, and who shares a word with it only fits", () => {
  expect(found("", "Aalto")).toEqual({ sure: ["b"], fitting: [], others: ["c", "a", "d"] });
  expect(found("", "the fisheries ministry")).toEqual({ sure: ["c"], fitting: [], others: ["b", "a", "d"] });
  expect(found("", "spokesman Juhani Aalto")).toEqual({ fitting: ["b"], others: ["c", "a", "d"] });
  expect(found("", "Fisheries Ministry spokeswoman Ida Berg")).toEqual({
    fitting: ["c"],
    others: ["b", "a", "d"],
  });
  expect(found("", "foreign minister Johan Aalto")).toEqual({
    sure: ["b"],
    fitting: ["a"],
    others: ["c", "d"],
  });
});

test("a pronoun can mean anybody", () => {
  expect(found("", "he")).toEqual({ sure: ["c", "b", "a", "d"], fitting: [], others: [] });
});
