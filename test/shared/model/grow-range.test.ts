import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { contains } from "../../../shared/model/range.ts";
import { growRange, shrinkRange, type TextUnit } from "../../../shared/model/unit-ranges.ts";
import { articleWithRange } from "../../helpers/nasty-text.ts";
import { runs } from "../../helpers/tier.ts";

const units: readonly TextUnit[] = ["word", "clause", "quotation", "sentence", "paragraph"];

describe("growing and shrinking a selection", () => {
  it("only ever grows, only ever shrinks, and comes to an end", () => {
    fc.assert(
      fc.property(articleWithRange, fc.constantFrom(...units), ({ article, range }, unit) => {
        const caret = range.start === range.end;
        let grown = growRange(article, range, unit);
        if (!caret) expect(contains(grown, range)).toBe(true);
        for (
          let next = growRange(article, grown, unit);
          next.end !== grown.end || next.start !== grown.start;
        ) {
          expect(contains(next, grown)).toBe(true);
          grown = next;
          next = growRange(article, grown, unit);
        }
        for (
          let next = shrinkRange(article, grown, unit);
          next.end - next.start < grown.end - grown.start;
        ) {
          expect(contains(grown, next)).toBe(true);
          expect(next.start).toBeLessThan(next.end);
          grown = next;
          next = shrinkRange(article, grown, unit);
        }
      }),
      { numRuns: runs(500) },
    );
  });

  const article = articleTextOf(
    "Mr. Orban said the U.S. “very happily” took his call. “We won. They lost,” he said. Then he left.\n\nSo it goes.",
  );
  const at = (words: string): { start: number; end: number } => {
    const start = article.text.indexOf(words);
    return { start, end: start + words.length };
  };
  const read = ({ start, end }: { start: number; end: number }): string => article.text.slice(start, end);
  const caret = { start: at("happily").start + 2, end: at("happily").start + 2 };

  it.each([
    [["word"], "happily"],
    [["word", "word"], "happily” took"],
    [["word", "quotation"], "“very happily”"],
    [["quotation", "quotation"], "“very happily” took his call. “We won. They lost,”"],
    [["sentence"], "Mr. Orban said the U.S. “very happily” took his call."],
    [["word", "sentence"], "Mr. Orban said the U.S. “very happily” took his call."],
    [
      ["sentence", "sentence"],
      "Mr. Orban said the U.S. “very happily” took his call. “We won. They lost,” he said.",
    ],
    [["sentence", "paragraph"], read({ start: 0, end: article.text.indexOf("\n") })],
    [["paragraph", "paragraph"], article.text],
    [["paragraph", "paragraph", "paragraph"], article.text],
  ] as const)("grows a caret by %j", (by: readonly TextUnit[], expected) => {
    expect(read(by.reduce((range, unit) => growRange(article, range, unit), caret))).toBe(expected);
  });

  it.each([
    ["word", "took his call", "took his"],
    ["word", "took", "took"],
    ["sentence", "“We won. They lost,” he said. Then he left.", "“We won. They lost,” he said."],
    ["quotation", "“very happily” took his call. “We won. They lost,”", "“very happily”"],
  ] as const)("shrinks by a %s", (unit, from, expected) => {
    expect(read(shrinkRange(article, at(from), unit))).toBe(expected);
  });
});
