import fc from "fast-check";
import { expect, test } from "vitest";
import { lanesOf } from "../../../renderer/editor/lanes.ts";
import { overlaps } from "../../../shared/model/range.ts";

const lined = (id: string, ...ranges: [number, number][]) => ({
  id,
  ranges: ranges.map(([start, end]) => ({ start, end })),
});

test("spans apart from each other share the first lane", () => {
  expect(lanesOf([lined("a", [0, 4]), lined("b", [4, 9])])).toEqual(
    new Map([
      ["a", 0],
      ["b", 0],
    ]),
  );
});

test("an inner span lies below the outer one, whichever came first", () => {
  const spans = [lined("inner", [0, 5]), lined("outer", [0, 12]), lined("innermost", [2, 4])];
  const expected = { outer: 0, inner: 1, innermost: 2 };
  expect(Object.fromEntries(lanesOf(spans))).toEqual(expected);
  expect(Object.fromEntries(lanesOf([...spans].reverse()))).toEqual(expected);
});

test("all segments of a span lie in one lane", () => {
  expect(Object.fromEntries(lanesOf([lined("a", [0, 4], [10, 14]), lined("b", [8, 12])]))).toEqual({
    a: 0,
    b: 1,
  });
});

const someSpans = fc
  .array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 15 })), { maxLength: 12 })
  .map((all) => all.map(([start, length], at) => lined(`s${at}`, [start, start + length])));

test("spans that overlap never share a lane, and no lane lies empty above one in use", () => {
  fc.assert(
    fc.property(someSpans, (spans) => {
      const lanes = lanesOf(spans);
      for (const a of spans)
        for (const b of spans)
          if (a.id !== b.id && lanes.get(a.id) === lanes.get(b.id))
            expect(a.ranges.some((x) => b.ranges.some((y) => overlaps(x, y)))).toBe(false);
      const used = new Set(lanes.values());
      expect([...used].sort((a, b) => a - b)).toEqual(Array.from(used, (_, lane) => lane));
    }),
  );
});
