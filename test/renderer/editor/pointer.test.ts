import { expect, test } from "vitest";
import { nextInStack } from "../../../renderer/editor/pointer.ts";

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
