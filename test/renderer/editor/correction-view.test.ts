// The text in the correction's editor: what goes in comes out, and where its ranges are.
import fc from "fast-check";
import { Fragment, type Node, Slice } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { describe, expect, test } from "vitest";
import {
  correctionOf,
  differingLines,
  type Line,
  lineNodes,
  linesOf,
  offsetInCorrection,
  placesInCorrection,
  textOfCorrection,
} from "../../../renderer/editor/correction-view.ts";
import { nastyText } from "../../helpers/nasty-text.ts";

const lines = fc
  .array(fc.tuple(nastyText, fc.constantFrom("\n", "\r\n", "\r", "\n\n", "\u2028")), { maxLength: 6 })
  .map((parts) => parts.flat().join(""));
const manyLines = fc.array(lines, { maxLength: 40 }).map((parts) => parts.join("\n"));

describe("a text that nobody changed", () => {
  test("comes out of the editor as it went in, whatever its line ends are", () => {
    fc.assert(
      fc.property(manyLines, (text) => {
        expect(textOfCorrection(correctionOf(text))).toBe(text);
      }),
    );
  });
});

/** Puts lines, perhaps none, in the place of what stands between two places of the text. */
function withLines(doc: Node, first: number, second: number, words: string): Node {
  const { length } = textOfCorrection(doc);
  const [start, end] = [first % (length + 1), second % (length + 1)].toSorted((a, b) => a - b);
  const { from, to } = placesInCorrection(doc)({ start: start ?? 0, end: end ?? 0 });
  const slice = words === "" ? Slice.empty : new Slice(Fragment.from(lineNodes(words)), 1, 1);
  return new Transform(doc).replace(from, to, slice).doc;
}

test("ranges of a text are where their words stand in the document, however lines came in and went", () => {
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.oneof(fc.constant(""), lines)), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 80 }), edits, fc.nat(), fc.nat(), (parts, edited, at, into) => {
      const first = correctionOf(parts.join("\n"));
      const doc = edited.reduce((before, [from, to, words]) => withLines(before, from, to, words), first);
      const text = textOfCorrection(doc);
      const found = linesOf(text).filter(({ start, end }) => start < end);
      const line = found[at % Math.max(1, found.length)];
      if (!line) return;
      const start = line.start + (into % (line.end - line.start));
      const { from, to } = placesInCorrection(doc)({ start, end: line.end });
      expect(doc.textBetween(from, to)).toBe(text.slice(start, line.end));
      expect([offsetInCorrection(doc, from), offsetInCorrection(doc, to)]).toEqual([start, line.end]);
    }),
  );
});

test("a line that came anew ends as the lines of the text do", () => {
  const doc = correctionOf("One.\r\nTwo.");
  const section = doc.firstChild;
  const [anew] = lineNodes("New.");
  if (!anew || !section) throw new Error("There is no such node.");
  const longer = section.copy(section.content.addToStart(anew));
  expect(textOfCorrection(doc.copy(doc.content.replaceChild(0, longer)))).toBe("New.\r\nOne.\r\nTwo.");
});

test("what differs of two texts is whole lines, and each text is the other with its own in their place", () => {
  fc.assert(
    fc.property(lines, lines, lines, lines, (head, old, now, tail) => {
      const [before, after] = [head + old + tail, head + now + tail];
      const differ = differingLines(before, after);
      const sideOf = (text: string, [first, ...more]: readonly Line[]) => {
        if (!first) throw new Error("There is no line.");
        const { end, lineEnd } = more.at(-1) ?? first;
        const upTo = end + lineEnd.length;
        return {
          head: text.slice(0, first.start),
          own: text.slice(first.start, upTo),
          tail: text.slice(upTo),
        };
      };
      const [one, other] = [sideOf(before, differ.before), sideOf(after, differ.after)];
      expect([one.head + other.own + one.tail, other.head + one.own + other.tail]).toEqual([after, before]);
      // No more than must be: each side keeps a line, and where both have more, the outermost are not the same.
      if (Math.min(differ.before.length, differ.after.length) === 1) return;
      const words = (text: string, line: Line | undefined) =>
        line && text.slice(line.start, line.end + line.lineEnd.length);
      for (const at of [0, -1])
        expect(words(before, differ.before.at(at))).not.toBe(words(after, differ.after.at(at)));
    }),
  );
});
