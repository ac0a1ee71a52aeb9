// Whom the registry has of a name, when somebody is accepted.
import { expect, test } from "vitest";
import { registryHas } from "../../../../renderer/state/review/decide-gathered.ts";
import type { Entity } from "../../../../shared/model/entity.ts";
import { tableOf } from "../../../../shared/model/table.ts";
import type { SuggestedPerson } from "../../../../shared/suggestions/project-people.ts";

const entity = (id: string, more: Partial<Entity> = {}): Entity => ({
  ...{ id, name: "Ana Ruiz", type: "person", naming: "named", aliases: [] },
  ...more,
});

const person: SuggestedPerson = {
  ...{ key: "person ana ruiz", name: "ANA Ruiz", type: "person", naming: "named", aliases: [], role: null },
  ...{ number: null, anonymity: null, known: null, mentions: 1, articles: 1 },
  ...{ places: [], perhaps: [], marks: [] },
};

test("one who came into the registry since is whom they are, also where it was merged", () => {
  const ana = entity("a");
  expect(registryHas(tableOf([ana]), person)).toEqual({ known: ana, namesakes: [] });
  const other = entity("b", { name: "A. Ruiz" });
  const merged = entity("a", { mergedInto: "b" });
  expect(registryHas(tableOf([merged, other]), person).known).toEqual(other);
  expect(registryHas(tableOf([merged, other]), { ...person, known: "a" }).known).toEqual(other);
});

test("of several with the name, or one of another kind, somebody chooses", () => {
  const [one, two] = [entity("a"), entity("b", { name: "Ruiz", aliases: ["ana ruiz"] })];
  expect(registryHas(tableOf([one, two]), person)).toEqual({ known: null, namesakes: [one, two] });
  const firm = entity("c", { type: "organization" });
  expect(registryHas(tableOf([firm]), person)).toEqual({ known: null, namesakes: [firm] });
});

test("nobody has it: they are entered; and those without a name are never somebody of another article", () => {
  const nobody = { known: null, namesakes: [] };
  expect(registryHas(tableOf([entity("a", { name: "Ben" })]), person)).toEqual(nobody);
  const unnamed = { ...person, naming: "described", name: "an official" } as const;
  expect(registryHas(tableOf([entity("a", { name: "an official" })]), unnamed)).toEqual(nobody);
  // The entity that they were is gone meanwhile.
  expect(registryHas(tableOf([]), { ...person, known: "a" })).toEqual(nobody);
});
