import fc from "fast-check";
import { expect, test } from "vitest";
import { firstSections, layoutOf } from "../../../renderer/editor/layout.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { splitsSurrogatePair } from "../../../shared/model/selector.ts";
import { nastyText } from "../../helpers/nasty-text.ts";

const small = { paragraph: 24, sectionParagraphs: 3, sectionLength: 60 };

test("an empty text has one empty paragraph", () => {
  expect(layoutOf(articleTextOf(""))).toEqual({
    paragraphs: [{ start: 0, end: 0, continues: false }],
    sectionStarts: [0],
  });
});

test("a text of white space alone has one empty paragraph", () => {
  expect(layoutOf(articleTextOf(" \n\n ")).paragraphs).toEqual([{ start: 0, end: 0, continues: false }]);
});

test("a long line is cut after white space into paragraphs that continue it", () => {
  const { paragraphs } = layoutOf(articleTextOf("one two three four five six seven"), small);
  expect(paragraphs).toEqual([
    { start: 0, end: 24, continues: false },
    { start: 24, end: 33, continues: true },
  ]);
});

test("a line without white space is cut between graphemes", () => {
  const family = "👩‍👩‍👧‍👦";
  const { paragraphs } = layoutOf(articleTextOf(family.repeat(6)), small);
  expect(paragraphs.map(({ start, end }) => (end - start) % family.length)).toEqual(paragraphs.map(() => 0));
});

test("no cut parts a space from the mark that combines with it", () => {
  const line = `${"a".repeat(22)} \u0301${"b".repeat(10)}`;
  const cuts = layoutOf(articleTextOf(line), small).paragraphs.map(({ start }) => start);
  expect(cuts).not.toContain(23);
});

test("a line of ten megabytes becomes short paragraphs in short sections", () => {
  const text = articleTextOf("Lorem ipsum dolor sit amet. ".repeat(375_000));
  const { paragraphs, sectionStarts } = layoutOf(text);
  expect(Math.max(...paragraphs.map(({ start, end }) => end - start))).toBeLessThanOrEqual(20_000);
  expect(sectionStarts.length).toBeGreaterThan(300);
});

test("the paragraphs hold all of the text's paragraphs, in order, and never part a surrogate pair", () => {
  fc.assert(
    fc.property(nastyText, (text) => {
      const articleText = articleTextOf(text);
      const { paragraphs } = layoutOf(articleText, small);
      const lines: string[] = [];
      for (const { start, end, continues } of paragraphs) {
        expect(splitsSurrogatePair(text, start)).toBe(false);
        expect(end - start).toBeLessThanOrEqual(small.paragraph);
        const part = text.slice(start, end);
        if (continues) lines[lines.length - 1] += part;
        else lines.push(part);
      }
      const expected = articleText.paragraphs.map(({ start, end }) => text.slice(start, end));
      expect(lines).toEqual(expected.length > 0 ? expected : [""]);
    }),
  );
});

test("sections begin with the first paragraph, and none is empty or holds too many", () => {
  fc.assert(
    fc.property(nastyText, (text) => {
      const { paragraphs, sectionStarts } = layoutOf(articleTextOf(text), small);
      expect(sectionStarts[0]).toBe(0);
      const sizes = sectionStarts.map((start, at) => (sectionStarts[at + 1] ?? paragraphs.length) - start);
      expect(Math.min(...sizes)).toBeGreaterThan(0);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(small.sectionParagraphs);
    }),
  );
});

test("the first sections are those that the first lines reach into", () => {
  const layout = layoutOf(articleTextOf(Array.from({ length: 9 }, () => "One line.").join("\n")), small);
  expect([1, 3, 4, 100].map((lines) => firstSections(layout, lines))).toEqual([[0], [0], [0, 1], [0, 1, 2]]);
});
