// What a revision is called that takes another back: by turns taken back and done again, whatever lies between, and always an answer.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ArticleRevision } from "../../../shared/model/revision.ts";
import { inEffect, revisionKind } from "../../../shared/revise/revision-kind.ts";

type Made = Pick<ArticleRevision, "id" | "why" | "takesBack">;
const back = (id: string, takesBack: string): Made => ({ id, why: "taken-back", takesBack });

test("each taking back of the one before is taken back and done again by turns, with other corrections between", () => {
  const between = fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(between, (others) => {
      const made: Made[] = [{ id: "0", why: "correction" }];
      for (const [at, count] of others.entries()) {
        for (let other = 0; other < count; other += 1)
          made.push({ id: `${at + 1}-${other}`, why: "new-version" });
        made.push(back(`${at + 1}`, `${at}`));
      }
      const led = made.toReversed();
      const called = led
        .filter(({ takesBack }) => takesBack !== undefined)
        .map((one) => revisionKind(one, led));
      const byTurns = others.map((_, at) => (at % 2 === 0 ? "taken-back" : "done-again"));
      expect(called).toEqual(byTurns.toReversed());
    }),
  );
});

test("where what it takes back cannot be read, or takes it back in turn, it is called taken back", () => {
  expect(revisionKind(back("b", "a"), [back("b", "a")])).toBe("taken-back");
  expect(revisionKind(back("b", "b"), [back("b", "b")])).toBe("taken-back");
  expect(revisionKind(back("b", "c"), [back("c", "b"), back("b", "c")])).toBe("taken-back");
});

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
