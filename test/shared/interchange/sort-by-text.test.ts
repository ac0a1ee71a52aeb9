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

const loose = fc
  .record({
    article: fc.constantFrom("a", "b"),
    title: fc.constantFrom("", "Bridge", "One thing more."),
    folder: fc.constantFrom("", "train", "test"),
    text: fc.constantFrom("One thing more.", "One thing more.\nAnd another.", "Two.", "Three."),
  })
  .map((about): Standoff => ({ ...about, annotator: null, spans: [], relations: [] }));

it("calls each article without a title by the first words of its text, with a number where others are called so", () => {
  fc.assert(
    fc.property(fc.array(loose, { maxLength: 8 }), (documents) => {
      const { groups } = articlesIn(documents, hashOf);
      const untitled = groups.filter(([first]) =>
        documents.every(({ text, title }) => text !== first.text || title === ""),
      );
      const titles = groups.map(([{ title }]) => title);
      for (const [{ title, text }] of untitled) {
        expect(title.replace(/ \(\d+\)$/u, "")).toBe(text.split("\n")[0]);
        expect(titles.filter((one) => one === title)).toEqual([title]);
      }
    }),
    { numRuns: runs(200) },
  );
});

it("names articles in what it tells as they are called", () => {
  fc.assert(
    fc.property(fc.array(loose, { maxLength: 5 }), (documents) => {
      const { groups, told } = articlesIn(documents, hashOf);
      const titles = groups.map(([{ title }]) => title);
      const names = told.flatMap(({ advice }) => (typeof advice === "string" ? [] : [advice.values?.names]));
      expect(names.length).toBe(told.length);
      for (const said of names)
        expect(
          String(said)
            .split(" · ")
            .filter((name) => !titles.includes(name)),
        ).toEqual([]);
    }),
    { numRuns: runs(200) },
  );
});
