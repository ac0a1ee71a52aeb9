import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { setToJson } from "../../../shared/model/annotation-set.ts";
import { applyChange } from "../../../shared/model/change.ts";
import { changeBetween } from "../../../shared/model/difference.ts";
import { overlaps } from "../../../shared/model/range.ts";
import { createSpanPlaces } from "../../../shared/model/span-places.ts";
import { records } from "../../../shared/model/table.ts";
import { carriedOut, work } from "../../helpers/random-commands.ts";
import { runs } from "../../helpers/tier.ts";

describe("the difference of two states", () => {
  it("leads from the one to the other, and back", () => {
    fc.assert(
      fc.property(work, (of) => {
        const { start, done } = carriedOut(of);
        const end = done.at(-1)?.after ?? start;
        for (const [from, to] of [
          [start, end],
          [end, start],
        ] as const) {
          const reached = applyChange(from, changeBetween(from, to));
          expect(setToJson(reached.set)).toEqual(setToJson(to.set));
          expect(new Set(records(reached.entities))).toEqual(new Set(records(to.entities)));
        }
        expect(changeBetween(end, end)).toEqual({});
      }),
    );
  });
});

describe("the places of spans", () => {
  it("are what looking at all spans would give, after every change", () => {
    fc.assert(
      fc.property(work, fc.nat(200), fc.nat(60), (of, at, length) => {
        const { text, start, done } = carriedOut(of);
        const places = createSpanPlaces(text, start.set);
        for (const { before, after } of done) {
          const change = changeBetween(before, after).spans;
          if (change) places.apply(change);
          const range = { start: at, end: at + length };
          const all = [...records(after.set.spans)].filter(({ segments }) =>
            segments.some((segment) => overlaps(segment, range)),
          );
          expect(new Set(places.overlapping(range))).toEqual(new Set(all));
        }
      }),
      { numRuns: runs(60) },
    );
  });
});
