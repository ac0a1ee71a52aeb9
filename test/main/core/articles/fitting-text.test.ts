// Lines are counted as the window draws them, whatever ends them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { holdToLimits } from "../../../../main/core/articles/fitting-text.ts";
import { articleTextOf } from "../../../../shared/model/article-text.ts";
import { limits } from "../../../../shared/schema/limits.ts";
import { runs } from "../../../helpers/tier.ts";

const most = limits.articleLines;

test.each(["\n", "\r", "\r\n", "\u2028", "\u2029"])(
  "a text of lines that end with %j has as many as it has",
  (end) => {
    const lines = Array.from({ length: most }, () => "a");
    expect(() => holdToLimits(lines.join(end), "a.txt")).not.toThrow();
    expect(() => holdToLimits(`${lines.join(end)}${end}`, "a.txt")).not.toThrow();
    expect(() => holdToLimits([...lines, "a"].join(end), "a.txt")).toThrow(
      `text-too-many-lines {"file":"a.txt","count":${most + 1},"limit":${most}}`,
    );
  },
);

test("what is drawn as more paragraphs than there may be is refused, whatever ends them", () => {
  const end = fc.constantFrom("\n", "\r", "\r\n", "\u2028", "\u2029");
  fc.assert(
    fc.property(fc.array(end, { minLength: 1, maxLength: 5 }), (ends) => {
      const text = Array.from({ length: most + 1 }, (_, at) => `a${ends[at % ends.length]}`).join("");
      expect(articleTextOf(text).paragraphs.length).toBe(most + 1);
      expect(() => holdToLimits(text, null)).toThrow("text-too-many-lines");
    }),
    { numRuns: runs(20) },
  );
});
