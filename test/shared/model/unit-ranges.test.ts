// The units from a place on, as letters to jump to are given to them, are those that selections grow by, all of them.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Range } from "../../../shared/model/range.ts";
import { type ParagraphUnit, unitEndingAfter, unitsFrom } from "../../../shared/model/unit-ranges.ts";
import { articleWithRange } from "../../helpers/nasty-text.ts";
import { runs } from "../../helpers/tier.ts";

const units: readonly ParagraphUnit[] = ["word", "clause", "sentence", "paragraph"];

test("the units from an offset are all that start there or behind it, in order", () => {
  fc.assert(
    fc.property(articleWithRange, fc.constantFrom(...units), ({ article, range: { start } }, unit) => {
      const expected: Range[] = [];
      for (
        let next = unitEndingAfter(article, 0, unit);
        next;
        next = unitEndingAfter(article, Math.max(next.end, next.start + 1), unit)
      )
        if (next.start >= start) expected.push(next);
      expect([...unitsFrom(article, start, unit)]).toEqual(expected);
    }),
    { numRuns: runs(300) },
  );
});
