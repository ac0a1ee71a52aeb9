// Which revisions still make a text what it is, whatever was taken back and done again of them.
import { expect, test } from "vitest";
import { inEffect } from "../../../shared/revise/in-effect.ts";

const of = (...led: readonly (readonly [id: string, takesBack?: string])[]) =>
  inEffect(
    led.map(([id, takesBack]) => (takesBack === undefined ? { id } : { id, takesBack })).toReversed(),
  ).map(({ id }) => id);

test("one that was taken back is not, until the taking back is taken back itself", () => {
  expect(of(["a"], ["b"])).toEqual(["b", "a"]);
  expect(of(["a"], ["b"], ["c", "b"])).toEqual(["c", "a"]);
  expect(of(["a"], ["b"], ["c", "b"], ["d", "c"])).toEqual(["d", "b", "a"]);
  expect(of(["a"], ["b"], ["c", "b"], ["d", "c"], ["e", "d"])).toEqual(["e", "c", "a"]);
  expect(of(["a"], ["b", "a"], ["c"])).toEqual(["c", "b"]);
  expect(of()).toEqual([]);
});
