import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { nearestEdge } from "../../../shared/model/nearest-edge.ts";
import { nastyText } from "../../helpers/nasty-text.ts";
import { runs } from "../../helpers/tier.ts";

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
