import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleDocument } from "../../../renderer/editor/article-document.ts";
import { layoutOf } from "../../../renderer/editor/layout.ts";
import {
  offsetOf,
  type Positions,
  paragraphsOf,
  positionsOf,
  posOf,
  rangeToPos,
} from "../../../renderer/editor/positions.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { overlaps } from "../../../shared/model/range.ts";
import { nastyText } from "../../helpers/nasty-text.ts";

const limits = { paragraph: 24, sectionParagraphs: 3, sectionLength: 60 };
const mapped = (text: string) => {
  const layout = layoutOf(articleTextOf(text), limits);
  return { layout, positions: positionsOf(layout), doc: articleDocument(text, layout, []) };
};
const isInParagraph = ({ paragraphs }: Positions, offset: number): boolean =>
  paragraphs.some(({ start, end }) => start <= offset && offset <= end);

test("every offset in a paragraph maps to a position and back", () => {
  fc.assert(
    fc.property(nastyText, (text) => {
      const { positions } = mapped(text);
      for (let offset = 0; offset <= text.length; offset += 1)
        if (isInParagraph(positions, offset))
          expect(offsetOf(positions, posOf(positions, offset))).toBe(offset);
    }),
  );
});

test("every position in the document maps to an offset, and positions of text map back", () => {
  fc.assert(
    fc.property(nastyText, (text) => {
      const { positions, doc } = mapped(text);
      let previous = 0;
      for (let pos = 0; pos <= doc.content.size; pos += 1) {
        const offset = offsetOf(positions, pos);
        expect(offset).toBeGreaterThanOrEqual(previous);
        previous = offset;
        const resolved = doc.resolve(pos);
        // The end of a paragraph cut for display is the start of the next one: one offset, two positions.
        const atCut = resolved.parentOffset === resolved.parent.content.size && resolved.parentOffset > 0;
        if (resolved.parent.isTextblock && !atCut) expect(posOf(positions, offset)).toBe(pos);
      }
    }),
  );
});

test("a range covers the same characters in the document as in the text", () => {
  fc.assert(
    fc.property(nastyText, fc.nat(), fc.nat(), (text, a, b) => {
      const { layout, positions, doc } = mapped(text);
      const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
      const { from, to } = rangeToPos(positions, { start, end });
      const inParagraphs = layout.paragraphs.map((paragraph) =>
        text.slice(Math.max(start, paragraph.start), Math.max(paragraph.start, Math.min(end, paragraph.end))),
      );
      expect(doc.textBetween(from, to)).toBe(inParagraphs.join(""));
    }),
  );
});

test("the paragraphs of a range are those that share a character with it", () => {
  fc.assert(
    fc.property(nastyText, fc.nat(), fc.nat(), (text, a, b) => {
      const { layout } = mapped(text);
      const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
      const expected = layout.paragraphs.flatMap((paragraph, index) =>
        start < end && overlaps(paragraph, { start, end }) ? [index] : [],
      );
      const found = start < end ? paragraphsOf(layout.paragraphs, { start, end }) : null;
      const [first, last] = [expected[0], expected.at(-1)];
      expect(found).toEqual(first === undefined || last === undefined ? null : { first, last });
    }),
  );
});

describe("an offset between two paragraphs", () => {
  const { positions } = mapped("One\n\n\n\nTwo");

  test("maps to the nearest edge", () => {
    expect([3, 4, 5, 6, 7].map((offset) => offsetOf(positions, posOf(positions, offset)))).toEqual([
      3, 3, 3, 7, 7,
    ]);
  });

  test("maps to the edge asked for", () => {
    expect(offsetOf(positions, posOf(positions, 4, "forward"))).toBe(7);
    expect(offsetOf(positions, posOf(positions, 6, "back"))).toBe(3);
  });

  test("bounds an empty range when both ends lie there", () => {
    const { from, to } = rangeToPos(positions, { start: 4, end: 5 });
    expect(to).toBe(from);
  });
});

test("a byte order mark and CRLF keep their offsets", () => {
  const text = "\uFEFFOne\r\nTwo\r\n";
  const { positions, doc } = mapped(text);
  const { from, to } = rangeToPos(positions, { start: 6, end: 9 });
  expect(doc.textBetween(from, to)).toBe("Two");
});
