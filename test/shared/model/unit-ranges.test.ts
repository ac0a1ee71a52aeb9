// The units from a place on, as letters to jump to are given to them, are those that selections grow by, all of them.
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import type { Range } from "../../../shared/model/range.ts";
import {
  clausesIn,
  nearestEdge,
  type ParagraphUnit,
  unitEndingAfter,
  unitsFrom,
} from "../../../shared/model/unit-ranges.ts";
import { articleWithRange, nastyText } from "../../helpers/nasty-text.ts";
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

const read = (text: string): string[] => {
  const article = articleTextOf(text);
  return article.paragraphs.flatMap((paragraph) =>
    clausesIn(article, paragraph).map(({ start, end }) => text.slice(start, end)),
  );
};

describe("clauses", () => {
  it.each([
    [
      "The mayor said Tuesday that the bridge, built in 1962, would close.",
      ["The mayor said Tuesday", "that the bridge", "built in 1962", "would close."],
    ],
    ["“We won, at last,” he said. “They lost.”", ["“We won, at last,”", "he said.", "“They lost.”"]],
    ["He called it “very good” and left.", ["He called it “very good” and left."]],
    ["It cost $7,000 – too much – but they paid.", ["It cost $7,000", "too much", "but they paid."]],
    [
      "It may close (again), he said; she did not ask why.",
      ["It may close", "again", "he said", "she did not ask why."],
    ],
    ["市长说，大桥将关闭。", ["市长说", "大桥将关闭。"]],
  ])("are cut where another one begins: %j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("are in order, apart, hold words, and leave out none but the marks between them", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const article = articleTextOf(text);
        let from = 0;
        for (const paragraph of article.paragraphs)
          for (const { start, end } of clausesIn(article, paragraph)) {
            expect(start).toBeGreaterThanOrEqual(from);
            expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}]/u);
            expect(text.slice(from, start)).not.toMatch(/[\p{L}\p{N}]/u);
            from = end;
          }
        expect(text.slice(from)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe("an edge that is dragged", () => {
  const text = "He said “we won,” and left.";
  const article = articleTextOf(text);
  const at = (words: string): number => text.indexOf(words);

  it.each([
    ["start", "aid", "said “we won,” and left."],
    ["start", "d “we", "“we won,” and left."],
    ["start", "e won", "we won,” and left."],
    ["start", "nd left", "and left."],
    ["end", " “we", " “we won,” and left."],
    ["end", "” and", " and left."],
    ["end", ",” and", ",” and left."],
    ["end", "eft.", " left."],
  ] as const)("goes as %s near %j to before %j", (edge, near, expected) => {
    expect(text.slice(nearestEdge(article, at(near), edge))).toBe(expected);
  });

  it("lands where the edge of a word or quotation is, or stays, and never outside the text", () => {
    fc.assert(
      fc.property(nastyText, fc.nat({ max: 60 }), fc.constantFrom("start", "end"), (any, offset, edge) => {
        const place = Math.min(offset, any.length);
        const nasty = articleTextOf(any);
        const found = nearestEdge(nasty, place, edge);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(any.length);
        expect(nearestEdge(nasty, found, edge)).toBe(found);
      }),
      { numRuns: runs(500) },
    );
  });
});
