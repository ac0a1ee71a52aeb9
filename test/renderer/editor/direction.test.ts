// The direction of an article is that of its first letter, whatever stands before or is mixed in.
import { expect, test } from "vitest";
import { directionOf } from "../../../renderer/editor/direction.ts";

test.each([
  ["The ministry said", "ltr"],
  ["قالت الوزارة", "rtl"],
  ["אמר השר", "rtl"],
  ["“12 – (قالت BBC)", "rtl"],
  ["BBC: قالت", "ltr"],
  ["外務省は述べた", "ltr"],
  ["1234 … 🙂", "ltr"],
  ["", "ltr"],
] as const)("%j reads %s", (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});
