// The words of column formats are those of the segmenter, also where none is asked.
import fc from "fast-check";
import { expect, it } from "vitest";
import { wordRows } from "../../../shared/interchange/word-tags.ts";
import { isGraphemeBoundary } from "../../../shared/model/graphemes.ts";
import { runs } from "../../helpers/tier.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** The same by the segmenter alone. */
function segmented(text: string): string[] {
  const words: string[] = [];
  for (const stretch of text.matchAll(/[^\s\u200b]+/gu))
    for (const { index, segment } of segmenter.segment(stretch[0])) {
      const isInside = index > 0 && !isGraphemeBoundary(text, stretch.index + index);
      if (isInside) words.push(`${words.pop()}${segment}`);
      else words.push(segment);
    }
  return words;
}

const wordsOf = (text: string): string[] => wordRows(text).map(({ start, end }) => text.slice(start, end));

it("are told apart as the segmenter does", () => {
  const signs = [..."aZ09.,;:!?'\"()[]_-&é語ا😀", "\u0301", "\u200d", "\u200b", " ", "\n", "\u00ad"];
  const texts = fc.array(fc.constantFrom(...signs), { maxLength: 24 }).map((all) => all.join(""));
  fc.assert(
    fc.property(texts, (text) => {
      expect(wordsOf(text)).toEqual(segmented(text));
    }),
    { numRuns: runs(2_000) },
  );
});

it("stand where they stand in the text", () => {
  expect(wordRows('“No,” she said (twice). It’s "3.5"; don\'t')).toEqual(
    [
      [0, 1],
      [1, 3],
      [3, 4],
      [4, 5],
      [6, 9],
      [10, 14],
      [15, 16],
      [16, 21],
      [21, 22],
      [22, 23],
      [24, 28],
      [29, 30],
      [30, 33],
      [33, 34],
      [34, 35],
      [36, 41],
    ].map(([start, end]) => ({ start, end })),
  );
});
