import { describe, expect, test } from "vitest";
import { findEntities, spellingDistance } from "../../../../renderer/state/session/find-entities.ts";
import { tableOf } from "../../../../shared/model/table.ts";
import { entity } from "../../../helpers/marked-article.ts";

describe("spelling variants", () => {
  test.each([
    ["Volodymyr Zelenskyy", "zelensky"],
    ["Volodymyr Zelenskyy", "Volodimir Zelenskij"],
    ["Mohammed bin Salman", "muhammad salman"],
    ["Sergei Lavrov", "Sergey Lawrow"],
    ["Lech Wałęsa", "walesa"],
    ["Søren Gade", "soren gade"],
    ["O’Brien", "obrien"],
    ["Gerhard Strauß", "strauss"],
    ["Karoline Leavitt", "Caroline Leavit"],
    ["Mahmoud Abbas", "mahmud abas"],
  ])("%s is found by %s", (name, typed) => {
    expect(spellingDistance(name, typed)).not.toBeNull();
  });

  test.each([
    ["Donald Trump", "tramp stamp"],
    ["Ana Ruiz", "ann"],
    ["Xi", "xo"],
    ["Putin", ""],
    ["Putin", "Vladimir Putin"],
  ])("%s is not found by %s", (name, typed) => {
    expect(spellingDistance(name, typed)).toBeNull();
  });
});

test("what was merged is found by its names, and only the one that stays is offered", () => {
  const registry = tableOf([
    entity("a", "Volodymyr Zelensky"),
    entity("b", "the Ukrainian president", { naming: "described", mergedInto: "a" }),
    entity("c", "Ukrainian officials", { naming: "described" }),
  ]);
  expect(findEntities(registry, "ukrainian", "").fitting.map(({ id }) => id)).toEqual(["c", "a"]);
  expect(findEntities(registry, "", "the president").sure.map(({ id }) => id)).toEqual(["a"]);
  expect(findEntities(registry, "", "nobody").others.map(({ id }) => id)).toEqual(["c", "a"]);
});
