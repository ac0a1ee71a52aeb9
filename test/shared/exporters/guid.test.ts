// GUIDs: of the form that is asked for, the same for the same export, and never twice.
import { expect, it } from "vitest";
import { guidOf } from "../../../shared/exporters/refi-qda.ts";

it("are of their form, and no two alike", () => {
  const made = ["a", "b", ""].flatMap((seed) => Array.from({ length: 20_000 }, (_, n) => guidOf(seed, n)));
  expect(new Set(made).size).toBe(made.length);
  expect(
    made.filter(
      (guid) => !/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u.test(guid),
    ),
  ).toEqual([]);
  expect(guidOf("a", 1)).toBe(guidOf("a", 1));
});
