import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleTextOf, paragraphAt } from "../../../shared/model/article-text.ts";
import { contains, overlaps } from "../../../shared/model/range.ts";
import { nastyText } from "../../helpers/nasty-text.ts";

describe("quotations", () => {
  const quoted = (text: string): string[] =>
    articleTextOf(text).quotations.map(
      ({ start, end, closed }) => `${text.slice(start, end)}${closed ? "" : "…open"}`,
    );

  it.each([
    ["He said “yes” and “no.”", ["“yes”", "“no.”"]],
    ['He said "yes" and "no."', ['"yes"', '"no."']],
    ["“He told me ‘no,’ he said.”", ["“He told me ‘no,’ he said.”"]],
    ["“He called it a “buffer” then”", ["“He called it a “buffer” then”", "“buffer”"]],
    ["„Ja“ und «oui»", ["„Ja“", "«oui»"]],
    ["「他说『好』。」她问", ["「他说『好』。」", "『好』"]],
    ["“We go on\n“and on.”", ["“We go on…open", "“and on.”"]],
    ["lost” mark", []],
  ])("%s", (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it("lie within a paragraph each, in reading order, and never cross", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const { quotations, paragraphs } = articleTextOf(text);
        quotations.forEach((quotation, at) => {
          expect(paragraphs.some((paragraph) => contains(paragraph, quotation))).toBe(true);
          for (const later of quotations.slice(at + 1)) {
            expect(quotation.start).toBeLessThanOrEqual(later.start);
            expect(!overlaps(quotation, later) || contains(quotation, later)).toBe(true);
          }
        });
      }),
    );
  });
});

describe("paragraphs", () => {
  it("hold all but white space, in order", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const { paragraphs } = articleTextOf(text);
        const joined = paragraphs.map(({ start, end }) => text.slice(start, end)).join("");
        expect(joined.replaceAll(/\s/gu, "")).toBe(text.replaceAll(/\s/gu, ""));
      }),
    );
  });

  it("are found by an offset, the next one where it stands between two", () => {
    const article = articleTextOf("one\n\ntwo\nthree");
    expect([0, 3, 4, 5, 8, 9, 99].map((offset) => paragraphAt(article, offset))).toEqual([
      0, 0, 1, 1, 1, 2, 2,
    ]);
  });
});
