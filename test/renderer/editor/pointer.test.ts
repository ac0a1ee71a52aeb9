import { expect, test } from "vitest";
import { clickTargets, nextInStack } from "../../../renderer/editor/pointer.ts";

test("a first click takes the innermost span", () => {
  expect(nextInStack(["inner", "outer"], null)).toBe("inner");
  expect(nextInStack(["inner", "outer"], "elsewhere")).toBe("inner");
});

test("further clicks walk outwards and begin again", () => {
  expect(nextInStack(["inner", "outer"], "inner")).toBe("outer");
  expect(nextInStack(["inner", "outer"], "outer")).toBe("inner");
});

test("a click where no span lies takes the focus away", () => {
  expect(nextInStack([], "inner")).toBe(null);
});

test("what is marked goes before the suggestion for the same words, which the second click takes", () => {
  const targets = clickTargets(["inner", "outer"], 3);
  const [first = null, second = null, third = null] = targets;
  expect([nextInStack(targets, null), nextInStack(targets, first), nextInStack(targets, second)]).toEqual([
    "inner",
    3,
    "outer",
  ]);
  expect(nextInStack(targets, third)).toBe("inner");
  expect(clickTargets([], 0)).toEqual([0]);
  expect(clickTargets(["inner"], null)).toEqual(["inner"]);
});
