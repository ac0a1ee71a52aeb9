// Sorts articles of other tools' files: as they were met, and those of one text together.
import fc from "fast-check";
import { expect, it } from "vitest";
import { articlesIn } from "../../../shared/interchange/sort-by-text.ts";
import type { Standoff } from "../../../shared/interchange/standoff.ts";
import { hashOf } from "../../helpers/bundles.ts";
import { runs } from "../../helpers/tier.ts";

const document = fc
  .record({ article: fc.constantFrom("a", "b", "c"), text: fc.constantFrom("One.", "Two.", "Three.") })
  .map(
    ({ article, text }): Standoff => ({
      article,
      title: article,
      text,
      annotator: "Bo",
      spans: [],
      relations: [],
    }),
  );

it("puts articles of one text together, in the order in which texts and articles were first met", () => {
  fc.assert(
    fc.property(fc.array(document, { maxLength: 12 }), (documents) => {
      const texts = articlesIn(documents, hashOf).groups.map(([{ text }]) => text);
      const firstMet = [...new Set(documents.map(({ text }) => text))];
      const countOf = (text: string): number =>
        new Set(documents.flatMap((one) => (one.text === text ? [one.article] : []))).size;
      expect(texts).toEqual(firstMet.flatMap((text) => Array<string>(countOf(text)).fill(text)));
    }),
    { numRuns: runs(200) },
  );
});
