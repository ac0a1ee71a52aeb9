import fc from "fast-check";
import { expect, test } from "vitest";
import { suggest } from "../../../shared/suggestions/suggest.ts";

const nothing: readonly (readonly [name: string, text: string])[] = [
  ["an empty text", ""],
  ["one character", "a"],
  ["one mark", "“"],
  ["white space", " \n\t\u00a0\n"],
  ["only quotation marks", "“”\"'‘’«»„“".repeat(200)],
  ["marks that are never closed", "“".repeat(500)],
  ["marks that were never opened", "”".repeat(500)],
  ["numbers in columns", "1\t2\t3\n".repeat(200)],
  ["code", "const said = (x) => { return x['said']; };\n".repeat(50)],
  ["Arabic", "قال الوزير إن الميزانية سترتفع في العام المقبل. «لن نتراجع»، أضاف.\n".repeat(10)],
  ["Japanese", "首相は「予算は増える」と述べた。".repeat(20)],
];

test.each(nothing)("%s gets no suggestion", (_, text) => {
  expect(suggest(text)).toEqual([]);
});

const sentence = "The mayor said that the bridge would open, and “it will hold,” she added ";

test.each([
  ["a long text without a full stop", sentence.repeat(3_000)],
  ["a megabyte of one word", "said".repeat(250_000)],
  ["many unclosed quotations", "He said “it ".repeat(20_000)],
  ["many apostrophes", "'said' ‘x ".repeat(15_000)],
  ["many commas", "said, ".repeat(20_000)],
  ["many short lines", "He said it is.\n".repeat(8_000)],
  ["German without a full stop", "Er sagte ob der Minister sagte, dass die „so“ und ".repeat(2_000)],
  ["French in short lines", "Il a dit a dit le la a dit, que les « des »\n".repeat(2_000)],
])("%s is read to its end", (_, text) => {
  for (const { voice, cue, claim } of suggest(text))
    for (const range of [voice, cue, ...claim])
      if (range) expect(range.start < range.end && range.end <= text.length).toBe(true);
});

const piece = fc.constantFrom(
  ..."“ ” \" ' ’ ‘ , . ; : — ( ) ? ! \n said told that according to He She Jones the mayor it would not be asked by of".split(
    " ",
  ),
  "\n",
  " ",
  "\ufeff",
  "\u00a0",
  "👩‍👩‍👧",
  "\ud800",
);

test("whatever the text, ranges lie in it in order, and a voice and a claim never hold the cue", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.boolean(), (pieces, nested) => {
      const text = pieces.join(" ");
      const found = suggest(text, { nested, atLeast: 0 });
      for (const { voice, cue, claim, confidence, within } of found) {
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(claim.length).toBeGreaterThan(0);
        for (const { start, end } of [...claim, cue, ...(voice ? [voice] : [])]) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        claim.reduce(
          (before, one) => {
            expect(one.start).toBeGreaterThanOrEqual(before.end);
            return one;
          },
          { start: 0, end: 0 },
        );
        expect(within === null || nested).toBe(true);
      }
      expect(suggest(text, { nested, atLeast: 0 })).toEqual(found);
    }),
    { numRuns: 300 },
  );
});
