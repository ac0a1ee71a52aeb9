import fc from "fast-check";
import { expect, test } from "vitest";
import { stretchClasses } from "../../../renderer/editor/mark-styles.ts";
import { lanesOf, type SpanPiece, stretchesOf } from "../../../renderer/editor/stretches.ts";
import { overlaps } from "../../../shared/model/range.ts";

/** Type 0 is drawn as a ground, all others as lines. */
const isGround = (type: number): boolean => type === 0;
const piece = (id: string, type: number, start: number, end: number): SpanPiece => ({
  id,
  type,
  start,
  end,
  begins: true,
  ends: true,
  length: end - start,
});

test("nested spans give one stretch for each run of the same spans, innermost first", () => {
  const pieces = [piece("claim", 0, 0, 20), piece("speaker", 1, 5, 15), piece("source", 2, 5, 9)];
  expect(stretchesOf({ pieces, excluded: [] }, isGround)).toEqual([
    {
      start: 0,
      end: 5,
      excluded: false,
      layers: [{ id: "claim", type: 0, lane: null, first: true, last: false }],
    },
    {
      start: 5,
      end: 9,
      excluded: false,
      layers: [
        { id: "source", type: 2, lane: 1, first: true, last: true },
        { id: "speaker", type: 1, lane: 0, first: true, last: false },
        { id: "claim", type: 0, lane: null, first: false, last: false },
      ],
    },
    {
      start: 9,
      end: 15,
      excluded: false,
      layers: [
        { id: "speaker", type: 1, lane: 0, first: false, last: true },
        { id: "claim", type: 0, lane: null, first: false, last: false },
      ],
    },
    {
      start: 15,
      end: 20,
      excluded: false,
      layers: [{ id: "claim", type: 0, lane: null, first: false, last: true }],
    },
  ]);
});

test("claims that cross deepen where they overlap", () => {
  const pieces = [piece("a", 0, 0, 10), piece("b", 0, 6, 16)];
  const classes = stretchesOf({ pieces, excluded: [] }, isGround).map(stretchClasses);
  expect(classes.map((names) => names.split(" ").filter((name) => name.startsWith("ground-t")))).toEqual([
    ["ground-t0-1"],
    ["ground-t0-2"],
    ["ground-t0-1"],
  ]);
});

test("an excluded range is its own stretch where no span lies", () => {
  expect(stretchesOf({ pieces: [], excluded: [{ start: 2, end: 5 }] }, isGround)).toEqual([
    { start: 2, end: 5, layers: [], excluded: true },
  ]);
});

const somePieces = fc
  .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }), fc.nat(3)), { maxLength: 10 })
  .map((all) => all.map(([start, length, type], at) => piece(`s${at}`, type, start, start + length)));

test("stretches never overlap, and each carries exactly the spans that lie over it", () => {
  fc.assert(
    fc.property(somePieces, (pieces) => {
      const stretches = stretchesOf({ pieces, excluded: [] }, isGround);
      let end = 0;
      for (const stretch of stretches) {
        expect(stretch.start).toBeGreaterThanOrEqual(end);
        end = stretch.end;
        const over = pieces.filter((one) => overlaps(one, stretch)).map(({ id }) => id);
        expect(stretch.layers.map(({ id }) => id).sort()).toEqual(over.sort());
      }
      const covered = stretches.reduce((sum, stretch) => sum + stretch.end - stretch.start, 0);
      const expected = new Set(
        pieces.flatMap((one) => Array.from({ length: one.length }, (_, at) => one.start + at)),
      );
      expect(covered).toBe(expected.size);
    }),
  );
});

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
