import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offsetMapOf } from "../../../shared/model/offsets.ts";
import { nastyText } from "../../helpers/nasty-text.ts";
import { repeats, runs } from "../../helpers/tier.ts";

/** Every offset at which a character begins, and the end, by a way that shares nothing with the code under test. */
function codePointStarts(text: string): number[] {
  let at = 0;
  return [0, ...Array.from(text, (character) => (at += character.length))];
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
/** The empty text has one offset, its beginning and end. */
const graphemeStarts = (text: string): number[] =>
  [...Array.from(segmenter.segment(text), ({ index }) => index), text.length].filter(
    (start, at) => at === 0 || start > 0,
  );

/** Long enough to have several checkpoints, none of them where a character begins by itself. */
const longText = fc.tuple(nastyText, fc.nat({ max: 5 }), nastyText).map(([a, pad, b]) => {
  const unit = `${a}${"x".repeat(pad)}👩‍👩‍👧‍👦“${b}`;
  return unit.repeat(Math.ceil(9_000 / unit.length));
});

describe.each([
  { name: "code points", to: "toCodePoints", from: "fromCodePoints", starts: codePointStarts },
  { name: "graphemes", to: "toGraphemes", from: "fromGraphemes", starts: graphemeStarts },
] as const)("offsets in $name", ({ to, from, starts }) => {
  function everyOffsetMaps(text: string): void {
    const map = offsetMapOf(text);
    const expected = starts(text);
    const counts = expected.flatMap((start, count) =>
      new Array<number>((expected[count + 1] ?? start + 1) - start).fill(count),
    );
    expect(expected.map((_, count) => map[from](count))).toEqual(expected);
    expect(counts.map((_, offset) => map[to](offset))).toEqual(counts);
  }

  it("map both ways, and round down to where a character begins", () => {
    fc.assert(fc.property(nastyText, everyOffsetMaps), { numRuns: runs(500) });
  });

  it("map both ways across the checkpoints of a long text", () => {
    fc.assert(fc.property(longText, everyOffsetMaps), { numRuns: runs(8) });
  });

  it("are refused outside the text", () => {
    const map = offsetMapOf("a👍");
    for (const offset of [-1, 0.5, 4, Number.NaN]) {
      expect(() => map[to](offset)).toThrow(RangeError);
      expect(() => map[from](offset)).toThrow(RangeError);
    }
  });
});

describe("offset maps", () => {
  it("count a lone surrogate as one code point", () => {
    const map = offsetMapOf("a\ud83db\ude00c");
    expect([0, 1, 2, 3, 4, 5].map(map.toCodePoints)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("take a text of millions of characters in their stride", () => {
    const text = "“Ten million,” he said. 👍 ".repeat(repeats(370_000));
    const map = offsetMapOf(text);
    const late = text.lastIndexOf("million");
    expect(map.fromCodePoints(map.toCodePoints(late))).toBe(late);
  });
});
