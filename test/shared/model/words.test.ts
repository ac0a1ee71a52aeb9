import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { wordAround, wordEndingAfter, wordStartingBefore, wordsOf } from "../../../shared/model/words.ts";
import { nastyText } from "../../helpers/nasty-text.ts";
import { runs } from "../../helpers/tier.ts";

const words = (text: string): string[] =>
  wordsOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

describe("words", () => {
  it.each([
    ["U.S. officials don’t, or don't, say", ["U.S.", "officials", "don’t", "or", "don't", "say"]],
    ["Mr. Putin-Zelensky, Jr., of D.C.", ["Mr.", "Putin-Zelensky", "Jr.", "of", "D.C."]],
    ["J. D. Vance’s $7,000 is 3.5%", ["J.", "D.", "Vance’s", "$7,000", "is", "3.5%"]],
    [
      "It is over. So said I. Then he won—and left",
      ["It", "is", "over", "So", "said", "I", "Then", "he", "won", "and", "left"],
    ],
    ["There were no. Then No. 5", ["There", "were", "no", "Then", "No.", "5"]],
    ["“quote,” (AT&T) @user #tag", ["quote", "AT&T", "@user", "#tag"]],
    ["他说，今天 שלום مرحبا été", ["他", "说", "今天", "שלום", "مرحبا", "été"]],
    ["👍🏽 … –", []],
  ])("of %j", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it("are the same from wherever one looks", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const article = articleTextOf(text);
        const all = wordsOf(text, { start: 0, end: text.length });
        for (let offset = 0; offset <= text.length; offset += 1) {
          const around = all.find(({ start, end }) => start < offset && offset < end) ?? null;
          expect(wordAround(article, offset)).toEqual(around);
          expect(wordEndingAfter(article, offset)).toEqual(all.find(({ end }) => end > offset) ?? null);
          expect(wordStartingBefore(article, offset)).toEqual(
            all.findLast(({ start }) => start < offset) ?? null,
          );
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it("of plain letters are those that the platform finds, and the stop of an abbreviation", () => {
    const segmenter = new Intl.Segmenter("en", { granularity: "word" });
    const signs = fc.string({ unit: fc.constantFrom(...`"'(“‘[`, ...`.,;:!?)]”’"'`), maxLength: 3 });
    const letters = fc.oneof(
      fc.string({ unit: fc.constantFrom(..."aZmr09"), minLength: 1, maxLength: 4 }),
      fc.constantFrom("Mr", "Dr", "etc"),
    );
    let count = 0;
    fc.assert(
      fc.property(signs, letters, signs, (before, word, after) => {
        const text = `${before}${word}${after}`;
        const expected = [...segmenter.segment(text)].flatMap(({ index, segment, isWordLike }) =>
          isWordLike ? [{ start: index, end: index + segment.length }] : [],
        );
        const found = wordsOf(text, { start: 0, end: text.length });
        const stop = found[0]?.end === (expected[0]?.end ?? 0) + 1 ? 1 : 0;
        expect(found).toEqual(expected.map(({ start, end }) => ({ start, end: end + stop })));
        if (stop === 1) expect(text.charAt(expected[0]?.end ?? 0)).toBe(".");
        count += stop;
      }),
      { numRuns: runs(300) },
    );
    expect(count).toBeGreaterThan(0);
  });

  it("are found in good time in a million characters without a space", () => {
    for (const run of ["东京都", "a", "👍"]) {
      const text = run.repeat(1_000_000 / run.length);
      const around = wordAround(articleTextOf(text), 500_001);
      expect((around?.end ?? 0) - (around?.start ?? 0)).toBeLessThan(600);
    }
  });

  it("are the same from wherever one looks in a run longer than any word", () => {
    const text = `so ${"东京都a👍".repeat(300)} it`;
    const all = wordsOf(text, { start: 0, end: text.length });
    for (let offset = 0; offset <= text.length; offset += 13) {
      const around = all.find(({ start, end }) => start < offset && offset < end) ?? null;
      expect(wordAround(articleTextOf(text), offset)).toEqual(around);
    }
  });

  it("hold no white space, in order, apart or touching", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        let end = 0;
        for (const word of wordsOf(text, { start: 0, end: text.length })) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(word.start, word.end)).toMatch(/^\S+$/u);
          end = word.end;
        }
      }),
    );
  });
});
