// The direction of an article is that of its first letter, whatever stands before or is mixed in; within a line it may change.
import fc from "fast-check";
import { expect, test } from "vitest";
import { directionOf, stretchesByDirection } from "../../../shared/model/direction.ts";
import { runs } from "../../helpers/tier.ts";

test.each([
  ["The ministry said", "ltr"],
  ["قالت الوزارة", "rtl"],
  ["אמר השר", "rtl"],
  ["“12 – (قالت BBC)", "rtl"],
  ["BBC: قالت", "ltr"],
  ["外務省は述べた", "ltr"],
  ["1234 … 🙂", "ltr"],
  ["", "ltr"],
] as const)("%j reads %s", (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});

test.each([
  ["The ministry said.", "ltr", ["ltr The ministry said."]],
  ["He said “שלום לך”, twice.", "ltr", ["ltr He said “", "rtl שלום לך", "ltr ”, twice."]],
  ["אמר (BBC News 24) השר.", "rtl", ["rtl אמר (", "ltr BBC News", "rtl  24) השר."]],
  ["שָׁלוֹם", "ltr", ["rtl שָׁלוֹם"]],
  ["12 “…”", "rtl", ["rtl 12 “…”"]],
] as const)("%j in a paragraph from %s is cut where the direction changes", (text, paragraph, stretches) => {
  expect(
    stretchesByDirection(text, paragraph).map(({ words, direction }) => `${direction} ${words}`),
  ).toEqual(stretches);
});

test("no character is lost or moved by the cuts", () => {
  const letters = fc.constantFrom("a", "é", "א", "ب", "\u05b8", " ", ".", "1", "🙂", "\u200f");
  fc.assert(
    fc.property(fc.array(letters), fc.constantFrom("ltr", "rtl"), (parts, paragraph) => {
      const cut = stretchesByDirection(parts.join(""), paragraph as "ltr" | "rtl");
      expect(cut.map(({ words }) => words).join("")).toBe(parts.join(""));
    }),
    { numRuns: runs(100) },
  );
});
