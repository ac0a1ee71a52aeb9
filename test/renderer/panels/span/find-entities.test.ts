import { expect, test } from "vitest";
import { findEntities } from "../../../../renderer/panels/span/find-entities.ts";
import type { Entity } from "../../../../shared/model/entity.ts";
import { tableOf } from "../../../../shared/model/table.ts";

const entity = (id: string, name: string, ...aliases: string[]): Entity => ({
  id,
  name,
  type: "person",
  naming: "named",
  aliases,
});
const registry = tableOf([
  entity("a", "Pedro Sánchez", "the prime minister"),
  entity("b", "Johan Aalto", "Minister Aalto"),
  entity("c", "Fisheries Ministry"),
  entity("d", "San Marco"),
]);
const found = (typed: string, mention: string) => {
  const { fitting, others } = findEntities(registry, typed, mention);
  return { fitting: fitting.map(({ id }) => id), others: others.map(({ id }) => id) };
};

test("what is typed finds beginnings before middles, names before aliases, with or without accents", () => {
  expect(found("san", "")).toEqual({ fitting: ["d", "a"], others: [] });
  expect(found("minis", "")).toEqual({ fitting: ["b", "c", "a"], others: [] });
  expect(found("nobody", "")).toEqual({ fitting: [], others: [] });
});

test("with nothing typed, those who share words with the mention fit", () => {
  expect(found("", "Aalto")).toEqual({ fitting: ["b"], others: ["c", "a", "d"] });
});

test("a pronoun can mean anybody", () => {
  expect(found("", "he")).toEqual({ fitting: ["c", "b", "a", "d"], others: [] });
});
